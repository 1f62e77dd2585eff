package no.dataverket.contract.compatibility;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Compares schemas. What a client sends must still be taken; what it reads must still be there.
final class SchemaBreaks {

    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems", "maxProperties");

    private final Set<String> found;
    private final Set<Pair> seen = new HashSet<>();

    private record Pair(Object before, Object after, Direction direction) {}

    /// Who writes what is described.
    enum Direction {
        REQUEST,
        RESPONSE
    }

    SchemaBreaks(Set<String> found) {
        this.found = found;
    }

    void compare(String at, Tree before, Tree after, Direction direction) {
        if (!seen.add(new Pair(before.node(), after.node(), direction))) {
            return;
        }
        kind(at, before, after);
        nothing(at, before, after, direction);
        values(at, before, after);
        if (direction == Direction.REQUEST) {
            limits(at, before, after);
        }
        properties(at, before, after, direction);
        part(at + "[]", "items", before, after, direction);
        part(at + "{}", "additionalProperties", before, after, direction);
    }

    private void kind(String at, Tree before, Tree after) {
        for (var key : List.of("type", "format")) {
            var was = before.text(key);
            var is = after.text(key);
            if (!was.equals(is) && !(key.equals("format") && was.isEmpty() && !is.startsWith("int"))) {
                found.add(at + ": " + key + " was " + shown(was) + " and is " + shown(is));
            }
        }
    }

    private void nothing(String at, Tree before, Tree after, Direction direction) {
        boolean was = before.has(Tree.OR_NULL);
        boolean is = after.has(Tree.OR_NULL);
        if (direction == Direction.REQUEST ? was && !is : is && !was) {
            found.add(at + (is ? ": may be null now" : ": can't be null now"));
        }
    }

    private void values(String at, Tree before, Tree after) {
        if (after.has("enum")) {
            var gone = new TreeSet<String>();
            before.list("enum").forEach(value -> gone.add(value.toString()));
            after.list("enum").forEach(value -> gone.remove(value.toString()));
            gone.forEach(value -> found.add(at + ": the value " + value + " is gone"));
            if (!before.has("enum")) {
                found.add(at + ": takes certain values only");
            }
        }
    }

    private void limits(String at, Tree before, Tree after) {
        for (var key : LOWER) {
            if (after.has(key) && (!before.has(key) || number(after, key).compareTo(number(before, key)) > 0)) {
                found.add(at + ": " + key + " was " + shown(before.text(key)) + " and is " + after.text(key));
            }
        }
        for (var key : UPPER) {
            if (after.has(key) && (!before.has(key) || number(after, key).compareTo(number(before, key)) < 0)) {
                found.add(at + ": " + key + " was " + shown(before.text(key)) + " and is " + after.text(key));
            }
        }
        if (after.has("pattern") && !after.text("pattern").equals(before.text("pattern"))) {
            found.add(at + ": pattern was " + shown(before.text("pattern")) + " and is " + after.text("pattern"));
        }
    }

    private void properties(String at, Tree before, Tree after, Direction direction) {
        var was = before.at("properties");
        var is = after.at("properties");
        for (var name : was.keys()) {
            if (is.has(name)) {
                compare(at + "." + name, was.at(name), is.at(name), direction);
            } else {
                found.add(at + "." + name + ": the field is gone");
            }
        }
        for (var name : is.keys()) {
            boolean wasRequired = before.list("required").contains(name);
            boolean isRequired = after.list("required").contains(name);
            if (direction == Direction.REQUEST && isRequired && !wasRequired) {
                found.add(at + "." + name + ": is required now");
            }
            if (direction == Direction.RESPONSE && wasRequired && !isRequired) {
                found.add(at + "." + name + ": may be missing now");
            }
        }
    }

    private void part(String at, String key, Tree before, Tree after, Direction direction) {
        if (!before.at(key).empty()) {
            compare(at, before.at(key), after.at(key), direction);
        } else if (direction == Direction.REQUEST
                && !Objects.equals(before.node().get(key), after.node().get(key))
                && after.text(key).equals("false")) {
            found.add(at + ": takes no other fields now");
        }
    }

    private static BigDecimal number(Tree schema, String key) {
        return new BigDecimal(schema.text(key));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "open" : value;
    }
}
