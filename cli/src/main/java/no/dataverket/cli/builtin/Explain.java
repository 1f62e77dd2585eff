package no.dataverket.cli.builtin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.operation.FieldInfo;
import no.dataverket.sdk.operation.FieldKind;
import no.dataverket.sdk.operation.OperationInfo;
import no.dataverket.sdk.operation.Operations;
import no.dataverket.sdk.operation.SchemaInfo;
import no.dataverket.sdk.operation.Schemas;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Explains a field of a resource from the contract's own words; asks no server.
final class Explain implements BuiltIn {

    @Override
    public String line() {
        return "dv explain";
    }

    @Override
    public String summary() {
        return "Explain a field, as in vm.status.phase or vm.create.image";
    }

    @Override
    public List<String> examples() {
        return List.of("dv explain vm", "dv explain vm.status.phase", "dv explain vm.create.networks");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "PATH", "A noun, and the way to the field."));
    }

    @Override
    public ExitCode run(Session session) {
        var path = session.positional(0);
        if (path == null) {
            throw CommandFailure.usage(
                    "dv explain needs a path", "for example: " + examples().get(1));
        }
        session.surroundings().out().print(text(path));
        return ExitCode.DONE;
    }

    private static String text(String path) {
        var steps = path.split("\\.");
        var place = 1;
        var schema = root(steps[0]);
        if (schema != null && steps.length > 1 && schema.field(steps[1]) == null) {
            var body = body(steps[0], steps[1]);
            schema = body == null ? schema : body;
            place = body == null ? 1 : 2;
        }
        if (schema == null) {
            throw unknown(steps[0], "a noun such as vm, network or task");
        }
        FieldInfo field = null;
        for (; place < steps.length; place++) {
            field = schema == null ? null : schema.field(steps[place].replace('-', '_'));
            if (field == null) {
                throw unknown(
                        path,
                        "see: dv explain " + String.join(".", List.of(steps).subList(0, place)));
            }
            schema = field.schema() == null ? null : Schemas.of(field.schema());
        }
        return describe(path, field, schema);
    }

    private static String describe(String path, @Nullable FieldInfo field, @Nullable SchemaInfo schema) {
        var text = new StringBuilder(path);
        if (field != null) {
            text.append("  ")
                    .append(type(field))
                    .append(field.required() ? "  required" : "")
                    .append('\n');
            text.append("  ").append(field.description()).append('\n');
        } else {
            text.append('\n');
        }
        if (schema != null && !schema.values().isEmpty()) {
            text.append("  one of ")
                    .append(String.join(", ", schema.values()))
                    .append("; later servers may have more\n");
        }
        if (schema != null && !schema.fields().isEmpty()) {
            var width = 0;
            for (var child : schema.fields()) {
                width = Math.max(width, child.name().length());
            }
            for (var child : schema.fields()) {
                text.append("  ")
                        .append(child.name())
                        .repeat(' ', width - child.name().length() + 2);
                text.append(type(child))
                        .repeat(' ', Math.max(1, 10 - type(child).length()));
                text.append(child.description()).append('\n');
            }
        }
        return text.toString();
    }

    private static String type(FieldInfo field) {
        return switch (field.kind()) {
            case LIST -> "list";
            case MAP -> "map";
            case OBJECT -> "object";
            case STRING -> field.values().isEmpty() ? "string" : "enum";
            case TIME, INTEGER, BOOLEAN -> name(field.kind());
        };
    }

    private static String name(FieldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// The schema of a noun's resource, which what reads it answers best, or one that is named itself.
    private static @Nullable SchemaInfo root(String name) {
        for (var noun : Operations.nouns()) {
            if (noun.substring(noun.indexOf(' ') + 1).equals(name)) {
                var resource = Operations.of(noun).stream()
                        .filter(operation -> operation.response() != null)
                        .min(Comparator.comparing(OperationInfo::mutates));
                if (resource.isPresent()) {
                    var plain = Objects.requireNonNull(resource.get().response());
                    return Schemas.of(plain.replace("Accepted", "").replace("Page", ""));
                }
            }
        }
        for (var schema : Schemas.names()) {
            if (schema.equalsIgnoreCase(name)) {
                return Schemas.of(schema);
            }
        }
        return null;
    }

    private static @Nullable SchemaInfo body(String name, String verb) {
        for (var noun : Operations.nouns()) {
            if (noun.substring(noun.indexOf(' ') + 1).equals(name)) {
                for (var operation : Operations.of(noun)) {
                    var command = operation.command();
                    var request = operation.request();
                    if (command != null && command.verb().equals(verb) && request != null) {
                        return Schemas.of(request);
                    }
                }
            }
        }
        return null;
    }

    private static CommandFailure unknown(String path, String hint) {
        return new CommandFailure(ExitCode.NOT_FOUND, "there is nothing called " + path, List.of("hint: " + hint));
    }
}
