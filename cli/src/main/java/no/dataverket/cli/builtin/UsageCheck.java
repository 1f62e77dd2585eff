package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;

/// Has budgets, charges, usage and events compared; whether they agree is the exit code as well.
final class UsageCheck implements BuiltIn {

    @Override
    public String line() {
        return "dv usage check";
    }

    @Override
    public String summary() {
        return "Compare budgets, charges, usage and the events that usage is derived from";
    }

    @Override
    public List<String> examples() {
        return List.of("dv usage check", "dv usage check -o json", "dv runbook show rb-use-001");
    }

    @Override
    public ExitCode run(Session session) {
        try {
            var found = session.get("/v1/operator/usage-check");
            if (session.format().isForPeople()) {
                session.surroundings().out().print(text(session.style(), found));
            } else {
                session.printer().document(found);
            }
            return found.field("consistent").isTrue() ? ExitCode.DONE : ExitCode.DIFFERENT;
        } catch (ApiException e) {
            throw ErrorText.of(e, "compare use with its records");
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e,
                    "compare use with its records",
                    session.settings().endpoint().toString());
        }
    }

    private static String text(Style style, Node found) {
        var compared = found.field("budgets").text() + " budgets, "
                + found.field("charges").text() + " charges, "
                + found.field("intervals").text() + " intervals and "
                + found.field("events").text() + " events";
        if (found.field("consistent").isTrue()) {
            return style.good("✓") + " " + compared + " agree\n";
        }
        var text = new StringBuilder();
        for (var difference : found.field("differences").items()) {
            text.append(style.bad("✗"))
                    .append(' ')
                    .append(style.bold(Style.clean(difference.field("check").text())))
                    .append("  ")
                    .append(Style.clean(difference.field("subject").text()))
                    .append("\n    expected ")
                    .append(Style.clean(difference.field("expected").text()))
                    .append("\n    found    ")
                    .append(Style.clean(difference.field("found").text()))
                    .append('\n');
        }
        return text.append(compared)
                .append(" differ; what to do: dv runbook show ")
                .append(Style.clean(found.field("runbook").text()))
                .append('\n')
                .toString();
    }
}
