package no.dataverket.cli.operation;

import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;

/// Says what a request would do.
final class PreviewText {

    private PreviewText() {}

    static String of(String action, Node preview, Style style) {
        var text = new StringBuilder("Dry run, nothing is written: ")
                .append(style.bold(action))
                .append('\n');
        list(text, style.good("+"), preview.field("would_create"));
        list(text, style.busy("~"), preview.field("would_change"));
        list(text, style.bad("-"), preview.field("would_delete"));
        var steps = preview.field("steps");
        if (!steps.items().isEmpty()) {
            text.append("  steps: ").append(joined(steps)).append('\n');
        }
        var quota = preview.field("quota_after");
        if (!quota.names().isEmpty()) {
            text.append("  quota after: ");
            var separator = "";
            for (var name : quota.names()) {
                text.append(separator).append(Style.clean(name)).append(' ');
                text.append(Style.clean(quota.field(name).text()));
                separator = ", ";
            }
            text.append('\n');
        }
        list(text, style.busy("would wait for approval:"), preview.field("approvals_needed"));
        var blocked = preview.field("blocked_on");
        if (!blocked.items().isEmpty()) {
            text.append(style.busy("  would wait for: " + joined(blocked))).append('\n');
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String mark, Node entries) {
        for (var entry : entries.items()) {
            text.append("  ")
                    .append(mark)
                    .append(' ')
                    .append(Style.clean(entry.text()))
                    .append('\n');
        }
    }

    private static String joined(Node entries) {
        var text = new StringBuilder();
        for (var entry : entries.items()) {
            text.append(text.isEmpty() ? "" : ", ").append(Style.clean(entry.text()));
        }
        return text.toString();
    }
}
