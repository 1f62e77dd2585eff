package no.dataverket.cli.builtin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import picocli.CommandLine.Model.CommandSpec;

/// Shows exactly what would be carried out, and approves just that.
final class ApprovalApprove implements BuiltIn {

    @Override
    public String line() {
        return "dv approval approve";
    }

    @Override
    public String summary() {
        return "Look at what somebody asked for, and approve just that";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv approval approve APPROVAL",
                "dv approval approve APPROVAL --yes --comment 'seen with the team'",
                "dv approval approve APPROVAL --hash HASH");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "APPROVAL", "Approval, by its identifier."));
        spec.addOption(BuiltIn.valued("--hash", "HASH", "Hash of what you looked at before; nothing is asked then."));
        spec.addOption(BuiltIn.valued("--comment", "TEXT", "What the others shall know."));
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--yes");
    }

    @Override
    public ExitCode run(Session session) {
        var id = session.positional(0);
        if (id == null) {
            throw CommandFailure.usage(
                    "dv approval approve needs an approval", "see what waits: dv approval list --state PENDING");
        }
        if (session.flag("--hash") == null && !session.has("--yes") && !session.isInteractive()) {
            throw CommandFailure.usage(
                    "approve " + id + " is your decision and nobody can be asked",
                    "add --yes to approve what it shows, or --hash with that of what you looked at");
        }
        try {
            return approve(session, "/v1/approvals/" + Call.segment(id));
        } catch (ApiException e) {
            throw ErrorText.of(e, "approve " + id);
        } catch (ConnectionException e) {
            throw ErrorText.of(e, "approve " + id, session.settings().endpoint().toString());
        }
    }

    private static ExitCode approve(Session session, String target) {
        var approval = session.get(target);
        var hash = session.flag("--hash");
        if (session.format().isForPeople()) {
            session.surroundings().out().print(text(approval, session.style()));
        }
        if (hash == null && !session.has("--yes")) {
            ask(session);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("hash", hash == null ? approval.field("hash").text() : hash);
        var comment = session.flag("--comment");
        if (comment != null) {
            body.put("comment", comment);
        }
        var request = Request.of("POST", target + ":approve")
                .withBody("application/json", Json.compact(body).getBytes(StandardCharsets.UTF_8));
        var decided = Json.read(session.send(request).body());
        if (!session.format().isForPeople()) {
            session.printer().document(decided);
            return ExitCode.DONE;
        }
        var state = Style.clean(decided.field("state").text());
        session.tell(
                state.equals("PENDING")
                        ? "Approved by you; it waits for another one."
                        : "Approved. Follow it: dv task wait "
                                + Style.clean(decided.field("task").text()));
        return ExitCode.DONE;
    }

    private static void ask(Session session) {
        var err = session.surroundings().err();
        err.print("Approve exactly this? Type yes: ");
        err.flush();
        if (!"yes".equals(session.surroundings().readLine())) {
            throw new CommandFailure(
                    ExitCode.FAILURE,
                    "not confirmed; nothing is approved",
                    List.of("hint: type yes, or refuse it: dv approval reject APPROVAL --reason WHY"));
        }
    }

    private static String text(Node approval, Style style) {
        var text = new StringBuilder(style.bold(clean(approval, "action") + " of " + clean(approval, "subject_name")))
                .append(", asked for by ")
                .append(clean(approval, "requested_by"))
                .append('\n');
        line(text, "reason", clean(approval, "reason"));
        line(text, "request", clean(approval, "request"));
        line(text, "body", clean(approval, "body"));
        var effects = approval.field("effects");
        marked(text, style.good("+"), effects.field("would_create"));
        marked(text, style.busy("~"), effects.field("would_change"));
        marked(text, style.bad("-"), effects.field("would_delete"));
        line(text, "needs", clean(approval, "automation_class") + ": " + clean(approval, "cause"));
        line(text, "until", Times.show(clean(approval, "expires_at")));
        line(text, "hash", clean(approval, "hash"));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("  ")
                    .append(name)
                    .append(" ".repeat(9 - name.length()))
                    .append(value)
                    .append('\n');
        }
    }

    private static void marked(StringBuilder text, String mark, Node entries) {
        for (var entry : entries.items()) {
            text.append("  ")
                    .append(mark)
                    .append(' ')
                    .append(Style.clean(entry.text()))
                    .append('\n');
        }
    }

    private static String clean(Node approval, String field) {
        return Style.clean(approval.field(field).text());
    }
}
