package no.dataverket.cli;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import no.dataverket.cli.builtin.BuiltIns;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Whether the command line understands a command, without a server. For whatever tells people what to call.
public final class Grammar {

    /// What the launcher does by itself.
    private static final Set<String> LAUNCHER = Set.of("up", "down", "docs");

    /// A tool and what follows it, up to where the sentence goes on.
    private static final Pattern IN_PROSE =
            Pattern.compile("\\b(dv(?:ce|net|id)? [a-z][a-z-]*(?: .*?)?)(?=[;,)](?: |$)|\\.(?: |$)| or |: |$)");

    private Grammar() {}

    /// The commands that a text names.
    public static List<String> commandsIn(String prose) {
        return IN_PROSE.matcher(prose).results().map(found -> found.group(1)).toList();
    }

    /// @throws AssertionError if a command that the text names is not understood
    public static void requireUnderstood(String prose) {
        for (var command : commandsIn(prose)) {
            try {
                requireCommand(command, Path.of(System.getProperty("java.io.tmpdir")));
            } catch (CommandFailure | NullPointerException notUnderstood) {
                throw new AssertionError(
                        "\"" + command + "\" is not understood: " + notUnderstood.getMessage() + "\nin \"" + prose
                                + "\"",
                        notUnderstood);
            }
        }
    }

    /// @param home where files are looked for
    static void requireCommand(String example, Path home) {
        var all = Run.words(example);
        var words = Words.split(all.getFirst(), all.subList(1, all.size()));
        var first = words.path().getFirst();
        if (words.tool().equals("dv") && LAUNCHER.contains(first)) {
            return;
        }
        if (first.equals("help")) {
            Objects.requireNonNull(Topics.of(words.path().get(1)), "no such topic");
            return;
        }
        var single = BuiltIns.of(words.tool() + " " + first);
        if (single != null) {
            FlagParser.parse(CommandHelp.spec(single), words.behind(1));
            return;
        }
        var noun = Objects.requireNonNull(Catalogue.noun(words.tool(), first), "there is no " + first);
        if (words.path().size() < 2) {
            throw new NullPointerException("no verb");
        }
        var verb = words.path().get(1);
        var builtIn = BuiltIns.of(words.tool() + " " + noun + " " + verb);
        if (builtIn != null) {
            FlagParser.parse(CommandHelp.spec(builtIn), words.rest());
            return;
        }
        var command = Objects.requireNonNull(Catalogue.operation(words.tool(), noun, verb), "no verb " + verb);
        var surroundings = new Run(home).surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        command.check(
                new Session(surroundings, FlagParser.parse(command.spec(), words.rest()), other -> ExitCode.DONE));
    }
}
