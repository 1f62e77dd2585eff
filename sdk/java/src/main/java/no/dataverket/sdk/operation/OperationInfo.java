package no.dataverket.sdk.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation of the API.
///
/// @param path template; a custom verb follows a colon
/// @param response name of the schema of the answer
/// @param request name of the schema of the body
/// @param mergePatch whether the body is a merge patch (RFC 7396)
/// @param parameters of the path, in order, then of the query
/// @param idempotent whether it takes an `Idempotency-Key`
/// @param guarded whether it takes an `If-Match`
/// @param previewable whether `validate_only` is offered
public record OperationInfo(
        String id,
        String method,
        String path,
        String summary,
        Shape shape,
        @Nullable String response,
        @Nullable String request,
        boolean mergePatch,
        List<ParameterInfo> parameters,
        boolean idempotent,
        boolean guarded,
        boolean previewable,
        @Nullable CommandInfo command) {

    /// The shape of the answer around its type.
    public enum Shape {
        ONE,
        CREATED,
        PAGE,
        ACCEPTED,
        NOTHING
    }

    /// Whether the operation changes anything.
    public boolean mutates() {
        return !method.equals("GET");
    }

    /// Whether there is a query parameter of this name.
    public boolean hasQuery(String name) {
        for (var parameter : parameters) {
            if (!parameter.inPath() && parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
