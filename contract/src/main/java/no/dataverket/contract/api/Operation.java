package no.dataverket.contract.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.dataverket.contract.Deprecation;
import org.jspecify.annotations.Nullable;

/// One operation of the public API. The server refuses to start when an operation lacks its handler or the
/// reverse; the OpenAPI document, the SDKs and the command line come from the same declaration.
///
/// @param id verb and noun in camel case, unique
/// @param path template under the server's root; a custom verb follows a colon (AIP-136)
/// @param access least role that may call it, on the scope that it touches
/// @param request type of the body
/// @param response type inside the answer's shape
/// @param alsoAs media type that it answers besides JSON, for who accepts that; null where there is none
/// @param largestBody bytes that a body may have
/// @param cost what a call takes from the caller's limits
/// @param deprecated since when not to begin using it, and until when it answers; null while it is current
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
        @Nullable String alsoAs,
        List<Parameter> parameters,
        boolean idempotencyKeyRequired,
        boolean ifMatchRequired,
        int largestBody,
        Cost cost,
        @Nullable Deprecated deprecated,
        @Nullable Cli cli) {

    /// What is enough for nearly all requests, bytes.
    public static final int USUAL_BODY = 256 * 1024;

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
    ///
    /// @param rules keywords of JSON Schema that narrow the type, as `maximum`
    public record Parameter(String name, Type type, String description, Map<String, Object> rules) {
        /// Types of query parameters.
        public enum Type {
            STRING,
            INTEGER,
            BOOLEAN
        }
    }

    /// Kinds of work that are limited apart from each other, so that reading goes on when writing is used up,
    /// and following a task goes on whatever else is.
    public enum Lane {
        /// Asks.
        READ,
        /// Changes something in one transaction.
        WRITE,
        /// Starts work that goes on in services.
        EXPENSIVE,
        /// Takes away what somebody may be using.
        DESTRUCTIVE,
        /// Asks how a task stands: next to nothing.
        POLL,
        /// Waits until a task changes.
        WAIT;

        /// As it is written in policies and settings.
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What one call takes.
    ///
    /// @param weight units of the lane's quota
    public record Cost(Lane lane, int weight) {}

    /// That an operation is on its way out (RFC 9745, RFC 8594).
    ///
    /// @param since from when it is deprecated
    /// @param sunset when it stops answering; a year after `since` or later
    /// @param instead what to use
    public record Deprecated(LocalDate since, LocalDate sunset, String instead) {
        public Deprecated {
            if (sunset.isBefore(since.plusYears(1))) {
                throw new IllegalArgumentException("What is deprecated stays for a year, not until " + sunset);
            }
        }

        /// What the mark on a field says.
        public static Deprecated of(Deprecation mark) {
            return new Deprecated(LocalDate.parse(mark.since()), LocalDate.parse(mark.sunset()), mark.instead());
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
