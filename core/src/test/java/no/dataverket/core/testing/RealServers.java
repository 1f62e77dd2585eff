package no.dataverket.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.local.LocalPostgres;

/// PostgreSQL and nats-server for the tests of one JVM, started when first asked for and ended with it. Each
/// test class takes schemas and buses of its own.
public final class RealServers {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// How long a test waits for a connection: many clients on a busy machine are no failure.
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private RealServers() {}

    private static final class Postgres {
        static final LocalPostgres RUNNING = startPostgres();
    }

    private static final class NatsServer {
        static final LocalNats RUNNING = startNats();
    }

    /// The database server that all tests of this JVM share.
    public static LocalPostgres postgres() {
        return Postgres.RUNNING;
    }

    /// A role that owns one new, empty schema; both have the name given plus a number.
    public static Fresh freshSchema(String name) {
        var unique = name + COUNT.incrementAndGet();
        return new Fresh(
                unique,
                Database.connect(postgres().role(unique, List.of(unique), 16).withPatience(PATIENCE)));
    }

    /// A new schema and the way to it.
    public record Fresh(String schema, Database database) {}

    /// A connection to the bus that all tests of this JVM share.
    public static Bus bus(String service) {
        return Bus.connect(new Bus.Settings(NatsServer.RUNNING.url(), service, "lab1", null));
    }

    /// A bus server of the caller's own, with streams of its own.
    public static LocalNats ownNats() {
        return startNats();
    }

    /// Where the binaries are unpacked; shared with other builds on the machine.
    public static Path binaries() {
        return Path.of(System.getProperty("user.home"), ".cache", "dataverket", "postgres-18.6");
    }

    /// A new directory that goes with the JVM.
    public static Path directory(String name) {
        try {
            var directory = Files.createTempDirectory("dv-" + name + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static LocalPostgres startPostgres() {
        var postgres =
                LocalPostgres.start(binaries(), directory("postgres"), 0, List.of("max_connections=400", "fsync=off"));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres;
    }

    private static LocalNats startNats() {
        var nats = LocalNats.start(directory("nats"), 0, null);
        Runtime.getRuntime().addShutdownHook(new Thread(nats::close));
        return nats;
    }

    private static void remove(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException stillInUse) {
            System.err.println("left behind: " + directory);
        }
    }
}
