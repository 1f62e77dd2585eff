package no.dataverket.lab.hypervisor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// The time that simulated hosts live in: that of the wall clock, or [SteppedTime].
sealed interface HostTime extends InstantSource permits HostTime.OfTheWall, SteppedTime {

    /// Waits until so much time has passed, or until it is over for another reason.
    ///
    /// @param over asked again after each [#nudge]
    /// @return whether it was over before the time had passed
    boolean await(Duration length, BooleanSupplier over) throws InterruptedException;

    /// Has all who wait look whether it is over for them.
    void nudge();

    /// Real time.
    final class OfTheWall implements HostTime {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition nudged = lock.newCondition();

        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public boolean await(Duration length, BooleanSupplier over) throws InterruptedException {
            lock.lock();
            try {
                var left = length.toNanos();
                while (!over.getAsBoolean()) {
                    if (left <= 0) {
                        return false;
                    }
                    left = nudged.awaitNanos(left);
                }
                return true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void nudge() {
            lock.lock();
            try {
                nudged.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
