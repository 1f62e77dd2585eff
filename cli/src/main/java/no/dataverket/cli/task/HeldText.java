package no.dataverket.cli.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;

/// Tells that a task waits for something outside, that it is kept, and how to follow it.
final class HeldText {

    private HeldText() {}

    static CommandFailure of(Node task, Instant now) {
        var id = Style.clean(task.field("id").text());
        var state = task.field("state").text() + (TaskState.isReconciling(task) ? ", reconciling" : "");
        var blockers = task.field("blocked_on").items();
        if (state.equals("WAITING_APPROVAL") && !blockers.isEmpty()) {
            return approval(task, blockers.getFirst());
        }
        if (blockers.isEmpty()) {
            return CommandFailure.notice(
                    ExitCode.TASK_BLOCKED,
                    "Task " + id + " is " + state,
                    List.of("The request is kept. It waits for its time.", "Follow: dv task wait " + id));
        }
        var causes = new ArrayList<String>();
        var names = new ArrayList<String>();
        var runbooks = new ArrayList<String>();
        for (var blocker : blockers) {
            var name = capital(Style.clean(blocker.field("dependency").text()));
            causes.add(Style.clean(blocker.field("cause").text()) + " (" + name + " unavailable"
                    + since(blocker.field("since").text(), now) + ")");
            if (!names.contains(name)) {
                names.add(name);
            }
            var runbook = Style.clean(blocker.field("runbook").text());
            if (!runbook.isEmpty() && !runbooks.contains(runbook)) {
                runbooks.add(runbook);
            }
        }
        var follow = "Follow: dv task wait " + id;
        return CommandFailure.notice(
                ExitCode.TASK_BLOCKED,
                "Task " + id + " is " + state + ": " + String.join("; ", causes),
                List.of(
                        "The request is kept. It continues by itself when " + String.join(" and ", names)
                                + (names.size() == 1 ? " returns." : " return."),
                        runbooks.isEmpty()
                                ? follow
                                : follow + "      Runbook: dv runbook show " + runbooks.getFirst()));
    }

    private static CommandFailure approval(Node task, Node blocker) {
        var id = Style.clean(task.field("id").text());
        var approval = Style.clean(blocker.field("dependency").text());
        var cause = Style.clean(blocker.field("cause").text());
        var until = task.field("deadline_at").text();
        return CommandFailure.notice(
                ExitCode.TASK_BLOCKED,
                "Task " + id + " is WAITING_APPROVAL: " + cause,
                List.of(
                        "The request is kept" + (Times.isTime(until) ? " until " + Times.show(until) : "")
                                + ", and continues by itself when it is approved.",
                        "Follow: dv task wait " + id + "      Take it back: dv approval withdraw " + approval));
    }

    /// The time of day for what began today, the whole time otherwise.
    private static String since(String time, Instant now) {
        if (!Times.isTime(time)) {
            return "";
        }
        var today = now.toEpochMilli() - Times.epochMillis(time) < 86_400_000;
        return " since " + (today ? time.substring(11, 16) + "Z" : Times.show(time));
    }

    private static String capital(String word) {
        return word.isEmpty() ? "a dependency" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
