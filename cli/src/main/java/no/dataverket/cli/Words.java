package no.dataverket.cli;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.session.GlobalOptions;

/// The words of a command line: the tool, the first words that name a command, and what follows.
///
/// @param path noun and verb, as far as they were written
/// @param arguments everything behind the tool, in order
/// @param places where the words of the path are among the arguments
record Words(String tool, List<String> path, List<String> arguments, List<Integer> places) {

    /// Splits arguments; flags may also stand before noun and verb.
    static Words split(String tool, List<String> arguments) {
        var path = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        var rest = arguments;
        var named = tool;
        for (var index = 0; index < rest.size() && path.size() < 2; index++) {
            var word = rest.get(index);
            if (word.startsWith("-")) {
                index += GlobalOptions.takesValue(word) ? 1 : 0;
            } else if (path.isEmpty() && named.equals("dv") && isTool(word)) {
                named = "dv" + word;
                rest = without(rest, List.of(index));
                index--;
            } else {
                path.add(word);
                places.add(index);
            }
        }
        return new Words(named, path, rest, places);
    }

    /// The arguments without the first words of the path.
    List<String> behind(int count) {
        return without(arguments, places.subList(0, count));
    }

    /// What is neither noun nor verb.
    List<String> rest() {
        return behind(path.size());
    }

    boolean asksForHelp() {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    private static List<String> without(List<String> all, List<Integer> places) {
        var left = new ArrayList<String>(all.size());
        for (var index = 0; index < all.size(); index++) {
            if (!places.contains(index)) {
                left.add(all.get(index));
            }
        }
        return left;
    }

    private static boolean isTool(String word) {
        return word.equals("ce") || word.equals("net") || word.equals("id");
    }
}
