package no.dataverket.cli.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.CommandFailure;

/// A column of a table: its header, and the path into the resource.
public record Column(String header, String path) {

    /// Reads `HEADER=path`.
    public static Column parse(String written) {
        var equals = written.indexOf('=');
        return new Column(written.substring(0, equals), written.substring(equals + 1));
    }

    /// Reads all of a table's columns.
    public static List<Column> parse(List<String> written) {
        var columns = new ArrayList<Column>(written.size());
        for (var each : written) {
            columns.add(parse(each));
        }
        return columns;
    }

    /// The columns that a person asked for: headers of the table, paths, or `HEADER=path`.
    public static List<Column> choose(String written, List<Column> known) {
        var chosen = new ArrayList<Column>();
        for (var wanted : written.split(",")) {
            if (wanted.indexOf('=') > 0) {
                chosen.add(parse(wanted));
                continue;
            }
            var matches = known.stream()
                    .filter(column -> column.header().equalsIgnoreCase(wanted))
                    .toList();
            if (!matches.isEmpty()) {
                chosen.addAll(matches);
            } else if (wanted.isBlank()) {
                throw CommandFailure.usage("an empty column", "use headers or paths, as in NAME,status.phase");
            } else {
                var name = wanted.substring(wanted.lastIndexOf('.') + 1);
                chosen.add(new Column(name.toUpperCase(Locale.ROOT), wanted));
            }
        }
        return chosen;
    }

    /// What stands in the column for a resource.
    public String cell(Node resource, Instant now) {
        var text = Style.clean(resource.at(path).text());
        if (text.isEmpty()) {
            return "-";
        }
        if (Times.isTime(text)) {
            return header.equals("AGE") ? Times.age(text, now) : Times.show(text);
        }
        return text;
    }

    boolean isState() {
        return path.endsWith("phase") || path.endsWith("state");
    }
}
