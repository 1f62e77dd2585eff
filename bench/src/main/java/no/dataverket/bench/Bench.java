package no.dataverket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import no.dataverket.bench.Options.Section;
import no.dataverket.bench.Report.Machine;
import no.dataverket.bench.Report.Memory;
import org.jspecify.annotations.Nullable;

/// The benchmark program.
public final class Bench {

    private Bench() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.read(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        var report = run(options);
        System.out.println(report.table());
        System.out.println(report.json());
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), report.json() + "\n");
        }
    }

    /// One run, of which each section has a PostgreSQL and a nats-server of its own, or a whole server.
    static Report run(Options options) {
        var state = options.state().orElseGet(Bench::temporary);
        var report = new Report();
        try {
            if (options.runs(Section.ENGINE) || options.runs(Section.RESTART)) {
                pipeline(state.resolve("pipeline"), options, report);
            }
            if (options.runs(Section.ACCEPT) || options.runs(Section.LISTS) || options.runs(Section.NOISY)) {
                server(state.resolve("server"), options, report);
            }
            if (options.runs(Section.PLACEMENT)) {
                placement(state.resolve("placement"), options, report);
            }
            if (options.runs(Section.RECONCILE)) {
                say("comparing " + options.hosts() + " hypervisors with " + options.machines() + " machines");
                reconcile(state.resolve("reconcile"), options, report);
            }
            return report;
        } finally {
            if (options.state().isEmpty()) {
                remove(state);
            }
        }
    }

    private static void pipeline(Path state, Options options, Report report) {
        var binaries = options.binaries().orElse(state.resolve("cache")).resolve("postgres");
        var each = Duration.ofSeconds(options.floorSeconds());
        try (var pipeline = Pipeline.start(state, binaries, options.jvm())) {
            report.madeOn(machine(pipeline));
            say("measuring the floor");
            var before = Floor.measure(pipeline, each);
            if (options.runs(Section.ENGINE)) {
                say("carrying " + options.tasks() + " tasks of " + PipelineProcess.STEPS + " steps");
                var carried = pipeline.carry(options.tasks());
                report.engine(before.orBetter(Floor.measure(pipeline, each)), carried);
            }
            if (options.runs(Section.RESTART)) {
                say("killing the engine with " + options.inFlight() + " tasks under way");
                report.restart(pipeline.crash(options.inFlight()));
            }
        }
    }

    private static void placement(Path state, Options options, Report report) {
        var binaries = options.binaries().orElse(state.resolve("cache")).resolve("postgres");
        var each = Duration.ofSeconds(options.floorSeconds());
        say("deciding about " + options.decisions() + " machines over " + options.hall() + " hypervisors");
        var decided = new Decisions(options.hall()).measure(options.decisions());
        try (var reservations = Reservations.start(state, binaries, options.hall())) {
            report.madeOn(machine(reservations));
            say("measuring the floor");
            var before = Floor.measure(reservations, each);
            say("reserving room for " + options.reservations() + " machines");
            var reserved = reservations.measure(options.hall(), options.reservations(), options.clients());
            report.placement(before.orBetter(Floor.measure(reservations, each)), decided, reserved);
        }
    }

    private static void reconcile(Path state, Options options, Report report) {
        var reconciling = new Reconciling(options, state, server -> report.madeOn(machine(server)));
        report.reconcile(reconciling.measure());
    }

    private static void server(Path state, Options options, Report report) {
        var each = Duration.ofSeconds(options.floorSeconds());
        try (var server = MeasuredServer.start(state, options);
                var client = server.client()) {
            report.madeOn(machine(server));
            say("measuring the floor");
            var before = Floor.measure(server, each);
            say("registering " + options.hosts() + " hypervisors");
            var site = new Site(client, options);
            double hostsPerSecond = site.build(state.resolve("blank"));
            var load = new Load(server, client, site, options);
            say("creating " + options.warmUp() + " machines to warm up");
            load.warmUp();
            if (options.runs(Section.ACCEPT)) {
                say("creating " + options.vms() + " machines");
                var burst = load.burst();
                say("creating " + options.latencyVms() + " machines at " + options.rate() + " a second");
                var calm = load.calm();
                say("measuring the floor again");
                report.accept(options, before.orBetter(Floor.measure(server, each)), hostsPerSecond, burst, calm);
            }
            if (options.runs(Section.LISTS)) {
                say("listing machines");
                report.lists(new Lists(server, client).measure(options.rows()));
            }
            if (options.runs(Section.NOISY)) {
                say("asking for little beside somebody who asks for much");
                report.noisy(new Noisy(server, client, options).measure());
            }
            report.memory(new Memory(server.memoryMib("VmRSS"), server.memoryMib("VmHWM")));
        }
    }

    private static Machine machine(Backbone server) {
        try (var connection = server.database();
                var bus = server.bus()) {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    system(),
                    System.getProperty("java.version"),
                    "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion(),
                    "nats-server " + bus.getServerInfo().getVersion());
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String system() throws IOException {
        var release = Path.of("/etc/os-release");
        if (!Files.exists(release)) {
            return System.getProperty("os.name");
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .findFirst()
                .orElse("Linux");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dataverket-bench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            say("can't remove " + directory + ": " + left);
        }
    }

    private static void say(String what) {
        System.err.println("bench: " + what + " ...");
    }
}
