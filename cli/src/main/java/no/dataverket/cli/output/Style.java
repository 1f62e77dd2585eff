package no.dataverket.cli.output;

/// Colours, where a person looks at a terminal and wants them.
public final class Style {

    /// No colours.
    public static final Style PLAIN = new Style(false);

    private static final String RESET = "\u001b[0m";

    private final boolean coloured;

    public Style(boolean coloured) {
        this.coloured = coloured;
    }

    /// Whether colours are used.
    public boolean isColoured() {
        return coloured;
    }

    public String bold(String text) {
        return paint("\u001b[1m", text);
    }

    public String faint(String text) {
        return paint("\u001b[2m", text);
    }

    public String good(String text) {
        return paint("\u001b[32m", text);
    }

    public String bad(String text) {
        return paint("\u001b[31m", text);
    }

    public String busy(String text) {
        return paint("\u001b[33m", text);
    }

    /// A phase or a state in the colour of what it means.
    public String state(String text) {
        return switch (text) {
            case "READY", "RUNNING", "SUCCEEDED", "OK" -> good(text);
            case "FAILED", "DEGRADED", "UNKNOWN", "DOWN" -> bad(text);
            case "STOPPED", "CANCELLED", "DELETED", "" -> text;
            default -> busy(text);
        };
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? code + text + RESET : text;
    }

    /// Text from elsewhere without what a terminal would take for a command.
    public static String clean(String text) {
        for (var index = 0; index < text.length(); index++) {
            if (isControl(text.charAt(index))) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            var c = text.charAt(index);
            clean.append(isControl(c) ? ' ' : c);
        }
        return clean.toString();
    }

    private static boolean isControl(char c) {
        return c < ' ' || c >= '\u007f' && c < '\u00a0';
    }
}
