package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// The inventory from its document to what is trusted of it, as two operators work with it.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class InventoryIntegrationTest {

    private static final String PLANS = "/v1/operator/inventory/plans";
    private static final String SERVER = "device.lab1.server-1";
    private static final String GHOST = "device.lab1.ghost";
    private static final String AUDIT = "SELECT count(*) FROM audit.entry";

    private RunningServer server;
    private Site site;
    private Api first;
    private Api second;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        first = server.api();
        second = new Api(server, site.token("second", Map.of("role", "PLATFORM_OPERATOR", "kind", "HUMAN")));
        site.running("web-1");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void aDocumentIsPlannedAppliedOnceAndExportedToAnEmptyPlan() {
        var plan = plan(Site.INVENTORY, false);
        assertThat(plan.at("/creates")).isEqualTo("5");
        assertThat(plan.at("/state")).isEqualTo("CURRENT");
        assertThat(first.list("/v1/operator/racks")).isEmpty();

        apply(plan, "sha256:other").expect(412);
        var applied = apply(plan, plan.at("/hash")).expect(200);
        assertThat(applied.at("/state")).isEqualTo("APPLIED");
        var again = apply(plan, plan.at("/hash")).expect(409);
        assertThat(again.code()).isEqualTo("PLAN_APPLIED");

        assertThat(first.list("/v1/operator/racks?datacenter=lab1")).hasSize(1);
        assertThat(first.get("/v1/operator/devices/server-1?datacenter=lab1").at("/hypervisor"))
                .isEqualTo("sim-1");
        assertThat(first.list("/v1/operator/ports?device=server-1")).hasSize(1);
        assertThat(first.list("/v1/operator/devices?rack=r1")).hasSize(1);
        assertThat(first.list("/v1/operator/devices?type=SWITCH")).isEmpty();
        var exported = first.get("/v1/operator/inventory/document").expect(200);
        var empty = plan(exported.at("/document"), true);
        assertThat(empty.json().path("actions")).isEmpty();
        assertThat(empty.json().path("unmentioned")).isEmpty();
        assertThat(plan(
                                first.get("/v1/operator/inventory/document?datacenter=lab1")
                                        .at("/document"),
                                true)
                        .json()
                        .path("actions"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void ofManyWhoApplyAtOnceOneDoes() throws Exception {
        var one = plan(Site.INVENTORY.replace("height: 42", "height: 44"), false);
        var other = plan(Site.INVENTORY.replace("height: 42", "height: 48"), false);
        List<Callable<Reply>> callers = IntStream.range(0, 16)
                .<Callable<Reply>>mapToObj(i -> {
                    var plan = i % 2 == 0 ? one : other;
                    return () -> apply(plan, plan.at("/hash"));
                })
                .toList();

        var answers = new TreeMap<String, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reply : threads.invokeAll(callers)) {
                var answer = reply.get();
                answers.merge(answer.status() + " " + answer.code(), 1, Integer::sum);
            }
        }

        assertThat(answers)
                .containsExactlyInAnyOrderEntriesOf(Map.of("200 ", 1, "409 PLAN_APPLIED", 7, "412 PLAN_STALE", 8));
        var height = first.get("/v1/operator/racks/r1").at("/height");
        assertThat(height).isIn("44", "48");
        assertThat(first.list(PLANS).stream()
                        .filter(plan -> plan.path("state").asString().equals("APPLIED")))
                .hasSize(2);
    }

    @Test
    @Order(3)
    void nothingIsDeletedThatADocumentDoesNotMentionUnlessItIsPruned() {
        var less = Site.INVENTORY.replace("ports: [{name: eno1, mac: \"02:aa:00:00:00:01\"}]", "ports: []");
        var kept = plan(less, false);
        assertThat(kept.at("/deletes")).isEqualTo("0");
        assertThat(kept.json().path("unmentioned").toString()).contains("port.lab1.server-1.eno1");
        apply(kept, kept.at("/hash")).expect(200);
        assertThat(first.list("/v1/operator/ports")).hasSize(1);

        var pruned = plan(less, true);
        assertThat(pruned.at("/deletes")).isEqualTo("1");
        apply(pruned, pruned.at("/hash")).expect(200);
        assertThat(first.list("/v1/operator/ports")).isEmpty();
        var back = plan(Site.INVENTORY, false);
        apply(back, back.at("/hash")).expect(200);
    }

    @Test
    @Order(4)
    void aFaultyDocumentIsToldAllItsFaults() {
        var faulty = Site.INVENTORY.replace("height: 42", "height: tall").replace("type: SERVER", "type: TOASTER");
        var reply = first.post(PLANS, Map.of("document", faulty)).expect(422);
        assertThat(reply.json().path("violations")).hasSize(2);
        assertThat(reply.text()).contains("/datacenters/0/racks/0/height", "line 5", "/datacenters/0/devices/0/type");
    }

    @Test
    @Order(5)
    void onlyASecondOperatorMakesDeclarationsTrusted() {
        assertThat(device().path("trust").asString()).isEqualTo("DECLARED");
        assertThat(device().path("domains")).isEmpty();
        var pending = first.list("/v1/operator/trust-changes?state=PENDING_APPROVAL");
        assertThat(pending).hasSize(1);
        var target =
                "/v1/operator/trust-changes/" + pending.getFirst().path("id").asString();
        var hash = pending.getFirst().path("hash").asString();
        assertThat(findings())
                .contains("TRUST_WAITS", pending.getFirst().path("id").asString());

        assertThat(first.post(target + ":approve", Map.of("hash", hash))
                        .expect(403)
                        .code())
                .isEqualTo("SECOND_OPERATOR_NEEDED");
        var robot = new Api(server, site.token("robot", Map.of("role", "PLATFORM_OPERATOR")));
        assertThat(robot.post(target + ":approve", Map.of("hash", hash))
                        .expect(403)
                        .code())
                .isEqualTo("APPROVER_NOT_ELIGIBLE");
        assertThat(second.post(target + ":approve", Map.of("hash", "sha256:0"))
                        .expect(412)
                        .code())
                .isEqualTo("TRUST_CHANGE_VOID");
        assertThat(second.post(target + ":approve", Map.of("hash", hash))
                        .expect(200)
                        .at("/state"))
                .isEqualTo("APPROVED");
        assertThat(second.post(target + ":approve", Map.of("hash", hash))
                        .expect(409)
                        .code())
                .isEqualTo("TRUST_CHANGE_DECIDED");
        assertThat(device().path("trust").asString()).isEqualTo("TRUSTED");
        assertThat(device().path("domains").toString())
                .contains("rack.lab1.r1", "datacenter.lab1", "power-feed.lab1.feed-a");

        var moved = plan(Site.INVENTORY.replace("position: 1", "position: 7"), false);
        apply(moved, moved.at("/hash")).expect(200);
        assertThat(device().path("trust").asString()).isEqualTo("PENDING_APPROVAL");
        approveAll();
        assertThat(device().path("trust").asString()).isEqualTo("TRUSTED");
    }

    @Test
    @Order(6)
    void whatOthersRelyOnIsAdoptedByTwoAndTheRestByOne() {
        observe(Map.of("serial", "SRV0002", "role", "compute"), "hostname", "host-1");
        var drift = first.list("/v1/operator/drift?state=OPEN");
        assertThat(drift).hasSize(1);
        var serial = drift.getFirst();
        assertThat(serial.path("field").asString()).isEqualTo("serial");
        assertThat(serial.path("severity").asString()).isEqualTo("HIGH");
        assertThat(serial.path("runbook").asString()).isEqualTo("rb-inv-001");
        assertThat(findings()).contains("INVENTORY_DRIFT", SERVER).doesNotContain("TRUST_WAITS");
        var target = "/v1/operator/drift/" + serial.path("id").asString();

        var until = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        first.post(target + ":ignore", Map.of("until", until, "reason", "known"))
                .expect(200);
        assertThat(first.list("/v1/operator/drift?state=OPEN")).isEmpty();
        first.post(target + ":reject", Map.of("reason", "wrong one")).expect(200);
        var accepted = first.post(target + ":accept", null).expect(200);
        assertThat(accepted.at("/state")).isEqualTo("PENDING_APPROVAL");
        assertThat(first.post(target + ":accept", null).expect(409).code()).isEqualTo("RESOURCE_BUSY");
        assertThat(device().path("serial").asString()).isEqualTo("SRV0001");
        approveAll();
        assertThat(device().path("serial").asString()).isEqualTo("SRV0002");
        assertThat(device().path("trust").asString()).isEqualTo("TRUSTED");
        assertThat(first.list("/v1/operator/drift")).isEmpty();

        var declared = plan(
                first.get("/v1/operator/inventory/document")
                        .at("/document")
                        .replace("type: SERVER", "type: SERVER\n        model: old"),
                false);
        apply(declared, declared.at("/hash")).expect(200);
        observe(Map.of("serial", "SRV0002"), "model", "new");
        var model = first.list("/v1/operator/drift").getFirst();
        first.post("/v1/operator/drift/" + model.path("id").asString() + ":accept", null)
                .expect(200);
        assertThat(device().path("model").asString()).isEqualTo("new");
        assertThat(first.list("/v1/operator/drift")).isEmpty();
        assertThat(device().path("trust").asString()).isEqualTo("TRUSTED");
    }

    @Test
    @Order(7)
    void whatIsSeenIncompletelyOrBeforeIsNoDrift() {
        var incomplete = observation(Instant.now(), false, Map.of("serial", "ELSE"));
        first.post("/v1/operator/observations", incomplete).expect(201);
        var old = observation(Instant.parse("2020-01-01T00:00:00Z"), true, Map.of("serial", "ELSE"));
        first.post("/v1/operator/observations", old).expect(201);
        assertThat(first.list("/v1/operator/drift")).isEmpty();
        var unknown = observation(Instant.now(), true, Map.of("colour", "red"));
        assertThat(first.post("/v1/operator/observations", unknown).expect(422).text())
                .contains("/facts/colour");
        assertThat(first.list("/v1/operator/observations?scope=" + SERVER)).hasSizeGreaterThan(3);
    }

    @Test
    @Order(8)
    void whatGoesWithARackIsToldDownToTheTenants() {
        var impact = first.get("/v1/operator/inventory/impact/rack.lab1.r1")
                .expect(200)
                .json();
        assertThat(impact.path("hypervisors").toString()).contains("\"sim-1\"").doesNotContain("\"sim-2\"");
        var all = first.get("/v1/operator/inventory/impact/datacenter.lab1")
                .expect(200)
                .json();
        assertThat(all.path("hypervisors")).hasSize(2);
        assertThat(all.path("tenants").toString()).contains("\"name\":\"acme\"", "\"vms_lost\":1");
        var feed = first.get("/v1/operator/inventory/impact/power-feed.lab1.feed-a")
                .expect(200)
                .json();
        assertThat(feed.path("hypervisors").toString()).contains("REDUCED");
        first.get("/v1/operator/inventory/impact/rack.lab1.r99").expect(404);

        var graph = first.get("/v1/operator/graph?from=rack.lab1.r1&depth=3")
                .expect(200)
                .text();
        assertThat(graph).contains(SERVER, "hypervisor.lab1.sim-1", "RUNS_ON", "POWERED_BY");
        first.get("/v1/operator/graph?from=rack.lab1.r1&depth=9").expect(422);
        first.get("/v1/operator/graph?from=rack.lab1.r1&depth=" + "9".repeat(30))
                .expect(422);
        first.get("/v1/operator/graph").expect(422);
        first.get("/v1/operator/graph?from=rack.lab1.r1&edge=SOMETHING").expect(422);
        var narrow = first.get("/v1/operator/graph?from=rack.lab1.r1&edge=POWERED_BY")
                .expect(200)
                .text();
        assertThat(narrow).contains("feed-a").doesNotContain(SERVER);
    }

    @Test
    @Order(9)
    void aDatacenterIsShownAtAGlance() {
        var card = first.get("/v1/operator/datacenters/lab1/card").expect(200).json();
        assertThat(card.path("vcpus").path("most").asInt()).isEqualTo(128);
        assertThat(card.path("vcpus").path("used").asInt()).isEqualTo(1);
        assertThat(card.path("hypervisors").path("READY").asInt()).isEqualTo(2);
        assertThat(card.path("vms").path("RUNNING").asInt()).isEqualTo(1);
        assertThat(card.path("inventory").path("RACK").asInt()).isEqualTo(1);
        assertThat(card.path("services")).hasSizeGreaterThan(3);
    }

    @Test
    @Order(10)
    void aDeviceThatNobodyDeclaredIsAdoptedByTwoOperatorsAsItIsSeenNow() {
        seen("walk", List.of(SERVER, GHOST), Map.of("type", "SWITCH", "serial", "G1"));
        var ghost = drift(GHOST);
        assertThat(ghost.path("difference").asString()).isEqualTo("EXTRA");
        assertThat(ghost.path("severity").asString()).isEqualTo("HIGH");
        var asked = accept(ghost);
        var change = "/v1/operator/trust-changes/" + asked.at("/trust_change");
        var hash = first.get(change).at("/hash");

        seen("walk", List.of(SERVER, GHOST), Map.of("type", "SWITCH", "serial", "G2"));
        assertThat(second.post(change + ":approve", Map.of("hash", hash))
                        .expect(412)
                        .code())
                .isEqualTo("TRUST_CHANGE_VOID");
        assertThat(drift(GHOST).path("state").asString()).isEqualTo("OPEN");

        accept(drift(GHOST));
        approveAll();
        var device = first.get("/v1/operator/devices/ghost").expect(200);
        assertThat(device.at("/serial")).isEqualTo("G2");
        assertThat(device.at("/trust")).isEqualTo("TRUSTED");
        assertThat(first.list("/v1/operator/drift")).isEmpty();
    }

    @Test
    @Order(11)
    void whatIsTrustedIsTakenAwayByTwoOperatorsOnly() {
        var without = plan(withoutGhost(), true);
        assertThat(without.at("/deletes")).isEqualTo("1");
        assertThat(apply(without, without.at("/hash")).expect(403).code()).isEqualTo("SECOND_OPERATOR_NEEDED");
        first.get("/v1/operator/devices/ghost").expect(200);
        second.post(PLANS + "/" + without.at("/id") + ":apply", Map.of("hash", without.at("/hash")))
                .expect(200);
        first.get("/v1/operator/devices/ghost").expect(404);
        assertThat(drift(GHOST).path("difference").asString()).isEqualTo("EXTRA");
        seen("walk", List.of(SERVER), Map.of());
        assertThat(first.list("/v1/operator/drift")).isEmpty();
    }

    @Test
    @Order(12)
    void aDeviceOnWhichSomethingRunsStays() {
        var refused = first.post(
                        PLANS,
                        Map.of(
                                "document",
                                "format: dataverket.inventory/v1\ndatacenters: [{name: lab1}]",
                                "prune",
                                true))
                .expect(409);
        assertThat(refused.code()).isEqualTo("RESOURCE_IN_USE");
        assertThat(refused.json().path("dependents").toString()).contains("hypervisor.lab1.sim-1");
        assertThat(refused.at("/detail")).contains(SERVER, "is registered");

        seen("walk", List.of(), Map.of());
        var missing = drift(SERVER);
        assertThat(missing.path("difference").asString()).isEqualTo("MISSING");
        assertThat(first.post("/v1/operator/drift/" + missing.path("id").asString() + ":accept", null)
                        .expect(409)
                        .code())
                .isEqualTo("RESOURCE_IN_USE");
        seen("walk", List.of(SERVER), Map.of());
        assertThat(first.list("/v1/operator/drift")).isEmpty();
    }

    @Test
    @Order(13)
    void aDifferenceGoesWhenTheDeclarationIsPutRight() {
        observe(Map.of("role", "storage"), "serial", "SRV0002");
        assertThat(first.list("/v1/operator/drift")).isEmpty();
        declare(document -> document.replace("type: SERVER", "type: SERVER\n        role: compute"));
        assertThat(drift(SERVER).path("field").asString()).isEqualTo("role");
        declare(document -> document.replace("role: compute", "role: storage"));
        assertThat(first.list("/v1/operator/drift")).isEmpty();
    }

    @Test
    @Order(14)
    void anImportThatChangesNothingLeavesWhatWaitsAndAsksAgainForWhatLapsed() {
        declare(document -> document.replace("position: 7", "position: 8"));
        var waiting = waiting();
        declare(document -> document);
        assertThat(waiting()).isEqualTo(waiting);

        server.books()
                .strings(
                        "UPDATE inventory.trust_change SET expires_at = now() WHERE state = 'PENDING_APPROVAL' RETURNING id");
        assertThat(first.list("/v1/operator/trust-changes?state=PENDING_APPROVAL"))
                .isEmpty();
        declare(document -> document);
        assertThat(waiting()).isNotEqualTo(waiting);
        approveAll();

        observe(Map.of(), "serial", "SRV0003");
        accept(drift(SERVER));
        server.books()
                .strings(
                        "UPDATE inventory.trust_change SET expires_at = now() WHERE state = 'PENDING_APPROVAL' RETURNING id");
        assertThat(drift(SERVER).path("state").asString()).isEqualTo("OPEN");
        accept(drift(SERVER));
        approveAll();
        assertThat(device().path("serial").asString()).isEqualTo("SRV0003");
    }

    @Test
    @Order(15)
    void eachChangeLeavesOneAuditEntryAndARefusalNone() {
        var before = server.books().number(AUDIT);
        var moved = plan(exported().replace("position: 8", "position: 9"), false);
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 1);
        apply(moved, "sha256:other").expect(412);
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 1);
        apply(moved, moved.at("/hash")).expect(200);
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 2);
        approveAll();
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 3);
        observe(Map.of(), "serial", "SRV0004");
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 4);
        accept(drift(SERVER));
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 5);
        approveAll();
        assertThat(server.books().number(AUDIT)).isEqualTo(before + 6);
    }

    @Test
    @Order(16)
    void listsTellHowMuchThereIsAndLeaveTheContentToWhoGetsOne() {
        var plans = first.list(PLANS);
        assertThat(plans.getFirst().path("creates").asInt()).isEqualTo(5);
        assertThat(plans).allSatisfy(plan -> assertThat(plan.path("actions")).isEmpty());
        assertThat(first.get(PLANS + "/" + plans.getFirst().path("id").asString())
                        .json()
                        .path("actions"))
                .hasSize(5);
        assertThat(first.list("/v1/operator/trust-changes"))
                .allSatisfy(
                        change -> assertThat(change.path("elements").asInt()).isPositive())
                .allSatisfy(change -> assertThat(change.path("actions")).isEmpty());
        assertThat(first.list("/v1/operator/observations"))
                .anySatisfy(seen -> assertThat(seen.path("seen").asInt()).isEqualTo(2))
                .allSatisfy(seen -> assertThat(seen.path("subjects")).isEmpty());
        assertThat(first.list("/v1/operator/devices?rack=r1&type=SERVER&serial=SRV0004"))
                .hasSize(1);
        assertThat(first.list("/v1/operator/devices?rack=r1&type=SWITCH")).isEmpty();
        first.get("/v1/operator/devices?type=TOASTER").expect(422);
        first.get("/v1/operator/devices?serial=%20").expect(422);
    }

    private String exported() {
        return first.get("/v1/operator/inventory/document").at("/document");
    }

    private String withoutGhost() {
        var lines = exported().lines().toList();
        int from = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("name: ghost"))
                .findFirst()
                .orElseThrow();
        int to = IntStream.range(from + 1, lines.size())
                .filter(i -> !lines.get(i).startsWith("        "))
                .findFirst()
                .orElse(lines.size());
        return String.join("\n", lines.subList(0, from)) + "\n" + String.join("\n", lines.subList(to, lines.size()))
                + "\n";
    }

    private void declare(UnaryOperator<String> edit) {
        var plan = plan(edit.apply(exported()), false);
        apply(plan, plan.at("/hash")).expect(200);
    }

    private JsonNode drift(String subject) {
        return first.list("/v1/operator/drift").stream()
                .filter(found -> found.path("subject").asString().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private Reply accept(JsonNode drift) {
        return first.post("/v1/operator/drift/" + drift.path("id").asString() + ":accept", null)
                .expect(200);
    }

    private String waiting() {
        return first.list("/v1/operator/trust-changes?state=PENDING_APPROVAL")
                .getFirst()
                .path("id")
                .asString();
    }

    /// What somebody saw in the rack, of which all have the same facts but the server.
    private void seen(String source, List<String> devices, Map<String, String> facts) {
        var subjects = devices.stream()
                .map(key -> Map.of("key", key, "facts", key.equals(SERVER) ? Map.of() : facts))
                .toList();
        first.post(
                        "/v1/operator/observations",
                        Map.of(
                                "source",
                                source,
                                "scope",
                                "rack.lab1.r1",
                                "observed_at",
                                Instant.now(),
                                "complete",
                                true,
                                "kinds",
                                List.of("DEVICE"),
                                "subjects",
                                subjects))
                .expect(201);
    }

    private String findings() {
        return first.get("/v1/operator/findings").expect(200).text();
    }

    private JsonNode device() {
        return first.get("/v1/operator/devices/server-1").expect(200).json();
    }

    private void observe(Map<String, String> facts, String field, String value) {
        var all = new TreeMap<>(facts);
        all.put(field, value);
        first.post("/v1/operator/observations", observation(Instant.now(), true, all))
                .expect(201);
    }

    private static Map<String, Object> observation(Instant at, boolean complete, Map<String, String> facts) {
        return Map.of(
                "source", "walk",
                "scope", SERVER,
                "observed_at", at,
                "complete", complete,
                "subjects", List.of(Map.of("key", SERVER, "facts", facts)));
    }

    private void approveAll() {
        for (var change : second.list("/v1/operator/trust-changes?state=PENDING_APPROVAL")) {
            second.post(
                            "/v1/operator/trust-changes/" + change.path("id").asString() + ":approve",
                            Map.of("hash", change.path("hash").asString()))
                    .expect(200);
        }
    }

    private Reply plan(String document, boolean prune) {
        return first.post(PLANS, Map.of("document", document, "prune", prune)).expect(201);
    }

    private Reply apply(Reply plan, String hash) {
        return first.post(PLANS + "/" + plan.at("/id") + ":apply", Map.of("hash", hash));
    }
}
