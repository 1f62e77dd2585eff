package no.dataverket.cli;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.builtin.BuiltIn;
import no.dataverket.cli.operation.OperationCommand;
import no.dataverket.cli.session.GlobalOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The page of a command: what it does, its flags, and examples at the end.
final class CommandHelp {

    private static final int WIDTH = 110;
    private static final List<String> USUAL = List.of("--output", "--quiet", "--context", "--debug", "--help");

    private CommandHelp() {}

    static String of(OperationCommand command) {
        return page(command.summary(), command.spec(), command.examples());
    }

    static String of(BuiltIn command) {
        return page(command.summary(), spec(command), command.examples());
    }

    /// The flags of a command that is written by hand.
    static CommandSpec spec(BuiltIn command) {
        var spec = CommandSpec.create().name(command.line());
        spec.interpolateVariables(false);
        command.describe(spec);
        var shown = new ArrayList<>(USUAL);
        shown.addAll(command.globalFlags());
        GlobalOptions.addTo(spec, shown);
        return spec;
    }

    private static String page(String summary, CommandSpec spec, List<String> examples) {
        var text = new StringBuilder(summary).append(summary.endsWith(".") ? "\n" : ".\n");
        text.append("\nUsage: ").append(spec.name());
        for (var positional : spec.positionalParameters()) {
            text.append(' ').append(positional.paramLabel());
        }
        text.append(" [flags]\n");
        section(text, "Flags", options(spec, false));
        section(text, "Flags of many commands", options(spec, true));
        text.append("\nExamples\n");
        for (var example : examples) {
            text.append("  ").append(example).append('\n');
        }
        return text.toString();
    }

    private static List<OptionSpec> options(CommandSpec spec, boolean global) {
        var names = GlobalOptions.names();
        var chosen = new ArrayList<OptionSpec>();
        for (var option : spec.options()) {
            if (!option.hidden() && names.contains(option.names()[0]) == global) {
                chosen.add(option);
            }
        }
        return chosen;
    }

    private static void section(StringBuilder text, String title, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        var labels = new ArrayList<String>();
        var width = 0;
        for (var option : options) {
            var label =
                    String.join(", ", option.names()) + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
            labels.add(label);
            width = Math.max(width, Math.min(label.length(), 40));
        }
        for (var index = 0; index < options.size(); index++) {
            var label = labels.get(index);
            text.append("  ").append(label);
            if (label.length() > width) {
                text.append('\n').repeat(' ', width + 4);
            } else {
                text.repeat(' ', width - label.length() + 2);
            }
            var description = String.join(" ", options.get(index).description()).replace("%%", "%");
            wrap(text, description, width + 4);
        }
    }

    private static void wrap(StringBuilder text, String description, int indent) {
        var column = indent;
        for (var word : description.split(" ")) {
            if (column > indent && column + word.length() + 1 > WIDTH) {
                text.append('\n').repeat(' ', indent);
                column = indent;
            } else if (column > indent) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        text.append('\n');
    }
}
