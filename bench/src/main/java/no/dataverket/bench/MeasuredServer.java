package no.dataverket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.dataverket.sdk.DataverketClient;

/// A server process as an installation has it, with ways in that only a benchmark takes: to its database as
/// superuser and to its bus.
final class MeasuredServer implements Backbone, AutoCloseable {

    /// As the launcher of a real installation starts it.
    static final List<String> USUAL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xmx768m",
            // Or the collector stops everything to look for classes to unload, of which there are none.
            "-XX:MetaspaceSize=128m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Pattern HISTOGRAM_TOTAL = Pattern.compile("Total +\\d+ +(\\d+) *");
    private static final Pattern LISTEN = Pattern.compile("listen: *(\\S+)");

    private final Path state;
    private final Process process;

    private MeasuredServer(Path state, Process process) {
        this.state = state;
        this.process = process;
    }

    /// Starts the server that is on this program's own class path.
    ///
    /// @param more of its options
    static MeasuredServer start(Path state, Options options, String... more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(USUAL_JVM);
        command.addAll(options.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "no.dataverket.server.Main"));
        command.addAll(List.of("--state", state.toString(), "--port", "0", "--datacenter", Site.DATACENTER));
        // What is measured is the platform and not the patience that its operator has with one client.
        command.addAll(List.of("--limits", "scale=1000"));
        command.addAll(List.of(more));
        options.binaries().ifPresent(cache -> command.addAll(List.of("--cache", cache.toString())));
        try {
            Files.createDirectories(state);
            Files.deleteIfExists(state.resolve("endpoint"));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(state.resolve("server.log").toFile())
                    .start();
            var server = new MeasuredServer(state, process);
            server.awaitReady();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A client that speaks for the operator.
    DataverketClient client() {
        return client(read("operator-token"));
    }

    DataverketClient client(String token) {
        return DataverketClient.connect(endpoint(), token);
    }

    URI endpoint() {
        return URI.create(read("endpoint"));
    }

    /// Where a program that takes part writes its errors.
    Path log(String program) {
        return state.resolve(program + ".log");
    }

    @Override
    public Connection database() throws SQLException {
        var port =
                read("postgres/data/postmaster.pid").lines().skip(3).findFirst().orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/dataverket", "postgres", read("postgres/secrets/superuser"));
    }

    @Override
    public io.nats.client.Connection bus() throws IOException, InterruptedException {
        var listen = LISTEN.matcher(read("nats/nats.conf"));
        if (!listen.find()) {
            throw new IllegalStateException("The bus does not say where it listens");
        }
        return io.nats.client.Nats.connect(new io.nats.client.Options.Builder()
                .server("nats://" + listen.group(1))
                .userInfo("sentral", read("nats-users/sentral"))
                .maxMessagesInOutgoingQueue(0)
                .build());
    }

    /// A line of what Linux says about the server's memory, in MiB: `VmRSS`, `VmHWM`.
    long memoryMib(String line) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                            .filter(each -> each.startsWith(line + ":"))
                            .map(each -> each.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException unknown) {
            return 0;
        }
    }

    /// What its JVM holds on to: the heap after a full collection, in MiB.
    double liveHeapMib() {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var histogram = new ProcessBuilder(tool, Long.toString(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var total = histogram
                    .inputReader()
                    .lines()
                    .map(HISTOGRAM_TOTAL::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(line -> Long.parseLong(line.group(1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The JVM does not tell what it holds"));
            return total / (double) (1 << 20);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(state.resolve("endpoint"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The server does not start; see " + state.resolve("server.log"));
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private String read(String file) {
        try {
            return Files.readString(state.resolve(file)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
