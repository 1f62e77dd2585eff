package no.dataverket.contract.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One operation of the public API. The server refuses to start when an operation lacks its handler or the
/// reverse; the OpenAPI document, the SDKs and the command line come from the same declaration.
///
/// @param id verb and noun in camel case, unique
/// @param path template under the server's root; a custom verb follows a colon (AIP-136)
/// @param access least role that may call it, on the scope that it touches
/// @param request type of the body
/// @param response type inside the answer's shape
/// @param cli how the command line offers it
public record Operation(
        String id,
        Method method,
        String path,
        String summary,
        Access access,
        @Nullable Class<?> request,
        Shape shape,
        @Nullable Class<?> response,
        List<Parameter> parameters,
        boolean idempotencyKeyRequired,
        boolean ifMatchRequired,
        @Nullable Cli cli) {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    /// HTTP methods in use.
    public enum Method {
        GET,
        POST,
        PATCH,
        DELETE
    }

    /// Who may call an operation. What the actor can't see answers as if it were not there.
    public enum Access {
        PUBLIC,
        AUTHENTICATED,
        VIEWER,
        EDITOR,
        TENANT_ADMIN,
        OPERATOR
    }

    /// The shape of the answer around its type.
    public enum Shape {
        ONE(200),
        CREATED(201),
        PAGE(200),
        ACCEPTED(202),
        NOTHING(204);

        private final int status;

        Shape(int status) {
            this.status = status;
        }

        /// The status of success.
        public int status() {
            return status;
        }
    }

    /// A query parameter.
    public record Parameter(String name, Type type, String description) {
        /// Types of query parameters.
        public enum Type {
            STRING,
            INTEGER,
            BOOLEAN
        }
    }

    /// How the command line offers an operation: `<tool> <noun> <verb> [NAME]`.
    ///
    /// @param columns of the table, as `HEADER=path.into.the.resource`
    /// @param examples complete commands; the last lines of the help
    public record Cli(String tool, String noun, String verb, List<String> columns, List<String> examples) {}

    /// Names of the path parameters, in order.
    public List<String> pathParameters() {
        var names = new ArrayList<String>();
        Matcher matcher = PATH_PARAMETER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /// Whether the operation changes anything.
    public boolean mutates() {
        return method != Method.GET;
    }

    /// Whether `validate_only` is offered.
    public boolean previewable() {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals("validate_only"));
    }
}
