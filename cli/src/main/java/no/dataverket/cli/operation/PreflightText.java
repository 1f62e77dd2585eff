package no.dataverket.cli.operation;

import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;

/// Says what a request needs, and what is missing for it.
final class PreflightText {

    private PreflightText() {}

    /// @param subject as in `vm web-1`
    static String of(String subject, Node preflight, Style style) {
        var text = new StringBuilder(style.bold(subject))
                .append(": ")
                .append(verdict(preflight))
                .append('\n');
        for (var check : preflight.field("checks").items()) {
            boolean met = check.field("satisfied").isTrue();
            var mark = met ? style.good("✓") : check.field("blocks").isTrue() ? style.bad("✗") : style.busy("~");
            var code = check.field("code").text();
            text.append("  ")
                    .append(mark)
                    .append(' ')
                    .append(Style.clean(check.field("detail").text()))
                    .append(code.isEmpty() ? "" : " (" + Style.clean(code) + ")")
                    .append('\n');
            var hint = check.field("hint").text();
            if (!met && !hint.isEmpty()) {
                text.append("      ").append(Style.clean(hint)).append('\n');
            }
        }
        return text.toString();
    }

    private static String verdict(Node preflight) {
        if (!preflight.field("ready").isTrue()) {
            return "would be refused";
        }
        return preflight.field("waits").isTrue() ? "would be accepted, and wait" : "would be accepted";
    }
}
