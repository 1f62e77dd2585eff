package no.dataverket.core.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is known of services from how they do with commands. A service whose heart beats, but whose commands
/// fail or stay unanswered for several callers, is left alone for a while; then one command tries it, and its
/// outcome decides for all.
public final class Circuits {

    /// How many of the last outcomes count.
    static final int WINDOW = 20;

    /// So many failures, of so many callers, and at least half of the window: then the circuit opens.
    static final int FAILURES = 5;

    static final int CALLERS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<String, Circuit> circuits = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long changes;

    /// A service that fails its commands.
    ///
    /// @param since when its circuit opened
    /// @param cause what went wrong last
    /// @param probeAt when a command tries it again, or tried it
    public record Failing(String service, Instant since, String cause, Instant probeAt) {}

    private static final class Circuit {
        final Deque<Seen> window = new ArrayDeque<>();
        Optional<Failing> failing = Optional.empty();
        Optional<Instant> probeSent = Optional.empty();
        Duration pause = FIRST_PAUSE;
    }

    private record Seen(boolean well, String caller) {}

    public Circuits(InstantSource clock) {
        this.clock = clock;
    }

    /// Calls back when a service that failed does well again.
    public void onReturn(Runnable listener) {
        listeners.add(listener);
    }

    /// Whether a service fails its commands, and no command may try it now.
    public synchronized Optional<Failing> of(String service) {
        var circuit = circuits.get(service);
        if (circuit == null || circuit.failing.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        boolean paused = now.isBefore(circuit.failing.get().probeAt());
        boolean probed = circuit.probeSent
                .filter(sent -> now.isBefore(sent.plus(PROBE_LIMIT)))
                .isPresent();
        return paused || probed ? circuit.failing : Optional.empty();
    }

    /// All services that fail their commands, tried again or not.
    public synchronized List<Failing> failing() {
        return circuits.values().stream()
                .flatMap(circuit -> circuit.failing.stream())
                .toList();
    }

    /// Rises whenever a service begins or ceases to fail.
    public synchronized long changes() {
        return changes;
    }

    /// A command goes out; if the service fails, it is the one that tries.
    public synchronized void sent(String service) {
        var circuit = circuits.get(service);
        if (circuit != null && circuit.failing.isPresent()) {
            circuit.probeSent = Optional.of(clock.instant());
        }
    }

    /// A command was carried out.
    public void well(String service, String caller) {
        if (closed(service, caller)) {
            LOG.atInfo().addKeyValue("service", service).log("service does its commands again");
            listeners.forEach(Runnable::run);
        }
    }

    /// A command failed by the service's own fault, or was not answered.
    ///
    /// @param caller on whose behalf; one caller's trouble is not the service's
    public synchronized void failed(String service, String caller, String cause) {
        var circuit = circuits.computeIfAbsent(service, name -> new Circuit());
        keep(circuit, new Seen(false, caller));
        var now = clock.instant();
        if (circuit.failing.isPresent()) {
            if (circuit.probeSent.isPresent()) {
                circuit.pause = circuit.pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                        ? LONGEST_PAUSE
                        : circuit.pause.multipliedBy(2);
                circuit.probeSent = Optional.empty();
                var since = circuit.failing.get().since();
                circuit.failing = Optional.of(new Failing(service, since, cause, now.plus(circuit.pause)));
                changes++;
            }
        } else if (isFailing(circuit)) {
            circuit.failing = Optional.of(new Failing(service, now, cause, now.plus(circuit.pause)));
            changes++;
            LOG.atWarn()
                    .addKeyValue("service", service)
                    .addKeyValue("cause", cause)
                    .log("service fails its commands; it is left alone and tried again");
        }
    }

    private synchronized boolean closed(String service, String caller) {
        var circuit = circuits.computeIfAbsent(service, name -> new Circuit());
        if (circuit.failing.isEmpty()) {
            keep(circuit, new Seen(true, caller));
            return false;
        }
        circuits.remove(service);
        changes++;
        return true;
    }

    private static void keep(Circuit circuit, Seen seen) {
        circuit.window.addLast(seen);
        if (circuit.window.size() > WINDOW) {
            circuit.window.removeFirst();
        }
    }

    private static boolean isFailing(Circuit circuit) {
        var callers = new HashSet<String>();
        int failures = 0;
        for (var seen : circuit.window) {
            if (!seen.well()) {
                failures++;
                callers.add(seen.caller());
            }
        }
        return failures >= FAILURES && callers.size() >= CALLERS && 2 * failures >= circuit.window.size();
    }
}
