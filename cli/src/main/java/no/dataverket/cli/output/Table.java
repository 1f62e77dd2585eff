package no.dataverket.cli.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.json.Node;

/// Lays resources out in columns.
final class Table {

    private static final String GAP = "   ";

    private final List<Column> columns;
    private final Style style;
    private final Instant now;

    Table(List<Column> columns, Style style, Instant now) {
        this.columns = columns;
        this.style = style;
        this.now = now;
    }

    String lay(List<Node> resources, boolean headers) {
        var widths = new int[columns.size()];
        for (var place = 0; place < widths.length && headers; place++) {
            widths[place] = columns.get(place).header().length();
        }
        var rows = new ArrayList<List<String>>(resources.size());
        for (var resource : resources) {
            var row = new ArrayList<String>(widths.length);
            for (var place = 0; place < widths.length; place++) {
                var cell = columns.get(place).cell(resource, now);
                widths[place] = Math.max(widths[place], cell.length());
                row.add(cell);
            }
            rows.add(row);
        }
        var text = new StringBuilder();
        if (headers) {
            for (var place = 0; place < widths.length; place++) {
                var header = columns.get(place).header();
                cell(text, style.bold(header), header.length(), widths, place);
            }
        }
        for (var row : rows) {
            for (var place = 0; place < widths.length; place++) {
                var cell = row.get(place);
                var shown = columns.get(place).isState() ? style.state(cell) : cell;
                cell(text, shown, cell.length(), widths, place);
            }
        }
        return text.toString();
    }

    private static void cell(StringBuilder text, String shown, int length, int[] widths, int place) {
        text.append(shown);
        if (place == widths.length - 1) {
            text.append('\n');
            return;
        }
        for (var pad = length; pad < widths[place]; pad++) {
            text.append(' ');
        }
        text.append(GAP);
    }
}
