package no.dataverket.cli.session;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ApiVersionException;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.model.Problem;
import org.jspecify.annotations.Nullable;

/// Says what went wrong: what, why, what to do, and the identifiers for support.
public final class ErrorText {

    private ErrorText() {}

    /// The failure of a request.
    ///
    /// @param action what was tried, as in `create vm web-1`
    public static CommandFailure of(ApiException refusal, String action) {
        var problem = refusal.problem();
        return new CommandFailure(
                ExitCode.ofProblem(refusal.status(), refusal.code()),
                "cannot " + action + ": " + headline(problem),
                lines(problem, refusal.reply().requestId()));
    }

    /// The failure to reach the server.
    public static CommandFailure of(ConnectionException failure, String action, String endpoint) {
        if (failure instanceof ApiVersionException other) {
            return new CommandFailure(
                    ExitCode.FAILURE,
                    "cannot " + action + ": " + other.getMessage(),
                    List.of("hint: " + ofOtherVersion(other)));
        }
        var hint = failure.isTimedOut()
                ? "hint: the request may have been carried out; look before you repeat it"
                : "hint: check the endpoint " + endpoint + ", or start a server on this machine: dv up";
        return new CommandFailure(
                ExitCode.UNAVAILABLE,
                "cannot " + action + ": " + failure.getMessage(),
                List.of(hint, "see also: dv doctor"));
    }

    /// What to do about a server of another major version.
    public static String ofOtherVersion(ApiVersionException other) {
        return "take the dv that came with the server, or another server: dv context list; this is dv "
                + Session.VERSION + " for version " + other.spoken() + " of the API";
    }

    /// The failure of a task.
    public static CommandFailure ofTask(Node task, String action) {
        var error = task.field("error");
        var lines = new ArrayList<String>();
        addTo(lines, "", error.field("detail").text());
        addTo(lines, "hint: ", error.field("hint").text());
        var request = task.field("request_id").text();
        var runbook = error.field("runbook").text();
        addTo(
                lines,
                "",
                (request.isEmpty() ? "" : "request " + request + " · ") + "task "
                        + task.field("id").text() + (runbook.isEmpty() ? "" : " · runbook " + runbook));
        var title = error.field("title").textOr("the task failed");
        var code = error.field("code").text();
        var headline = code.isEmpty() ? title : title + " (" + code + ")";
        return new CommandFailure(ExitCode.TASK_FAILED, "cannot " + action + ": " + Style.clean(headline), lines);
    }

    private static void addTo(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(label + Style.clean(text));
        }
    }

    /// A problem in one line: its title and its code.
    public static String headline(Problem problem) {
        return Style.clean(problem.title()) + " (" + Style.clean(problem.code()) + ")";
    }

    /// What follows the first line.
    public static List<String> lines(Problem problem, @Nullable String requestId) {
        var lines = new ArrayList<String>();
        lines.add(Style.clean(problem.detail()));
        var violations = problem.violations();
        if (violations != null) {
            for (var violation : violations) {
                if (problem.detail().contains(violation.detail())) {
                    continue; // it has been said
                }
                lines.add(Style.clean(violation.pointer() + ": " + violation.detail() + " (" + violation.code() + ")"));
            }
        }
        var dependents = problem.dependents();
        if (dependents != null && !dependents.isEmpty()) {
            lines.add("used by " + Style.clean(String.join(", ", dependents)));
        }
        if (!problem.hint().isEmpty()) {
            lines.add("hint: " + Style.clean(problem.hint()));
        }
        var id = requestId == null ? problem.requestId() : requestId;
        var runbook = problem.runbook();
        var ids = (id == null || id.isEmpty() ? "" : "request " + id)
                + (runbook == null ? "" : (id == null || id.isEmpty() ? "" : " · ") + "runbook " + runbook);
        if (!ids.isEmpty()) {
            lines.add(Style.clean(ids));
        }
        return lines;
    }
}
