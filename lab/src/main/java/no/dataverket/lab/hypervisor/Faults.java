package no.dataverket.lab.hypervisor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.jspecify.annotations.Nullable;

/// What goes wrong on one simulated host, and how long things take. All is off at first.
///
/// Which delay is drawn depends on the seed and the order of calls, never on a clock. Calls wait in the time of
/// their host: where that is stepped, until somebody steps.
public final class Faults {

    private static final Duration DEFAULT_CALL_LIMIT = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final HostTime time;
    private final Map<Operation, Queue<Fault>> planned = new EnumMap<>(Operation.class);
    private final Map<Operation, Delay> delays = new EnumMap<>(Operation.class);
    private final SplittableRandom random;
    private final AtomicLong releases = new AtomicLong();
    private Duration callLimit = DEFAULT_CALL_LIMIT;
    private boolean unreachable;
    private @Nullable Kind refusal;
    private @Nullable Delay slowness;

    /// What happens to one call.
    private sealed interface Fault {
        record FailBefore(Kind kind) implements Fault {}

        record FailAfter(Kind kind) implements Fault {}

        record Hang() implements Fault {}
    }

    private record Delay(Duration least, Duration most) {}

    Faults(long seed, HostTime time) {
        random = new SplittableRandom(seed);
        this.time = time;
    }

    /// Makes the next `count` calls fail before they do anything.
    public Faults failNext(Operation operation, int count, Kind kind) {
        return plan(operation, count, new Fault.FailBefore(kind));
    }

    /// Makes the next `count` calls do their work and then fail, as when an answer is lost.
    public Faults loseAnswers(Operation operation, int count, Kind kind) {
        return plan(operation, count, new Fault.FailAfter(kind));
    }

    /// Makes the next `count` calls wait, until [#release] lets them go on or the call limit makes them fail
    /// with `TIMEOUT`.
    public Faults hangNext(Operation operation, int count) {
        return plan(operation, count, new Fault.Hang());
    }

    /// Takes back what is planned for an operation.
    public void heal(Operation operation) {
        lock.lock();
        try {
            planned.remove(operation);
        } finally {
            lock.unlock();
        }
    }

    /// Lets all calls that hang go on.
    public void release() {
        releases.incrementAndGet();
        time.nudge();
    }

    /// How long a call takes at most.
    public Faults callLimit(Duration limit) {
        lock.lock();
        try {
            callLimit = limit;
        } finally {
            lock.unlock();
        }
        return this;
    }

    /// Makes each call of the operation take a time between the two. One that would take longer than the call limit
    /// fails with `TIMEOUT` then, and does nothing.
    public Faults delay(Operation operation, Duration least, Duration most) {
        lock.lock();
        try {
            delays.put(operation, new Delay(least, most));
        } finally {
            lock.unlock();
        }
        return this;
    }

    /// Makes every call fail before it does anything, until [#oblige].
    public Faults refuse(Kind kind) {
        lock.lock();
        try {
            refusal = kind;
        } finally {
            lock.unlock();
        }
        return this;
    }

    /// Ends what [#refuse] began.
    public void oblige() {
        lock.lock();
        try {
            refusal = null;
        } finally {
            lock.unlock();
        }
    }

    /// Makes every call take a time between the two, until [#hurry].
    public Faults tarry(Duration least, Duration most) {
        lock.lock();
        try {
            slowness = new Delay(least, most);
        } finally {
            lock.unlock();
        }
        return this;
    }

    /// Ends what [#tarry] began.
    public void hurry() {
        lock.lock();
        try {
            slowness = null;
        } finally {
            lock.unlock();
        }
    }

    void unreachable(boolean nobodyAnswers) {
        lock.lock();
        try {
            unreachable = nobodyAnswers;
        } finally {
            lock.unlock();
        }
    }

    /// Takes what is planned for a call that begins, and lets it happen as far as it happens before the work.
    ///
    /// @return what to do after the work
    Runnable begin(Operation operation) {
        var fault = next(operation);
        pause(operation);
        return switch (fault) {
            case null -> () -> {};
            case Fault.FailBefore(var kind) -> throw new RuntimeFailure(kind, "planned failure of " + operation);
            case Fault.FailAfter(var kind) ->
                () -> {
                    throw new RuntimeFailure(kind, "planned loss of the answer to " + operation);
                };
            case Fault.Hang() -> {
                hang(operation);
                yield () -> {};
            }
        };
    }

    private Faults plan(Operation operation, int count, Fault fault) {
        lock.lock();
        try {
            var queue = planned.computeIfAbsent(operation, _ -> new ArrayDeque<>());
            for (var i = 0; i < count; i++) {
                queue.add(fault);
            }
        } finally {
            lock.unlock();
        }
        return this;
    }

    private @Nullable Fault next(Operation operation) {
        lock.lock();
        try {
            if (unreachable) {
                throw new RuntimeFailure(Kind.UNREACHABLE, "the simulated host doesn't answer");
            }
            var kind = refusal;
            if (kind != null) {
                throw new RuntimeFailure(kind, "the simulated host refuses everything");
            }
            var queue = planned.get(operation);
            return queue == null ? null : queue.poll();
        } finally {
            lock.unlock();
        }
    }

    private void pause(Operation operation) {
        Duration length;
        Duration limit;
        lock.lock();
        try {
            var delay = delays.getOrDefault(operation, slowness);
            if (delay == null) {
                return;
            }
            var span = delay.most().minus(delay.least()).toNanos();
            length = delay.least().plusNanos(span <= 0 ? 0 : random.nextLong(span + 1));
            limit = callLimit;
        } finally {
            lock.unlock();
        }
        boolean inTime = length.compareTo(limit) <= 0;
        await(operation, inTime ? length : limit, () -> false);
        if (!inTime) {
            throw new RuntimeFailure(Kind.TIMEOUT, operation + " didn't answer within " + limit);
        }
    }

    private void hang(Operation operation) {
        Duration limit;
        lock.lock();
        try {
            limit = callLimit;
        } finally {
            lock.unlock();
        }
        var before = releases.get();
        if (!await(operation, limit, () -> releases.get() != before)) {
            throw new RuntimeFailure(Kind.TIMEOUT, operation + " didn't answer within " + limit);
        }
    }

    private boolean await(Operation operation, Duration length, BooleanSupplier over) {
        try {
            return time.await(length, over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeFailure(Kind.TIMEOUT, operation + " was interrupted", e);
        }
    }
}
