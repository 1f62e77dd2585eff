package no.dataverket.bench;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import no.dataverket.core.bus.Bus;

/// What PostgreSQL and NATS counted so far.
///
/// @param transactions all that committed, those that only read among them
/// @param writes transactions that were given a number, which are those that write
/// @param flushes of the write-ahead log to the disk; one may serve many commits
/// @param messages that the streams have kept
/// @param processor time that the server's JVM has used
/// @param postgres processor time that the processes of PostgreSQL have used
/// @param nats processor time that nats-server has used
record Counters(
        long transactions,
        long writes,
        long flushes,
        long messages,
        Duration processor,
        Duration postgres,
        Duration nats) {

    static Counters of(Backbone server) {
        try (var connection = server.database();
                var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        SELECT (SELECT sum(xact_commit) FROM pg_stat_database) AS transactions,
                               pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS writes,
                               (SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal') AS flushes
                        """)) {
            result.next();
            return new Counters(
                    result.getLong("transactions"),
                    result.getLong("writes"),
                    result.getLong("flushes"),
                    messages(server),
                    server.processorTime(),
                    processorTime("postgres"),
                    processorTime("nats-server"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Counters minus(Counters before) {
        return new Counters(
                transactions - before.transactions,
                writes - before.writes,
                flushes - before.flushes,
                messages - before.messages,
                processor.minus(before.processor),
                postgres.minus(before.postgres),
                nats.minus(before.nats));
    }

    /// Of all processes of a program that this one has begun, itself or through others.
    private static Duration processorTime(String program) {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .filter(process -> process.command()
                        .filter(path -> path.endsWith("/" + program))
                        .isPresent())
                .flatMap(process -> process.totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long messages(Backbone server) {
        try (var connection = server.bus()) {
            var streams = connection.jetStreamManagement();
            long sum = 0;
            for (var stream : List.of(Bus.COMMANDS, Bus.EVENTS)) {
                sum += streams.getStreamInfo(stream).getStreamState().getLastSequence();
            }
            return sum;
        } catch (IOException | JetStreamApiException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
