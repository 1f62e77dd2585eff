package no.dataverket.cli;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.session.GlobalOptions;

/// The words of a command line: the tool, the first words that name a command, and what follows.
///
/// @param path noun and verb, as far as they were written
/// @param rest all else, in order
record Words(String tool, List<String> path, List<String> rest) {

    /// Splits arguments; flags may also stand before noun and verb.
    static Words split(String tool, List<String> arguments) {
        var path = new ArrayList<String>();
        var rest = new ArrayList<String>();
        var named = tool;
        for (var index = 0; index < arguments.size(); index++) {
            var word = arguments.get(index);
            if (path.size() == 2 || word.startsWith("-")) {
                rest.add(word);
                if (path.size() < 2 && GlobalOptions.takesValue(word) && index + 1 < arguments.size()) {
                    rest.add(arguments.get(++index));
                }
            } else if (path.isEmpty() && named.equals("dv") && isTool(word)) {
                named = "dv" + word;
            } else {
                path.add(word);
            }
        }
        return new Words(named, path, rest);
    }

    /// The same with the last `count` words of the path among the rest: they were arguments.
    Words withPath(int count) {
        var arguments = new ArrayList<>(path.subList(count, path.size()));
        arguments.addAll(rest);
        return new Words(tool, List.copyOf(path.subList(0, count)), arguments);
    }

    boolean asksForHelp() {
        return rest.contains("--help") || rest.contains("-h");
    }

    private static boolean isTool(String word) {
        return word.equals("ce") || word.equals("net") || word.equals("id");
    }
}
