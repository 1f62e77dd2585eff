package no.dataverket.sentral.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tasks.Family.Child;
import no.dataverket.sentral.tasks.TaskRow.StepRow;

/// Parents and children among the tasks. A parent looks at its children in a transaction of its own, never in
/// theirs, so locks are taken from the parent downwards only.
final class Families {

    private final BiFunction<Transaction, TaskStart, Id> begin;
    private final BiConsumer<Transaction, Id> stop;
    private final Set<Id> bereaved = ConcurrentHashMap.newKeySet();

    /// @param begin begins a task
    /// @param stop cancels a task, if it can still be cancelled
    Families(BiFunction<Transaction, TaskStart, Id> begin, BiConsumer<Transaction, Id> stop) {
        this.begin = begin;
        this.stop = stop;
    }

    /// Lets the family of a step go on.
    FamilyState converge(Transaction transaction, TaskRow parent, StepRow step, Family family) {
        if (parent.cancelRequested) {
            open(children(transaction, parent.id)).forEach(child -> stop.accept(transaction, child));
            var left = open(children(transaction, parent.id));
            return left.isEmpty() ? new FamilyState.Stopped() : waiting(left);
        }
        var children = children(transaction, parent.id);
        var failed = children.stream()
                .filter(child -> child.state() == TaskState.FAILED || child.state() == TaskState.CANCELLED)
                .findFirst();
        if (failed.isPresent()) {
            var left = open(children);
            return left.isEmpty()
                    ? new FamilyState.Failed(failed.get().task(), failed.get().targetName())
                    : waiting(left);
        }
        try {
            return converge(transaction, parent, family, children);
        } catch (Failure refused) {
            return new FamilyState.Refused(refused.problem());
        }
    }

    private FamilyState converge(Transaction transaction, TaskRow parent, Family family, List<Child> children) {
        var progress = family.converge(transaction, parent.progress(), new Family.Nursery() {
            @Override
            public List<Child> children() {
                return children;
            }

            @Override
            public Id begin(Family.Birth birth) {
                return begin.apply(transaction, TaskStart.of(birth, parent));
            }
        });
        if (!progress.left()) {
            return new FamilyState.Done();
        }
        var note = progress.note();
        return note == null ? waiting(progress.waitsFor()) : new FamilyState.Waiting(progress.waitsFor(), note);
    }

    /// Notes that a child ended, so that its parent is looked at soon.
    void ended(Id parent) {
        bereaved.add(parent);
    }

    /// The parents of which a child has ended since the last call.
    Collection<Id> bereaved() {
        var taken = new ArrayList<>(bereaved);
        taken.forEach(bereaved::remove);
        return taken;
    }

    private static FamilyState waiting(List<Id> tasks) {
        return new FamilyState.Waiting(tasks, "waits for " + tasks.size() + (tasks.size() == 1 ? " task" : " tasks"));
    }

    private static List<Id> open(List<Child> children) {
        return children.stream()
                .filter(child -> !child.state().isFinal())
                .map(Child::task)
                .toList();
    }

    /// Those that were taken up again are left out; what they became stands for them.
    private static List<Child> children(Transaction transaction, Id parent) {
        return transaction.query(
                """
                SELECT id, target, target_name, state FROM tasks.task child
                WHERE parent = ? AND NOT EXISTS (SELECT 1 FROM tasks.task again WHERE again.retry_of = child.id)
                ORDER BY id
                """,
                row -> new Child(
                        new Id(IdKind.TASK, row.uuid("id")),
                        Id.parse(row.text("target")),
                        row.text("target_name"),
                        TaskState.valueOf(row.text("state"))),
                parent);
    }
}
