package no.dataverket.cli.task;

import java.time.Duration;
import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.cli.task.TaskPoller.Update;
import org.jspecify.annotations.Nullable;

/// Waits for a task and shows its steps on the standard error.
public final class TaskFollower {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FRAME_MILLIS = 120;
    private static final long TICK_MILLIS = 500;

    private final Session session;
    private final @Nullable Duration timeout;
    private final boolean leavesWhenHeld;
    private Node task = Node.MISSING;
    private long heldSince;
    private boolean lost;

    /// @param timeout how long to wait; nothing for as long as it takes
    /// @param leavesWhenHeld whether to end after a few seconds in which the task is blocked
    public TaskFollower(Session session, @Nullable Duration timeout, boolean leavesWhenHeld) {
        this.session = session;
        this.timeout = timeout;
        this.leavesWhenHeld = leavesWhenHeld;
    }

    /// Waits until the task has succeeded, and gives it.
    ///
    /// @throws CommandFailure with the exit code for whatever else happens
    public Node follow(Node first) {
        task = first;
        var id = first.field("id").text();
        var began = System.nanoTime();
        var surroundings = session.surroundings();
        TaskView view = surroundings.errTerminal()
                ? new LiveView(surroundings.err(), session.errStyle(), surroundings.clock())
                : new LineView(surroundings.err(), session.errStyle(), surroundings.clock());
        var hook = new Thread(() -> interrupted(id));
        Runtime.getRuntime().addShutdownHook(hook);
        try (var poller = new TaskPoller(session.connection(), id)) {
            view.show(task);
            while (!TaskState.isFinal(task)) {
                take(poller.next(surroundings.errTerminal() ? FRAME_MILLIS : TICK_MILLIS));
                view.show(task);
                leaveIfHeld();
                if (timeout != null && System.nanoTime() - began > timeout.toNanos()) {
                    throw TaskState.isHeld(task) ? held() : stillRunning();
                }
            }
        } finally {
            view.end();
            forget(hook);
        }
        if (!task.field("state").text().equals("SUCCEEDED")) {
            throw failed();
        }
        return task;
    }

    /// The task as it was seen last.
    public Node seen() {
        return task;
    }

    private void take(@Nullable Update update) {
        if (update instanceof Update.Seen seen) {
            task = seen.task();
            lost = false;
        } else if (update instanceof Update.Lost unreachable) {
            if (!lost) {
                session.tell("warning: " + unreachable.reason() + "; the task goes on, asking again");
            }
            lost = true;
        } else if (update instanceof Update.Refused refused) {
            throw ErrorText.of(
                    refused.refusal(), "wait for task " + task.field("id").text());
        }
    }

    private void leaveIfHeld() {
        if (!TaskState.isHeld(task)) {
            heldSince = 0;
            return;
        }
        var now = System.nanoTime();
        heldSince = heldSince == 0 ? now : heldSince;
        if (leavesWhenHeld && now - heldSince >= PATIENCE.toNanos()) {
            throw held();
        }
    }

    private CommandFailure held() {
        return HeldText.of(task, session.surroundings().clock().instant());
    }

    private CommandFailure stillRunning() {
        var id = task.field("id").text();
        return CommandFailure.notice(
                ExitCode.STILL_RUNNING,
                "Task " + id + " is still " + task.field("state").text() + "; the wait timed out.",
                List.of("It goes on by itself.", "Follow: dv task wait " + id));
    }

    private CommandFailure failed() {
        var action = StepText.action(task);
        if (task.field("state").text().equals("CANCELLED")) {
            return new CommandFailure(
                    ExitCode.TASK_FAILED,
                    "cannot " + action + ": the task was cancelled",
                    List.of("task " + task.field("id").text()));
        }
        return ErrorText.ofTask(task, action);
    }

    private void interrupted(String id) {
        var err = session.surroundings().err();
        err.println();
        err.println("Detached. The task goes on; it was not cancelled.");
        err.println("  Resume: dv task wait " + id + "      Cancel: dv task cancel " + id);
        err.flush();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook says what there is to say.
        }
    }
}
