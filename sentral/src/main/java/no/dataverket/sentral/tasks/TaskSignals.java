package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.contract.Id;

/// Wakes those who wait for a task to change. Should the news of it be missed, they look again every second.
final class TaskSignals {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Map<Id, Waiting> waiting = new ConcurrentHashMap<>();

    private static final class Waiting {
        final ReentrantLock lock = new ReentrantLock();
        final Condition changed = lock.newCondition();
        long version;
        int count;
    }

    void changed(Id task, long version) {
        var entry = waiting.get(task);
        if (entry != null) {
            entry.lock.lock();
            try {
                entry.version = Math.max(entry.version, version);
                entry.changed.signalAll();
            } finally {
                entry.lock.unlock();
            }
        }
    }

    /// Returns when the task is past the version, when it is worth looking again, or at the limit.
    ///
    /// @return whether it is known that the task is past the version
    boolean await(Id task, long version, Duration limit) {
        var entry = waiting.compute(task, (id, known) -> {
            var present = known == null ? new Waiting() : known;
            present.count++;
            return present;
        });
        entry.lock.lock();
        try {
            if (entry.version <= version) {
                long most = Math.min(limit.toMillis(), LOOK_AGAIN.toMillis());
                boolean unused = entry.changed.await(most, TimeUnit.MILLISECONDS);
            }
            return entry.version > version;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            entry.lock.unlock();
            waiting.computeIfPresent(task, (id, present) -> --present.count == 0 ? null : present);
        }
    }
}
