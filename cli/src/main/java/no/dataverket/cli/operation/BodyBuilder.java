package no.dataverket.cli.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.operation.FieldInfo;
import no.dataverket.sdk.operation.FieldKind;
import org.jspecify.annotations.Nullable;

/// Makes the body of a request from flags, the positional name and the context.
final class BodyBuilder {

    private final Session session;
    private final Command command;
    private final FieldReader reader;

    BodyBuilder(Session session, Command command) {
        this.session = session;
        this.command = command;
        this.reader =
                new FieldReader(session.surroundings(), command.operation().mergePatch());
    }

    Map<String, Object> build() {
        var body = new LinkedHashMap<String, Object>();
        var missing = new ArrayList<String>();
        for (var field : command.bodyFields()) {
            var value = value(field);
            if (value != null) {
                body.put(field.name(), value);
            } else if (field.required()) {
                missing.add(field.name().equals("name") && command.namesBody() ? "NAME" : flag(field));
            }
        }
        if (!missing.isEmpty()) {
            throw CommandFailure.usage(
                    command.line() + " needs " + String.join(", ", missing),
                    "for example: " + command.info().examples().getFirst());
        }
        if (command.operation().mergePatch() && body.isEmpty()) {
            throw CommandFailure.usage(
                    "nothing to change",
                    "for example: " + command.info().examples().getFirst());
        }
        return body;
    }

    private @Nullable Object value(FieldInfo field) {
        var name = field.name();
        if (name.equals("name") && command.namesBody()) {
            var positional = session.positional(0);
            var flag = session.flag("--name");
            return positional == null ? flag : positional;
        }
        if (Flags.isScope(name)) {
            return scope(field);
        }
        return switch (field.kind()) {
            case LIST, MAP, OBJECT -> {
                List<String> written =
                        session.flags().matchedOptionValue("--" + name.replace('_', '-'), List.<String>of());
                yield written.isEmpty() ? null : reader.repeated(field, written);
            }
            case BOOLEAN -> session.flags().<Boolean>matchedOptionValue(Flags.of(name), null);
            case STRING, TIME, INTEGER -> {
                var written = session.flag(Flags.of(name));
                yield written == null ? null : reader.scalar(field, written);
            }
        };
    }

    /// The context gives a scope that is required, and the tenant, which tells scopes of the same name apart.
    /// Another optional scope means something of its own, and must be said.
    private @Nullable String scope(FieldInfo field) {
        var setting = field.required() || field.name().equals("tenant")
                ? session.settings().find(field.name())
                : session.settings().explicit(field.name());
        return setting == null || setting.value().isEmpty() ? null : setting.value();
    }

    private static String flag(FieldInfo field) {
        return field.kind() == FieldKind.LIST ? Flags.singular(field.name()) : Flags.of(field.name());
    }
}
