package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import no.dataverket.server.Api.Reply;
import no.dataverket.server.Api.Unanswered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An upgrade as an operator rolls it out: the first process of the new version widens the schemas while the others
/// still run the old one, and then each process is stopped and started in turn, under load. Clients do as our SDKs do:
/// they repeat a request that was not answered, with the same idempotency key, through whichever process is there.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Invariant40UpgradeIntegrationTest {

    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Reply UNANSWERED = new Reply(0, Map.of(), new byte[0]);

    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private Cluster cluster;
    private Site site;

    @BeforeAll
    void start() {
        cluster = Cluster.start();
        site = Site.prepare(cluster.files(), cluster.api(cluster.first), 3);
        site.network("shop", "wide", Map.of("prefix", "10.32.0.0/16"));
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void invariant40_noRequestFailsWhileTheSchemaIsAheadAndEachProcessIsStartedAgain() throws Exception {
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> live(over)));
            }
            serve(20);
            widen();
            serve(20);
            for (var process : List.of(cluster.first, cluster.second, cluster.site)) {
                process.close();
                serve(process == cluster.site ? 0 : 20);
                process.start();
                serve(20);
            }
            over.set(true);
            for (var client : clients) {
                client.get();
            }
        }

        assertThat(failed).isEmpty();
        site.deleteAllVms();
        assertThat(eventually(PATIENCE, cluster.books()::contradictions, List::isEmpty))
                .isEmpty();
    }

    /// Waits until the clients were answered so many more times.
    private void serve(int more) {
        int wanted = answered.get() + more;
        eventually(PATIENCE, answered::get, now -> now >= wanted);
    }

    /// What the next version's migrations may do at most: add what is empty. Every table of every service gets a
    /// column, and every schema is of a version that these processes do not know.
    private void widen() {
        var books = cluster.books();
        var tables = books.strings("""
                SELECT n.nspname || '.' || quote_ident(c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
                    AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
                """);
        assertThat(tables).hasSizeGreaterThan(30);
        tables.forEach(table -> books.execute("ALTER TABLE " + table + " ADD COLUMN of_the_next_version text"));
        books.strings("SELECT table_schema FROM information_schema.tables WHERE table_name = 'flyway_schema_history'")
                .forEach(schema -> books.execute("""
                        INSERT INTO %s.flyway_schema_history (installed_rank, version, description, type, script,
                            checksum, installed_by, execution_time, success)
                        SELECT max(installed_rank) + 1, '9999', 'next', 'SQL', 'V9999__next.sql', 1, 'next', 1, true
                        FROM %s.flyway_schema_history
                        """.formatted(schema, schema)));
    }

    /// One client: a machine's life, again and again.
    private void live(AtomicBoolean over) {
        while (!over.get()) {
            var key = UUID.randomUUID();
            var body = Site.vm("m-" + names.incrementAndGet(), "shop", "wide");
            var made = insist(api -> api.post("/v1/vms", body, key));
            if (made.status() != 202) {
                failed.add(made.toString());
                return;
            }
            insist(api -> api.get("/v1/vms?page_size=20"));
            await(made);
            var deleteKey = UUID.randomUUID().toString();
            var vm = "/v1/vms/" + made.at("/resource/id");
            var deleted =
                    insist(api -> api.send("DELETE", vm, null, Map.of("If-Match", "*", "Idempotency-Key", deleteKey)));
            if (deleted.status() == 202) {
                await(deleted);
            }
        }
    }

    private void await(Reply accepted) {
        var task = eventually(
                PATIENCE,
                () -> insist(api -> api.get("/v1/tasks/" + accepted.task() + ":wait?timeout=5s")),
                reply -> reply.status() != 200
                        || List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(reply.at("/state")));
        if (!task.at("/state").equals("SUCCEEDED")) {
            failed.add(task.toString());
        }
    }

    /// The answer of the first process that gives one. One that is refused by a process which is there is a failure.
    private Reply insist(Function<Api, Reply> request) {
        var reply = eventually(PATIENCE, () -> attempt(request), answer -> answer.status() != 0);
        if (reply.status() >= 500) {
            failed.add(reply.toString());
        }
        answered.incrementAndGet();
        return reply;
    }

    private Reply attempt(Function<Api, Reply> request) {
        var process = ThreadLocalRandom.current().nextBoolean() ? cluster.first : cluster.second;
        if (!process.isAlive() || !process.isReady()) {
            return UNANSWERED;
        }
        try {
            return request.apply(cluster.api(process));
        } catch (Unanswered | UncheckedIOException away) {
            return UNANSWERED;
        }
    }
}
