package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.dataverket.core.testing.RealServers;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.Reply;
import no.dataverket.sdk.Request;
import org.jspecify.annotations.Nullable;

/// The server in a process of its own, on a state directory of its own, with everything that it starts. It
/// can be killed and started again, and takes all that it left with it when it is closed.
final class RunningServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path state;
    private final List<String> settings;
    private final Books books = new Books(this);
    private @Nullable Process process;

    private RunningServer(Path state, List<String> settings) {
        this.state = state;
        this.settings = settings;
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
        try {
            Files.deleteIfExists(state.resolve("endpoint"));
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        eventually(
                START_LIMIT,
                () -> Files.exists(state.resolve("endpoint")) || !process().isAlive(),
                Boolean::booleanValue);
        if (!process().isAlive()) {
            throw new AssertionError("The server ended:\n" + text(log()));
        }
    }

    URI endpoint() {
        return URI.create(text(state.resolve("endpoint")).strip());
    }

    String operatorToken() {
        return text(state.resolve("operator-token")).strip();
    }

    /// Requests as anybody likes them, in the operator's name.
    Api api() {
        return new Api(this, operatorToken());
    }

    /// The typed client, in the operator's name; every answer to it is held against the contract.
    DataverketClient client() {
        return new DataverketClient(Connection.to(endpoint())
                .token(operatorToken())
                .listener(new Connection.Listener() {
                    @Override
                    public void answered(Request request, Reply reply, Duration took) {
                        ResponseContract.check(request.method(), request.target(), reply.status(), reply.body());
                    }
                })
                .open());
    }

    Path state() {
        return state;
    }

    Path log() {
        return state.resolve("server.log");
    }

    /// What is written in the databases.
    Books books() {
        return books;
    }

    void killServer() {
        process().destroyForcibly();
        await(process());
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

    /// The port of the database, of which the process may be new.
    int postgresPort() {
        return Integer.parseInt(text(state.resolve("postgres/data/postmaster.pid"))
                .lines()
                .skip(3)
                .findFirst()
                .orElseThrow()
                .strip());
    }

    @Override
    public void close() {
        var server = process;
        if (server != null) {
            server.destroy();
            if (!ended(server)) {
                server.destroyForcibly();
                await(server);
            }
        }
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

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                Main.class.getName(),
                "--state",
                state.toString(),
                "--cache",
                RealServers.binaries().resolveSibling(".").normalize().toString(),
                "--port",
                "0"));
        command.addAll(settings);
        return command;
    }

    private Process process() {
        return java.util.Objects.requireNonNull(process);
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

    private static void await(Process process) {
        if (!ended(process)) {
            throw new AssertionError("The server does not end");
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static void remove(Path directory) {
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
