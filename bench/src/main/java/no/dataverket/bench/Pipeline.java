package no.dataverket.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.dataverket.core.json.Json;

/// Measures how fast tasks are carried from step to step, and how soon after a crash, with nothing that takes
/// time in the steps. PostgreSQL and NATS are this one's own, set up as an installation has them.
final class Pipeline implements Backbone, AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    /// Tasks of the life that the JVM learns from.
    private static final int LESSON = 5_000;

    private final Path state;
    private final Path learnt;
    private final List<String> jvm;
    private final OwnServers servers;
    private final PipelineProcess.Setup setup;
    private ChildProcess child;

    /// @param stepsPerSecond steps from sent to settled
    /// @param flushesPerTask of the write-ahead log
    /// @param processorMs of the JVM with engine and service, for a task
    /// @param postgresMs processor time of PostgreSQL, for a task
    /// @param natsMs processor time of nats-server, for a task
    record Throughput(
            int tasks,
            double tasksPerSecond,
            double stepsPerSecond,
            double writesPerTask,
            double flushesPerTask,
            double messagesPerTask,
            double processorMs,
            double postgresMs,
            double natsMs) {}

    /// @param resumedSeconds from the start of the new process until a task had made its next step
    /// @param paceSeconds to the end of the first second in which as many steps were settled as in the median one
    ///     of all seconds until every task had ended: the new process is as fast as it gets
    /// @param movedSeconds until every task had
    /// @param endedSeconds until every task had ended
    record Restart(int inFlight, double resumedSeconds, double paceSeconds, double movedSeconds, double endedSeconds) {}

    /// @param binaries where PostgreSQL is unpacked
    static Pipeline start(Path state, Path binaries, List<String> jvm) {
        return new Pipeline(state, jvm, OwnServers.start(state, binaries));
    }

    private Pipeline(Path state, List<String> jvm, OwnServers servers) {
        this.state = state;
        this.learnt = state.resolve("learnt.aot");
        this.jvm = jvm;
        this.servers = servers;
        var postgres = servers.postgres();
        var tasks = postgres.role("sentral", List.of("tasks"), 16);
        var service = postgres.role(PipelineProcess.SERVICE, List.of(PipelineProcess.SERVICE), 16);
        this.setup = new PipelineProcess.Setup(
                tasks.url(),
                tasks.password(),
                service.password(),
                servers.nats().url(),
                true);
        this.child = child(setup);
    }

    /// Carries tasks from their beginning to their end; the same before, to warm up.
    Throughput carry(int tasks) {
        child.order(Integer.toString(tasks), "begun");
        awaitNone("wake_at IS NOT NULL");
        vacuum();
        var before = Counters.of(this);
        long began = System.nanoTime();
        child.order(Integer.toString(tasks), "begun");
        awaitNone("wake_at IS NOT NULL");
        double seconds = secondsSince(began);
        var counted = Counters.of(this).minus(before);
        return new Throughput(
                tasks,
                tasks / seconds,
                tasks * PipelineProcess.STEPS / seconds,
                (double) counted.writes() / tasks,
                (double) counted.flushes() / tasks,
                (double) counted.messages() / tasks,
                (double) counted.processor().toMillis() / tasks,
                (double) counted.postgres().toMillis() / tasks,
                (double) counted.nats().toMillis() / tasks);
    }

    /// Kills the process while each of so many tasks has a step under way, and starts another. When steps were
    /// settled is read afterwards, so that nobody asks for it while it is measured. As in an installation, the
    /// JVM knows what it learnt in a life before.
    Restart crash(int tasks) {
        learn();
        restart(false);
        child.order(Integer.toString(tasks), "begun");
        child.kill();
        var began = Instant.now();
        restart(true);
        awaitNone("wake_at IS NOT NULL");
        return restarted(tasks, began);
    }

    /// A life of the process that ends in order.
    private void learn() {
        child.close();
        child = child(setup, "-XX:AOTCacheOutput=" + learnt);
        child.order(Integer.toString(LESSON), "begun");
        awaitNone("wake_at IS NOT NULL");
        child.close();
    }

    private Restart restarted(int tasks, Instant began) {
        try (var connection = database();
                var ask = connection.prepareStatement("""
                        SELECT extract(epoch FROM min(finished_at) - began),
                               extract(epoch FROM max(finished_at) FILTER (WHERE position = 0) - began),
                               extract(epoch FROM max(finished_at) - began)
                        FROM tasks.step, (SELECT ?::timestamptz AS began) AS b WHERE finished_at > began GROUP BY began
                        """)) {
            ask.setString(1, began.toString());
            try (var seconds = ask.executeQuery()) {
                seconds.next();
                return new Restart(
                        tasks,
                        seconds.getDouble(1),
                        pace(connection, began),
                        seconds.getDouble(2),
                        seconds.getDouble(3));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static double pace(Connection connection, Instant began) throws SQLException {
        try (var ask = connection.prepareStatement("""
                WITH second AS (
                    SELECT floor(extract(epoch FROM finished_at - began)) AS number, count(*) AS settled
                    FROM tasks.step, (SELECT ?::timestamptz AS began) AS b WHERE finished_at > began GROUP BY 1)
                SELECT min(number) + 1 FROM second
                WHERE settled >= (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY settled) FROM second)
                """)) {
            ask.setString(1, began.toString());
            try (var seconds = ask.executeQuery()) {
                seconds.next();
                return seconds.getDouble(1);
            }
        }
    }

    @Override
    public Connection database() throws SQLException {
        return servers.database(setup.databaseUrl());
    }

    @Override
    public io.nats.client.Connection bus() throws IOException, InterruptedException {
        return servers.bus();
    }

    @Override
    public Duration processorTime() {
        return child.processorTime();
    }

    @Override
    public void close() {
        child.close();
        servers.close();
    }

    private void restart(boolean open) {
        child.kill();
        var with = new PipelineProcess.Setup(
                setup.databaseUrl(), setup.tasksPassword(), setup.servicePassword(), setup.busUrl(), open);
        child = child(with, "-XX:AOTCache=" + learnt);
    }

    private ChildProcess child(PipelineProcess.Setup with, String... more) {
        var options = Stream.of(MeasuredServer.USUAL_JVM.stream(), jvm.stream(), Stream.of(more))
                .flatMap(each -> each)
                .toList();
        var started = ChildProcess.start(List.of(), options, PipelineProcess.class, state.resolve("pipeline.log"));
        started.order(Json.write(with), "ready");
        return started;
    }

    /// Until no task is so.
    private void awaitNone(String condition) {
        await("NOT EXISTS (SELECT 1 FROM tasks.task WHERE " + condition + ")");
    }

    private void await(String condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (var connection = database();
                var ask = connection.prepareStatement("SELECT " + condition)) {
            while (true) {
                try (var result = ask.executeQuery()) {
                    result.next();
                    if (result.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Still not so: " + condition);
                }
                Pause.of(LOOK);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What autovacuum does within a minute, so that it does not fall into what is measured.
    private void vacuum() {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
