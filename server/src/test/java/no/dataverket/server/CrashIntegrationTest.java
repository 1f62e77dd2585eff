package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.dataverket.server.Api.Reply;
import no.dataverket.server.Api.Unanswered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Processes that die in the middle of work: everything that was promised is carried out or visibly fails,
/// once, and nothing is left over.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CrashIntegrationTest {

    private static final int MACHINES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 3);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theServerDies() {
        createWhile("server", () -> {
            server.killServer();
            server.restart();
        });
    }

    @Test
    void theBusDies() {
        createWhile("bus", server::killNats);
    }

    @Test
    void theBusDiesAndForgetsEverything() {
        createWhile("lossy", () -> {
            // Before it ends, as the server starts it again soon: it must not find what is on its way out.
            forget();
            server.killNats();
        });
    }

    @Test
    void theDatabaseDies() {
        createWhile("database", server::killPostgres);
    }

    @Test
    void everythingDies() {
        createWhile("all", () -> {
            server.killServer();
            server.killNats();
            server.killPostgres();
            forget();
            server.restart();
        });
    }

    @Test
    void invariant30AQuotaIsUsedUpExactlyThoughTheServerDies() throws InterruptedException {
        site.project("acme", "counted", Map.of("vms", 12));
        site.environment("acme", "counted", "prod");
        site.network("counted", "net", Map.of());
        var answered = new CountDownLatch(8);
        List<Reply> replies;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> create(Site.vm("counted-" + i, "counted", "net"), answered)))
                    .toList();
            answered.await();
            server.killServer();
            server.restart();
            replies = requests.stream().map(CrashIntegrationTest::result).toList();
        }

        var accepted = replies.stream().filter(reply -> reply.status() == 202).toList();
        long failed = accepted.stream()
                .filter(reply ->
                        !api.await(reply.task()).path("state").asString().equals("SUCCEEDED"))
                .count();
        assertThat(replies.stream().filter(reply -> reply.status() != 202))
                .hasSize(64 - accepted.size())
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("QUOTA_EXCEEDED"));
        // What failed gave back what it was charged, perhaps while others still asked.
        assertThat((long) accepted.size()).isBetween(12L, 12 + failed);
        assertThat(eventually(PATIENCE, server.books()::contradictions, List::isEmpty))
                .isEmpty();
        assertThat(api.get("/v1/quotas/acme%2Fcounted").json().at("/usage/vms").asLong())
                .isEqualTo(accepted.size() - failed);
        site.deleteAllVms();
        assertThat(eventually(PATIENCE, server.books()::contradictions, List::isEmpty))
                .isEmpty();
        assertThat(api.get("/v1/quotas/acme%2Fcounted").json().at("/usage/vms").asLong())
                .isZero();
    }

    private void createWhile(String name, Runnable trouble) {
        var answered = new CountDownLatch(MACHINES / 4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, MACHINES)
                    .mapToObj(i -> threads.submit(() -> create(Site.vm(name + "-" + i), answered)))
                    .toList();
            answered.await();
            trouble.run();
            requests.stream().map(CrashIntegrationTest::result).forEach(this::ends);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
        assertThat(eventually(PATIENCE, server.books()::contradictions, List::isEmpty))
                .isEmpty();
        var machines = api.list("/v1/vms");
        assertThat(machines).hasSize(MACHINES);
        long running = machines.stream()
                .filter(vm -> vm.at("/status/phase").asString().equals("RUNNING"))
                .count();
        assertThat(server.books().held())
                .containsEntry("machines of Maskin", running)
                .containsEntry("domains", running)
                .containsEntry("disks", running)
                .containsEntry("addresses", running)
                .containsEntry("ports", running)
                .containsEntry("interfaces", running)
                .containsEntry("reserved vCPUs", running)
                .containsEntry("charged machines", running);
        assertThat(running).isPositive();
        site.deleteAllVms();
        assertThat(eventually(PATIENCE, server.books()::contradictions, List::isEmpty))
                .isEmpty();
        assertThat(server.books().held().values()).allSatisfy(n -> assertThat(n).isZero());
    }

    /// Repeats the request with its key until it is answered.
    private Reply create(Map<String, Object> body, CountDownLatch answered) {
        var key = UUID.randomUUID();
        return eventually(
                PATIENCE,
                () -> {
                    try {
                        var reply = api.post("/v1/vms", body, key);
                        answered.countDown();
                        return reply;
                    } catch (Unanswered | UncheckedIOException away) {
                        return new Reply(0, Map.of(), new byte[0]);
                    }
                },
                reply -> reply.status() != 0 && reply.status() != 503 && reply.status() != 500);
    }

    private void ends(Reply accepted) {
        var task = api.await(accepted.expect(202).task());
        if (!task.path("state").asString().equals("SUCCEEDED")) {
            assertThat(task.path("state").asString()).isEqualTo("FAILED");
            assertThat(task.at("/error/code").asString()).isNotBlank();
            assertThat(task.at("/error/detail").asString()).isNotBlank();
        }
    }

    /// What the bus kept is gone; what is in the database is not.
    private void forget() {
        var streams = server.state().resolve("nats/jetstream");
        try {
            Files.move(streams, streams.resolveSibling("forgotten-" + UUID.randomUUID()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
