package no.dataverket.maskin.vm;

import io.prometheus.metrics.core.metrics.Gauge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Database;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.work.Reconciler;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.host.HostCommands;
import no.dataverket.maskin.host.HostNews;
import no.dataverket.maskin.host.Hosts;
import no.dataverket.maskin.host.Quarantine;
import no.dataverket.maskin.host.Runtimes;

/// One [HostLoop] for each host in service, and the rounds in which they look. A round takes the hosts that gave
/// a hint and those whose turn it is, reads what was decided about their machines, for many hosts in one
/// transaction, and lets each look by itself, so that a host that doesn't answer holds up no other.
final class HostLoops implements HostCommands.Attendance, AutoCloseable {

    /// Hosts whose intents are read together.
    private static final int TOGETHER = 64;

    /// With many hosts each is looked at less often, so that looking takes no more than a fraction of a
    /// processor.
    private static final Duration SHARE_OF_EACH_HOST = Duration.ofMillis(5);

    /// Hints come in swarms; between two looks there is this part of the usual time at least.
    private static final int LOOKS_PER_PERIOD = 10;

    private static final int ROUNDS_PER_PERIOD = 30;

    private final Parts parts;
    private final Intents intents;
    private final Map<Id, HostLoop> loops = new ConcurrentHashMap<>();
    private final Duration tick;
    private final Gauge unseen;
    private final Reconciler rounds;

    /// What the loops share.
    ///
    /// @param count how many loops there are
    /// @param wake makes a round come soon
    record Parts(
            Database database,
            Hosts hosts,
            HostNews hostNews,
            Runtimes runtimes,
            Quarantine quarantine,
            Vms vms,
            VmNews news,
            Turns turns,
            Pace pace,
            InstantSource clock,
            Telemetry telemetry,
            ExecutorService threads,
            Guests guests,
            IntSupplier count,
            Runnable wake) {}

    HostLoops(
            Database database,
            Hosts hosts,
            HostNews hostNews,
            Runtimes runtimes,
            Quarantine quarantine,
            Vms vms,
            VmNews news,
            Turns turns,
            Pace pace,
            InstantSource clock,
            Telemetry telemetry,
            Guests guests) {
        this.parts = new Parts(
                database,
                hosts,
                hostNews,
                runtimes,
                quarantine,
                vms,
                news,
                turns,
                pace,
                clock,
                telemetry,
                Executors.newVirtualThreadPerTaskExecutor(),
                guests,
                loops::size,
                this::wake);
        this.intents = new Intents(database, hosts, vms);
        this.tick = pace.look().dividedBy(ROUNDS_PER_PERIOD);
        this.unseen = Gauge.builder()
                .name("dataverket_hosts_unseen_seconds")
                .help("How long ago the host was looked at that has waited longest for it.")
                .register(telemetry.registry());
        this.rounds = new Reconciler("hosts", tick, this::round);
    }

    /// How long a host is left alone between two looks at least.
    static Duration rest(Pace pace) {
        return pace.look().dividedBy(LOOKS_PER_PERIOD);
    }

    /// Begins with the hosts that are registered already.
    void beginAll() {
        parts.hosts().ids().forEach(this::begin);
    }

    @Override
    public void begin(Id host) {
        loops.computeIfAbsent(host, id -> new HostLoop(id, parts)).wake();
    }

    @Override
    public void end(Id host) {
        var loop = loops.remove(host);
        if (loop != null) {
            loop.close();
            intents.forget(host);
        }
    }

    /// Ends all loops at once, then waits a little for repairs under way.
    @Override
    public void close() {
        rounds.close();
        parts.telemetry().registry().unregister(unseen);
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            new ArrayList<>(loops.keySet()).forEach(host -> closing.execute(() -> end(host)));
        }
        parts.threads().shutdown();
        try {
            if (!parts.threads().awaitTermination(5, TimeUnit.SECONDS)) {
                parts.threads().shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            parts.threads().shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        rounds.wake();
    }

    private void round() {
        long now = System.nanoTime();
        long longest = 0;
        var period = period();
        var due = new ArrayList<Due>();
        for (var loop : loops.values()) {
            long unseen = loop.unseenNanos(now);
            longest = Math.max(longest, unseen);
            if (loop.take(period, rest(parts.pace()))) {
                due.add(new Due(loop, unseen));
            }
        }
        unseen.set(longest / 1e9);
        due.sort(Comparator.comparingLong(Due::unseenNanos).reversed());
        // Spread over the time until the next round, so that whoever else needs the processors waits for few.
        var gap = tick.dividedBy(due.size() + 1);
        for (int i = 0; i < due.size(); i += TOGETHER) {
            look(due.subList(i, Math.min(i + TOGETHER, due.size())), due.subList(i, due.size()), gap);
        }
    }

    private record Due(HostLoop loop, long unseenNanos) {}

    private Duration period() {
        var share = SHARE_OF_EACH_HOST.multipliedBy(loops.size());
        return share.compareTo(parts.pace().look()) > 0 ? share : parts.pace().look();
    }

    private void look(List<Due> together, List<Due> left, Duration gap) {
        Map<Id, Intents.Intent> decided;
        try {
            decided = intents.read(together.stream().map(due -> due.loop().id()).toList());
        } catch (RuntimeException failure) {
            left.forEach(due -> due.loop().giveBack());
            throw failure;
        }
        for (var due : together) {
            due.loop().look(decided.get(due.loop().id()));
            LockSupport.parkNanos(gap.toNanos());
        }
    }
}
