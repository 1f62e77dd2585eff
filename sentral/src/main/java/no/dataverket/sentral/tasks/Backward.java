package no.dataverket.sentral.tasks;

import java.util.Optional;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.sentral.tasks.TaskRow.StepRow;

/// The way of a task back: what was sent is undone, the last first. An undo is as badly needed as can be, so
/// it waits for its service however long that takes.
final class Backward {

    private final Turn turn;

    Backward(Turn turn) {
        this.turn = turn;
    }

    /// Turns the task back.
    void compensate(Problem cause) {
        turn.unblock();
        turn.task.error = cause;
        turn.task.state = TaskState.COMPENSATING;
        next();
    }

    /// Undoes what comes next, or ends the task.
    void next() {
        var open = current();
        if (open.isPresent()) {
            undo(open.get());
            return;
        }
        var task = turn.task;
        boolean cancelled = task.error != null && task.error.catalogued() == ProblemCode.CANCELLED_BY_REQUEST;
        boolean undone = task.steps.stream().noneMatch(step -> step.state == StepState.UNDO_FAILED);
        turn.finish(cancelled ? TaskState.CANCELLED : TaskState.FAILED);
        turn.effects.add(new Effect.Ended(cancelled, undone));
    }

    /// The step whose undoing is under way or comes next.
    Optional<StepRow> current() {
        return turn.task.steps.reversed().stream().filter(this::needsUndo).findFirst();
    }

    private void undo(StepRow step) {
        if (step.state == StepState.UNDOING) {
            return;
        }
        var service = turn.surroundings.service(step.service);
        if (service.up()) {
            turn.send(Turn.touch(step), true);
        } else {
            turn.block(Turn.touch(step), step.service, service.cause());
        }
    }

    private boolean needsUndo(StepRow step) {
        boolean sent = step.execution != null;
        boolean settled = step.state == StepState.UNDONE
                || step.state == StepState.UNDO_FAILED
                || step.state == StepState.SKIPPED
                || (step.state == StepState.PENDING && step.result == null);
        return sent && !settled && turn.declared(step).undo() != null;
    }
}
