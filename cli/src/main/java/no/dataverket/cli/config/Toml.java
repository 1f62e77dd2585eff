package no.dataverket.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The small part of TOML that our files use: `[table]` and `[table.name]` headers, and keys with a basic
/// string, a literal string, a boolean or an integer. Lines keep their place and their comments when a value
/// is set.
final class Toml {

    private final List<String> lines;
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    private Toml(List<String> lines) {
        this.lines = new ArrayList<>(lines);
        read();
    }

    /// @throws IllegalArgumentException naming the first line that is not understood
    static Toml of(String text) {
        return new Toml(List.of(text.split("\n")));
    }

    /// The value of a key; the table `""` is the one before any header.
    @Nullable
    String get(String table, String key) {
        var found = tables.get(table);
        return found == null ? null : found.get(key);
    }

    /// Names of the tables below another, as `lab` of `[context.lab]`.
    List<String> below(String parent) {
        var names = new ArrayList<String>();
        for (var table : tables.keySet()) {
            if (table.startsWith(parent + ".")) {
                names.add(table.substring(parent.length() + 1));
            }
        }
        return names;
    }

    /// Keys and values of a table.
    Map<String, String> table(String name) {
        return tables.getOrDefault(name, Map.of());
    }

    void set(String table, String key, String value) {
        var line = key + " = " + quoted(value);
        var start = start(table);
        if (start < 0) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("[" + table + "]");
            lines.add(line);
        } else {
            var place = place(start, key);
            if (place.exists()) {
                lines.set(place.index(), line);
            } else {
                lines.add(place.index(), line);
            }
        }
        read();
    }

    void remove(String table, String key) {
        var start = start(table);
        if (start >= 0 && place(start, key).exists()) {
            lines.remove(place(start, key).index());
            read();
        }
    }

    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private record Place(int index, boolean exists) {}

    /// Index of the first line after the table's header, or -1.
    private int start(String table) {
        if (table.isEmpty()) {
            return 0;
        }
        for (var index = 0; index < lines.size(); index++) {
            if (table.equals(header(lines.get(index).strip()))) {
                return index + 1;
            }
        }
        return -1;
    }

    private Place place(int start, String key) {
        var after = start;
        for (var index = start; index < lines.size(); index++) {
            var line = lines.get(index).strip();
            if (header(line) != null) {
                break;
            }
            var equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                if (line.substring(0, equals).strip().equals(key)) {
                    return new Place(index, true);
                }
                after = index + 1;
            }
        }
        return new Place(after, false);
    }

    private void read() {
        tables.clear();
        var table = "";
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var header = header(line);
            if (header != null) {
                table = header;
                tables.computeIfAbsent(table, name -> new LinkedHashMap<>());
                continue;
            }
            var equals = line.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("line " + (index + 1) + " is not key = value: " + line);
            }
            var value = value(line.substring(equals + 1).strip(), index + 1);
            tables.computeIfAbsent(table, name -> new LinkedHashMap<>())
                    .put(line.substring(0, equals).strip(), value);
        }
    }

    private static @Nullable String header(String line) {
        if (!line.startsWith("[")) {
            return null;
        }
        var end = line.indexOf(']');
        return end < 0 ? null : line.substring(1, end).strip().replace("\"", "");
    }

    private static String value(String text, int line) {
        if (text.startsWith("\"")) {
            return basic(text, line);
        }
        if (text.startsWith("'")) {
            var end = text.indexOf('\'', 1);
            if (end > 0) {
                return text.substring(1, end);
            }
        }
        var comment = text.indexOf('#');
        var bare = (comment < 0 ? text : text.substring(0, comment)).strip();
        if (bare.equals("true") || bare.equals("false") || isInteger(bare)) {
            return bare;
        }
        throw new IllegalArgumentException("line " + line + " needs its value in quotes: " + text);
    }

    private static boolean isInteger(String text) {
        for (var index = 0; index < text.length(); index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String basic(String text, int line) {
        var value = new StringBuilder();
        for (var index = 1; index < text.length(); index++) {
            var c = text.charAt(index);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && index + 1 < text.length()) {
                index++;
                c = switch (text.charAt(index)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    default -> text.charAt(index);
                };
            }
            value.append(c);
        }
        throw new IllegalArgumentException("line " + line + " has no closing quote");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
