package no.dataverket.cli.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A place in a JSON tree. What is not there reads as null, so that no reader has to ask first.
public record Node(Object value) {

    /// Nothing.
    public static final Node MISSING = new Node(Json.NULL);

    /// What the dotted path leads to; a list on the way stands for each of its items.
    public Node at(String path) {
        var dot = path.indexOf('.');
        var step = dot < 0 ? path : path.substring(0, dot);
        var next = step(step);
        return dot < 0 ? next : next.at(path.substring(dot + 1));
    }

    /// The field with exactly this name.
    public Node field(String name) {
        return value instanceof Map<?, ?> ? step(name) : MISSING;
    }

    /// Whether there is nothing here.
    public boolean isMissing() {
        return value == Json.NULL;
    }

    /// Whether this is an object.
    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /// Whether this is a list.
    public boolean isList() {
        return value instanceof List<?>;
    }

    /// Whether this is a true boolean.
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /// The number here, or 0.
    public long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /// The scalar as text; lists as their items with commas; nothing as the empty text.
    public String text() {
        // No pattern switch: linking one costs more than the rest of a short run.
        if (value instanceof String string) {
            return string;
        }
        if (value instanceof List<?>) {
            return joined(items());
        }
        if (value instanceof Map<?, ?>) {
            return pairs();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return isMissing() ? "" : value.toString();
    }

    private static String joined(List<Node> items) {
        var text = new StringBuilder();
        for (var item : items) {
            text.append(text.isEmpty() ? "" : ",").append(item.text());
        }
        return text.toString();
    }

    private String pairs() {
        var text = new StringBuilder();
        for (var name : names()) {
            text.append(text.isEmpty() ? "" : ",").append(name).append('=');
            text.append(field(name).text());
        }
        return text.toString();
    }

    /// The text here, or another where there is none.
    public String textOr(String other) {
        var text = text();
        return text.isEmpty() ? other : text;
    }

    /// The items of a list; none where this is no list.
    public List<Node> items() {
        var items = new ArrayList<Node>();
        if (value instanceof List<?> list) {
            for (var item : list) {
                items.add(new Node(item));
            }
        }
        return items;
    }

    /// The names of an object's fields, in order.
    public List<String> names() {
        var names = new ArrayList<String>();
        if (value instanceof Map<?, ?> map) {
            for (var key : map.keySet()) {
                names.add(String.valueOf(key));
            }
        }
        return names;
    }

    private Node step(String name) {
        if (value instanceof Map<?, ?> map) {
            var found = map.get(name);
            return found == null ? MISSING : new Node(found);
        }
        if (value instanceof List<?>) {
            var all = new ArrayList<Object>();
            for (var item : items()) {
                var found = item.step(name);
                if (!found.isMissing()) {
                    all.add(found.value());
                }
            }
            return new Node(all);
        }
        return MISSING;
    }
}
