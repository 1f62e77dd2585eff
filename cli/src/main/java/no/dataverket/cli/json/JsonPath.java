package no.dataverket.cli.json;

import java.util.ArrayList;
import java.util.List;

/// The part of JSONPath that people use in scripts: `.status.phase`, `.items[*].name`, `.items[0]`,
/// `.items[-1]`, `['a.b']`; braces and a leading `$` may be there or not.
public final class JsonPath {

    private final String path;
    private int position;

    private JsonPath(String path) {
        this.path = path;
    }

    /// Everything that the path leads to.
    ///
    /// @throws IllegalArgumentException if the path is not understood
    public static List<Node> find(String expression, Node root) {
        var path = expression.strip();
        if (path.startsWith("{") && path.endsWith("}")) {
            path = path.substring(1, path.length() - 1);
        }
        return new JsonPath(path.startsWith("$") ? path.substring(1) : path).walk(root);
    }

    private List<Node> walk(Node root) {
        var found = List.of(root);
        while (position < path.length()) {
            if (path.charAt(position) == '[') {
                found = bracket(found);
            } else {
                found = name(found);
            }
        }
        return found;
    }

    private List<Node> name(List<Node> from) {
        if (path.charAt(position) == '.') {
            position++;
        } else if (position > 0) {
            throw new IllegalArgumentException("a dot is missing before " + path.substring(position));
        }
        var end = position;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        var name = path.substring(position, end);
        position = end;
        if (name.isEmpty()) {
            return from;
        }
        return name.equals("*") ? children(from) : fields(from, name);
    }

    private List<Node> bracket(List<Node> from) {
        var end = path.indexOf(']', position);
        if (end < 0) {
            throw new IllegalArgumentException("a ] is missing");
        }
        var inside = path.substring(position + 1, end).strip();
        position = end + 1;
        if (inside.equals("*")) {
            return children(from);
        }
        if (inside.startsWith("'") && inside.endsWith("'") && inside.length() > 1) {
            return fields(from, inside.substring(1, inside.length() - 1));
        }
        try {
            return item(from, Integer.parseInt(inside));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("[" + inside + "] is not a number, * or a name in quotes", e);
        }
    }

    private static List<Node> fields(List<Node> from, String name) {
        var all = new ArrayList<Node>();
        for (var node : from) {
            if (node.isObject() && node.names().contains(name)) {
                all.add(node.field(name));
            }
        }
        return all;
    }

    private static List<Node> children(List<Node> from) {
        var all = new ArrayList<Node>();
        for (var node : from) {
            all.addAll(node.items());
            for (var name : node.names()) {
                all.add(node.field(name));
            }
        }
        return all;
    }

    private static List<Node> item(List<Node> from, int index) {
        var all = new ArrayList<Node>();
        for (var node : from) {
            var items = node.items();
            var place = index < 0 ? items.size() + index : index;
            if (place >= 0 && place < items.size()) {
                all.add(items.get(place));
            }
        }
        return all;
    }
}
