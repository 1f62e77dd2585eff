package no.dataverket.cli.json;

import java.util.List;
import java.util.Map;

/// Writes a tree as JSON on several lines.
final class PrettyJson {

    private final StringBuilder text = new StringBuilder();

    String write(Object tree) {
        value(tree, "\n");
        return text.toString();
    }

    private void value(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> fields && !fields.isEmpty()) {
            var separator = "{";
            for (var field : fields.entrySet()) {
                text.append(separator).append(lineBreak).append("  ");
                text.append(Json.compact(String.valueOf(field.getKey()))).append(": ");
                value(field.getValue(), lineBreak + "  ");
                separator = ",";
            }
            text.append(lineBreak).append('}');
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            var separator = "[";
            for (var item : items) {
                text.append(separator).append(lineBreak).append("  ");
                value(item, lineBreak + "  ");
                separator = ",";
            }
            text.append(lineBreak).append(']');
        } else {
            text.append(Json.compact(value));
        }
    }
}
