package no.dataverket.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.sdk.DataverketClient;

/// What it takes to hold many hosts to what was decided about their machines, and what those who ask the API
/// notice of it. The same requests are sent to the same server over the same tables, first without Maskin, which
/// is who looks at hosts, then with it; between them the same page is read from PostgreSQL without anything of
/// ours between.
final class Reconciling {

    private static final Duration INTERVAL = Duration.ofMillis(40);
    private static final Duration FIRST_PASS_LIMIT = Duration.ofMinutes(10);
    private static final int PAGE = 50;
    private static final String LOOKS = "dataverket_work_duration_seconds_count{operation=\"reconcile host\"";
    private static final String LOOKING = "dataverket_work_duration_seconds_sum{operation=\"reconcile host\"";
    private static final String UNSEEN = "dataverket_hosts_unseen_seconds";
    private static final Pattern VALUE = Pattern.compile("\\s([0-9.eE+-]+)$");

    private final Options options;
    private final Path state;
    private final Consumer<MeasuredServer> seen;

    /// @param seen is shown a server once
    Reconciling(Options options, Path state, Consumer<MeasuredServer> seen) {
        this.options = options;
        this.state = state;
        this.seen = seen;
    }

    /// What clients waited for.
    ///
    /// @param list a page of 50 machines
    /// @param get one machine
    /// @param raw the page's rows, read from PostgreSQL by the benchmark itself
    record Waits(Quantiles list, Quantiles get, Quantiles raw) {}

    /// A server while it is asked.
    ///
    /// @param heapMib what lives in its JVM after a full collection
    /// @param processor share of one processor that its JVM took
    /// @param postgres share of one processor that PostgreSQL took
    record Asked(Waits waits, double heapMib, long residentMib, double processor, double postgres) {}

    /// @param firstSeconds from the start of the server's process until each host had been looked at
    /// @param looksPerSecond hosts compared a second, at the pace that the server keeps
    /// @param passSeconds how long all hosts take at that pace
    /// @param unseenSeconds the longest that a host had waited for its look, as the server's own metric tells
    /// @param lookMs from the begin to the end of a look, on average
    /// @param processorMs processor time of the server's JVM for a look: what it took more than without Maskin
    /// @param postgresMs the same of PostgreSQL
    record Passes(
            double firstSeconds,
            double looksPerSecond,
            double passSeconds,
            double unseenSeconds,
            double lookMs,
            double processorMs,
            double postgresMs) {}

    /// @param estateMib heap of the simulators alone: two sites, each with so many hosts and machines
    /// @param rawSeconds reading all that was decided about all machines from PostgreSQL, once
    record Measured(
            int hosts, int machines, double estateMib, double rawSeconds, Asked without, Asked with, Passes passes) {}

    /// What the server's metrics say of looks so far.
    private record Looks(double count, double seconds, double unseen) {}

    Measured measure() {
        site();
        double estate = estate();
        Asked without;
        double raw;
        try (var server = MeasuredServer.start(state, options, "--without", "maskin")) {
            seen.accept(server);
            new Copies(server, state).make(options.machines());
            raw = rawPass(server);
            without = asked(server);
        }
        long began = System.nanoTime();
        try (var server = MeasuredServer.start(state, options)) {
            awaitFirstPass(server);
            double first = (System.nanoTime() - began) / 1e9;
            ask(server);
            var before = looks(server);
            long from = System.nanoTime();
            var with = measured(server);
            double seconds = (System.nanoTime() - from) / 1e9;
            var after = looks(server);
            refuseWrong(server);
            double perSecond = (after.count() - before.count()) / seconds;
            var passes = new Passes(
                    first,
                    perSecond,
                    options.hosts() / perSecond,
                    Math.max(before.unseen(), after.unseen()),
                    (after.seconds() - before.seconds()) / (after.count() - before.count()) * 1e3,
                    (with.processor() - without.processor()) / perSecond * 1e3,
                    (with.postgres() - without.postgres()) / perSecond * 1e3);
            return new Measured(options.hosts(), options.machines(), estate, raw, without, with, passes);
        }
    }

    private double estate() {
        try (var process = ChildProcess.start(
                List.of(), List.of("-XX:+UseSerialGC", "-Xmx4g"), EstateProcess.class, state.resolve("estate.log"))) {
            return Double.parseDouble(process.ask(options.hosts() + " " + options.machines()));
        }
    }

    /// Hosts, and some machines that are created as any other.
    private void site() {
        try (var server = MeasuredServer.start(state, options);
                var client = server.client()) {
            var site = new Site(client, options);
            site.build(state.resolve("blank"));
            new Load(server, client, site, options).warmUp();
        }
    }

    private Asked asked(MeasuredServer server) {
        ask(server);
        return measured(server);
    }

    private Asked measured(MeasuredServer server) {
        var before = Counters.of(server);
        long began = System.nanoTime();
        var waits = ask(server);
        double seconds = (System.nanoTime() - began) / 1e9;
        var counted = Counters.of(server).minus(before);
        return new Asked(
                waits,
                server.liveHeapMib(),
                server.memoryMib("VmRSS"),
                counted.processor().toNanos() / 1e9 / seconds,
                counted.postgres().toNanos() / 1e9 / seconds);
    }

    /// Asks at regular times, as a person's console does.
    private Waits ask(MeasuredServer server) {
        var lists = new Latencies();
        var gets = new Latencies();
        var raws = new Latencies();
        try (var client = server.client();
                var connection = server.database();
                var page = rawPage(connection)) {
            long began = System.nanoTime();
            for (int i = 0; i < options.requests(); i++) {
                long due = began + i * INTERVAL.toNanos();
                Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                var id = list(client, lists);
                long sent = System.nanoTime();
                client.getVm(id).send();
                gets.since(sent);
                read(page, raws);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Waits(lists.quantiles(), gets.quantiles(), raws.quantiles());
    }

    private String list(DataverketClient client, Latencies latencies) {
        long sent = System.nanoTime();
        var machines = client.listVms().tenant("bench").pageSize(PAGE).send().items();
        latencies.since(sent);
        if (machines.size() < Math.min(PAGE, options.machines())) {
            throw new IllegalStateException("A page has " + machines.size() + " machines only");
        }
        return machines.getFirst().id();
    }

    private static PreparedStatement rawPage(Connection connection) throws SQLException {
        return connection.prepareStatement("""
                SELECT id, name, phase, spec::text, status::text FROM inventory.resource
                WHERE kind = 'VM' AND tenant = (SELECT id FROM tenancy.scope WHERE kind = 'TENANT' AND name = 'bench') ORDER BY id LIMIT 50
                """);
    }

    private static void read(PreparedStatement page, Latencies latencies) throws SQLException {
        long began = System.nanoTime();
        try (var rows = page.executeQuery()) {
            while (rows.next()) {
                for (int column = 1; column <= 5; column++) {
                    rows.getString(column);
                }
            }
        }
        latencies.since(began);
    }

    private static double rawPass(MeasuredServer server) {
        try (var connection = server.database()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(1000);
                long began = System.nanoTime();
                long characters = 0;
                try (var rows = statement.executeQuery("""
                        SELECT v.id, v.host, v.state, v.power, v.revision, v.ownership, v.definition::text,
                               v.observed_power, v.observed_drift, v.repairs, h.name, h.reachable
                        FROM maskin.vm v JOIN maskin.host h ON h.id = v.host
                        """)) {
                    while (rows.next()) {
                        for (int column = 1; column <= 12; column++) {
                            characters += rows.getString(column).length();
                        }
                    }
                }
                if (characters == 0) {
                    throw new IllegalStateException("There are no machines");
                }
                return (System.nanoTime() - began) / 1e9;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitFirstPass(MeasuredServer server) {
        long end = System.nanoTime() + FIRST_PASS_LIMIT.toNanos();
        while (looks(server).count() < options.hosts()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The first pass does not end");
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    /// What is measured is looking at what is as it should be: nothing was repaired, nothing differs.
    private void refuseWrong(MeasuredServer server) {
        try (var connection = server.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM maskin.vm) AS machines,
                               (SELECT count(*) FROM maskin.vm WHERE observed_power <> 'RUNNING' OR observed_drift <> ''
                                    OR repairs > 0) AS wrong,
                               (SELECT count(*) FROM maskin.host WHERE NOT reachable OR message IS NOT NULL) AS troubled,
                               (SELECT observed_drift FROM maskin.vm WHERE observed_drift <> '' LIMIT 1) AS drift
                        """)) {
            row.next();
            if (row.getInt("machines") < options.machines() || row.getInt("wrong") + row.getInt("troubled") > 0) {
                throw new IllegalStateException("Of " + row.getInt("machines") + " machines " + row.getInt("wrong")
                        + " differ, such as: " + row.getString("drift") + "; " + row.getInt("troubled")
                        + " hosts are in trouble");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Looks looks(MeasuredServer server) {
        var lines = metrics(server.endpoint()).lines().toList();
        return new Looks(sum(lines, LOOKS), sum(lines, LOOKING), sum(lines, UNSEEN));
    }

    private static double sum(List<String> lines, String metric) {
        return lines.stream()
                .filter(line -> line.startsWith(metric))
                .map(VALUE::matcher)
                .filter(value -> value.find())
                .mapToDouble(value -> Double.parseDouble(value.group(1)))
                .sum();
    }

    private static String metrics(URI endpoint) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(endpoint.resolve("/metrics")).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
