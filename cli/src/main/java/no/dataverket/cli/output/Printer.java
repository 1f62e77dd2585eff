package no.dataverket.cli.output;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.JsonPath;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.json.Yaml;

/// Writes results to the standard output in the format that was asked for.
public final class Printer {

    private final PrintStream out;
    private final PrintStream err;
    private final Format format;
    private final Style style;
    private final boolean headers;
    private final Instant now;

    public Printer(PrintStream out, PrintStream err, Format format, Style style, boolean headers, Instant now) {
        this.out = out;
        this.err = err;
        this.format = format;
        this.style = style;
        this.headers = headers;
        this.now = now;
    }

    /// The format in force.
    public Format format() {
        return format;
    }

    /// Writes a page: what it lists as a table or a line each, or the page itself.
    public void list(String noun, List<Column> columns, Node page) {
        var items = page.field("items").items();
        switch (format.kind()) {
            case TABLE -> table(noun, columns, items);
            case WIDE -> table(noun, widened(columns, items), items);
            case CSV -> out.print(Csv.write(items, headers));
            case NAME, IDS -> items.forEach(item -> out.println(handle(noun, item)));
            case JSON, YAML, JSONPATH -> document(page);
        }
    }

    /// Writes one resource: as a card for people, or itself.
    public void one(String noun, Node resource) {
        switch (format.kind()) {
            case TABLE, WIDE -> out.print(new Card(style, now).lay(noun, resource));
            case CSV -> out.print(Csv.write(List.of(resource), headers));
            case NAME, IDS -> out.println(handle(noun, resource));
            case JSON, YAML, JSONPATH -> document(resource);
        }
    }

    /// Writes one resource as the row of a table, where columns were asked for.
    public void row(String noun, List<Column> columns, Node resource) {
        table(noun, columns, List.of(resource));
    }

    /// Writes the tree itself, as JSON unless another format was asked for.
    public void document(Node tree) {
        switch (format.kind()) {
            case YAML -> out.print(Yaml.write(tree));
            case JSONPATH -> path(tree);
            case TABLE, WIDE, CSV, JSON, NAME, IDS -> out.println(Json.pretty(tree));
        }
    }

    private void table(String noun, List<Column> columns, List<Node> items) {
        if (items.isEmpty()) {
            err.println("No " + plural(noun) + ".");
            return;
        }
        out.print(new Table(columns, style, now).lay(items, headers));
    }

    private void path(Node tree) {
        for (var each : JsonPath.find(format.argument(), tree)) {
            out.println(each.isObject() || each.isList() ? Json.compact(each.value()) : each.text());
        }
    }

    /// The columns, and one for each other plain field of the resources.
    private static List<Column> widened(List<Column> columns, List<Node> items) {
        var all = new ArrayList<>(columns);
        if (!items.isEmpty()) {
            var first = items.getFirst();
            for (var name : first.names()) {
                var value = first.field(name);
                if (!value.isObject()
                        && !value.isList()
                        && columns.stream().noneMatch(column -> column.path().equals(name))) {
                    all.add(new Column(name.toUpperCase(Locale.ROOT), name));
                }
            }
        }
        return all;
    }

    private String handle(String noun, Node resource) {
        var named = named(resource);
        var id = named.field("id").text();
        var name = named.field("name").text();
        if (format.kind() == Format.Kind.IDS) {
            return id.isEmpty() ? name : id;
        }
        return noun + "/" + (name.isEmpty() ? id : name);
    }

    /// What carries the identifier: the answer, or the resource inside it.
    private static Node named(Node answer) {
        if (answer.names().contains("id") || answer.names().contains("name")) {
            return answer;
        }
        for (var field : answer.names()) {
            if (answer.field(field).names().contains("id")) {
                return answer.field(field);
            }
        }
        return answer;
    }

    /// More than one of a noun.
    public static String plural(String noun) {
        return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
