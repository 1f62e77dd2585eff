package no.dataverket.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.work.Work;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.placement.Placement;

/// Places machines for good: decides, and takes the room in PostgreSQL, with the machine's row and the decision. It
/// runs in this process; PostgreSQL and NATS are this one's own.
final class Reservations implements Backbone, AutoCloseable {

    private static final int CONNECTIONS = 40;
    private static final String DATACENTER = "hall";

    private final OwnServers servers;
    private final Database.Settings settings;
    private final Database database;
    private final Placement placement;

    /// @param flushes of the write-ahead log, for a reservation
    record Measured(int hosts, int reservations, int clients, double perSecond, Quantiles latency, double flushes) {}

    private Reservations(OwnServers servers) {
        this.servers = servers;
        settings = servers.postgres().role(MaskinMessages.SERVICE, List.of(MaskinMessages.SERVICE), CONNECTIONS);
        database = Database.connect(settings)
                .migrate(MaskinMessages.SERVICE, Database.MESSAGING, "no/dataverket/maskin/schema");
        placement = new Placement(database, new Turns());
    }

    /// @param binaries where PostgreSQL is unpacked
    static Reservations start(Path state, Path binaries, int hosts) {
        var servers = OwnServers.start(state, binaries);
        var reservations = new Reservations(servers);
        try (var bus = Bus.connect(new Bus.Settings(servers.nats().url(), MaskinMessages.SERVICE, DATACENTER, null))) {
            bus.ensureStreams();
        }
        reservations.fill(hosts);
        return reservations;
    }

    /// Places so many machines, and a tenth of that before, to warm up.
    Measured measure(int hosts, int count, int clients) {
        Crowd.share(clients, Math.max(1, count / 10), unused -> place());
        var latencies = new Latencies();
        var before = Counters.of(this);
        long began = System.nanoTime();
        Crowd.share(clients, count, unused -> {
            long one = System.nanoTime();
            place();
            latencies.since(one);
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        var counted = Counters.of(this).minus(before);
        return new Measured(
                hosts, count, clients, count / seconds, latencies.quantiles(), (double) counted.flushes() / count);
    }

    @Override
    public Connection database() throws SQLException {
        return servers.database(settings.url());
    }

    @Override
    public io.nats.client.Connection bus() throws IOException, InterruptedException {
        return servers.bus();
    }

    @Override
    public Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        database.close();
        servers.close();
    }

    private void place() {
        var vm = Id.next(IdKind.VM);
        var command = new PlaceVm(vm, DATACENTER, 1, 1024);
        var origin = new Origin(
                "bench",
                "0af7651916cd43dd8448eb211c80319c",
                null,
                null,
                null,
                null,
                DATACENTER,
                Id.next(IdKind.TASK),
                "place",
                1L,
                1L,
                null,
                null);
        var envelope = Envelopes.seal("bench", "dv.maskin.cmd.place-vm", vm, origin, command);
        placement.place(new Work<>(envelope, command, unused -> {}));
    }

    private void fill(int hosts) {
        database.run(transaction -> transaction.update("""
                INSERT INTO maskin.host
                    (id, name, datacenter, driver, endpoint, generation, reachable, vcpus, memory_mib, machine_type,
                     rack, power, room)
                SELECT gen_random_uuid(), 'hv-' || n, ?, 'simulated', 'sim:' || n, 1, true, 256, 262144, 'sim-1.0',
                       'rack-' || n / 40, 'feed-' || n / 1000, 'room-1'
                FROM generate_series(1, ?) AS n
                """, DATACENTER, hosts));
        database.run(transaction -> transaction.update("ANALYZE maskin.host"));
    }
}
