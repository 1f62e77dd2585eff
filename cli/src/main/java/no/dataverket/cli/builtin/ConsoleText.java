package no.dataverket.cli.builtin;

/// A guest's console text, made safe for a person's terminal: line breaks, tabs and colours stay; what moves
/// the cursor, sets titles or asks the terminal to answer goes.
final class ConsoleText {

    private static final char ESCAPE = '\u001b';

    private ConsoleText() {}

    static String safe(String text) {
        var safe = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            var c = text.charAt(index);
            if (c == ESCAPE) {
                var end = end(text, index);
                if (end < text.length() && text.charAt(end) == 'm' && text.startsWith("[", index + 1)) {
                    safe.append(text, index, end + 1);
                }
                index = end;
            } else if (c == '\n' || c == '\t' || c >= ' ' && c != '\u007f' && (c < '\u0080' || c >= '\u00a0')) {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /// Index of the last character of the sequence that begins at the escape.
    private static int end(String text, int escape) {
        var kind = escape + 1 < text.length() ? text.charAt(escape + 1) : ' ';
        if (kind == '[') {
            for (var index = escape + 2; index < text.length(); index++) {
                if (text.charAt(index) >= '@' && text.charAt(index) <= '~') {
                    return index;
                }
            }
            return text.length();
        }
        if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
            for (var index = escape + 2; index < text.length(); index++) {
                if (text.charAt(index) == '\u0007' || text.startsWith(ESCAPE + "\\", index)) {
                    return text.charAt(index) == ESCAPE ? index + 1 : index;
                }
            }
            return text.length();
        }
        return Math.min(escape + 1, text.length());
    }
}
