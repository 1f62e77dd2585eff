package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;

/// Says what is wrong now, the most urgent first, and what to do about each.
final class Now implements BuiltIn {

    @Override
    public String line() {
        return "dv now";
    }

    @Override
    public String summary() {
        return "Say what is wrong now, and what to do about it";
    }

    @Override
    public List<String> examples() {
        return List.of("dv now", "dv now -o json", "dv runbook list");
    }

    @Override
    public ExitCode run(Session session) {
        try {
            var found = session.get("/v1/operator/findings");
            if (session.format().isForPeople()) {
                session.surroundings().out().print(text(session, found.field("findings")));
            } else {
                session.printer().document(found);
            }
            return ExitCode.DONE;
        } catch (ApiException e) {
            throw ErrorText.of(e, "ask what is wrong");
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e, "ask what is wrong", session.settings().endpoint().toString());
        }
    }

    private static String text(Session session, Node findings) {
        var items = findings.items();
        if (items.isEmpty()) {
            return session.style().good("✓") + " nothing is wrong\n";
        }
        var text = new StringBuilder();
        for (var finding : items) {
            text.append(finding(session, finding));
        }
        return text.toString();
    }

    private static String finding(Session session, Node finding) {
        var style = session.style();
        var severity = finding.field("severity").text();
        var since = finding.field("since").text();
        var age = Times.isTime(since)
                ? "  "
                        + style.faint("for "
                                + Times.age(
                                        since, session.surroundings().clock().instant()))
                : "";
        var subjects = Style.clean(finding.field("subjects").text());
        return (severity.equals("CRITICAL") ? style.bad(severity) : style.busy(severity))
                + "  " + style.bold(Style.clean(finding.field("title").text())) + age + "\n"
                + "  what  " + Style.clean(finding.field("detail").text()) + "\n"
                + (subjects.isEmpty() ? "" : "  who   " + subjects.replace(",", ", ") + "\n")
                + "  look  " + Style.clean(finding.field("command").text()) + "\n"
                + "  do    dv runbook show "
                + Style.clean(finding.field("runbook").text()) + "\n";
    }
}
