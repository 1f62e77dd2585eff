package no.dataverket.cli.output;

import java.time.Instant;
import no.dataverket.cli.json.Node;

/// Shows one resource for a person: a line for each field, in the order of the API.
final class Card {

    private static final int LEAST_WIDTH = 12;

    private final Style style;
    private final Instant now;
    private final StringBuilder text = new StringBuilder();

    Card(Style style, Instant now) {
        this.style = style;
        this.now = now;
    }

    String lay(String noun, Node resource) {
        var name = resource.field("name").text();
        text.append(style.bold(name.isEmpty() ? noun : noun + " " + Style.clean(name)))
                .append('\n');
        fields(resource, "  ");
        return text.toString();
    }

    private void fields(Node object, String indent) {
        var width = LEAST_WIDTH;
        for (var name : object.names()) {
            width = Math.max(width, name.length());
        }
        for (var name : object.names()) {
            var value = object.field(name);
            if (value.isMissing() || value.isList() && value.items().isEmpty()) {
                continue;
            }
            text.append(indent).append(name.replace('_', ' '));
            if (value.isObject() && isNested(value)) {
                text.append('\n');
                fields(value, indent + "  ");
            } else if (value.isList() && value.items().getFirst().isObject()) {
                text.append('\n');
                for (var item : value.items()) {
                    text.append(indent).append("  ").append(line(item)).append('\n');
                }
            } else {
                text.repeat(' ', width - name.length() + 2)
                        .append(shown(name, value))
                        .append('\n');
            }
        }
    }

    /// An object of plain values fits on a line, as labels do.
    private static boolean isNested(Node object) {
        for (var name : object.names()) {
            var value = object.field(name);
            if (value.isObject() || value.isList()) {
                return true;
            }
        }
        return object.names().contains("phase");
    }

    private String line(Node item) {
        var line = new StringBuilder();
        for (var name : item.names()) {
            var value = item.field(name);
            if (!value.isMissing()) {
                line.append(line.isEmpty() ? "" : "  ")
                        .append(style.faint(name + "="))
                        .append(shown(name, value));
            }
        }
        return line.toString();
    }

    private String shown(String name, Node value) {
        var shown = Style.clean(value.text());
        if (Times.isTime(shown)) {
            return Times.show(shown)
                    + (Times.epochMillis(shown) <= now.toEpochMilli() ? " (" + Times.age(shown, now) + " ago)" : "");
        }
        if (shown.isEmpty()) {
            return "-";
        }
        return name.equals("phase") || name.equals("state") ? style.state(shown) : shown;
    }
}
