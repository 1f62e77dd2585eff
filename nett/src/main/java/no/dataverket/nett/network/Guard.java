package no.dataverket.nett.network;

import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;

/// Lets in a change of a resource unless a newer one was let in before. Within one task an undo ends the
/// matter: what it undid does not come back when a lost command turns up late, not even if the undo came
/// first.
final class Guard {

    private Guard() {}

    /// A change that makes or keeps something.
    static void makes(Transaction transaction, Id resource, Work<?> work) {
        enter(transaction, resource, work, false);
    }

    /// A change that removes, or undoes what the same task made.
    static void removes(Transaction transaction, Id resource, Work<?> work) {
        enter(transaction, resource, work, true);
    }

    private static void enter(Transaction transaction, Id resource, Work<?> work, boolean removes) {
        int entered = transaction.update("""
                INSERT INTO guard AS g (resource, generation, task, removed) VALUES (?, ?, ?, ?)
                ON CONFLICT (resource) DO UPDATE
                SET generation = excluded.generation, task = excluded.task, removed = excluded.removed
                WHERE (g.generation, g.task) < (excluded.generation, excluded.task)
                OR ((g.generation, g.task) = (excluded.generation, excluded.task) AND (excluded.removed OR NOT g.removed))
                """, resource, work.generation(), work.task(), removes);
        if (entered == 0) {
            throw Failure.of(
                    ProblemCode.STALE_WRITER,
                    "A newer change of " + resource + " than generation " + work.generation() + " was made.");
        }
    }
}
