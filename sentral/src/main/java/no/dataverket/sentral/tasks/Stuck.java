package no.dataverket.sentral.tasks;

import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Transaction;

/// Tasks that make no progress, and should. One definition, for the list, the metric, the finding and the
/// diagnosis alike.
public final class Stuck {

    /// An expression on the task table: why a task is stuck; null for one that is not. Nobody looks at it; its
    /// time is over; what it waits for is away for long; or its command is repeated again and again.
    static final String WHY = """
            CASE
                WHEN wake_at < now() - interval '2 minutes' THEN 'nobody has looked at it for over two minutes'
                WHEN blocker IS NULL AND deadline_at < now() - interval '1 minute' THEN 'its deadline has passed'
                WHEN coalesce(blocker ->> 'kind', 'DEPENDENCY') IN ('DEPENDENCY', 'DEFINITION')
                    AND (blocker ->> 'since')::timestamptz < now() - interval '15 minutes'
                    THEN 'it has waited for ' || (blocker ->> 'dependency') || ' for over 15 minutes'
                WHEN EXISTS (
                    SELECT 1 FROM tasks.step
                    WHERE step.task = task.id
                      AND ((state IN ('RUNNING', 'UNDOING') AND sends >= 4) OR (state = 'RETRY_WAIT' AND attempts >= 10)))
                    THEN 'a command is repeated without success'
            END""";

    /// The condition on the task table that there is such a reason.
    public static final String CONDITION = "wake_at IS NOT NULL AND " + WHY + " IS NOT NULL";

    private Stuck() {}

    /// Why the task makes no progress, if it should.
    static Optional<String> why(Transaction transaction, Id task) {
        return transaction.first(
                "SELECT " + WHY + " AS why FROM tasks.task WHERE id = ? AND " + CONDITION,
                row -> row.text("why"),
                task);
    }
}
