package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.server.Api.Reply;
import no.dataverket.server.Api.Unanswered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two processes of Sentral under load, either of which is killed or frozen at any moment. The seed decides what the
/// nemesis does; `-Ddataverket.nemesis.seed=…` repeats it, `-Ddataverket.nemesis.seconds=…` says for how long.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NemesisIntegrationTest {

    private static final long SEED = Long.getLong("dataverket.nemesis.seed", System.nanoTime());
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("dataverket.nemesis.seconds", 60));
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int CLIENTS = 6;

    /// Machines that a client keeps at most: all of them fit on the hypervisors, however fast the site is.
    private static final int KEPT = 20;

    /// Addresses that are given back rest for a while, so that a fast site needs many.
    private static final String NETWORK = "wide";

    private final Map<String, Seen> lastSeen = new ConcurrentHashMap<>();
    private final List<String> accepted = java.util.Collections.synchronizedList(new ArrayList<>());
    private Cluster cluster;
    private Site site;

    /// A task as it was when it was last looked at.
    private record Seen(long version, int stepsDone, String state, String error) {}

    @BeforeAll
    void start() {
        cluster = Cluster.start();
        site = Site.prepare(cluster.files(), cluster.api(cluster.first), 3);
        site.network("shop", NETWORK, Map.of("prefix", "10.32.0.0/16"));
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void invariant25_28_nothingIsLostOrDoneTwiceWhileEitherSentralIsKilledAndFrozen() throws Exception {
        System.out.println("nemesis seed " + SEED);
        var over = new AtomicBoolean();
        var names = new AtomicInteger();
        int frozenHolders;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                var random = new Random(SEED + i);
                clients.add(threads.submit(() -> live(random, names, over)));
            }
            var watcher = threads.submit(() -> watch(over));
            frozenHolders = disturb(new Random(SEED));
            over.set(true);
            for (var client : clients) {
                client.get();
            }
            watcher.get();
        }
        accepted.forEach(task -> look(cluster.api(cluster.first), task));

        assertThat(accepted).hasSizeGreaterThan(CLIENTS);
        assertThat(cluster.books().number("SELECT count(*) FROM tasks.task WHERE wake_at IS NOT NULL"))
                .isZero();
        assertThat(lastSeen.values())
                .allSatisfy(seen -> assertThat(seen.state()).isIn("SUCCEEDED", "CANCELLED"));
        assertThat(cluster.books().doneTwice()).isEmpty();
        assertThat(cluster.books().strings("""
                SELECT t.id || ' ' || s.name FROM tasks.task t JOIN tasks.step s ON s.task = t.id
                WHERE t.state = 'SUCCEEDED' AND NOT EXISTS (
                    SELECT FROM maskin.inbox i WHERE i.execution = s.execution
                    UNION ALL SELECT FROM nett.inbox i WHERE i.execution = s.execution)
                """))
                .as("steps that are done on paper only")
                .isEmpty();
        assertThat(cluster.books().number("SELECT epoch FROM tasks.lease")).isGreaterThan(frozenHolders);
        assertThat(eventually(PATIENCE, cluster.books()::contradictions, List::isEmpty))
                .isEmpty();
        site.deleteAllVms();
        assertThat(eventually(PATIENCE, cluster.books()::contradictions, List::isEmpty))
                .isEmpty();
        assertThat(cluster.books().held().values())
                .allSatisfy(held -> assertThat(held).isZero());
    }

    /// One client: makes machines, changes its mind at times, deletes most of them again, through either process.
    private void live(Random random, AtomicInteger names, AtomicBoolean over) {
        int kept = 0;
        while (!over.get()) {
            var made = insist(random, api -> {
                var key = UUID.randomUUID();
                var body = Site.vm("m-" + names.incrementAndGet(), "shop", NETWORK);
                return () -> api.get().post("/v1/vms", body, key);
            });
            accepted.add(made.expect(202).task());
            if (random.nextInt(5) == 0) {
                var cancelled =
                        insist(random, api -> () -> api.get().post("/v1/tasks/" + made.task() + ":cancel", null));
                assertThat(cancelled.status()).isIn(200, 409);
            }
            var state = await(random, made.task());
            if (state.equals("SUCCEEDED") && kept < KEPT && random.nextInt(4) == 0) {
                kept++;
            } else if (state.equals("SUCCEEDED")) {
                var vm = "/v1/vms/" + made.at("/resource/id");
                var deleted = insist(random, api -> () -> api.get().delete(vm, "*"));
                // Who was not answered asks again, and may find that it is being deleted already, or gone.
                assertThat(deleted.status()).isIn(202, 404, 409);
                if (deleted.status() == 202) {
                    accepted.add(deleted.task());
                }
            }
        }
    }

    private interface Attempt {
        Reply run();
    }

    private interface Request {
        Attempt through(java.util.function.Supplier<Api> api);
    }

    /// Repeats one request, with one idempotency key, through whichever process answers.
    private Reply insist(Random random, Request request) {
        var attempt = request.through(() -> either(random));
        return eventually(
                PATIENCE,
                () -> {
                    try {
                        return attempt.run();
                    } catch (Unanswered | UncheckedIOException away) {
                        return new Reply(0, Map.of(), new byte[0]);
                    }
                },
                reply -> reply.status() != 0 && reply.status() < 500);
    }

    private String await(Random random, String task) {
        return insistFinal(random, task).at("/state");
    }

    private Reply insistFinal(Random random, String task) {
        return eventually(
                PATIENCE,
                () -> insist(random, api -> () -> api.get().get("/v1/tasks/" + task + ":wait?timeout=2s")),
                reply -> List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(reply.at("/state")));
    }

    private Api either(Random random) {
        return cluster.api(random.nextBoolean() ? cluster.first : cluster.second);
    }

    /// Looks at every task again and again, and sees that none goes back.
    private void watch(AtomicBoolean over) {
        var random = new Random(SEED - 1);
        while (!over.get()) {
            for (var task : List.copyOf(accepted)) {
                try {
                    look(either(random), task);
                } catch (Unanswered | UncheckedIOException away) {
                    Thread.yield();
                }
            }
        }
    }

    private void look(Api api, String task) {
        var reply = api.get("/v1/tasks/" + task);
        if (reply.status() != 200) {
            return;
        }
        long version = Long.parseLong(reply.etag().replaceAll("\\D", ""));
        var now = new Seen(
                version,
                reply.json().path("steps_done").asInt(),
                reply.at("/state"),
                reply.json().path("error").toString());
        var before = lastSeen.put(task, now);
        if (before != null) {
            assertThat(now.version()).as(task).isGreaterThanOrEqualTo(before.version());
            assertThat(now.stepsDone()).as(task).isGreaterThanOrEqualTo(before.stepsDone());
            if (List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(before.state())) {
                assertThat(now).as(task).isEqualTo(before);
            }
        }
    }

    /// Kills and freezes; gives how often the one that ran the tasks was frozen for longer than its lease.
    private int disturb(Random random) throws InterruptedException {
        long end = System.nanoTime() + LENGTH.toNanos();
        int frozenHolders = 0;
        boolean first = true;
        while (first || System.nanoTime() < end) {
            var victim = random.nextBoolean() ? cluster.first : cluster.second;
            if (first) {
                victim = holder();
            }
            if (first || random.nextBoolean()) {
                boolean holds = victim == holder();
                int before = losses(victim);
                long epoch = epoch();
                victim.freeze();
                if (holds) {
                    assertThat(eventually(this::epoch, later -> later > epoch))
                            .as("another takes over")
                            .isGreaterThan(epoch);
                    frozenHolders++;
                } else {
                    Thread.sleep(random.nextInt(3_000));
                }
                victim.thaw();
                if (holds) {
                    var resumed = victim;
                    assertThat(eventually(() -> losses(resumed), after -> after > before))
                            .as("it learns that it lost the lease")
                            .isGreaterThan(before);
                }
            } else {
                victim.kill();
                victim.start();
            }
            first = false;
            Thread.sleep(random.nextInt(2_000));
        }
        return frozenHolders;
    }

    private ServerProcess holder() {
        var pid = eventually(
                () -> cluster.books()
                        .strings("SELECT split_part(holder, '-', 1) FROM tasks.lease WHERE expires_at > now()"),
                found -> !found.isEmpty());
        return Long.parseLong(pid.getFirst()) == cluster.first.pid() ? cluster.first : cluster.second;
    }

    private long epoch() {
        return cluster.books().number("SELECT epoch FROM tasks.lease");
    }

    private static int losses(ServerProcess process) {
        return (int) RunningServer.text(process.log())
                .lines()
                .filter(line ->
                        line.contains("lost the lease") || line.contains("refused as the holder of a lost lease"))
                .count();
    }
}
