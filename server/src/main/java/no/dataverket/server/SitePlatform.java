package no.dataverket.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.service.Platform;
import no.dataverket.core.telemetry.Telemetry;

/// The platform on PostgreSQL and NATS servers that run already and that several server processes share. Roles,
/// schemas and users are made beforehand, as [Preparation] writes them down.
record SitePlatform(Settings.Servers servers, String datacenter, String version, Telemetry telemetry)
        implements Platform {

    private static final int CONNECTIONS = 40;

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Database database(String role, List<String> schemas) {
        var password = new String(password("database-" + role));
        var database = Database.connect(new Database.Settings(servers.database(), role, password, CONNECTIONS));
        var missing = new TreeSet<>(schemas);
        missing.removeAll(database.call(
                transaction -> transaction.query("SELECT nspname FROM pg_namespace", row -> row.text("nspname"))));
        if (!missing.isEmpty()) {
            database.close();
            throw new IllegalStateException("The database has no schemas " + missing
                    + " yet; make them with the roles.sql that `server prepare` writes");
        }
        return database;
    }

    @Override
    public Bus bus(String service) {
        var credentials = new Bus.Settings.Credentials(service, password("bus-" + service));
        return Bus.connect(new Bus.Settings(servers.bus(), service, datacenter, credentials));
    }

    private char[] password(String name) {
        Path file = servers.credentials().resolve(name);
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException failure) {
            throw new IllegalStateException("There must be a password in " + file, failure);
        }
    }
}
