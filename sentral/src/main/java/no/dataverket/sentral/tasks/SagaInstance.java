package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.StepReport;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tasks.Saga.Need;
import no.dataverket.sentral.tasks.Saga.Step;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;

/// The state machine of one task, without any input or output: it is given the task, the time and what is
/// known of the services, and answers with the changed task and the effects that belong into the same
/// transaction.
final class SagaInstance {

    /// How often a task that waits for a service is looked at, should the news of its return be missed.
    static final Duration CHECK = Duration.ofSeconds(3);

    /// Silence after which a command counts as lost and is sent again; the receiver ignores it if it was not.
    static final Duration RESEND = Duration.ofSeconds(15);

    private static final int UNDO_TRIES = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Saga saga;
    private final TaskRow task;
    private final Instant now;
    private final long lease;
    private final Function<String, Dependencies.State> services;
    private final List<Effect> effects = new ArrayList<>();

    SagaInstance(Saga saga, TaskRow task, Instant now, long lease, Function<String, Dependencies.State> services) {
        this.saga = saga;
        this.task = task;
        this.now = now;
        this.lease = lease;
        this.services = services;
    }

    List<Effect> effects() {
        return effects;
    }

    /// Begins, or goes on where there is nothing to wait for.
    void advance() {
        if (task.state.isFinal()) {
            return;
        }
        if (task.state == TaskState.COMPENSATING) {
            undoNext();
        } else {
            doNext();
        }
    }

    /// Takes what a service reports. Reports of executions that are not current are of the past, and ignored.
    void report(StepReport report) {
        var found = task.steps.stream()
                .filter(step -> report.execution().equals(step.execution))
                .findFirst();
        if (task.state.isFinal() || found.isEmpty() || !isOpen(found.get())) {
            return;
        }
        var step = touch(found.get());
        step.heardAt = now;
        switch (report.outcome()) {
            case PROGRESS -> {
                step.message = report.message();
                backToWork(step);
            }
            case SUCCEEDED -> succeeded(step, report);
            case TRANSIENT -> fault(step, problem(report), true);
            case FAILED -> fault(step, problem(report), false);
            case BLOCKED -> {
                var cause = problem(report).detail();
                block(step, Objects.requireNonNullElse(report.dependency(), step.service), cause);
            }
        }
    }

    /// Whether the current step was sent, is within its times, and its service lives: then waking the task
    /// changes nothing.
    boolean onItsWay() {
        var step = current();
        return task.blocker == null
                && step.isPresent()
                && step.get().state == StepState.RUNNING
                && !now.isAfter(task.deadlineAt)
                && isInTime(step.get())
                && services.apply(step.get().service).up();
    }

    private boolean isInTime(StepRow step) {
        return (step.expiresAt == null || !now.isAfter(step.expiresAt))
                && (step.heardAt == null || !now.isAfter(step.heardAt.plus(RESEND)));
    }

    /// Looks at the task because its time has come or a service returned.
    void wake() {
        if (task.state.isFinal()) {
            return;
        }
        task.wakeAt = now.plus(CHECK);
        boolean undoing = task.state == TaskState.COMPENSATING;
        var open = current();
        if (!undoing && task.blocker == null && now.isAfter(task.deadlineAt)) {
            fail(open, Problem.of(ProblemCode.DEADLINE_EXCEEDED, "The task did not end within its time."));
        } else if (stopsNow()) {
            compensate(cancelled());
        } else if (open.isEmpty()) {
            advance();
        } else {
            wake(touch(open.get()));
        }
    }

    /// Asks the task to stop. What is being carried out right now is waited for, so that its effect is known.
    void cancel() {
        task.cancelRequested = true;
        if (stopsNow()) {
            compensate(cancelled());
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

    private void doNext() {
        for (var step : task.steps) {
            if (step.state == StepState.SUCCEEDED || step.state == StepState.SKIPPED) {
                continue;
            }
            if (task.cancelRequested && step.state != StepState.RUNNING) {
                compensate(cancelled());
                return;
            }
            if (step.state == StepState.RUNNING) {
                return;
            }
            var service = services.apply(step.service);
            if (service.up()) {
                send(touch(step), saga.step(step.name), false);
                return;
            }
            if (saga.step(step.name).need() == Need.HARD) {
                block(touch(step), step.service, service.cause());
                return;
            }
            touch(step).state = StepState.SKIPPED;
            step.message = step.service + " is away: " + service.cause();
        }
        finish(TaskState.SUCCEEDED);
        effects.add(new Effect.Succeeded());
    }

    private void undoNext() {
        for (var step : task.steps.reversed()) {
            if (!needsUndo(step)) {
                continue;
            }
            if (step.state == StepState.UNDOING) {
                return;
            }
            var service = services.apply(step.service);
            if (service.up()) {
                send(touch(step), saga.step(step.name), true);
            } else {
                block(touch(step), step.service, service.cause());
            }
            return;
        }
        boolean cancelled = task.error != null && task.error.catalogued() == ProblemCode.CANCELLED_BY_REQUEST;
        boolean undone = task.steps.stream().noneMatch(step -> step.state == StepState.UNDO_FAILED);
        finish(cancelled ? TaskState.CANCELLED : TaskState.FAILED);
        effects.add(new Effect.Ended(cancelled, undone));
    }

    private boolean needsUndo(StepRow step) {
        boolean sent = step.execution != null;
        boolean settled = step.state == StepState.UNDONE
                || step.state == StepState.UNDO_FAILED
                || step.state == StepState.SKIPPED
                || step.state == StepState.PENDING;
        return sent && !settled && saga.step(step.name).undo() != null;
    }

    private void send(StepRow step, Step declared, boolean undo) {
        boolean probing = task.blocker != null && !task.blocker.dependency().equals(step.service);
        if (!probing) {
            unblock();
        }
        if (undo && step.state != StepState.RETRY_WAIT) {
            step.attempts = 0;
        }
        step.execution = Id.next(IdKind.EVENT).toString();
        step.sends = 0;
        step.startedAt = step.startedAt == null ? now : step.startedAt;
        step.expiresAt = now.plus(declared.limit());
        step.state = undo ? StepState.UNDOING : StepState.RUNNING;
        if (!undo && !probing) {
            task.state = TaskState.RUNNING;
        }
        task.startedAt = task.startedAt == null ? now : task.startedAt;
        publish(step, declared, undo);
    }

    private void publish(StepRow step, Step declared, boolean undo) {
        var build = undo ? Objects.requireNonNull(declared.undo()) : declared.command();
        step.sends++;
        step.heardAt = now;
        task.wakeAt = now.plus(CHECK);
        effects.add(new Effect.Send(step, build.apply(task.progress()), 2 * lease + (undo ? 1 : 0)));
    }

    private void succeeded(StepRow step, StepReport report) {
        unblock();
        step.finishedAt = now;
        step.error = null;
        if (step.state == StepState.UNDOING) {
            step.state = StepState.UNDONE;
        } else if (task.state == TaskState.COMPENSATING) {
            // The step's doing ended after its undoing was decided; the undoing takes it back.
            step.result = step.result == null ? report.result() : step.result;
        } else {
            step.state = StepState.SUCCEEDED;
            step.result = report.result() == null ? Json.object() : report.result();
            step.message = step.result.path("note").asString(step.message == null ? "" : step.message);
            task.state = TaskState.RUNNING;
            effects.add(new Effect.StepDone(step.name, step.result));
        }
        advance();
    }

    private void fault(StepRow step, Problem problem, boolean passing) {
        unblock();
        step.attempts++;
        step.error = problem;
        boolean undoing = step.state == StepState.UNDOING || task.state == TaskState.COMPENSATING;
        int tries = undoing ? UNDO_TRIES : saga.step(step.name).tries();
        if ((passing || undoing) && step.attempts < tries) {
            step.state = StepState.RETRY_WAIT;
            task.state = undoing ? TaskState.COMPENSATING : TaskState.RETRY_WAIT;
            task.wakeAt = now.plus(pause(step.attempts));
        } else if (undoing) {
            step.state = StepState.UNDO_FAILED;
            step.finishedAt = now;
            undoNext();
        } else {
            fail(Optional.of(step), problem);
        }
    }

    private void fail(Optional<StepRow> step, Problem problem) {
        step.ifPresent(failed -> {
            touch(failed).state = StepState.FAILED;
            failed.error = problem;
            failed.finishedAt = now;
        });
        compensate(problem);
    }

    private void compensate(Problem cause) {
        unblock();
        task.error = cause;
        task.state = TaskState.COMPENSATING;
        undoNext();
    }

    private void block(StepRow step, String dependency, String cause) {
        boolean same = task.blocker != null && task.blocker.dependency().equals(dependency);
        var since = same && task.blocker != null ? task.blocker.since() : now;
        task.blocker = new Blocker(dependency, cause, since, false, step.name, Runbooks.of(dependency));
        if (task.state == TaskState.COMPENSATING) {
            step.state = step.state == StepState.UNDOING ? StepState.RETRY_WAIT : step.state;
        } else {
            step.state = StepState.BLOCKED;
            task.state = TaskState.BLOCKED_DEPENDENCY;
        }
        task.wakeAt = now.plus(CHECK);
    }

    private void unblock() {
        if (task.blocker != null) {
            // Waiting for a dependency costs the task none of its time.
            task.deadlineAt = task.deadlineAt.plus(Duration.between(task.blocker.since(), now));
            task.blocker = null;
        }
    }

    private void wake(StepRow step) {
        var service = services.apply(step.service);
        boolean sent = step.state == StepState.RUNNING || step.state == StepState.UNDOING;
        if (!service.up()) {
            block(step, step.service, service.cause());
        } else if (!sent) {
            advance();
        } else if (step.expiresAt != null && now.isAfter(step.expiresAt)) {
            fault(step, Problem.of(ProblemCode.DEADLINE_EXCEEDED, step.title + " took too long."), true);
        } else if (step.heardAt != null && now.isAfter(step.heardAt.plus(RESEND))) {
            publish(step, saga.step(step.name), step.state == StepState.UNDOING);
        }
    }

    private void backToWork(StepRow step) {
        if (task.blocker != null) {
            unblock();
            if (task.state == TaskState.BLOCKED_DEPENDENCY) {
                task.state = TaskState.RUNNING;
                step.state = StepState.RUNNING;
            }
        }
    }

    private void finish(TaskState end) {
        unblock();
        task.state = end;
        task.finishedAt = now;
        task.wakeAt = null;
    }

    private Optional<StepRow> current() {
        if (task.state == TaskState.COMPENSATING) {
            return task.steps.reversed().stream().filter(this::needsUndo).findFirst();
        }
        return task.steps.stream()
                .filter(step -> step.state != StepState.SUCCEEDED && step.state != StepState.SKIPPED)
                .findFirst();
    }

    private static boolean isOpen(StepRow step) {
        return switch (step.state) {
            case RUNNING, BLOCKED, UNDOING, RETRY_WAIT -> true;
            case PENDING, SUCCEEDED, FAILED, SKIPPED, UNDONE, UNDO_FAILED -> false;
        };
    }

    private static StepRow touch(StepRow step) {
        step.changed = true;
        return step;
    }

    private static Problem cancelled() {
        return Problem.of(ProblemCode.CANCELLED_BY_REQUEST, "The task was cancelled.");
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
