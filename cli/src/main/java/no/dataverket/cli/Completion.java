package no.dataverket.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.dataverket.cli.builtin.BuiltIn;
import no.dataverket.cli.builtin.BuiltIns;
import no.dataverket.cli.operation.ServerNames;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;
import no.dataverket.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Answers the shells' completion scripts: a candidate a line, and what it means behind a tab. Says nothing
/// rather than something wrong, and never fails.
final class Completion {

    private final Surroundings surroundings;
    private final List<String> found = new ArrayList<>();
    private String prefix = "";

    Completion(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param words the tool, the words before the cursor, and the one at the cursor, which may be empty
    ExitCode run(List<String> words) {
        if (words.size() >= 2) {
            prefix = words.getLast();
            try {
                complete(words.getFirst(), words.subList(1, words.size() - 1));
            } catch (CommandFailure e) {
                found.clear(); // a broken settings file must not write into the person's prompt
            }
        }
        for (var each : found) {
            surroundings.out().println(each);
        }
        return ExitCode.DONE;
    }

    private void complete(String tool, List<String> before) {
        var words = Words.split(tool, before);
        if (words.path().isEmpty()) {
            first(words.tool());
            return;
        }
        var single = BuiltIns.of(words.tool() + " " + words.path().getFirst());
        if (single != null) {
            arguments(CommandHelp.spec(single), words.behind(1), "");
            return;
        }
        var noun = Catalogue.noun(words.tool(), words.path().getFirst());
        if (noun == null) {
            return;
        }
        if (words.path().size() == 1) {
            verbs(words.tool(), noun);
            return;
        }
        var verb = words.path().get(1);
        var spec = spec(words.tool(), noun, verb);
        if (spec != null) {
            arguments(spec, words.rest(), verb.equals("create") ? "" : words.tool() + " " + noun);
        }
    }

    private static @Nullable CommandSpec spec(String tool, String noun, String verb) {
        @Nullable BuiltIn builtIn = BuiltIns.of(tool + " " + noun + " " + verb);
        if (builtIn != null) {
            return CommandHelp.spec(builtIn);
        }
        var command = Catalogue.operation(tool, noun, verb);
        return command == null ? null : command.spec();
    }

    private void first(String tool) {
        if (tool.equals("dv")) {
            offer("ce", "machines, images and hypervisors");
            offer("net", "networks");
            offer("id", "logging in, and tokens");
            offer("help", "");
        }
        Catalogue.nouns(tool).forEach(noun -> offer(noun, ""));
        Catalogue.single(tool)
                .forEach(command -> offer(command.line().substring(tool.length() + 1), command.summary()));
    }

    private void verbs(String tool, String noun) {
        for (var operation : Catalogue.operations(tool, noun)) {
            offer(Objects.requireNonNull(operation.command()).verb(), operation.summary());
        }
        for (var builtIn : Catalogue.ofNoun(tool, noun)) {
            offer(builtIn.line().substring(builtIn.line().lastIndexOf(' ') + 1), builtIn.summary());
        }
    }

    /// @param names noun whose names the positional parameter takes; empty for none
    private void arguments(CommandSpec spec, List<String> rest, String names) {
        var last = rest.isEmpty() ? "" : rest.getLast();
        var option = last.startsWith("-") ? spec.findOption(last) : null;
        if (option != null && option.arity().max() > 0) {
            values(option, spec, rest);
            return;
        }
        if (prefix.startsWith("-")) {
            for (var each : spec.options()) {
                if (!each.hidden()) {
                    offer(
                            each.longestName(),
                            String.join(" ", each.description()).replace("%%", "%"));
                }
            }
            return;
        }
        if (!names.isEmpty() && !spec.positionalParameters().isEmpty()) {
            server(names, spec, rest);
        }
    }

    private void values(OptionSpec option, CommandSpec spec, List<String> rest) {
        var name = option.longestName().substring(2);
        switch (name) {
            case "output" ->
                List.of("table", "wide", "json", "yaml", "csv", "name", "jsonpath=")
                        .forEach(each -> offer(each, ""));
            case "context" ->
                new no.dataverket.cli.config.Settings(surroundings, java.util.Map.of())
                        .contexts()
                        .forEach(each -> offer(each, ""));
            default -> {
                var text = String.join(" ", option.description());
                var start = text.indexOf("One of ");
                if (start >= 0) {
                    for (var value :
                            text.substring(start + 7, text.indexOf('.', start)).split(", ")) {
                        offer(value, "");
                    }
                } else if (option.arity().min() == 0) {
                    offer("true", "");
                    offer("false", "");
                } else {
                    var noun = nounOf(name);
                    if (noun != null) {
                        server(noun, spec, rest);
                    }
                }
            }
        }
    }

    /// The tool and noun whose names a flag takes, as `dvce image` for `--image`.
    private static @Nullable String nounOf(String flag) {
        for (var tool : Catalogue.tools()) {
            var noun = Catalogue.noun(tool, flag.toLowerCase(Locale.ROOT));
            if (noun != null) {
                return tool + " " + noun;
            }
        }
        return null;
    }

    private void server(String noun, CommandSpec spec, List<String> rest) {
        var usable = new ArrayList<>(rest);
        if (!usable.isEmpty() && usable.getLast().startsWith("-")) {
            usable.removeLast();
        }
        try (var session = new Session(surroundings, FlagParser.parse(spec, usable), words -> ExitCode.USAGE)) {
            new ServerNames(session).of(noun).forEach(name -> offer(name, ""));
        }
    }

    private void offer(String candidate, String meaning) {
        if (candidate.startsWith(prefix)) {
            found.add(meaning.isEmpty() ? candidate : candidate + "\t" + meaning);
        }
    }
}
