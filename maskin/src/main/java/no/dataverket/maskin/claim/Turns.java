package no.dataverket.maskin.claim;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.work.Absent;

/// Lets one command, or one repair, at a time work on a thing: a machine, a host, an image.
public final class Turns {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<Id, Turnstile> turnstiles = new ConcurrentHashMap<>();

    private static final class Turnstile {
        final Semaphore semaphore = new Semaphore(1, true);
        int users;
    }

    /// Something that is held until it is closed.
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits for its turn.
    ///
    /// @throws Failure `DEADLINE_EXCEEDED` if the turn does not come within minutes
    /// @throws Absent if the service stops meanwhile
    public Hold hold(Id id) {
        var turnstile = enter(id);
        try {
            if (turnstile.semaphore.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return () -> release(id, turnstile);
            }
        } catch (InterruptedException interrupted) {
            leave(id);
            Thread.currentThread().interrupt();
            throw new Absent("maskin", "The service is being stopped.");
        }
        leave(id);
        throw Failure.of(ProblemCode.DEADLINE_EXCEEDED, "Another command is still working on " + id + ".");
    }

    /// Takes its turn if nobody else has it.
    public Optional<Hold> tryHold(Id id) {
        var turnstile = enter(id);
        if (turnstile.semaphore.tryAcquire()) {
            return Optional.of(() -> release(id, turnstile));
        }
        leave(id);
        return Optional.empty();
    }

    private Turnstile enter(Id id) {
        return turnstiles.compute(id, (key, present) -> {
            var turnstile = present == null ? new Turnstile() : present;
            turnstile.users++;
            return turnstile;
        });
    }

    private void release(Id id, Turnstile turnstile) {
        turnstile.semaphore.release();
        leave(id);
    }

    private void leave(Id id) {
        turnstiles.computeIfPresent(id, (key, turnstile) -> --turnstile.users == 0 ? null : turnstile);
    }
}
