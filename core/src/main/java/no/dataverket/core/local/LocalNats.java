package no.dataverket.core.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A `nats-server` with JetStream as a child process, on the loopback interface. Any server from 2.9 on will
/// do.
public final class LocalNats implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+)\\.(\\d+)");

    private final int port;
    private final ChildProcess process;

    private LocalNats(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Starts the server, or takes the place of one that an earlier run left behind.
    ///
    /// @param directory where streams are kept; they outlive the process
    /// @param port 0 for a free one
    /// @param configuration more of the server's configuration: accounts and users; none where null
    /// @throws LocalFailure if there is no `nats-server` on the path, or it does not start
    public static LocalNats start(Path directory, int port, @Nullable String configuration) {
        var binary = binary();
        int chosen = port == 0 ? Ports.free() : port;
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(directory.resolve("nats.conf"), configuration(directory, chosen, configuration));
        } catch (IOException failure) {
            throw new LocalFailure("The bus can't write to " + directory, failure);
        }
        var pidFile = directory.resolve("nats.pid");
        var process = new ChildProcess(
                "nats-server",
                List.of(binary.toString(), "-c", directory.resolve("nats.conf").toString()),
                directory.resolve("nats.log"),
                "TERM",
                () -> ChildProcess.endStale(pidFile, "nats-server", "TERM"));
        try {
            Ports.awaitOpen(chosen, START_LIMIT, process::alive, "nats-server");
        } catch (LocalFailure failure) {
            process.close();
            throw failure;
        }
        return new LocalNats(chosen, process);
    }

    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    /// Process id, for tests that kill it.
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }

    private static String configuration(Path directory, int port, @Nullable String more) {
        // Servers before 2.10 can't be told to flush each write; the sweep sends again what they lose.
        var flush = versionAtLeast(2, 10) ? "  sync_interval: always\n" : "";
        return "listen: 127.0.0.1:" + port + "\n"
                + "pid_file: \"" + directory.resolve("nats.pid") + "\"\n"
                + "max_payload: 1MB\n"
                + "jetstream {\n"
                + "  store_dir: \"" + directory + "\"\n"
                + flush
                + "}\n"
                + (more == null ? "" : more);
    }

    private static boolean versionAtLeast(int major, int minor) {
        try {
            var process = new ProcessBuilder(binary().toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor(5, TimeUnit.SECONDS);
            var matcher = VERSION.matcher(text);
            if (!matcher.find()) {
                return false;
            }
            int foundMajor = Integer.parseInt(matcher.group(1));
            return foundMajor > major || (foundMajor == major && Integer.parseInt(matcher.group(2)) >= minor);
        } catch (IOException unknown) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path binary() {
        return onPath("nats-server")
                .orElseThrow(
                        () -> new LocalFailure("There is no nats-server. Install it: apt-get install nats-server"));
    }

    private static Optional<Path> onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/bin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
