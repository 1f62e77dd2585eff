package no.dataverket.cli.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.dataverket.cli.session.GlobalOptions;
import no.dataverket.sdk.operation.FieldInfo;
import no.dataverket.sdk.operation.FieldKind;
import no.dataverket.sdk.operation.ParameterInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Builds the flags of one command from its operation.
final class CommandSpecs {

    private CommandSpecs() {}

    static CommandSpec of(Command command) {
        var spec = CommandSpec.create().name(command.line());
        spec.interpolateVariables(false);
        var path = command.pathParameter();
        if (path != null || command.namesBody()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0")
                    .arity("0..1")
                    .paramLabel(path == null ? "NAME" : path.name().toUpperCase(Locale.ROOT))
                    .type(String.class)
                    .description(path == null ? "Name." : text(path.description()))
                    .build());
        }
        for (var parameter : command.operation().parameters()) {
            if (!parameter.inPath() && !isOurs(parameter.name())) {
                spec.addOption(option(parameter));
            }
        }
        for (var field : command.bodyFields()) {
            if (!Flags.isScope(field.name())) {
                spec.addOption(option(command, field));
            }
        }
        if (command.isList()) {
            paging(spec);
        }
        GlobalOptions.addTo(spec, shown(command));
        return spec;
    }

    /// Parameters of the query that have a flag of their own, or none.
    private static boolean isOurs(String parameter) {
        return switch (parameter) {
            case "page_size", "page_token", "validate_only" -> true;
            default -> Flags.isScope(parameter);
        };
    }

    private static OptionSpec option(ParameterInfo parameter) {
        var names = parameter.name().equals("label_selector")
                ? new String[] {Flags.of(parameter.name()), "-l"}
                : new String[] {Flags.of(parameter.name())};
        var option = OptionSpec.builder(names).type(String.class).description(text(parameter.description()));
        return parameter.kind() == FieldKind.BOOLEAN
                ? option.arity("0..1")
                        .fallbackValue("true")
                        .paramLabel("true|false")
                        .build()
                : option.arity("1").paramLabel(label(parameter.kind())).build();
    }

    private static OptionSpec option(Command command, FieldInfo field) {
        var builder = OptionSpec.builder(names(field)).description(description(command, field));
        return switch (field.kind()) {
            case BOOLEAN ->
                builder.type(Boolean.class)
                        .arity("0..1")
                        .fallbackValue("true")
                        .paramLabel("true|false")
                        .build();
            case LIST ->
                builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(field.item() == FieldKind.OBJECT ? "VALUE|k=v,.." : label(field.item()))
                        .build();
            case MAP, OBJECT ->
                builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel("k=v,..")
                        .build();
            case STRING, TIME, INTEGER ->
                builder.type(String.class)
                        .arity("1")
                        .paramLabel(label(field.kind()))
                        .build();
        };
    }

    private static String[] names(FieldInfo field) {
        var name = Flags.of(field.name());
        var singular = Flags.singular(field.name());
        var repeats = field.kind() == FieldKind.LIST || field.kind() == FieldKind.MAP;
        return repeats && !singular.equals(name) ? new String[] {singular, name} : new String[] {name};
    }

    private static String description(Command command, FieldInfo field) {
        var lines = new StringBuilder(field.description());
        if (!field.values().isEmpty()) {
            lines.append(" One of ").append(String.join(", ", field.values())).append('.');
        }
        if (field.required()
                && !command.operation().mergePatch()
                && !field.name().equals("name")) {
            lines.append(" Required.");
        }
        return text(lines.toString());
    }

    private static void paging(CommandSpec spec) {
        spec.addOption(plain("--limit", "N", "At most this many; 1000 if left out, 0 for all."));
        spec.addOption(plain("--page-size", "N", "Resources per request."));
        spec.addOption(plain("--page-token", "TOKEN", "Only the page that this token stands for."));
    }

    private static OptionSpec plain(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(description)
                .build();
    }

    private static List<String> shown(Command command) {
        var shown = new ArrayList<>(List.of("--output", "--quiet", "--context", "--debug", "--help"));
        for (var scope : List.of("tenant", "project", "environment", "datacenter")) {
            if (command.takes(scope)) {
                shown.add("--" + scope);
            }
        }
        if (command.isList()) {
            shown.addAll(List.of("--columns", "--no-headers"));
        }
        if (command.isAccepted()) {
            shown.addAll(List.of("--wait", "--no-wait", "--timeout"));
        }
        if (command.operation().previewable()) {
            shown.add("--dry-run");
        }
        if (command.isDestructive()) {
            shown.add("--yes");
        }
        if (command.operation().guarded()) {
            shown.add("--if-match");
        }
        if (command.operation().idempotent()) {
            shown.add("--idempotency-key");
        }
        return shown;
    }

    private static String label(FieldKind kind) {
        return switch (kind) {
            case INTEGER -> "N";
            case TIME -> "TIME";
            case STRING, BOOLEAN, OBJECT, LIST, MAP -> "VALUE";
        };
    }

    /// picocli takes descriptions for formats.
    private static String text(String description) {
        return description.replace("%", "%%");
    }
}
