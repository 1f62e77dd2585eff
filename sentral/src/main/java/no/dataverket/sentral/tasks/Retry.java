package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tasks.TaskRow.StepRow;

/// Takes a failed task up again. A final state is final, so what goes on is a new task, with what the old one
/// had done. Where nothing was undone it goes forward, from the step that failed; where an undo failed it goes
/// on with undoing. Where all was undone there is nothing to take up: the request can be repeated.
final class Retry {

    private Retry() {}

    /// Whether there is something to take up.
    static boolean possible(TaskRow task) {
        return task.state == TaskState.FAILED && (isForward(task) || isBackward(task));
    }

    /// Whether another task has taken it up already.
    static boolean done(Transaction transaction, Id failed) {
        return transaction.one(
                "SELECT EXISTS (SELECT 1 FROM tasks.task WHERE retry_of = ?) AS done", row -> row.flag("done"), failed);
    }

    /// The task that takes it up, ready to go on.
    static Optional<TaskRow> of(TaskRow failed, Saga saga, Instant now) {
        if (!possible(failed)) {
            return Optional.empty();
        }
        boolean back = isBackward(failed);
        var steps = new ArrayList<StepRow>();
        for (var step : failed.steps) {
            steps.add(taken(step, back));
        }
        var again = new TaskRow(start(failed), Id.next(IdKind.TASK), saga, now, steps, failed.id);
        if (back) {
            again.state = TaskState.COMPENSATING;
            again.error = failed.error;
            again.startedAt = now;
        }
        return Optional.of(again);
    }

    private static boolean isBackward(TaskRow task) {
        return task.steps.stream().anyMatch(step -> step.state == StepState.UNDO_FAILED);
    }

    private static boolean isForward(TaskRow task) {
        return task.steps.stream().noneMatch(step -> step.state == StepState.UNDONE)
                && task.steps.stream().anyMatch(step -> step.state == StepState.FAILED);
    }

    private static StepRow taken(StepRow step, boolean back) {
        var again = new StepRow(step.position, step.name, step.title, step.service);
        again.changed = true;
        again.result = step.result;
        again.message = step.message;
        again.startedAt = step.startedAt;
        again.finishedAt = step.finishedAt;
        again.state = step.state;
        if (back) {
            again.execution = step.execution;
            again.state = step.state == StepState.UNDO_FAILED ? StepState.FAILED : step.state;
        } else if (!step.done()) {
            again.state = StepState.PENDING;
            again.startedAt = null;
            again.finishedAt = null;
        } else {
            again.execution = step.execution;
        }
        return again;
    }

    private static TaskStart start(TaskRow task) {
        return new TaskStart(
                task.kind,
                task.tenant,
                task.project,
                task.environment,
                task.datacenter,
                task.target,
                task.targetName,
                task.generation,
                task.actor,
                task.requestId,
                task.correlation,
                task.traceparent,
                task.input,
                task.priority,
                task.parent,
                task.destructive);
    }
}
