package no.dataverket.maskin.runtime;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Brings hints from a driver to its listeners, for use by drivers.
///
/// Sending never blocks and never fails. Hints that wait are merged, so that a slow listener costs at most one
/// entry per VM. One thread delivers; it ends with [#close].
public final class Hints implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Hints.class.getName());

    private final List<Consumer<RuntimeHint>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final LinkedHashSet<RuntimeHint> waiting = new LinkedHashSet<>();
    private boolean delivering;
    private boolean closed;

    /// Adds a listener.
    ///
    /// @throws IllegalStateException when these hints are closed
    public Watch add(Consumer<RuntimeHint> listener) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the runtime is closed");
            }
            listeners.add(listener);
            if (!delivering) {
                delivering = true;
                Thread.ofVirtual().name("vm-hints").start(this::deliver);
            }
        } finally {
            lock.unlock();
        }
        return () -> listeners.remove(listener);
    }

    /// Tells all listeners, soon.
    public void send(RuntimeHint hint) {
        lock.lock();
        try {
            if (delivering && !closed) {
                waiting.add(hint);
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        for (var batch = take(); !batch.isEmpty(); batch = take()) {
            for (var hint : batch) {
                listeners.forEach(listener -> tell(listener, hint));
            }
        }
    }

    /// Waits for hints; empty means closed.
    private List<RuntimeHint> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                arrived.awaitUninterruptibly();
            }
            var batch = closed ? List.<RuntimeHint>of() : new ArrayList<>(waiting);
            waiting.clear();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private static void tell(Consumer<RuntimeHint> listener, RuntimeHint hint) {
        try {
            listener.accept(hint);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a listener to VM hints failed", e);
        }
    }
}
