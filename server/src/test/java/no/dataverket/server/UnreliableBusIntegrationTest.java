package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.dataverket.contract.Id;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.json.Json;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A bus that forgets what it acknowledged, or says it several times and late; and a site whose Sentral is away.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnreliableBusIntegrationTest {

    private static final int MACHINES = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Cluster cluster;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        cluster = Cluster.start();
        api = cluster.api(cluster.first);
        site = Site.prepare(cluster.files(), api, 2);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(cluster.books().doneTwice()).isEmpty();
        site.deleteAllVms();
        assertThat(eventually(PATIENCE, cluster.books()::contradictions, List::isEmpty))
                .isEmpty();
        assertThat(cluster.books().held().values())
                .allSatisfy(held -> assertThat(held).isZero());
    }

    @Test
    void invariant25_allThatWasAcceptedIsDoneThoughTheBusForgetsEverythingTwice() {
        var accepted = accept("forgotten");
        for (int i = 0; i < 2; i++) {
            assertThat(inFlight()).as("there is something to be lost").isPositive();
            cluster.wipeBus();
        }
        allSucceed(accepted);
    }

    @Test
    void invariant25_whatASiteReportsWhileSentralIsAwayIsNotLost() {
        var accepted = accept("alone");
        cluster.first.kill();
        cluster.second.kill();
        // The site does what it was told last, and nobody hears of it yet.
        eventually(PATIENCE, this::doneUnheard, steps -> steps > 0);
        cluster.first.start();
        cluster.second.start();
        allSucceed(accepted);
    }

    @Test
    void invariant24_messagesThatComeSeveralTimesAndOutOfOrderTakeEffectOnce() {
        try (var echo = new Echo(cluster.anything(), System.nanoTime())) {
            allSucceed(accept("echoed"));
            // While what made the machines is still being repeated.
            site.deleteAllVms();
            assertThat(echo.repeated.get()).isGreaterThan(8 * MACHINES);
        }
    }

    private List<Reply> accept(String name) {
        return IntStream.range(0, MACHINES)
                .mapToObj(i -> api.post("/v1/vms", Site.vm(name + "-" + i)).expect(202))
                .toList();
    }

    private void allSucceed(List<Reply> accepted) {
        eventually(PATIENCE, this::inFlight, tasks -> tasks == 0);
        assertThat(accepted)
                .allSatisfy(reply -> assertThat(cluster.books()
                                .strings("SELECT state FROM tasks.task WHERE id = '"
                                        + Id.parse(reply.task()).uuid() + "'"))
                        .containsExactly("SUCCEEDED"));
    }

    private long inFlight() {
        return cluster.books().number("SELECT count(*) FROM tasks.task WHERE wake_at IS NOT NULL");
    }

    /// Steps that a service did and of which Sentral does not know it.
    private long doneUnheard() {
        return cluster.books().number("""
                SELECT count(*) FROM tasks.step s WHERE s.state = 'RUNNING' AND s.execution IN (
                    SELECT execution FROM maskin.inbox UNION ALL SELECT execution FROM nett.inbox)
                """);
    }

    /// Repeats every command and every report, up to four times, each after a while of its own.
    private static final class Echo implements AutoCloseable {

        private static final int LATEST_MILLIS = 1_500;

        private final Bus bus;
        private final Random random;
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final Set<String> heard = ConcurrentHashMap.newKeySet();
        private final AtomicInteger repeated = new AtomicInteger();

        Echo(Bus bus, long seed) {
            System.out.println("echo seed " + seed);
            this.bus = bus;
            this.random = new Random(seed);
            bus.listen("dv.*.cmd.>", Envelope.class, this::hear);
            bus.listen(Subjects.STEP_REPORT, Envelope.class, this::hear);
        }

        private void hear(Envelope envelope) {
            if (!heard.add(envelope.id())) {
                return;
            }
            int times = 1 + random.nextInt(4);
            for (int i = 0; i < times; i++) {
                var unused =
                        clock.schedule(() -> repeat(envelope), random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
            }
        }

        private void repeat(Envelope envelope) {
            bus.publish(envelope.type(), UUID.randomUUID().toString(), Json.bytes(envelope))
                    .join();
            repeated.incrementAndGet();
        }

        @Override
        public void close() {
            clock.shutdown();
            bus.close();
        }
    }
}
