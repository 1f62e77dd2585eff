package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How far services got with their commands. Under load a command may wait for long before its service takes it.
/// To send it again would only make the queue longer, and to take the service for broken would stop it.
final class Backlog {

    /// By so much may a command be answered before one that was sent earlier.
    static final Duration OVERTAKING = SagaInstance.RESEND;

    private final InstantSource clock;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private volatile Instant began;

    /// @param answered when the service answered a command
    /// @param sent when the latest of those that it answered was sent
    private record Progress(Instant answered, Instant sent) {}

    Backlog(InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
    }

    /// From now on this process hears the answers. What it knew is of the past, and what was sent before may be
    /// waiting.
    void begin() {
        progress.clear();
        began = clock.instant();
    }

    /// A service answered a command that was sent then.
    void answered(String service, Instant sent) {
        var now = clock.instant();
        progress.merge(service, new Progress(now, sent), (before, after) -> new Progress(now, later(before, after)));
    }

    /// Whether a command that was sent then still waits its turn: the service answers, and has not got to what was
    /// sent clearly later.
    boolean queued(String service, Instant sent) {
        var reached = progress.getOrDefault(service, new Progress(began, Instant.MIN));
        return reached.answered().plus(SagaInstance.RESEND).isAfter(clock.instant())
                && !reached.sent().isAfter(sent.plus(OVERTAKING));
    }

    private static Instant later(Progress one, Progress other) {
        return one.sent().isAfter(other.sent()) ? one.sent() : other.sent();
    }
}
