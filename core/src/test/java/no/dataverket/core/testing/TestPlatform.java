package no.dataverket.core.testing;

import java.time.InstantSource;
import java.util.List;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.local.LocalPostgres;
import no.dataverket.core.service.Platform;
import no.dataverket.core.telemetry.Telemetry;

/// A platform of real servers for one test class: a database server and a bus server of its own.
public final class TestPlatform implements Platform, AutoCloseable {

    private final LocalPostgres postgres = LocalPostgres.start(
            RealServers.binaries(), RealServers.directory("platform"), 0, List.of("max_connections=200"));
    private final LocalNats nats = RealServers.ownNats();
    private final Telemetry telemetry = Telemetry.withoutExport();

    @Override
    public String datacenter() {
        return "lab1";
    }

    @Override
    public String version() {
        return "test";
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
        return Database.connect(postgres.role(role, schemas, 24).withPatience(RealServers.PATIENCE));
    }

    @Override
    public Bus bus(String service) {
        return Bus.connect(new Bus.Settings(nats.url(), service, datacenter(), null));
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalNats nats() {
        return nats;
    }

    @Override
    public void close() {
        nats.close();
        postgres.close();
        telemetry.close();
    }
}
