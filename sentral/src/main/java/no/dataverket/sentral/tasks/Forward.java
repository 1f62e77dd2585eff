package no.dataverket.sentral.tasks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;

/// The way of a task forward, step after step, one command at a time.
final class Forward {

    private final Turn turn;
    private final TaskRow task;
    private final Backward backward;

    Forward(Turn turn, Backward backward) {
        this.turn = turn;
        this.task = turn.task;
        this.backward = backward;
    }

    /// Goes on where there is nothing to wait for.
    ///
    /// @param timely whether the time has come to look again at steps that are to follow
    void next(boolean timely) {
        var running = task.steps.stream()
                .filter(step -> step.state == StepState.RUNNING)
                .findFirst();
        if (running.isPresent() && !goesOn(running.get())) {
            return;
        }
        for (var step : task.steps) {
            if (step.done() || (step.state == StepState.RECONCILING && !timely)) {
                continue;
            }
            if (task.cancelRequested) {
                backward.compensate(cancelled());
                return;
            }
            if (!begin(Turn.touch(step))) {
                return;
            }
        }
        end();
    }

    /// The step that is under way or comes next.
    Optional<StepRow> current() {
        return task.steps.stream()
                .filter(step -> step.state == StepState.RUNNING
                        || step.state == StepState.RETRY_WAIT
                        || step.state == StepState.BLOCKED)
                .findFirst()
                .or(() -> task.steps.stream().filter(step -> !step.done()).findFirst());
    }

    void fail(Optional<StepRow> step, Problem problem) {
        step.ifPresent(failed -> {
            Turn.touch(failed).state = StepState.FAILED;
            failed.error = problem;
            failed.finishedAt = turn.now;
        });
        backward.compensate(problem);
    }

    /// What becomes of a step when something that it needs is away.
    ///
    /// @return whether the next step may follow
    boolean absent(StepRow step, String dependency, String cause) {
        return switch (turn.declared(step).need()) {
            case HARD -> {
                // What was done before and is to be done again is what a later step relies on.
                boolean again = step.result != null;
                turn.block(step, dependency, again ? Freshness.cause(turn.saga, step, cause) : cause);
                yield false;
            }
            case SOFT -> {
                step.state = StepState.SKIPPED;
                step.finishedAt = turn.now;
                step.message = dependency + " is away: " + cause;
                yield true;
            }
            case RECONCILE -> {
                step.state = StepState.RECONCILING;
                step.message = dependency + " is away: " + cause;
                yield true;
            }
        };
    }

    static Problem cancelled() {
        return Problem.of(ProblemCode.CANCELLED_BY_REQUEST, "The task was cancelled.");
    }

    private boolean goesOn(StepRow step) {
        return turn.declared(step).family() != null && converge(Turn.touch(step));
    }

    private boolean begin(StepRow step) {
        var declared = turn.declared(step);
        if (declared.family() != null) {
            return converge(step);
        }
        var service = turn.surroundings.service(step.service);
        if (!service.up()) {
            return absent(step, step.service, service.cause());
        }
        var stale = Freshness.stale(task, declared, turn.now);
        if (stale.isPresent()) {
            // What it relies on is validated again, by the step that did it before.
            var earlier = Turn.touch(stale.get());
            earlier.state = StepState.PENDING;
            return begin(earlier);
        }
        @Nullable String full = task.startedAt == null ? turn.surroundings.full(task) : null;
        if (full == null) {
            turn.send(step, false);
        } else {
            turn.hold(step, full);
        }
        return false;
    }

    /// Lets the tasks that a step consists of go on.
    ///
    /// @return whether all of them are done
    private boolean converge(StepRow step) {
        turn.begun(step);
        step.execution = step.execution == null ? Id.next(IdKind.EVENT).toString() : step.execution;
        step.state = StepState.RUNNING;
        task.state = TaskState.RUNNING;
        switch (turn.surroundings.family(task, step, turn.declared(step))) {
            case FamilyState.Done ignored -> {
                turn.complete(step, Json.object());
                return true;
            }
            case FamilyState.Waiting waiting -> {
                step.message = waiting.note();
                turn.await(WaitKind.TASKS, step, "child tasks", waiting.note(), waiting.tasks());
            }
            case FamilyState.Failed failed -> {
                var detail = "The task " + failed.child() + " on " + failed.name() + " failed.";
                fail(Optional.of(step), Problem.of(ProblemCode.CHILD_TASK_FAILED, detail));
            }
            case FamilyState.Refused refused -> fail(Optional.of(step), refused.problem());
            case FamilyState.Stopped ignored -> fail(Optional.of(step), cancelled());
        }
        return false;
    }

    private void end() {
        var later = task.steps.stream()
                .filter(step -> step.state == StepState.RECONCILING)
                .findFirst();
        if (later.isEmpty()) {
            turn.finish(TaskState.SUCCEEDED);
            turn.effects.add(new Effect.Succeeded());
            return;
        }
        var step = later.get();
        var service = turn.surroundings.service(step.service);
        var cause = service.up() ? Objects.requireNonNullElse(step.message, "") : service.cause();
        task.state = TaskState.RUNNING;
        turn.await(WaitKind.DEPENDENCY, step, step.service, cause, List.of());
    }
}
