package no.dataverket.cli.builtin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import picocli.CommandLine.Model.CommandSpec;

/// Brings the inventory to what a document says: makes the plan, shows it, and applies just that one.
final class InventoryImport implements BuiltIn {

    private static final String PLANS = "/v1/operator/inventory/plans";

    @Override
    public String line() {
        return "dv inventory import";
    }

    @Override
    public String summary() {
        return "Bring the inventory to what a document says: plan, look, apply";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv inventory import site.yaml",
                "dv inventory import site.yaml --plan-only",
                "dv inventory import site.yaml --prune --yes");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "FILE", "The document; - is the standard input."));
        spec.addOption(BuiltIn.toggle("--prune", "Delete what the document does not mention in its datacenters."));
        spec.addOption(BuiltIn.toggle("--plan-only", "Make the plan and show it; apply nothing."));
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--yes");
    }

    @Override
    public ExitCode run(Session session) {
        var file = session.positional(0);
        if (file == null) {
            throw CommandFailure.usage(
                    "dv inventory import needs a file",
                    "for example: " + examples().getFirst());
        }
        var action = "import " + file;
        try {
            return run(session, session.surroundings().read(file));
        } catch (ApiException e) {
            throw ErrorText.of(e, action);
        } catch (ConnectionException e) {
            throw ErrorText.of(e, action, session.settings().endpoint().toString());
        }
    }

    private static ExitCode run(Session session, String document) {
        var prune = session.has("--prune");
        var plan = post(session, PLANS, Map.of("document", document, "prune", prune));
        var people = session.format().isForPeople();
        if (people) {
            show(session.surroundings().out(), plan, session.style(), prune);
        }
        if (session.has("--plan-only") || !plan.field("actions").items().isEmpty() && !isWanted(session)) {
            if (people) {
                session.tell("Nothing is applied yet. Apply it: dv inventory apply "
                        + plan.field("id").text() + " --hash "
                        + plan.field("hash").text());
            } else {
                session.printer().document(plan);
            }
            return ExitCode.DONE;
        }
        var applied = post(
                session,
                PLANS + "/" + Call.segment(plan.field("id").text()) + ":apply",
                Map.of("hash", plan.field("hash").text()));
        if (!people) {
            session.printer().document(applied);
            return ExitCode.DONE;
        }
        session.tell("Applied.");
        var waiting = applied.field("trust_change").text();
        if (!waiting.isEmpty()) {
            session.tell("A second operator makes it trusted: dv trust-change get " + Style.clean(waiting));
        }
        return ExitCode.DONE;
    }

    /// Whether to apply what was shown: said before, or typed now.
    private static boolean isWanted(Session session) {
        if (session.has("--yes")) {
            return true;
        }
        if (!session.isInteractive()) {
            return false;
        }
        var err = session.surroundings().err();
        err.print("Apply it? Type yes: ");
        err.flush();
        return "yes".equals(session.surroundings().readLine());
    }

    private static Node post(Session session, String target, Map<String, Object> body) {
        var request = Request.of("POST", target)
                .withBody("application/json", Json.compact(body).getBytes(StandardCharsets.UTF_8));
        return Json.read(session.send(request).body());
    }

    private static void show(PrintStream out, Node plan, Style style, boolean prune) {
        out.println("Plan " + Style.clean(plan.field("id").text()) + " · "
                + plan.field("creates").number() + " to create, "
                + plan.field("changes").number() + " to change, "
                + plan.field("deletes").number() + " to delete, "
                + plan.field("unchanged").number() + " as they are");
        for (var action : plan.field("actions").items()) {
            var key = Style.clean(action.field("key").text());
            var verb = action.field("action").text();
            if (verb.equals("CREATE")) {
                out.println(style.good("  + " + key));
            } else if (verb.equals("DELETE")) {
                out.println(style.bad("  - " + key));
            } else {
                out.println(style.busy("  ~ " + key));
                for (var field : action.field("fields").items()) {
                    out.println("      " + Style.clean(field.field("field").text()) + ": "
                            + Style.clean(field.field("before").textOr("nothing")) + " → "
                            + Style.clean(field.field("after").textOr("nothing")));
                }
            }
        }
        var unmentioned = plan.field("unmentioned").items().size();
        if (unmentioned > 0 && !prune) {
            out.println("  " + unmentioned + " more are there and not in the document; --prune would delete them");
        }
    }
}
