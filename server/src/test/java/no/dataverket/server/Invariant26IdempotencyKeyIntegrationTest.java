package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import no.dataverket.server.Api.Reply;
import no.dataverket.server.Api.Unanswered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A request that is sent again and again, while the server dies between commit and answer and at any other
/// moment, makes one resource, and everybody gets the same answer.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Invariant26IdempotencyKeyIntegrationTest {

    private static final int SENDERS = 32;
    private static final int DEATHS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RunningServer server;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        Site.prepare(server, 1);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void thirtyTwoSendersOfOneRequestMakeOneMachineHoweverOftenTheServerDies() {
        var random = new Random(26);
        for (int death = 0; death < DEATHS; death++) {
            var name = "once-" + death;
            var key = UUID.randomUUID();
            var unanswered = new AtomicInteger();

            var replies = sendWhileTheServerDies(name, key, unanswered, random.nextInt(20));

            assertThat(unanswered.get()).as("requests that the death cut off").isPositive();
            assertThat(replies)
                    .hasSizeGreaterThanOrEqualTo(SENDERS)
                    .allSatisfy(reply ->
                            assertThat(reply.status()).as(reply.toString()).isEqualTo(202));
            assertThat(replies.stream().map(Reply::json).distinct()).hasSize(1);
            assertThat(rows(name)).isEqualTo(1);
            api.succeed(replies.getFirst());
            assertThat(api.post("/v1/vms", Site.vm("other-" + death), key)
                            .expect(422)
                            .code())
                    .isEqualTo("IDEMPOTENCY_MISMATCH");
            assertThat(rows("other-" + death)).isZero();
        }
        assertThat(eventually(PATIENCE, server.books()::contradictions, List::isEmpty))
                .isEmpty();
        assertThat(server.books().held()).containsEntry("machines of Maskin", (long) DEATHS);
    }

    /// All send at once, again and again; the server is killed as soon as the machine is committed, or a little
    /// later, and comes back.
    private List<Reply> sendWhileTheServerDies(String name, UUID key, AtomicInteger unanswered, int delay) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var back = new AtomicBoolean();
            var sent = IntStream.range(0, SENDERS)
                    .mapToObj(i -> threads.submit(() -> insist(name, key, unanswered, back)))
                    .toList();
            while (rows(name) == 0) {
                Thread.onSpinWait();
            }
            if (delay > 10) {
                LockSupport.parkNanos(Duration.ofMillis(delay - 10).toNanos());
            }
            server.killServer();
            eventually(PATIENCE, unanswered::get, cutOff -> cutOff > 0);
            server.restart();
            back.set(true);
            return sent.stream()
                    .map(Invariant26IdempotencyKeyIntegrationTest::result)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /// Repeats the request with its key until the server that came back has answered it for good.
    ///
    /// @return every answer for good, of the server before its death too
    private List<Reply> insist(String name, UUID key, AtomicInteger unanswered, AtomicBoolean back) {
        var replies = new ArrayList<Reply>();
        eventually(
                PATIENCE,
                () -> {
                    boolean last = back.get();
                    try {
                        var reply = api.post("/v1/vms", Site.vm(name), key);
                        if (reply.status() == 503 || reply.status() == 429) {
                            return false;
                        }
                        replies.add(reply);
                        return last;
                    } catch (Unanswered | UncheckedIOException away) {
                        unanswered.incrementAndGet();
                        return false;
                    }
                },
                Boolean::booleanValue);
        return replies;
    }

    private long rows(String name) {
        return server.books()
                .number("SELECT count(*) FROM inventory.resource WHERE kind = 'VM' AND name = '" + name + "'");
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
