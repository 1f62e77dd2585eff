package no.dataverket.cli.output;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;

/// Resources as comma-separated values (RFC 4180): a column for each field that any of them has, under the name
/// that the API gives it. What is not plain is written as JSON.
final class Csv {

    private static final String END = "\r\n";

    private Csv() {}

    static String write(List<Node> resources, boolean headers) {
        var names = new LinkedHashSet<String>();
        resources.forEach(resource -> names.addAll(resource.names()));
        var text = new StringBuilder();
        if (headers && !names.isEmpty()) {
            text.append(names.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                    .append(END);
        }
        for (var resource : resources) {
            text.append(names.stream()
                            .map(name -> quoted(cell(resource.field(name))))
                            .collect(Collectors.joining(",")))
                    .append(END);
        }
        return text.toString();
    }

    private static String cell(Node value) {
        return value.isObject() || value.isList() ? Json.compact(value.value()) : value.text();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
