package no.dataverket.sentral.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// The lanes that tasks run in. The interactive one is open; into the background one only so many tasks enter
/// at once, so that the commands of a flood never fill the queues before a service. A task that has entered
/// runs to its end; one that waits for something else takes no room meanwhile.
final class Lanes {

    /// What a task waits for that waits for room.
    static final String BACKGROUND = "background lane";

    /// Background tasks under way at once: a quarter of what one service carries out at a time.
    static final int ROOM = 16;

    private final AtomicInteger inside = new AtomicInteger();

    /// Lets a task in.
    ///
    /// @return why not; null if it is in
    @Nullable
    String enter(TaskRow task) {
        if (task.priority == TaskPriority.INTERACTIVE) {
            return null;
        }
        if (inside.incrementAndGet() <= ROOM) {
            return null;
        }
        inside.decrementAndGet();
        return ROOM + " background tasks are under way; it begins when one of them ends";
    }

    /// Counts anew who is inside, and gives those who may enter now, the oldest first.
    List<Id> next(Transaction transaction) {
        int counted = (int) (long) transaction.one("""
                SELECT count(*) AS n FROM tasks.task
                WHERE priority = 'BACKGROUND' AND wake_at IS NOT NULL AND started_at IS NOT NULL AND blocker IS NULL
                """, row -> row.number("n"));
        inside.set(counted);
        return counted >= ROOM
                ? List.of()
                : transaction.query(
                        "SELECT id FROM tasks.task WHERE blocker ->> 'kind' = 'LANE' ORDER BY id LIMIT ?",
                        row -> new Id(IdKind.TASK, row.uuid("id")),
                        ROOM - counted);
    }

    /// How many tasks begin before each of those given that wait for room; the others are left out.
    static Map<Id, Long> ahead(Transaction transaction, List<TaskRow> tasks) {
        var waiting = tasks.stream()
                .filter(task -> task.blocker != null && task.blocker.kind() == WaitKind.LANE)
                .map(task -> task.id)
                .toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        var ahead = new HashMap<Id, Long>();
        transaction.query("""
                SELECT id, ahead FROM (
                    SELECT id, row_number() OVER (ORDER BY id) - 1 AS ahead FROM tasks.task WHERE blocker ->> 'kind' = 'LANE'
                ) AS lane WHERE id = ANY (?::uuid[])
                """, row -> ahead.put(new Id(IdKind.TASK, row.uuid("id")), row.number("ahead")), waiting);
        return ahead;
    }
}
