package no.dataverket.cli;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.builtin.BuiltIn;
import no.dataverket.cli.builtin.BuiltIns;
import no.dataverket.cli.operation.OperationCommand;
import no.dataverket.cli.output.Printer;
import no.dataverket.sdk.operation.OperationInfo;
import no.dataverket.sdk.operation.Operations;
import org.jspecify.annotations.Nullable;

/// Every command that there is, by tool, noun and verb.
final class Catalogue {

    private static final List<String> TOOLS = List.of("dv", "dvid", "dvce", "dvnet");

    private Catalogue() {}

    static List<String> tools() {
        return TOOLS;
    }

    /// The noun in the singular, if the tool has it.
    static @Nullable String noun(String tool, String written) {
        for (var noun : nouns(tool)) {
            if (noun.equals(written) || Printer.plural(noun).equals(written)) {
                return noun;
            }
        }
        return null;
    }

    /// Nouns of a tool, made from the table or by hand.
    static List<String> nouns(String tool) {
        var nouns = new ArrayList<String>();
        for (var noun : Operations.nouns()) {
            if (noun.startsWith(tool + " ")) {
                nouns.add(noun.substring(tool.length() + 1));
            }
        }
        for (var line : BuiltIns.lines()) {
            var words = line.split(" ");
            if (words.length == 3 && words[0].equals(tool) && !nouns.contains(words[1])) {
                nouns.add(words[1]);
            }
        }
        return nouns;
    }

    /// Commands of a tool that are one word.
    static List<BuiltIn> single(String tool) {
        return builtIns(tool + " ", 2);
    }

    /// Commands of a noun that are written by hand.
    static List<BuiltIn> ofNoun(String tool, String noun) {
        return builtIns(tool + " " + noun + " ", 3);
    }

    /// The operations of a noun that have a command.
    static List<OperationInfo> operations(String tool, String noun) {
        return Operations.of(tool + " " + noun);
    }

    /// The command of an operation, if the noun has the verb.
    static @Nullable OperationCommand operation(String tool, String noun, String verb) {
        var operations = operations(tool, noun);
        for (var operation : operations) {
            var command = operation.command();
            if (command != null && command.verb().equals(verb)) {
                return new OperationCommand(operation, operations);
            }
        }
        return null;
    }

    /// What a noun does when no verb is said: `dv health` has nothing to choose from.
    static @Nullable OperationCommand onlyCommand(String tool, String noun) {
        var operations = operations(tool, noun);
        if (operations.size() != 1 || !ofNoun(tool, noun).isEmpty()) {
            return null;
        }
        var command = operations.getFirst().command();
        return command != null && command.verb().equals("get")
                ? new OperationCommand(operations.getFirst(), operations)
                : null;
    }

    /// Verbs of a noun.
    static List<String> verbs(String tool, String noun) {
        var verbs = new ArrayList<String>();
        for (var operation : operations(tool, noun)) {
            var command = operation.command();
            if (command != null) {
                verbs.add(command.verb());
            }
        }
        for (var builtIn : ofNoun(tool, noun)) {
            verbs.add(builtIn.line().substring(builtIn.line().lastIndexOf(' ') + 1));
        }
        return verbs;
    }

    private static List<BuiltIn> builtIns(String prefix, int words) {
        var found = new ArrayList<BuiltIn>();
        for (var line : BuiltIns.lines()) {
            if (line.startsWith(prefix) && line.split(" ").length == words) {
                var builtIn = BuiltIns.of(line);
                if (builtIn != null) {
                    found.add(builtIn);
                }
            }
        }
        return found;
    }
}
