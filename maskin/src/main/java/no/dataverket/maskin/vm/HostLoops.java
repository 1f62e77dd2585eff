package no.dataverket.maskin.vm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Database;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.host.HostCommands;
import no.dataverket.maskin.host.HostNews;
import no.dataverket.maskin.host.Hosts;
import no.dataverket.maskin.host.Runtimes;

/// One [HostLoop] for each host in service.
final class HostLoops implements HostCommands.Attendance, AutoCloseable {

    private final Parts parts;
    private final Map<Id, HostLoop> loops = new ConcurrentHashMap<>();

    /// What the loops share.
    ///
    /// @param count how many loops there are
    record Parts(
            Database database,
            Hosts hosts,
            HostNews hostNews,
            Runtimes runtimes,
            Vms vms,
            VmNews news,
            Turns turns,
            Pace pace,
            InstantSource clock,
            Telemetry telemetry,
            ExecutorService threads,
            IntSupplier count) {}

    HostLoops(
            Database database,
            Hosts hosts,
            HostNews hostNews,
            Runtimes runtimes,
            Vms vms,
            VmNews news,
            Turns turns,
            Pace pace,
            InstantSource clock,
            Telemetry telemetry) {
        this.parts = new Parts(
                database,
                hosts,
                hostNews,
                runtimes,
                vms,
                news,
                turns,
                pace,
                clock,
                telemetry,
                Executors.newVirtualThreadPerTaskExecutor(),
                loops::size);
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
        }
    }

    /// Ends all loops at once, then waits a little for repairs under way.
    @Override
    public void close() {
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
}
