package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.core.bus.Bus;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Messages that can't be taken, through the operator's API: what they hold up, and how it goes on.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadLetterIntegrationTest {

    private static final String LETTERS = "/v1/operator/dead-letters";

    private Cluster cluster;
    private Site site;
    private Api api;
    private Bus bus;

    @BeforeAll
    void start() {
        cluster = Cluster.start();
        api = cluster.api(cluster.first);
        site = Site.prepare(cluster.files(), api, 2);
        bus = cluster.anything();
    }

    @AfterAll
    void stop() {
        bus.close();
        cluster.close();
    }

    @AfterEach
    void nothingIsLeft() {
        site.deleteAllVms();
        assertThat(eventually(cluster.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void aStepWhoseCommandCannotBeTakenWaitsVisiblyAndGoesOnWhenItIsReplayedAfterTheFix() {
        var accepted = breaking("nett.port", () -> {
            var held = api.post("/v1/vms", Site.vm("held")).expect(202);
            var letter = letterOf(held);
            assertThat(letter.path("service").asString()).isEqualTo("nett");
            assertThat(letter.path("subject").asString()).startsWith("dv.nett.cmd.");
            assertThat(letter.path("cause").asString()).contains("3 times");
            var task = api.get("/v1/tasks/" + held.task()).expect(200);
            assertThat(task.at("/blocked_on/0/dependency"))
                    .isEqualTo("dead letter " + letter.path("id").asString());
            assertThat(task.at("/blocked_on/0/runbook")).isEqualTo("rb-msg-001");
            // Its neighbours are not held up, not even at the same service.
            site.network("shop", "neighbour", Map.of());
            assertThat(gauge("nett")).isEqualTo(1);
            assertThat(api.get("/v1/operator/findings").expect(200).json().path("findings"))
                    .anySatisfy(finding -> {
                        assertThat(finding.path("code").asString()).isEqualTo("DEAD_LETTERS");
                        assertThat(finding.path("runbook").asString()).isEqualTo("rb-msg-001");
                    });
            return held;
        });
        var path = LETTERS + "/" + letterOf(accepted).path("id").asString();
        var etag = api.get(path).expect(200).etag();
        assertThat(decide(path, "replay", null).expect(428).code()).isEqualTo("IF_MATCH_REQUIRED");
        assertThat(decide(path, "replay", "\"g999\"").expect(412).code()).isEqualTo("IF_MATCH_FAILED");

        assertThat(decide(path, "replay", etag).expect(200).at("/state")).isEqualTo("REPLAYED");

        api.succeed(accepted);
        assertThat(decide(path, "replay", etag).expect(200).at("/state")).isEqualTo("REPLAYED");
        assertThat(decide(path, "discard", "*").expect(409).code()).isEqualTo("DEAD_LETTER_CLOSED");
        assertThat(api.list("/v1/audit-entries").stream()
                        .map(entry -> entry.path("action").asString())
                        .filter("dead-letter.replay"::equals))
                .hasSize(1);
        eventually(() -> gauge("nett"), held -> held == 0);
    }

    @Test
    void aStepWhoseCommandIsDiscardedFailsAndIsUndone() {
        var accepted = breaking("nett.port", () -> {
            var held = api.post("/v1/vms", Site.vm("given-up")).expect(202);
            var path = LETTERS + "/" + letterOf(held).path("id").asString();
            decide(path, "discard", "*").expect(200);
            return held;
        });
        var task = undone(accepted);
        assertThat(task.path("state").asString()).isEqualTo("FAILED");
        assertThat(task.at("/error/detail").asString()).contains("discarded");
    }

    @Test
    void invariant33_poisonedReportsAndFactsHoldUpNoTask() {
        var accepted = new ArrayList<Reply>();
        for (int i = 0; i < 20; i++) {
            poison(Subjects.STEP_REPORT, "{\"secret\":\"canary-" + i);
            poison("dv.maskin.evt.vm.observed", """
                    {"specversion":"1.0","id":"%s","type":"dv.maskin.evt.vm.observed","dataversion":9,
                     "data":{"user_data":"canary"}}""".formatted(UUID.randomUUID()));
            poison("dv.maskin.evt.vm.observed", """
                    {"specversion":"2.0","id":"%s","type":"dv.maskin.evt.vm.observed","data":{}}""".formatted(UUID.randomUUID()));
            accepted.add(api.post("/v1/vms", Site.vm("among-" + i)).expect(202));
        }
        accepted.forEach(api::succeed);

        var letters = eventually(() -> api.list(LETTERS + "?state=OPEN&service=sentral"), found -> found.size() == 60);
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.toString()).doesNotContain("canary");
            assertThat(letter.path("cause").asString()).isNotBlank();
        });
        for (var letter : letters) {
            decide(LETTERS + "/" + letter.path("id").asString(), "discard", "*").expect(200);
        }
        assertThat(api.list(LETTERS + "?state=OPEN")).isEmpty();
    }

    @Test
    void whatIsNotThereIsToldSo() {
        assertThat(api.get(LETTERS + "/dl_00000000000000000000000000")
                        .expect(404)
                        .code())
                .isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(api.get(LETTERS + "?state=LOST").expect(422).code()).isEqualTo("VALIDATION_FAILED");
    }

    private interface Meanwhile {
        Reply happens();
    }

    /// A defect in a service, for as long as something happens: a table that its code does not find.
    private Reply breaking(String table, Meanwhile meanwhile) {
        var name = table.substring(table.indexOf('.') + 1);
        cluster.books().execute("ALTER TABLE " + table + " RENAME TO hidden");
        try {
            return meanwhile.happens();
        } finally {
            cluster.books().execute("ALTER TABLE " + table.replace(name, "hidden") + " RENAME TO " + name);
        }
    }

    /// The undoing of the step may meet the same defect, and be replayed once it is mended.
    private JsonNode undone(Reply accepted) {
        return eventually(
                () -> {
                    for (var letter : api.list(LETTERS + "?state=OPEN&task=" + accepted.task())) {
                        decide(LETTERS + "/" + letter.path("id").asString(), "replay", "*")
                                .expect(200);
                    }
                    return api.get("/v1/tasks/" + accepted.task() + ":wait?timeout=1s")
                            .expect(200)
                            .json();
                },
                task -> !task.path("finished_at").isMissingNode());
    }

    private JsonNode letterOf(Reply accepted) {
        return eventually(
                        () -> api.list(LETTERS + "?task=" + accepted.task()),
                        found -> !found.isEmpty()
                                && api.get("/v1/tasks/" + accepted.task())
                                        .at("/state")
                                        .matches("BLOCKED.*|FAILED|COMPENSATING"))
                .getFirst();
    }

    private Reply decide(String path, String verb, @org.jspecify.annotations.Nullable String etag) {
        var headers = new java.util.HashMap<>(
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        return api.send("POST", path + ":" + verb, null, headers);
    }

    private void poison(String subject, String message) {
        bus.publish(subject, UUID.randomUUID().toString(), message.getBytes(StandardCharsets.UTF_8))
                .join();
    }

    private double gauge(String service) {
        var name = "dataverket_dead_letters{service=\"" + service + "\"} ";
        return api.get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(0);
    }
}
