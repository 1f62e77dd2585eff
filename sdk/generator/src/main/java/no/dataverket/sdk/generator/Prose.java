package no.dataverket.sdk.generator;

/// The sentences of the contract, as they stand in comments.
public final class Prose {

    private static final int WIDTH = 100;

    private Prose() {}

    /// With the full stop that the contract may leave out.
    public static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /// Broken into lines, each with the same before it, and ended with a line break.
    public static String lines(String before, String text) {
        var all = new StringBuilder();
        var line = new StringBuilder(before);
        for (var word : text.split("\\s+")) {
            if (line.length() > before.length()) {
                if (line.length() + 1 + word.length() > WIDTH) {
                    all.append(line).append('\n');
                    line = new StringBuilder(before);
                } else {
                    line.append(' ');
                }
            }
            line.append(word);
        }
        return all.append(line).append('\n').toString();
    }
}
