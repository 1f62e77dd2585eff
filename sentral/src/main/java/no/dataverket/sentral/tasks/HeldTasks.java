package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Tasks that wait for an approval before their first step. Nothing of theirs has happened yet, and no engine looks
/// at them: they are let go, or ended, by whoever holds them.
public final class HeldTasks {

    /// When an engine would look at one: never.
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Saga.Hooks NOTHING = new Saga.Hooks() {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {}

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {}
    };

    private final InstantSource clock;
    private final BiConsumer<Transaction, TaskRow> tell;

    /// @param tell lets those know who wait for a change of a task
    HeldTasks(InstantSource clock, BiConsumer<Transaction, TaskRow> tell) {
        this.clock = clock;
        this.tell = tell;
    }

    /// Makes a task that waits.
    ///
    /// @param cause what the approval is needed for
    public void hold(Transaction transaction, Id id, TaskStart start, Id approval, String cause, Instant until) {
        var task = task(id, start);
        task.state = TaskState.WAITING_APPROVAL;
        task.blocker = new Blocker(
                approval.toString(),
                cause,
                clock.instant(),
                false,
                null,
                Runbooks.APPROVAL,
                WaitKind.APPROVAL,
                List.of());
        task.deadlineAt = until;
        task.wakeAt = NEVER;
        TaskStore.insert(transaction, task);
    }

    /// Removes one, so that the task begins in its place, under the same identifier.
    ///
    /// @throws IllegalStateException if it does not wait any more
    static void release(Transaction transaction, Id id) {
        int rows = transaction.update("DELETE FROM tasks.task WHERE id = ? AND state = 'WAITING_APPROVAL'", id);
        if (rows != 1) {
            throw new IllegalStateException(id + " does not wait for an approval");
        }
    }

    /// Ends one of which nothing will happen.
    public void end(Transaction transaction, Id id, boolean cancelled, Problem cause) {
        var task = TaskStore.lock(transaction, id).orElseThrow();
        task.state = cancelled ? TaskState.CANCELLED : TaskState.FAILED;
        task.error = cause;
        task.blocker = null;
        task.finishedAt = clock.instant();
        task.wakeAt = null;
        if (!TaskStore.update(transaction, List.of(task), task.epoch)) {
            throw new IllegalStateException(id + " does not wait for an approval");
        }
        tell.accept(transaction, task);
    }

    /// Writes down a task without steps: all of it is done in the caller's transaction.
    ///
    /// @param held the task that waited for it; null where none did
    public Id done(Transaction transaction, TaskStart start, @Nullable Id held) {
        if (held != null) {
            release(transaction, held);
        }
        var id = held == null ? Id.next(IdKind.TASK) : held;
        var task = task(id, start);
        task.version = 2;
        task.state = TaskState.SUCCEEDED;
        task.startedAt = clock.instant();
        task.finishedAt = clock.instant();
        task.wakeAt = null;
        TaskStore.insert(transaction, task);
        tell.accept(transaction, task);
        return id;
    }

    private TaskRow task(Id id, TaskStart start) {
        return new TaskRow(start, id, Saga.of(start.kind(), 1).build(NOTHING), clock.instant(), List.of(), null);
    }
}
