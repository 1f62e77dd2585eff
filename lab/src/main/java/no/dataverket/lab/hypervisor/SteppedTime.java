package no.dataverket.lab.hypervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// The time of a simulation: it stands still until it is moved. Who waits on a simulated host waits in this time.
public final class SteppedTime implements HostTime {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Instant now;
    private int waiting;

    SteppedTime(Instant begin) {
        now = begin;
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    /// How many calls wait for time to pass.
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /// @throws IllegalArgumentException when that has passed
    void moveTo(Instant later) {
        lock.lock();
        try {
            if (later.isBefore(now)) {
                throw new IllegalArgumentException("time doesn't go back from " + now + " to " + later);
            }
            now = later;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(Duration length, BooleanSupplier over) throws InterruptedException {
        lock.lock();
        try {
            var until = now.plus(length);
            waiting++;
            try {
                while (!over.getAsBoolean()) {
                    if (!now.isBefore(until)) {
                        return false;
                    }
                    moved.await();
                }
                return true;
            } finally {
                waiting--;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void nudge() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
