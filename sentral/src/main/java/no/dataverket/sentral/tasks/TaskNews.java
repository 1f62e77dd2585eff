package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import no.dataverket.contract.Id;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.core.bus.Bus;

/// Hints between the processes of Sentral: the one that runs the tasks says which changed, so that those who wait
/// at another process see it; the others say when there is work for it. Nothing depends on them: who misses one
/// looks by itself within a second. A process that is alone says nothing.
final class TaskNews implements AutoCloseable {

    private static final String SUBJECT = Subjects.signal("sentral", "tasks");
    private static final Duration ALONE_AFTER = Duration.ofSeconds(5);
    private static final int MOST = 256;

    private final String self = UUID.randomUUID().toString();
    private final Bus bus;
    private final TaskSignals signals;
    private final Runnable wakeSweep;
    private final BlockingQueue<Changed> unsaid = new ArrayBlockingQueue<>(8 * MOST);
    private volatile long othersHeard = System.nanoTime() - ALONE_AFTER.toNanos();
    private volatile boolean closed;

    /// What one process tells the others.
    ///
    /// @param due whether there is a task that somebody should look at
    record News(String from, boolean due, List<Changed> changed) {}

    /// A task that is at a new version.
    record Changed(Id task, long version) {}

    TaskNews(Bus bus, TaskSignals signals, Runnable wakeSweep) {
        this.bus = bus;
        this.signals = signals;
        this.wakeSweep = wakeSweep;
    }

    TaskNews listen() {
        bus.listen(SUBJECT, News.class, this::heard);
        Thread.ofVirtual().name("task-news").start(this::tell);
        return this;
    }

    /// Says that this process is there and wants to hear.
    void present() {
        bus.send(SUBJECT, new News(self, false, List.of()));
    }

    /// Says that there is something to do for the holder of the lease.
    void due() {
        bus.send(SUBJECT, new News(self, true, List.of()));
    }

    /// Says, soon, that a task changed. What can't be said in time is left out.
    void changed(Id task, long version) {
        if (System.nanoTime() - othersHeard < ALONE_AFTER.toNanos()) {
            boolean unused = unsaid.offer(new Changed(task, version));
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void heard(News news) {
        if (news.from().equals(self)) {
            return;
        }
        othersHeard = System.nanoTime();
        news.changed().forEach(changed -> signals.changed(changed.task(), changed.version()));
        if (news.due()) {
            wakeSweep.run();
        }
    }

    private void tell() {
        while (!closed) {
            try {
                var batch = new ArrayList<Changed>();
                var first = unsaid.poll(1, java.util.concurrent.TimeUnit.SECONDS);
                if (first != null) {
                    batch.add(first);
                    unsaid.drainTo(batch, MOST - 1);
                    bus.send(SUBJECT, new News(self, false, batch));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
