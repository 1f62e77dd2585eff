package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;
import picocli.CommandLine.Model.CommandSpec;

/// Checks that the audit log is whole and unchanged: the server's by the server, an exported one right here.
final class AuditVerify implements BuiltIn {

    @Override
    public String line() {
        return "dv audit verify";
    }

    @Override
    public String summary() {
        return "Check that the audit log, or an export of it, is whole and unchanged";
    }

    @Override
    public List<String> examples() {
        return List.of("dv audit verify", "dv audit verify --file audit.jsonl", "dv audit verify -o json");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(
                BuiltIn.valued("--file", "FILE", "An export to check without the server; - is the standard input."));
    }

    @Override
    public ExitCode run(Session session) {
        var file = session.flag("--file");
        var verdict = file == null ? ask(session) : check(session, file);
        var intact = verdict.field("intact").isTrue();
        if (session.format().isForPeople()) {
            var out = session.surroundings().out();
            for (var flaw : verdict.field("flaws").items()) {
                out.println(line(flaw));
            }
            out.println(verdict.field("records").text()
                    + (intact ? " records are whole and unchanged" : " records were checked"));
        } else {
            session.printer().document(verdict);
        }
        return intact ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static Node ask(Session session) {
        try {
            return session.get("/v1/operator/audit:verify");
        } catch (ApiException e) {
            throw ErrorText.of(e, "verify the audit log");
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e, "verify the audit log", session.settings().endpoint().toString());
        }
    }

    private static Node check(Session session, String file) {
        var export = new AuditFile();
        var number = 0;
        for (var line : session.surroundings().read(file).lines().toList()) {
            number++;
            try {
                export.take(Json.read(line));
            } catch (RuntimeException unreadable) {
                throw new CommandFailure(
                        ExitCode.INVALID, file + " is not an export: line " + number + " can't be read", List.of());
            }
        }
        return export.verdict();
    }

    private static String line(Node flaw) {
        var entry = flaw.field("entry").text();
        return flaw.field("trouble").text() + "  chain "
                + flaw.field("chain").text() + ", place "
                + flaw.field("position").text() + (entry.isEmpty() ? "" : ", " + Style.clean(entry)) + ": "
                + Style.clean(flaw.field("detail").text());
    }
}
