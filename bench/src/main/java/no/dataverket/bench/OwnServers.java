package no.dataverket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.local.LocalPostgres;

/// PostgreSQL and NATS that a measurement has for itself, set up as an installation has them.
record OwnServers(Path state, LocalPostgres postgres, LocalNats nats) implements AutoCloseable {

    private static final List<String> SETTINGS = List.of("max_connections=200", "shared_buffers=128MB");

    /// @param binaries where PostgreSQL is unpacked
    static OwnServers start(Path state, Path binaries) {
        var postgres = LocalPostgres.start(binaries, state.resolve("postgres"), 0, SETTINGS);
        return new OwnServers(state, postgres, LocalNats.start(state.resolve("nats"), 0, null));
    }

    /// A connection that may see everything.
    ///
    /// @param url of the database
    Connection database(String url) throws SQLException {
        try {
            var password = Files.readString(state.resolve("postgres/secrets/superuser"));
            return DriverManager.getConnection(url, "postgres", password.strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A connection that waits for nothing it sends.
    io.nats.client.Connection bus() throws IOException, InterruptedException {
        return io.nats.client.Nats.connect(new io.nats.client.Options.Builder()
                .server(nats.url())
                .maxMessagesInOutgoingQueue(0)
                .build());
    }

    @Override
    public void close() {
        nats.close();
        postgres.close();
    }
}
