package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.contract.command.DeadLetterMessages;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;

/// The state machine of one task, without any input or output: it is given the task, the time and what is
/// known of the services, and answers with the changed task and the effects that belong into the same
/// transaction.
final class SagaInstance {

    /// How often a task that waits for a service is looked at, should the news of its return be missed.
    static final Duration CHECK = Turn.CHECK;

    /// Silence after which a command counts as lost and is sent again; the receiver ignores it if it was not.
    static final Duration RESEND = Duration.ofSeconds(15);

    private static final int UNDO_TRIES = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final TaskRow task;
    private final Instant now;
    private final Turn turn;
    private final Backward backward;
    private final Forward forward;

    SagaInstance(Saga saga, TaskRow task, Instant now, long lease, Surroundings surroundings) {
        this.task = task;
        this.now = now;
        this.turn = new Turn(saga, task, now, lease, surroundings);
        this.backward = new Backward(turn);
        this.forward = new Forward(turn, backward);
    }

    /// The task that it is of.
    Id task() {
        return task.id;
    }

    List<Effect> effects() {
        return turn.effects;
    }

    /// Begins, or goes on where there is nothing to wait for.
    void advance() {
        advance(false);
    }

    /// Takes what a service reports. Reports of executions that are not current are of the past, and ignored.
    void report(StepReport report) {
        var found = task.steps.stream()
                .filter(step -> report.execution().equals(step.execution))
                .findFirst();
        if (task.state.isFinal() || found.isEmpty() || !isOpen(found.get())) {
            return;
        }
        var step = Turn.touch(found.get());
        if (step.startedAt != null) {
            turn.effects.add(new Effect.Answered(step.service, step.startedAt));
        }
        step.heardAt = now;
        step.expiresAt = report.outcome() == Outcome.PROGRESS ? step.expiresAt : null;
        switch (report.outcome()) {
            case PROGRESS -> {
                step.message = report.message() == null ? step.message : report.message();
                backToWork(step);
            }
            case SUCCEEDED -> succeeded(step, report);
            case TRANSIENT -> fault(step, problem(report), true);
            case FAILED -> fault(step, problem(report), false);
            case BLOCKED -> {
                var dependency = Objects.requireNonNullElse(report.dependency(), step.service);
                if (DeadLetterMessages.isDependency(dependency)) {
                    turn.effects.add(
                            Effect.Seen.failing(step.service, problem(report).detail()));
                }
                absent(step, dependency, problem(report).detail());
            }
        }
    }

    /// Whether nothing was heard of a command for too long, though its service has got to later ones, or to none.
    static boolean seemsLost(String service, @Nullable Instant heardAt, Instant now, Surroundings surroundings) {
        return heardAt != null && now.isAfter(heardAt.plus(RESEND)) && !surroundings.queued(service, heardAt);
    }

    /// Looks at the task because its time has come or a service returned.
    void wake() {
        if (task.state.isFinal()) {
            return;
        }
        task.wakeAt = now.plus(CHECK);
        definitionIsKnown();
        boolean undoing = task.state == TaskState.COMPENSATING;
        var open = current();
        if (!undoing && task.blocker == null && now.isAfter(task.deadlineAt)) {
            forward.fail(open, Problem.of(ProblemCode.DEADLINE_EXCEEDED, "The task did not end within its time."));
        } else if (stopsNow()) {
            backward.compensate(Forward.cancelled());
        } else if (task.blocker != null && task.blocker.kind() == WaitKind.DEAD_LETTER) {
            // The same command would meet the same fate; an operator replays it, or discards it.
            return;
        } else if (open.isEmpty()) {
            advance(true);
        } else {
            wake(Turn.touch(open.get()));
        }
    }

    /// Asks the task to stop. What is being carried out right now is waited for, so that its effect is known.
    void cancel() {
        task.cancelRequested = true;
        if (stopsNow()) {
            backward.compensate(Forward.cancelled());
        } else {
            task.wakeAt = now;
        }
    }

    private boolean stopsNow() {
        return task.cancelRequested
                && task.state != TaskState.COMPENSATING
                && current().map(step -> step.state != StepState.RUNNING).orElse(true);
    }

    /// Whether nothing has been done yet that can't be taken back.
    static boolean cancellable(Saga saga, TaskRow task) {
        return !task.state.isFinal()
                && task.state != TaskState.COMPENSATING
                && !task.cancelRequested
                && task.steps.stream()
                        .noneMatch(step ->
                                step.execution != null && saga.step(step.name).finalStep());
    }

    private void advance(boolean timely) {
        if (task.state.isFinal()) {
            return;
        }
        if (task.state == TaskState.COMPENSATING) {
            backward.next();
        } else {
            forward.next(timely);
        }
    }

    private void succeeded(StepRow step, StepReport report) {
        turn.effects.add(Effect.Seen.well(step.service));
        if (step.state == StepState.UNDOING) {
            turn.unblock();
            step.state = StepState.UNDONE;
            step.finishedAt = now;
            step.error = null;
        } else if (task.state == TaskState.COMPENSATING) {
            // The step's doing ended after its undoing was decided; the undoing takes it back.
            turn.unblock();
            step.result = step.result == null ? report.result() : step.result;
        } else {
            turn.complete(step, report.result() == null ? Json.object() : report.result());
        }
        advance();
    }

    private void fault(StepRow step, Problem problem, boolean passing) {
        if (problem.catalogued() == ProblemCode.INTERNAL_ERROR) {
            turn.effects.add(Effect.Seen.failing(step.service, problem.detail()));
        }
        turn.unblock();
        step.expiresAt = null;
        step.attempts++;
        step.error = problem;
        boolean undoing = step.state == StepState.UNDOING || task.state == TaskState.COMPENSATING;
        int tries = undoing ? UNDO_TRIES : turn.declared(step).tries();
        if ((passing || undoing) && step.attempts < tries) {
            step.state = StepState.RETRY_WAIT;
            task.state = undoing ? TaskState.COMPENSATING : TaskState.RETRY_WAIT;
            task.wakeAt = now.plus(pause(step.attempts));
        } else if (undoing) {
            step.state = StepState.UNDO_FAILED;
            step.finishedAt = now;
            backward.next();
        } else {
            forward.fail(Optional.of(step), problem);
        }
    }

    private void absent(StepRow step, String dependency, String cause) {
        // What could not be taken does not come to be taken by waiting, so that nothing but a soft step passes by it.
        boolean held = DeadLetterMessages.isDependency(dependency)
                && turn.declared(step).need() != NeedKind.SOFT;
        if (held || task.state == TaskState.COMPENSATING) {
            turn.block(step, dependency, cause);
        } else if (forward.absent(step, dependency, cause)) {
            advance();
        }
    }

    private void wake(StepRow step) {
        var service = turn.surroundings.service(step.service);
        boolean sent = step.state == StepState.RUNNING || step.state == StepState.UNDOING;
        if (turn.declared(step).family() != null || (service.up() && !sent)) {
            advance(true);
        } else if (!service.up()) {
            absent(step, step.service, service.cause());
        } else if (step.expiresAt != null && now.isAfter(step.expiresAt)) {
            turn.effects.add(Effect.Seen.failing(step.service, "a command took longer than it may"));
            fault(step, Problem.of(ProblemCode.DEADLINE_EXCEEDED, step.title + " took too long."), true);
        } else if (seemsLost(step.service, step.heardAt, now, turn.surroundings)) {
            turn.effects.add(Effect.Seen.failing(step.service, "it does not answer a command"));
            turn.publish(step);
        }
    }

    private void backToWork(StepRow step) {
        if (task.blocker != null) {
            turn.unblock();
            if (task.state == TaskState.BLOCKED_DEPENDENCY) {
                task.state = TaskState.RUNNING;
                step.state = StepState.RUNNING;
            }
        }
    }

    /// This process knows the definition that one before it did not.
    private void definitionIsKnown() {
        if (task.blocker != null && task.blocker.kind() == WaitKind.DEFINITION) {
            turn.unblock();
            task.state = task.state == TaskState.BLOCKED_DEPENDENCY ? TaskState.RUNNING : task.state;
        }
    }

    private Optional<StepRow> current() {
        return task.state == TaskState.COMPENSATING ? backward.current() : forward.current();
    }

    private static boolean isOpen(StepRow step) {
        return switch (step.state) {
            case RUNNING, BLOCKED, RECONCILING, UNDOING, RETRY_WAIT -> true;
            case PENDING, SUCCEEDED, FAILED, SKIPPED, UNDONE, UNDO_FAILED -> false;
        };
    }

    private static Problem problem(StepReport report) {
        @Nullable Problem told = report.problem();
        return told == null ? Problem.of(ProblemCode.INTERNAL_ERROR, "The service gave no reason.") : told;
    }

    private static Duration pause(int attempts) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(attempts, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
