package no.dataverket.cli;

import java.util.List;

/// Guesses what was meant.
final class Suggestion {

    private Suggestion() {}

    /// A hint with the nearest word, or with all of them.
    static String of(String written, List<String> known, String prefix) {
        var nearest = "";
        var least = Math.max(1, written.length() / 3) + 1;
        for (var word : known) {
            var distance = distance(written, word);
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        if (!nearest.isEmpty()) {
            return "did you mean: " + prefix + nearest;
        }
        return known.size() > 20 ? "see its --help" : "there are: " + String.join(", ", known);
    }

    /// How many letters are added, left out or changed.
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (var line = 1; line <= one.length(); line++) {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= other.length(); column++) {
                var change = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
