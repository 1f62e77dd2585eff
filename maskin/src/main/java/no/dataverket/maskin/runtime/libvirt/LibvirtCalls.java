package no.dataverket.maskin.runtime.libvirt;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import no.dataverket.maskin.runtime.Hints;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// Carries work to a host's libvirt: on a few platform threads, each piece within a limit, over a connection
/// that's opened anew when it broke.
///
/// A piece of work may be done twice, when the connection breaks under it, and must be fit for that.
final class LibvirtCalls implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LibvirtCalls.class.getName());
    private static final Duration BETWEEN_RECONNECTS = Duration.ofSeconds(1);

    private final String uri;
    private final Duration limit;
    private final NativeLibvirt libvirt;
    private final Hints hints;
    private final ExecutorService threads;
    private final ScheduledExecutorService keeper;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable LibvirtConnection current;
    private boolean openedBefore;
    private volatile boolean closed;

    LibvirtCalls(LibvirtSettings settings, Hints hints) {
        uri = settings.uri();
        limit = settings.callLimit();
        libvirt = NativeLibvirt.load();
        this.hints = hints;
        threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().daemon().name("libvirt-call-", 0).factory());
        keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("libvirt-keeper").factory());
        keeper.scheduleWithFixedDelay(
                this::reconnectIfBroken,
                BETWEEN_RECONNECTS.toMillis(),
                BETWEEN_RECONNECTS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Runs work within the usual limit.
    <T extends @Nullable Object> T run(Function<LibvirtConnection, T> work) {
        return run(limit, work);
    }

    /// Runs work within a limit.
    ///
    /// @throws RuntimeFailure `UNREACHABLE` when libvirt can't be asked; `TIMEOUT` when it doesn't answer
    ///     within the limit, in which case it may still do the work; or what a [LibvirtError] means
    <T extends @Nullable Object> T run(Duration within, Function<LibvirtConnection, T> work) {
        return run(within, work, () -> {});
    }

    /// Runs work within a limit.
    ///
    /// @param whenOver run once, when the work has ended or will never begin; that may be after the limit
    <T extends @Nullable Object> T run(Duration within, Function<LibvirtConnection, T> work, Runnable whenOver) {
        var begun = new AtomicBoolean();
        var call = submit(
                () -> {
                    if (!begun.compareAndSet(false, true)) {
                        throw new CancellationException("nobody waits for this any more");
                    }
                    try {
                        return attempt(work);
                    } finally {
                        whenOver.run();
                    }
                },
                whenOver);
        try {
            return call.get(Math.max(1, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(begun, whenOver);
            throw new RuntimeFailure(Kind.TIMEOUT, "libvirt at " + uri + " didn't answer within " + within, e);
        } catch (InterruptedException e) {
            giveUp(begun, whenOver);
            Thread.currentThread().interrupt();
            throw new RuntimeFailure(Kind.TIMEOUT, "the wait for libvirt at " + uri + " was interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /// Does something on one of the threads that call libvirt; nobody waits for it.
    void later(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closing) {
            Thread.ofPlatform().daemon().name("libvirt-late").start(work);
        }
    }

    private static void giveUp(AtomicBoolean begun, Runnable whenOver) {
        if (begun.compareAndSet(false, true)) {
            whenOver.run();
        }
    }

    private <T extends @Nullable Object> Future<T> submit(Callable<T> work, Runnable whenOver) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            whenOver.run();
            throw new RuntimeFailure(Kind.UNREACHABLE, "the runtime of " + uri + " is closed", e);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case LibvirtError error -> error.toFailure();
            case RuntimeFailure failure -> failure;
            case null, default -> new RuntimeFailure(Kind.INTERNAL, "the libvirt driver failed: " + cause, cause);
        };
    }

    private <T extends @Nullable Object> T attempt(Function<LibvirtConnection, T> work) {
        var first = connection();
        try {
            return work.apply(first);
        } catch (LibvirtError e) {
            if (!lost(first, e)) {
                throw e;
            }
        } finally {
            first.release();
        }
        var second = connection();
        try {
            return work.apply(second);
        } catch (LibvirtError e) {
            if (lost(second, e)) {
                throw new RuntimeFailure(Kind.UNREACHABLE, "the connection to " + uri + " broke twice", e);
            }
            throw e;
        } finally {
            second.release();
        }
    }

    private boolean lost(LibvirtConnection connection, LibvirtError error) {
        if (!error.meansLostConnection() && connection.isAlive()) {
            return false;
        }
        connection.markBroken();
        return true;
    }

    /// A working connection, for the caller to release.
    private LibvirtConnection connection() {
        opening.lock();
        try {
            if (current != null && !current.isBroken() && current.acquire()) {
                return current;
            }
            if (closed) {
                throw new RuntimeFailure(Kind.UNREACHABLE, "the runtime of " + uri + " is closed");
            }
            if (current != null) {
                current.release();
                current = null;
            }
            var opened = open();
            current = opened;
            opened.acquire();
            if (openedBefore) {
                hints.send(new RuntimeHint.Resync("the connection to libvirt broke and is there again"));
            }
            openedBefore = true;
            return opened;
        } finally {
            opening.unlock();
        }
    }

    private LibvirtConnection open() {
        var sink = new HintSink();
        try {
            var opened = LibvirtConnection.open(libvirt, uri, sink);
            sink.watches(opened);
            return opened;
        } catch (LibvirtError e) {
            throw new RuntimeFailure(Kind.UNREACHABLE, "libvirt at " + uri + " can't be reached: " + e.getMessage(), e);
        }
    }

    /// Events come only over an open connection, so that a broken one is replaced even if nobody asks for
    /// anything.
    private void reconnectIfBroken() {
        try {
            if (openedBefore && isBroken()) {
                connection().release();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "libvirt is still out of reach", e);
        }
    }

    private boolean isBroken() {
        opening.lock();
        try {
            return !closed && (current == null || current.isBroken());
        } finally {
            opening.unlock();
        }
    }

    /// Lets calls in progress end, each within its limit.
    @Override
    public void close() {
        closed = true;
        keeper.shutdownNow();
        threads.shutdown();
        opening.lock();
        try {
            if (current != null) {
                current.release();
                current = null;
            }
        } finally {
            opening.unlock();
        }
    }

    /// Turns libvirt's callbacks into hints.
    private final class HintSink implements NativeLibvirt.Sink {

        private volatile @Nullable LibvirtConnection connection;
        private volatile boolean wasClosed;

        void watches(LibvirtConnection opened) {
            connection = opened;
            if (wasClosed) {
                opened.markBroken();
            }
        }

        @Override
        public void domainChanged(String uuid) {
            hints.send(new RuntimeHint.Changed(VmId.parse(uuid)));
        }

        @Override
        public void connectionClosed() {
            wasClosed = true;
            var watched = connection;
            if (watched != null) {
                watched.markBroken();
            }
        }
    }
}
