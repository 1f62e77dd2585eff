package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A command that is written by hand.
public interface BuiltIn {

    /// What is typed before the arguments, as in `dv task wait`.
    String line();

    /// One line that says what it does.
    String summary();

    /// Complete commands; the last lines of the help.
    List<String> examples();

    /// Adds the arguments and flags that only this command has.
    default void describe(CommandSpec spec) {}

    /// Global flags that mean something to it, beside the usual ones.
    default List<String> globalFlags() {
        return List.of();
    }

    /// Runs the command.
    ExitCode run(Session session);

    /// A positional parameter.
    static PositionalParamSpec positional(String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity(index.contains("..") ? "0..*" : "0..1")
                .paramLabel(label)
                .type(index.contains("..") ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    /// A flag with a value.
    static OptionSpec valued(String name, String label, String description) {
        return OptionSpec.builder(name.split(","))
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(description)
                .build();
    }

    /// A flag without a value.
    static OptionSpec toggle(String name, String description) {
        return OptionSpec.builder(name.split(","))
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }
}
