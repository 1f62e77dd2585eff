package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.dataverket.core.testing.RealServers;
import org.jspecify.annotations.Nullable;

/// One process of the server, on a state directory of its own. It can be killed, frozen, and started again.
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path state;
    private final List<String> settings;
    private @Nullable Process process;

    /// @param settings more of its command line
    ServerProcess(Path state, List<String> settings) {
        this.state = state;
        this.settings = settings;
    }

    /// Starts the process, again, on what is in the state directory, and waits until it is ready.
    void start() {
        begin();
        awaitReady();
    }

    /// Starts the process, and does not wait.
    void begin() {
        try {
            Files.createDirectories(state);
            Files.deleteIfExists(state.resolve("server.pid"));
            Files.deleteIfExists(state.resolve("endpoint"));
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void awaitReady() {
        eventually(START_LIMIT, () -> isReady() || !process().isAlive(), Boolean::booleanValue);
        if (!process().isAlive()) {
            throw new AssertionError("The server ended:\n" + RunningServer.text(log()));
        }
    }

    boolean isReady() {
        return Files.exists(state.resolve("server.pid"));
    }

    URI endpoint() {
        return URI.create(RunningServer.text(state.resolve("endpoint")).strip());
    }

    Path state() {
        return state;
    }

    Path log() {
        return state.resolve("server.log");
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return process().pid();
    }

    void kill() {
        process().destroyForcibly();
        await(process());
    }

    /// Stops the process where it is; it keeps its memory, its connections and its locks.
    void freeze() {
        signal("STOP");
    }

    /// Lets it go on, as if nothing had been.
    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        if (isAlive()) {
            thaw();
            process().destroy();
            if (!ended(process())) {
                process().destroyForcibly();
                await(process());
            }
        }
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder(
                            "kill", "-" + name, Long.toString(process().pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new AssertionError(
                        "No signal " + name + " to " + process().pid());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
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
        if (!settings.contains("--limits")) {
            // A test asks as fast as it can; those about limits set their own.
            command.addAll(List.of("--limits", "scale=1000"));
        }
        command.addAll(settings);
        return command;
    }

    private Process process() {
        return java.util.Objects.requireNonNull(process);
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
}
