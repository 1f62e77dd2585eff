package no.dataverket.maskin.vm;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.RuntimeFailure;
import org.jspecify.annotations.Nullable;

/// One session at a console: what was shown of late, how much was typed, and whether it goes on. What its reader
/// is too slow for is forgotten from its beginning.
final class ConsoleSeat implements Console.Screen {

    /// Some screens full of text.
    static final int KEPT = 64 << 10;

    private final Id session;
    private final StoredVm vm;
    private final Id actor;
    private final String by;
    private final Instant since;

    /// Held while something is typed, so that it comes in order; the next lock may be taken while this is held, and
    /// not the reverse: whoever shows something may hold what the one who types is waiting for.
    private final ReentrantLock typing = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] shown = new byte[KEPT];
    private long shownBytes;
    private long typedBytes;
    private volatile long typedNanos = System.nanoTime();
    private long readNanos = System.nanoTime();
    private @Nullable Console console;
    private @Nullable String ended;
    private long endedNanos;

    ConsoleSeat(Id session, StoredVm vm, Id actor, String by, Instant since) {
        this.session = session;
        this.vm = vm;
        this.actor = actor;
        this.by = by;
        this.since = since;
    }

    /// What was shown.
    ///
    /// @param from position of the first byte
    /// @param ended why nothing more comes; null while something may
    record Shown(long from, byte[] bytes, @Nullable String ended) {}

    Id session() {
        return session;
    }

    StoredVm vm() {
        return vm;
    }

    String by() {
        return by;
    }

    Instant since() {
        return since;
    }

    boolean belongsTo(Id somebody, Id machine) {
        return actor.equals(somebody) && vm.id().equals(machine);
    }

    boolean isOf(Id somebody) {
        return actor.equals(somebody);
    }

    boolean isOpen() {
        lock.lock();
        try {
            return ended == null;
        } finally {
            lock.unlock();
        }
    }

    /// Gets the console. It may have ended before it came.
    void sit(Console opened) {
        boolean late;
        lock.lock();
        try {
            console = opened;
            late = ended != null;
        } finally {
            lock.unlock();
        }
        if (late) {
            opened.close();
        }
    }

    /// Types what comes after what was typed before.
    ///
    /// @return how much was typed in all
    /// @throws Failure `CONSOLE_CLOSED`, or `VALIDATION_FAILED` where something is missing in between
    long type(long offset, byte[] bytes) {
        typing.lock();
        try {
            var open = opened();
            if (offset > typedBytes) {
                throw Failure.of(
                                ProblemCode.VALIDATION_FAILED,
                                "The offset " + offset + " is ahead of the " + typedBytes + " bytes that were typed.")
                        .hint("Send what is in between first.");
            }
            int known = (int) Math.min(bytes.length, typedBytes - offset);
            var fresh = Arrays.copyOfRange(bytes, known, bytes.length);
            if (fresh.length > 0 && open != null) {
                typedNanos = System.nanoTime();
                typedBytes += open.type(fresh);
            }
            return typedBytes;
        } catch (RuntimeFailure failure) {
            throw over(String.valueOf(failure.getMessage()));
        } finally {
            typing.unlock();
        }
    }

    /// The console; null while it is about to come.
    private @Nullable Console opened() {
        lock.lock();
        try {
            if (ended != null) {
                throw over(ended);
            }
            return console;
        } finally {
            lock.unlock();
        }
    }

    /// What was shown from a position on. Waits for something, if there is nothing and it goes on.
    Shown follow(long offset, Duration patience, int limit) {
        lock.lock();
        try {
            readNanos = System.nanoTime();
            long left = patience.toNanos();
            while (offset >= shownBytes && ended == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            readNanos = System.nanoTime();
            long from = Math.clamp(offset, Math.max(0, shownBytes - KEPT), shownBytes);
            var bytes = new byte[(int) Math.min(limit, shownBytes - from)];
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = shown[(int) ((from + index) % KEPT)];
            }
            return new Shown(from, bytes, from + bytes.length == shownBytes ? ended : null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw over("The service is being stopped.");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void shows(byte[] bytes) {
        lock.lock();
        try {
            for (var one : bytes) {
                shown[(int) (shownBytes++ % KEPT)] = one;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ends(String why) {
        lock.lock();
        try {
            if (ended == null) {
                ended = why;
                endedNanos = System.nanoTime();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends it; the console is free for others.
    void leave(String why) {
        @Nullable Console open;
        lock.lock();
        try {
            ends(why);
            open = console;
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
    }

    /// Why it should end by now; empty while it may go on.
    String overdue(ConsolePace pace) {
        lock.lock();
        try {
            if (since(readNanos).compareTo(pace.unread()) > 0) {
                return "nobody read it for " + pace.unread().toSeconds() + " s";
            }
            if (since(typedNanos).compareTo(pace.idle()) > 0) {
                return "nothing was typed for " + pace.idle().toSeconds() + " s";
            }
            return "";
        } finally {
            lock.unlock();
        }
    }

    /// Whether its end was there to be read for long enough.
    boolean isForgotten(ConsolePace pace) {
        lock.lock();
        try {
            return ended != null && since(endedNanos).compareTo(pace.unread()) > 0;
        } finally {
            lock.unlock();
        }
    }

    private static Duration since(long nanos) {
        return Duration.of(System.nanoTime() - nanos, TimeUnit.NANOSECONDS.toChronoUnit());
    }

    static Failure over(String why) {
        return Failure.of(ProblemCode.CONSOLE_CLOSED, "The session is over: " + why + ".");
    }
}
