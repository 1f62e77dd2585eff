package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import no.dataverket.contract.Id;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Circuits;
import no.dataverket.core.health.Circuits.Failing;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.health.Dependencies.State;

/// What the engine knows of the services that it sends commands to: from their hearts, from how they do with
/// commands, and whether the bus reaches them at all.
final class Health {

    private final Dependencies hearts;
    private final Circuits circuits;
    private final Backlog backlog;
    private final Bus bus;
    private final InstantSource clock;
    private final AtomicLong written = new AtomicLong(-1);

    Health(Dependencies hearts, Bus bus, InstantSource clock) {
        this.hearts = hearts;
        this.circuits = new Circuits(clock);
        this.backlog = new Backlog(clock);
        this.bus = bus;
        this.clock = clock;
    }

    /// Calls back when a service may be used again.
    void onReturn(Runnable listener) {
        hearts.onReturn(listener);
        circuits.onReturn(listener);
    }

    State of(String service) {
        var heart = hearts.of(service);
        if (service.equals(Saga.SENTRAL)) {
            return new State(true, clock.instant(), heart.lastSeen(), "this is it");
        }
        if (!heart.up()) {
            return heart;
        }
        if (!bus.connected()) {
            return new State(false, clock.instant(), heart.lastSeen(), "the bus is away");
        }
        return circuits.of(service)
                .map(failing -> new State(false, failing.since(), heart.lastSeen(), "beats, but " + failing.cause()))
                .orElse(heart);
    }

    /// From now on this process hears the answers to commands.
    void begin() {
        backlog.begin();
    }

    /// Whether a command waits its turn at its service.
    boolean queued(String service, Instant sent) {
        return backlog.queued(service, sent);
    }

    /// A service answered a command.
    void answered(Effect.Answered answer) {
        backlog.answered(answer.service(), answer.sent());
    }

    /// A command goes out.
    void sent(String service) {
        circuits.sent(service);
    }

    /// A command was carried out, or was not.
    void seen(Id task, Effect.Seen seen) {
        if (seen.well()) {
            circuits.well(seen.service(), task.toString());
        } else {
            circuits.failed(seen.service(), task.toString(), seen.cause());
        }
    }

    /// Writes down which services fail, if that has changed, for the processes that do not send.
    void record(Transaction transaction) {
        long changes = circuits.changes();
        if (written.get() != changes) {
            transaction.update("DELETE FROM tasks.failing_service");
            circuits.failing()
                    .forEach(failing -> transaction.update(
                            "INSERT INTO tasks.failing_service (service, since, cause, probe_at) VALUES (?, ?, ?, ?)",
                            failing.service(),
                            failing.since(),
                            failing.cause(),
                            failing.probeAt()));
            transaction.afterCommit(() -> written.set(changes));
        }
    }

    /// The services that fail their commands, as whoever sends them wrote it down.
    static List<Failing> recorded(Transaction transaction) {
        return transaction.query(
                "SELECT service, since, cause, probe_at FROM tasks.failing_service ORDER BY service",
                row -> new Failing(
                        row.text("service"), row.instant("since"), row.text("cause"), row.instant("probe_at")));
    }
}
