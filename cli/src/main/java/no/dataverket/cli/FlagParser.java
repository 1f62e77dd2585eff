package no.dataverket.cli;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Parses the flags of one command.
final class FlagParser {

    private FlagParser() {}

    static ParseResult parse(CommandSpec spec, List<String> arguments) {
        var line = new CommandLine(spec);
        line.setExpandAtFiles(false); // our own @file is the value of a flag
        line.setUsageHelpAutoWidth(false);
        try {
            return keepable(spec, line.parseArgs(arguments.toArray(String[]::new)));
        } catch (CommandLine.UnmatchedArgumentException e) {
            throw unmatched(spec, e);
        } catch (CommandLine.ParameterException e) {
            throw CommandFailure.usage(lower(String.valueOf(e.getMessage())), "see: " + spec.name() + " --help");
        }
    }

    /// Most flags that mean nothing to a command do no harm to it. This one promises that nothing is written.
    private static ParseResult keepable(CommandSpec spec, ParseResult flags) {
        var dryRun = flags.matchedOption("--dry-run");
        if (dryRun != null && dryRun.hidden()) {
            throw CommandFailure.usage(spec.name() + " can't be tried out", "leave --dry-run out");
        }
        return flags;
    }

    private static CommandFailure unmatched(CommandSpec spec, CommandLine.UnmatchedArgumentException e) {
        var word = e.getUnmatched().getFirst();
        if (!word.startsWith("-")) {
            return CommandFailure.usage(spec.name() + " has no place for " + word, "see: " + spec.name() + " --help");
        }
        var flags = new ArrayList<String>();
        for (var option : spec.options()) {
            flags.addAll(List.of(option.names()));
        }
        var equals = word.indexOf('=');
        return CommandFailure.usage(
                spec.name() + " has no flag " + word,
                Suggestion.of(equals < 0 ? word : word.substring(0, equals), flags, ""));
    }

    private static String lower(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
