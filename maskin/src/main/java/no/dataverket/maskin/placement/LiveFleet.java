package no.dataverket.maskin.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.placement.decision.Decision;
import no.dataverket.maskin.placement.decision.Fleet;
import no.dataverket.maskin.placement.decision.Headroom;
import no.dataverket.maskin.placement.decision.HostView;
import no.dataverket.maskin.placement.decision.HostView.Domains;
import no.dataverket.maskin.placement.decision.HostView.Reach;
import no.dataverket.maskin.placement.decision.HostView.Room;
import no.dataverket.maskin.placement.decision.HostView.Standing;
import no.dataverket.maskin.placement.decision.Policy;
import no.dataverket.maskin.placement.decision.Wanted;
import org.jspecify.annotations.Nullable;

/// The hosts as they are committed, in memory. Before each decision it reads what changed since its last reading, and
/// every so often everything, in case that somebody changed the database's past.
final class LiveFleet {

    private static final Duration EVERYTHING_AGAIN = Duration.ofMinutes(1);

    /// The horizon is the oldest transaction that was running: what it and younger ones change was not seen yet.
    private static final String NEWS = """
            SELECT f.removals, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, clock_timestamp() AS read_at,
                   h.driver || ' on ' || h.name AS dependency, h.*
            FROM maskin.fleet f LEFT JOIN maskin.host h ON h.changed_in >= ?::text::xid8
            """;

    private static final String FROM_THE_BEGINNING = "0";

    private final ReentrantLock lock = new ReentrantLock();
    private final Fleet fleet = new Fleet();
    private String horizon = FROM_THE_BEGINNING;
    private long removals = -1;
    private Instant readEverythingAt = Instant.MIN;

    private record News(long removals, String horizon, Instant at, List<HostView> hosts) {}

    /// A host with the decision that led to it.
    record Chosen(Decision decision, HostView host) {}

    /// A decision with the host that it chose, if it chose one.
    record Decided(Decision decision, Optional<Chosen> chosen) {}

    /// Reads what changed.
    ///
    /// @return the time of the reading, by the database's clock
    Instant refresh(Transaction transaction) {
        var news = read(transaction, since());
        lock.lock();
        try {
            boolean due = !news.at().isBefore(readEverythingAt.plus(EVERYTHING_AGAIN));
            if (due || news.removals() > removals) {
                replace(read(transaction, FROM_THE_BEGINNING));
            } else if (news.removals() == removals) {
                fleet.take(news.hosts());
                horizon = later(horizon, news.horizon());
            }
            // Else another thread has read later, and knows of a host that is gone by now.
            return news.at();
        } finally {
            lock.unlock();
        }
    }

    /// Chooses a host and claims room on it, so that others that decide meanwhile know of it.
    Optional<Chosen> claim(Id machine, Wanted wanted, Policy policy) {
        return with(known -> {
            var chosen = choice(known, known.decide(wanted, policy));
            chosen.ifPresent(one -> {
                var group = wanted.group();
                known.claim(new Fleet.Claim(
                        machine.uuid(),
                        one.host().id(),
                        group == null ? null : group.id(),
                        wanted.vcpus(),
                        wanted.memoryMib()));
            });
            return chosen;
        });
    }

    /// Decides by what is committed alone.
    Decided decide(Wanted wanted, Policy policy) {
        return with(known -> {
            var decision = known.decideOnFacts(wanted, policy);
            return new Decided(decision, choice(known, decision));
        });
    }

    Optional<HostView> worthWaitingFor(Wanted wanted, Instant awaySince) {
        return with(known -> known.worthWaitingFor(wanted, awaySince));
    }

    /// What is left of a datacenter.
    Headroom headroom(String datacenter) {
        return Headroom.of(with(known -> known.hosts(datacenter)));
    }

    /// The claim became a reservation.
    void committed(Id machine, long change) {
        with(known -> {
            known.committed(machine.uuid(), change);
            return true;
        });
    }

    /// The claim came to nothing.
    void withdraw(Id machine) {
        with(known -> {
            known.withdraw(machine.uuid());
            return true;
        });
    }

    private void replace(News everything) {
        fleet.replace(everything.hosts());
        removals = everything.removals();
        horizon = everything.horizon();
        readEverythingAt = everything.at();
    }

    private static String later(String one, String other) {
        return Long.compareUnsigned(Long.parseUnsignedLong(one), Long.parseUnsignedLong(other)) < 0 ? other : one;
    }

    private static Optional<Chosen> choice(Fleet known, Decision decision) {
        return decision.chosen().flatMap(best -> known.host(best.id())).map(host -> new Chosen(decision, host));
    }

    private <T> T with(Function<Fleet, T> work) {
        lock.lock();
        try {
            return work.apply(fleet);
        } finally {
            lock.unlock();
        }
    }

    private String since() {
        lock.lock();
        try {
            return horizon;
        } finally {
            lock.unlock();
        }
    }

    private static News read(Transaction transaction, String since) {
        var hosts = new ArrayList<HostView>();
        var said = transaction.search(
                NEWS,
                row -> {
                    if (row.uuidOrNull("id") != null) {
                        hosts.add(host(row));
                    }
                    return new News(row.number("removals"), row.text("horizon"), row.instant("read_at"), hosts);
                },
                since);
        return said.getFirst();
    }

    private static HostView host(Row row) {
        return new HostView(
                row.uuid("id"),
                row.text("name"),
                row.text("datacenter"),
                row.text("host_class"),
                row.textOrNull("jurisdiction"),
                row.text("dependency"),
                new Standing(
                        row.flag("schedulable"),
                        row.flag("maintenance"),
                        row.flag("quarantined"),
                        row.flag("reachable"),
                        row.instant("reachable_changed_at")),
                new Room(
                        row.integer("vcpus"),
                        row.integer("memory_mib"),
                        row.integer("vcpus_reserved"),
                        row.integer("memory_mib_reserved")),
                new Domains(row.textOrNull("rack"), row.textOrNull("power"), row.textOrNull("room")),
                new Reach(set(row.textsOrNull("networks")), set(row.textsOrNull("images")), row.textOrNull("storage")),
                row.number("nature"),
                row.number("change"));
    }

    private static @Nullable Set<String> set(@Nullable List<String> texts) {
        return texts == null ? null : new HashSet<>(texts);
    }
}
