package no.dataverket.cli.json;

import java.util.List;
import java.util.Map;

/// Writes a tree as YAML 1.2 in block style. A text that YAML could take for something else is written as a
/// JSON string, which YAML reads the same.
public final class Yaml {

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    /// The document, with a line break at its end.
    public static String write(Node node) {
        var yaml = new Yaml();
        yaml.value(node.value(), "", true);
        return yaml.text.toString();
    }

    private void value(Object value, String indent, boolean onLine) {
        if (value instanceof Map<?, ?> fields && !fields.isEmpty()) {
            var first = onLine;
            if (!onLine) {
                text.append('\n');
            }
            for (var field : fields.entrySet()) {
                text.append(first ? "" : indent).append(scalar(String.valueOf(field.getKey())));
                text.append(':');
                nested(field.getValue(), indent);
                first = false;
            }
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            var first = onLine;
            if (!onLine) {
                text.append('\n');
            }
            for (var item : items) {
                text.append(first ? "" : indent).append("- ");
                value(item, indent + "  ", true);
                first = false;
            }
        } else {
            text.append(onLine ? "" : " ").append(scalar(value)).append('\n');
        }
    }

    private void nested(Object value, String indent) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            value(value, indent, false);
        } else {
            value(value, indent + "  ", false);
        }
    }

    private static String scalar(Object value) {
        if (value instanceof String string && isPlain(string)) {
            return string;
        }
        return Json.compact(value);
    }

    private static boolean isPlain(String string) {
        if (string.isEmpty() || string.endsWith(" ") || string.endsWith(":") || !isStart(string.charAt(0))) {
            return false;
        }
        for (var index = 0; index < string.length(); index++) {
            var c = string.charAt(index);
            if (c < ' ' || c > '~' || c == '#' || c == ':' && string.startsWith(": ", index)) {
                return false;
            }
        }
        return switch (string.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "false", "null", "yes", "no", "on", "off", "y", "n" -> false;
            default -> true;
        };
    }

    private static boolean isStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '_';
    }
}
