package no.dataverket.cli;

import java.util.List;
import java.util.Objects;
import no.dataverket.cli.builtin.BuiltIn;
import no.dataverket.cli.builtin.BuiltIns;
import no.dataverket.cli.operation.OperationCommand;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;
import no.dataverket.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Finds the command that is meant, and runs it.
final class Program {

    private static final List<String> LAUNCHER = List.of("up", "down", "test", "contract", "format", "build");

    private final Surroundings surroundings;

    Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Runs one command line.
    ///
    /// @param tool name under which the program was called
    ExitCode run(String tool, List<String> arguments) {
        try {
            return dispatch(tool, arguments);
        } catch (CommandFailure e) {
            surroundings.out().flush();
            surroundings.err().print(e.text());
            return e.exitCode();
        }
    }

    private ExitCode dispatch(String tool, List<String> arguments) {
        if (!Catalogue.tools().contains(tool)) {
            throw CommandFailure.usage("there is no tool " + tool, "the tools are dv, dvid, dvce and dvnet");
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("__complete")) {
            return new Completion(surroundings).run(arguments.subList(1, arguments.size()));
        }
        var words = Words.split(tool, arguments);
        if (words.path().isEmpty()) {
            if (words.rest().contains("--version")) {
                return builtIn(Objects.requireNonNull(BuiltIns.of("dv version")), List.of());
            }
            surroundings.out().print(RootHelp.of(words.tool()));
            return ExitCode.DONE;
        }
        if (words.path().getFirst().equals("help")) {
            return help(words);
        }
        var single = BuiltIns.of(words.tool() + " " + words.path().getFirst());
        if (single != null) {
            return words.asksForHelp() ? show(CommandHelp.of(single)) : builtIn(single, words.behind(1));
        }
        return noun(words);
    }

    private ExitCode noun(Words words) {
        var written = words.path().getFirst();
        var noun = Catalogue.noun(words.tool(), written);
        if (noun == null) {
            throw unknownNoun(words.tool(), written);
        }
        if (words.path().size() == 1) {
            var only = Catalogue.onlyCommand(words.tool(), noun);
            if (only != null && !words.asksForHelp()) {
                return operation(only, words.rest());
            }
            if (words.rest().isEmpty() || words.asksForHelp()) {
                return show(NounHelp.of(words.tool(), noun));
            }
            throw CommandFailure.usage("which verb?", "see: " + words.tool() + " " + noun + " --help");
        }
        var verb = words.path().get(1);
        var builtIn = BuiltIns.of(words.tool() + " " + noun + " " + verb);
        if (builtIn != null) {
            return words.asksForHelp() ? show(CommandHelp.of(builtIn)) : builtIn(builtIn, words.rest());
        }
        var command = Catalogue.operation(words.tool(), noun, verb);
        if (command == null) {
            throw CommandFailure.usage(
                    words.tool() + " " + noun + " has no verb " + verb,
                    Suggestion.of(verb, Catalogue.verbs(words.tool(), noun), words.tool() + " " + noun + " "));
        }
        return words.asksForHelp() ? show(CommandHelp.of(command)) : operation(command, words.rest());
    }

    private ExitCode operation(OperationCommand command, List<String> rest) {
        try (var session = session(command.spec(), rest)) {
            return command.run(session);
        }
    }

    private ExitCode builtIn(BuiltIn command, List<String> rest) {
        try (var session = session(CommandHelp.spec(command), rest)) {
            return command.run(session);
        }
    }

    private Session session(CommandSpec spec, List<String> rest) {
        return new Session(
                surroundings,
                FlagParser.parse(spec, rest),
                words -> run(words.getFirst(), words.subList(1, words.size())));
    }

    private ExitCode help(Words words) {
        if (words.path().size() == 1) {
            return show(RootHelp.of(words.tool()));
        }
        var topic = Topics.of(words.path().get(1));
        if (topic != null) {
            return show(topic);
        }
        var asked = new java.util.ArrayList<>(words.behind(1));
        asked.add("--help");
        return dispatch(words.tool(), asked);
    }

    private ExitCode show(String text) {
        surroundings.out().print(text);
        return ExitCode.DONE;
    }

    private static CommandFailure unknownNoun(String tool, String written) {
        if (tool.equals("dv") && LAUNCHER.contains(written)) {
            return CommandFailure.usage("dv " + written + " is done by the launcher", "call ./dv " + written);
        }
        for (var other : Catalogue.tools()) {
            @Nullable String noun = Catalogue.noun(other, written);
            if (noun != null || BuiltIns.of(other + " " + written) != null) {
                return CommandFailure.usage(
                        tool + " has no noun " + written,
                        "did you mean: " + other + " " + (noun == null ? written : noun));
            }
        }
        var known = new java.util.ArrayList<>(Catalogue.nouns(tool));
        Catalogue.single(tool).forEach(single -> known.add(single.line().substring(tool.length() + 1)));
        return CommandFailure.usage(tool + " has no noun " + written, Suggestion.of(written, known, tool + " "));
    }
}
