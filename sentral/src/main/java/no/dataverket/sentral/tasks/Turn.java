package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.contract.command.DeadLetterMessages;
import no.dataverket.sentral.tasks.Saga.Step;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One look at a task: what it is, what time it is, what is known of the world, and what follows. Its methods
/// are the single moves of which [Forward] and [Backward] are made.
final class Turn {

    /// How often a task that waits for a service is looked at, should the news of its return be missed.
    static final Duration CHECK = Duration.ofSeconds(3);

    /// How often a task that waits in its lane is looked at, should nobody give it room.
    static final Duration HELD = Duration.ofMinutes(1);

    final Saga saga;
    final TaskRow task;
    final Instant now;
    final Surroundings surroundings;
    final List<Effect> effects = new ArrayList<>();
    private final long lease;

    Turn(Saga saga, TaskRow task, Instant now, long lease, Surroundings surroundings) {
        this.saga = saga;
        this.task = task;
        this.now = now;
        this.lease = lease;
        this.surroundings = surroundings;
    }

    Step declared(StepRow step) {
        return saga.step(step.name);
    }

    /// Sends a step's command, or its undo: as a new execution, or as the one of which nobody said how it ended
    /// because its service went away. What the service has done already it then answers, and does not do again.
    void send(StepRow step, boolean undo) {
        boolean probing = task.blocker != null
                && task.blocker.kind() == WaitKind.DEPENDENCY
                && task.state != TaskState.RUNNING
                && !task.blocker.dependency().equals(step.service);
        if (!probing) {
            unblock();
        }
        if (undo && step.state != StepState.RETRY_WAIT) {
            step.attempts = 0;
        }
        begun(step);
        if (!inDoubt(step, undo)) {
            step.execution = Id.next(IdKind.EVENT).toString();
            step.sends = 0;
        }
        step.expiresAt = now.plus(declared(step).limit());
        step.state = undo ? StepState.UNDOING : StepState.RUNNING;
        if (!undo && !probing) {
            task.state = TaskState.RUNNING;
        }
        publish(step);
    }

    private static boolean inDoubt(StepRow step, boolean undo) {
        boolean held = undo
                ? step.state == StepState.RETRY_WAIT
                : step.state == StepState.BLOCKED || step.state == StepState.RECONCILING;
        return held && step.execution != null && step.expiresAt != null;
    }

    /// Sends the execution that is under way, for the first time or again.
    void publish(StepRow step) {
        boolean undo = step.state == StepState.UNDOING;
        var declared = declared(step);
        var build = Objects.requireNonNull(undo ? declared.undo() : declared.command());
        step.sends++;
        step.heardAt = now;
        lookInTime(step);
        effects.add(new Effect.Send(step, build.apply(task.progress()), 2 * lease + (undo ? 1 : 0)));
    }

    /// Lets the task be looked at when its command may be lost or late. A task that is to be looked at before keeps its
    /// time: one that goes from step to step is written without a change to what its indexes hold.
    private void lookInTime(StepRow step) {
        var latest = Glance.next(now, task.deadlineAt, step.heardAt, step.expiresAt);
        if (task.wakeAt == null || !task.wakeAt.isAfter(now) || task.wakeAt.isAfter(latest)) {
            task.wakeAt = latest;
        }
    }

    /// Notes that a step, and with it perhaps the task, has begun.
    void begun(StepRow step) {
        step.startedAt = step.startedAt == null ? now : step.startedAt;
        task.startedAt = task.startedAt == null ? now : task.startedAt;
    }

    void complete(StepRow step, JsonNode result) {
        unblock();
        step.state = StepState.SUCCEEDED;
        step.finishedAt = now;
        step.error = null;
        step.result = result;
        step.message = result.path("note").asString(step.message == null ? "" : step.message);
        task.state = TaskState.RUNNING;
        effects.add(new Effect.StepDone(step.name, result));
    }

    /// Holds the task until a dependency is back, or an operator decides about the message that could not be taken,
    /// at no cost of a try or of time.
    void block(StepRow step, String dependency, String cause) {
        if (task.state == TaskState.COMPENSATING) {
            step.state = step.state == StepState.UNDOING ? StepState.RETRY_WAIT : step.state;
        } else {
            step.state = StepState.BLOCKED;
            task.state = TaskState.BLOCKED_DEPENDENCY;
        }
        boolean letter = DeadLetterMessages.isDependency(dependency);
        await(letter ? WaitKind.DEAD_LETTER : WaitKind.DEPENDENCY, step, dependency, cause, List.of());
    }

    /// Waits for room in the lane. Whoever gives it room wakes it; the time is for the case that nobody does.
    void hold(StepRow step, String why) {
        step.state = step.execution == null ? StepState.PENDING : StepState.RETRY_WAIT;
        task.state = task.startedAt == null ? TaskState.PENDING : TaskState.RUNNING;
        await(WaitKind.LANE, step, Lanes.BACKGROUND, why, List.of());
        task.wakeAt = now.plus(HELD);
    }

    /// Says what is waited for, and since when.
    void await(WaitKind kind, StepRow step, String dependency, String cause, List<Id> tasks) {
        @Nullable Blocker before = task.blocker;
        boolean same =
                before != null && before.kind() == kind && before.dependency().equals(dependency);
        if (!same) {
            unblock();
        }
        var since = same ? Objects.requireNonNull(before).since() : now;
        var runbook = switch (kind) {
            case DEPENDENCY -> Runbooks.of(dependency);
            case DEAD_LETTER -> Runbooks.DEAD_LETTER;
            case LANE, TASKS, DEFINITION -> Runbooks.TASK_WAITS;
            case APPROVAL -> Runbooks.APPROVAL;
        };
        task.blocker = new Blocker(dependency, cause, since, false, step.name, runbook, kind, tasks);
        task.wakeAt = now.plus(CHECK);
    }

    void unblock() {
        if (task.blocker != null) {
            // Waiting costs the task none of its time.
            task.deadlineAt = task.deadlineAt.plus(Duration.between(task.blocker.since(), now));
            task.blocker = null;
        }
    }

    void finish(TaskState end) {
        unblock();
        task.state = end;
        task.finishedAt = now;
        task.wakeAt = null;
    }

    static StepRow touch(StepRow step) {
        step.changed = true;
        return step;
    }
}
