package no.dataverket.core.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Heartbeat;
import no.dataverket.core.bus.Bus;

/// What is known of the services that this process depends on, from their heartbeats.
public final class Dependencies {

    /// Silence after which a service counts as away: three beats.
    public static final Duration SILENCE = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final Instant began;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// The state of one service.
    ///
    /// @param since when it came or went
    /// @param lastSeen when it was last heard; empty if never
    public record State(boolean up, Instant since, Optional<Instant> lastSeen, String cause) {}

    private record Seen(Instant last, Instant upSince, boolean stopped) {}

    public Dependencies(Bus bus, InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
        bus.listen(Subjects.heartbeats(), Heartbeat.class, this::heard);
    }

    /// Calls back, from the bus's thread, when a service that was away is heard again.
    public void onReturn(Runnable listener) {
        listeners.add(listener);
    }

    /// What is known of a service now.
    public State of(String service) {
        var last = seen.get(service);
        var now = clock.instant();
        if (last == null) {
            return new State(false, began, Optional.empty(), "not heard since this server started");
        }
        if (last.stopped()) {
            return new State(false, last.last(), Optional.of(last.last()), "stopped");
        }
        if (last.last().plus(SILENCE).isBefore(now)) {
            return new State(
                    false,
                    last.last(),
                    Optional.of(last.last()),
                    "silent for " + Duration.between(last.last(), now).toSeconds() + " s");
        }
        return new State(true, last.upSince(), Optional.of(last.last()), "up");
    }

    private void heard(Heartbeat beat) {
        boolean wasUp = of(beat.service()).up();
        var now = clock.instant();
        seen.compute(
                beat.service(),
                (service, before) -> new Seen(now, wasUp && before != null ? before.upSince() : now, beat.stopping()));
        if (!wasUp && !beat.stopping()) {
            listeners.forEach(Runnable::run);
        }
    }
}
