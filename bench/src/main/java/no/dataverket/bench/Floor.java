package no.dataverket.bench;

import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import io.nats.client.api.PublishAck;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import no.dataverket.contract.bus.Subjects;

/// What the same PostgreSQL and the same nats-server do at most here, with nothing of ours between: what the
/// platform's own figures are divided by, so that they can be compared between machines and between busy and
/// quiet hours.
///
/// @param commits1 single-row commits a second by one client, each flushed to the disk
/// @param commits32 the same by 32 clients
/// @param publishes acknowledged publishes a second by one publisher that waits for each
/// @param pipelined the same by one publisher with up to 512 on their way
record Floor(long commits1, long commits32, long publishes, long pipelined) {

    private static final String SUBJECT = Subjects.event("sentral", "bench", "measured");
    private static final int ON_THEIR_WAY = 512;
    private static final byte[] MESSAGE = new byte[1024];

    static Floor measure(Backbone server, Duration each) {
        try {
            try (var connection = server.database();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS bench");
                statement.execute("CREATE TABLE IF NOT EXISTS bench.floor (id uuid PRIMARY KEY, text text NOT NULL)");
            }
            return new Floor(
                    commits(server, 1, each),
                    commits(server, 32, each),
                    publishes(server, each),
                    pipelined(server, each));
        } catch (SQLException | IOException | JetStreamApiException | ExecutionException failure) {
            throw new IllegalStateException("A floor can't be measured", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// The better of two, as what else runs on the machine only makes a floor lower.
    Floor orBetter(Floor other) {
        return new Floor(
                Math.max(commits1, other.commits1),
                Math.max(commits32, other.commits32),
                Math.max(publishes, other.publishes),
                Math.max(pipelined, other.pipelined));
    }

    private static long commits(Backbone server, int clients, Duration each) {
        var count = new AtomicLong();
        var began = new AtomicLong();
        var connected = new CyclicBarrier(clients, () -> began.set(System.nanoTime()));
        Crowd.each(clients, unused -> {
            try (var connection = server.database();
                    var insert = connection.prepareStatement("INSERT INTO bench.floor (id, text) VALUES (?, ?)")) {
                connected.await();
                while (System.nanoTime() - began.get() < each.toNanos()) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setString(2, "a row of the size of a small message, which is what a step of a task writes");
                    count.addAndGet(insert.executeUpdate());
                }
            } catch (SQLException | BrokenBarrierException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        });
        return perSecond(count.get(), began.get());
    }

    private static long publishes(Backbone server, Duration each)
            throws IOException, InterruptedException, JetStreamApiException {
        try (var connection = server.bus()) {
            var stream = connection.jetStream();
            long count = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < each.toNanos()) {
                if (!stream.publish(SUBJECT, MESSAGE, fresh()).isDuplicate()) {
                    count++;
                }
            }
            return perSecond(count, began);
        }
    }

    private static long pipelined(Backbone server, Duration each)
            throws IOException, InterruptedException, ExecutionException {
        try (var connection = server.bus()) {
            JetStream stream = connection.jetStream();
            var onTheirWay = new ArrayDeque<CompletableFuture<PublishAck>>();
            long count = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < each.toNanos()) {
                onTheirWay.add(stream.publishAsync(SUBJECT, MESSAGE, fresh()));
                if (onTheirWay.size() == ON_THEIR_WAY
                        && onTheirWay.remove().get().getSeqno() > 0) {
                    count++;
                }
            }
            return perSecond(count, began);
        }
    }

    private static PublishOptions fresh() {
        return PublishOptions.builder().messageId(UUID.randomUUID().toString()).build();
    }

    private static long perSecond(long count, long began) {
        return Math.round(count * 1e9 / (System.nanoTime() - began));
    }
}
