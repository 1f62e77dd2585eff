package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.Reply;
import no.dataverket.sdk.Request;

/// The server in a process of its own, on a state directory of its own, with everything that it starts. It
/// can be killed and started again, and takes all that it left with it when it is closed.
final class RunningServer implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path state;
    private final ServerProcess process;
    private final Books books;

    private RunningServer(Path state, List<String> settings) {
        this.state = state;
        this.process = new ServerProcess(state, settings);
        this.books = new Books(state.resolve("postgres"), state.resolve("simulated"));
    }

    /// A server that is ready.
    ///
    /// @param settings more of its command line
    static RunningServer start(String... settings) {
        try {
            var server = new RunningServer(Files.createTempDirectory("dv-server-"), List.of(settings));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.restart();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts the process again, on what is in the state directory.
    void restart() {
        process.start();
    }

    URI endpoint() {
        return process.endpoint();
    }

    String operatorToken() {
        return text(state.resolve("operator-token")).strip();
    }

    /// Requests as anybody likes them, in the operator's name.
    Api api() {
        return new Api(this::endpoint, operatorToken());
    }

    /// The typed client, in the operator's name; every answer to it is held against the contract.
    DataverketClient client() {
        return new DataverketClient(Connection.to(endpoint())
                .token(operatorToken())
                .listener(new Connection.Listener() {
                    @Override
                    public void answered(Request request, Reply reply, Duration took) {
                        var type = reply.header("content-type");
                        ResponseContract.check(
                                request.method(),
                                request.target(),
                                reply.status(),
                                type == null ? "" : type,
                                reply.body());
                    }
                })
                .open());
    }

    Path state() {
        return state;
    }

    Path log() {
        return process.log();
    }

    /// What is written in the databases.
    Books books() {
        return books;
    }

    void killServer() {
        process.kill();
    }

    void killNats() {
        kill(natsPid().orElseThrow());
    }

    void killPostgres() {
        kill(postgresPid().orElseThrow());
    }

    Optional<ProcessHandle> natsPid() {
        return running(state.resolve("nats/nats.pid"), "nats-server");
    }

    Optional<ProcessHandle> postgresPid() {
        return running(state.resolve("postgres/data/postmaster.pid"), "postgres");
    }

    @Override
    public void close() {
        process.close();
        natsPid().ifPresent(RunningServer::kill);
        postgresPid().ifPresent(RunningServer::kill);
        remove(state);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile, String program) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = text(pidFile).lines().findFirst().orElse("").strip();
        return Optional.of(pid)
                .filter(digits -> !digits.isEmpty())
                .flatMap(digits -> ProcessHandle.of(Long.parseLong(digits)))
                .filter(found -> found.info().command().orElse("").endsWith(program));
    }

    private static void kill(ProcessHandle handle) {
        handle.destroyForcibly();
        eventually(STOP_LIMIT, handle::isAlive, alive -> !alive);
    }

    static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException stillInUse) {
            System.err.println("left behind: " + directory);
        }
    }
}
