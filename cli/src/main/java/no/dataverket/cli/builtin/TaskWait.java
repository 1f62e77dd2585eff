package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.cli.task.TaskFollower;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import picocli.CommandLine.Model.CommandSpec;

/// Follows a task to its end, also through the time in which it is blocked.
final class TaskWait implements BuiltIn {

    @Override
    public String line() {
        return "dv task wait";
    }

    @Override
    public String summary() {
        return "Follow a task until it ends, also while it is blocked";
    }

    @Override
    public List<String> examples() {
        return List.of("dv task wait TASK", "dv task wait TASK --timeout 5m", "dv task wait TASK -o json");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "TASK", "Identifier of the task."));
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--timeout");
    }

    @Override
    public ExitCode run(Session session) {
        var id = session.positional(0);
        if (id == null) {
            throw CommandFailure.usage("dv task wait needs a task", "see: dv task list");
        }
        try {
            var first = session.get("/v1/tasks/" + Call.segment(id));
            var task = new TaskFollower(session, session.givenTimeout(), false).follow(first);
            if (session.format().isForPeople()) {
                session.surroundings().out().println(text(task.field("id").text(), task));
            } else {
                session.printer().one("task", task);
            }
            return ExitCode.DONE;
        } catch (ApiException e) {
            throw ErrorText.of(e, "wait for task " + id);
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e, "wait for task " + id, session.settings().endpoint().toString());
        }
    }

    private static String text(String id, no.dataverket.cli.json.Node task) {
        var from = task.field("created_at").text();
        var to = task.field("finished_at").text();
        var took = Times.isTime(from) && Times.isTime(to)
                ? "        " + Times.took(Times.epochMillis(to) - Times.epochMillis(from))
                : "";
        return "Task " + Style.clean(id) + " is " + task.field("state").text() + took;
    }
}
