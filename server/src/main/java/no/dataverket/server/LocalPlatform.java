package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.local.LocalPostgres;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.telemetry.Telemetry;

/// The platform on one machine: PostgreSQL and NATS are children of this process, their data is in the state
/// directory and outlives them.
final class LocalPlatform implements Platform, AutoCloseable {

    private static final int CONNECTIONS = 40;

    private final Settings settings;
    private final String version;
    private final Telemetry telemetry;
    private final LocalPostgres postgres;
    private final BusUsers users;
    private final LocalNats nats;
    private final Closing closing = new Closing();

    LocalPlatform(Settings settings, String version, Telemetry telemetry) {
        this.settings = settings;
        this.version = version;
        this.telemetry = telemetry;
        privateDirectory(settings.state().resolve("postgres"));
        this.postgres = closing.add(LocalPostgres.start(
                settings.cache().resolve("postgres"),
                settings.state().resolve("postgres"),
                0,
                List.of("max_connections=200", "shared_buffers=128MB")));
        this.users = BusUsers.in(settings.state().resolve("nats-users"));
        this.nats = closing.add(LocalNats.start(settings.state().resolve("nats"), 0, users.configuration()));
    }

    @Override
    public String datacenter() {
        return settings.datacenter();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Database database(String role, List<String> schemas) {
        return Database.connect(postgres.role(role, schemas, CONNECTIONS));
    }

    @Override
    public Bus bus(String service) {
        return Bus.connect(new Bus.Settings(nats.url(), service, settings.datacenter(), users.credentials(service)));
    }

    @Override
    public void close() {
        closing.close();
    }

    private static void privateDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
