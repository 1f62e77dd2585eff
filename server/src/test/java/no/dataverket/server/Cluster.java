package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.local.LocalPostgres;
import no.dataverket.core.testing.RealServers;
import no.dataverket.sentral.Sentral;

/// A site as it is run for real, small: one PostgreSQL, one NATS, a process with the site's services, and two
/// processes of Sentral. Everything is prepared as an operator would, with what `server prepare` writes.
final class Cluster implements AutoCloseable {

    /// A user of the bus who may do anything, to do harm with.
    private static final String NEMESIS = "nemesis";

    private final Path root;
    private final Path credentials;
    private final LocalPostgres postgres;
    private final Books books;
    private final List<ServerProcess> processes = new ArrayList<>();
    private LocalNats nats;

    final ServerProcess site;
    final ServerProcess first;
    final ServerProcess second;

    private Cluster(Path root, List<String> settings) {
        this.root = root;
        this.credentials = root.resolve("credentials");
        new Preparation(credentials).write(Composition.all());
        postgres = LocalPostgres.start(
                RealServers.binaries(),
                root.resolve("postgres"),
                0,
                List.of("max_connections=300", "shared_buffers=64MB"));
        nats = LocalNats.start(root.resolve("nats"), 0, busUsers());
        books = new Books(root.resolve("postgres"), root.resolve("site/simulated"));
        makeRoles();
        site = process("site", "identitet,maskin,nett", List.of());
        first = process("first", Sentral.NAME, settings);
        second = process("second", Sentral.NAME, settings);
    }

    /// A cluster that is ready.
    ///
    /// @param settings more of the command lines of Sentral
    static Cluster start(String... settings) {
        try {
            var cluster = new Cluster(Files.createTempDirectory("dv-cluster-"), List.of(settings));
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            cluster.processes.forEach(ServerProcess::begin);
            cluster.processes.forEach(ServerProcess::awaitReady);
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The API of one process, in the operator's name.
    Api api(ServerProcess sentral) {
        var token = RunningServer.text(site.state().resolve("operator-token")).strip();
        return new Api(sentral::endpoint, token);
    }

    Path files() {
        return root;
    }

    Books books() {
        return books;
    }

    /// A connection to the bus that may hear and say everything.
    Bus anything() {
        return Bus.connect(new Bus.Settings(
                nats.url(), "nemesis", Site.DATACENTER, new Bus.Settings.Credentials(NEMESIS, NEMESIS.toCharArray())));
    }

    /// Stops the bus, forgets all that it kept, and starts it again.
    void wipeBus() {
        var port = URI.create(nats.url()).getPort();
        nats.close();
        RunningServer.remove(root.resolve("nats/jetstream"));
        nats = LocalNats.start(root.resolve("nats"), port, busUsers());
    }

    @Override
    public void close() {
        processes.reversed().forEach(ServerProcess::close);
        nats.close();
        postgres.close();
        RunningServer.remove(root);
    }

    private ServerProcess process(String name, String services, List<String> more) {
        var settings = new ArrayList<>(more);
        settings.addAll(List.of(
                "--services",
                services,
                "--datacenter",
                Site.DATACENTER,
                "--database",
                "jdbc:postgresql://127.0.0.1:" + books.port() + "/dataverket",
                "--bus",
                nats.url(),
                "--credentials",
                credentials.toString()));
        var process = new ServerProcess(root.resolve(name), settings);
        processes.add(process);
        return process;
    }

    private String busUsers() {
        var file = credentials.resolve(Preparation.USERS);
        return RunningServer.text(file)
                .replace("users = [", "users = [ { user: \"" + NEMESIS + "\", password: \"" + NEMESIS + "\" },");
    }

    private void makeRoles() {
        var password = RunningServer.text(root.resolve("postgres/secrets/superuser"));
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + books.port() + "/dataverket", "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(RunningServer.text(credentials.resolve(Preparation.ROLES)));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
