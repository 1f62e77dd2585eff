package no.dataverket.cli.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.operation.OperationInfo;
import org.jspecify.annotations.Nullable;

/// Path and query of a request.
final class Target {

    private final Session session;
    private final Command command;

    Target(Session session, Command command) {
        this.session = session;
        this.command = command;
    }

    /// What the positional parameter names, or nothing where there is none in the path.
    @Nullable
    String resource() {
        if (command.pathParameter() == null) {
            return null;
        }
        var given = session.positional(0);
        if (given == null || given.isEmpty()) {
            throw CommandFailure.usage(
                    command.line() + " needs the name of a " + command.info().noun(),
                    "for example: " + command.info().examples().getFirst());
        }
        return given;
    }

    /// The target of the command's operation.
    String of() {
        return of(command.operation(), Map.of());
    }

    /// The target of an operation on the same resource, with parameters more.
    String of(OperationInfo operation, Map<String, String> more) {
        var resource = resource();
        var path = operation.path();
        var query = new LinkedHashMap<String, String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.name();
            if (parameter.inPath()) {
                path = path.replace("{" + name + "}", Call.segment(resource == null ? "" : resource));
            } else if (Flags.isScope(name)) {
                put(query, name, scope(name, resource));
            } else if (operation == command.operation()) {
                put(query, name, session.flag(Flags.of(name)));
            }
        }
        query.putAll(more);
        return Call.target(path, query);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && !name.startsWith("page_")) {
            query.put(name, value);
        }
    }

    /// An identifier says by itself where it belongs; the context must not contradict it.
    private @Nullable String scope(String name, @Nullable String resource) {
        var isIdentifier = resource != null && resource.indexOf('_') > 0;
        var setting = isIdentifier
                ? session.settings().explicit(name)
                : session.settings().find(name);
        return setting == null ? null : setting.value();
    }
}
