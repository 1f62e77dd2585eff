package no.dataverket.cli.operation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.dataverket.sdk.operation.CommandInfo;
import no.dataverket.sdk.operation.FieldInfo;
import no.dataverket.sdk.operation.OperationInfo;
import no.dataverket.sdk.operation.ParameterInfo;
import no.dataverket.sdk.operation.SchemaInfo;
import no.dataverket.sdk.operation.Schemas;
import org.jspecify.annotations.Nullable;

/// An operation together with how it is called on the command line.
record Command(OperationInfo operation, CommandInfo info) {

    /// Verbs that delete what is in the resource.
    private static final Set<String> EMPTYING = Set.of("empty", "purge");

    static Command of(OperationInfo operation) {
        return new Command(operation, Objects.requireNonNull(operation.command()));
    }

    /// As in `create vm`.
    String action() {
        return info.verb() + " " + info.noun();
    }

    /// As in `dvce vm create`.
    String line() {
        return info.tool() + " " + info.noun() + " " + info.verb();
    }

    /// The fields of the body; none where there is no body.
    List<FieldInfo> bodyFields() {
        var schema = body();
        return schema == null ? List.of() : schema.fields();
    }

    @Nullable
    SchemaInfo body() {
        var request = operation.request();
        return request == null ? null : Schemas.of(request);
    }

    /// The parameter of the path, if there is one. The contract allows one level only.
    @Nullable
    ParameterInfo pathParameter() {
        var first =
                operation.parameters().isEmpty() ? null : operation.parameters().getFirst();
        return first != null && first.inPath() ? first : null;
    }

    /// Whether the positional parameter is the name in the body.
    boolean namesBody() {
        if (pathParameter() == null) {
            for (var field : bodyFields()) {
                if (field.name().equals("name")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the operation takes the scope, in its query or in its body.
    boolean takes(String scope) {
        if (operation.hasQuery(scope)) {
            return true;
        }
        for (var field : bodyFields()) {
            if (field.name().equals(scope)) {
                return true;
            }
        }
        return false;
    }

    /// Whether what it names is gone afterwards.
    boolean isDeletion() {
        return operation.method().equals("DELETE");
    }

    /// Whether something is lost by it.
    boolean isDestructive() {
        return isDeletion() || EMPTYING.contains(info().verb());
    }

    boolean isList() {
        return operation.shape() == OperationInfo.Shape.PAGE;
    }

    boolean isAccepted() {
        return operation.shape() == OperationInfo.Shape.ACCEPTED;
    }
}
