package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// A transaction that has not committed by then is taken for rolled back.
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(3);

    private final Set<Id> inside = new HashSet<>();
    private final Map<Id, Entry> entered = new HashMap<>();

    /// A task that was let in and that the database may not show yet.
    private static final class Entry {
        final long at = System.nanoTime();
        volatile boolean committed;

        boolean isSettled() {
            return committed || System.nanoTime() - at > LONGEST_TRANSACTION.toNanos();
        }
    }

    /// Lets a task in, if the transaction commits.
    ///
    /// @return why not; null if it is in
    @Nullable
    synchronized String enter(Transaction transaction, TaskRow task) {
        if (task.priority == TaskPriority.INTERACTIVE || inside.contains(task.id)) {
            return null;
        }
        if (inside.size() >= ROOM) {
            return ROOM + " background tasks are under way; it begins when one of them ends";
        }
        var entry = new Entry();
        inside.add(task.id);
        entered.put(task.id, entry);
        transaction.afterCommit(() -> entry.committed = true);
        return null;
    }

    /// Counts anew who is inside, and gives those who may enter now, the oldest first.
    List<Id> next(Transaction transaction) {
        var settled = settled();
        var running = transaction.query("""
                SELECT id FROM tasks.task
                WHERE priority = 'BACKGROUND' AND wake_at IS NOT NULL AND started_at IS NOT NULL AND blocker IS NULL
                """, row -> new Id(IdKind.TASK, row.uuid("id")));
        int room = ROOM - count(settled, running);
        return room <= 0
                ? List.of()
                : transaction.query(
                        "SELECT id FROM tasks.task WHERE blocker ->> 'kind' = 'LANE' ORDER BY id LIMIT ?",
                        row -> new Id(IdKind.TASK, row.uuid("id")),
                        room);
    }

    /// Those that whoever asks the database from now on finds there, if they have not ended.
    private synchronized Set<Id> settled() {
        return entered.entrySet().stream()
                .filter(entry -> entry.getValue().isSettled())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private synchronized int count(Set<Id> settled, List<Id> running) {
        entered.keySet().removeAll(settled);
        inside.clear();
        inside.addAll(running);
        inside.addAll(entered.keySet());
        return inside.size();
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
