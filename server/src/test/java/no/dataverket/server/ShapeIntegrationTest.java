package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Shapes say the size of machines, to those whom they are offered to, until they are retired.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShapeIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api operator;
    private Api member;
    private Api stranger;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        operator = server.api();
        site.tenant("strange");
        member = new Api(server, site.token("member", Map.of("role", "TENANT_ADMIN", "tenant", "acme")));
        stranger = new Api(server, site.token("stranger", Map.of("role", "TENANT_ADMIN", "tenant", "strange")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aMachineHasTheSizeThatItsShapeSays() {
        site.shape("small", 3, 192, true);
        var before = used("vcpus");

        var vm = member.succeed(member.post("/v1/vms", vm("sized", "small")));

        var shown = member.get("/v1/vms/" + vm.path("target").asString()).json();
        assertThat(shown.path("shape").asString()).isEqualTo("small");
        assertThat(shown.path("vcpus").asInt()).isEqualTo(3);
        assertThat(shown.path("memory_mib").asInt()).isEqualTo(192);
        assertThat(shown.path("disk_gib").asInt()).isEqualTo(1);
        assertThat(used("vcpus") - before).isEqualTo(3);
        assertThat(server.books().number("SELECT vcpus FROM maskin.vm WHERE vcpus = 3"))
                .isEqualTo(3);
        operator.succeed(operator.delete("/v1/vms/" + vm.path("target").asString()));
        assertThat(used("vcpus")).isEqualTo(before);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void aShapeSaysTheWholeSizeAndFitsTheImage() {
        site.shape("whole", 1, Site.MEMORY_MIB, true);
        site.shape("meagre", 1, 64, true);
        var both = vm("both", "whole");
        both.put("vcpus", 2);
        both.put("memory_mib", 64);
        both.put("disk_gib", 1);

        var refused = member.post("/v1/vms", both).expect(422);

        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.json().path("violations").findValuesAsString("pointer"))
                .containsExactly("/vcpus", "/memory_mib", "/disk_gib");
        var unknown = member.post("/v1/vms", vm("lost", "nowhere")).expect(422);
        assertThat(unknown.code()).isEqualTo("INVALID_REFERENCE");
        assertThat(unknown.json().path("violations").findValuesAsString("pointer"))
                .contains("/shape");
    }

    @Test
    void whoAShapeIsOfferedToUsesItAndNobodyElseKnowsIt() {
        var id = site.shape("quiet", 1, Site.MEMORY_MIB, false).at("/id");
        assertThat(listed(member)).doesNotContain("quiet");
        assertThat(member.get("/v1/shapes/quiet").expect(404).code()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(refusal(member, "early", "quiet")).isEqualTo(refusal(member, "early", "absent"));
        assertThat(refusal(member, "early", id)).contains("INVALID_REFERENCE");

        assertThat(offer("quiet", "offer", "acme/shop").expect(200).text()).contains("acme/shop");
        offer("quiet", "offer", "acme/shop").expect(200);
        assertThat(offer("quiet", "offer", "acme/shop/prod").code()).isEqualTo("VALIDATION_FAILED");

        assertThat(listed(member)).contains("quiet");
        var seen = member.get("/v1/shapes/" + id).expect(200);
        assertThat(seen.text()).doesNotContain("offered_to", "machines");
        assertThat(listed(stranger)).doesNotContain("quiet");
        assertThat(stranger.get("/v1/shapes/" + id).status()).isEqualTo(404);
        var vm = member.succeed(member.post("/v1/vms", vm("silent", id)))
                .path("target")
                .asString();
        assertThat(member.get("/v1/vms/" + vm).at("/shape")).isEqualTo("quiet");

        offer("quiet", "withdraw", "acme/shop").expect(200);
        assertThat(offer("quiet", "withdraw", "acme/shop").expect(404).code()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(listed(member)).doesNotContain("quiet");
        assertThat(refusal(member, "late", "quiet")).contains("INVALID_REFERENCE");
        assertThat(member.get("/v1/vms/" + vm).at("/shape")).isEqualTo("quiet");
        operator.succeed(operator.delete("/v1/vms/" + vm));
    }

    @Test
    void aRetiredShapeTellsItsMachinesAndTakesNoMore() {
        site.shape("old", 1, Site.MEMORY_MIB, true);
        var vm = member.succeed(member.post("/v1/vms", vm("stays", "old")))
                .path("target")
                .asString();

        var retired = operator.post("/v1/operator/shapes/old:retire", null).expect(200);

        assertThat(retired.json().path("retired").asBoolean()).isTrue();
        assertThat(retired.json().path("machines").asInt()).isEqualTo(1);
        assertThat(operator.post("/v1/operator/shapes/old:retire", null)
                        .expect(200)
                        .at("/retired_at"))
                .isEqualTo(retired.at("/retired_at"));
        var users = operator.list("/v1/operator/shapes/old/machines");
        assertThat(users).hasSize(1);
        assertThat(users.getFirst().path("vm").asString()).isEqualTo(vm);
        assertThat(listed(member)).doesNotContain("old");
        assertThat(member.get("/v1/shapes?retired=true").text()).contains("\"old\"");
        assertThat(refusal(member, "more", "old")).contains("retired");
        assertThat(operator.post("/v1/operator/shapes", shape("old"))
                        .expect(409)
                        .code())
                .isEqualTo("NAME_TAKEN");
        var machine = "/v1/vms/" + vm;
        operator.succeed(operator.post(machine + ":stop", Map.of("force", true)));
        operator.succeed(operator.post(machine + ":start", null));
        operator.succeed(operator.delete(machine));
        assertThat(operator.get("/v1/shapes/old").json().path("machines").asInt())
                .isZero();
    }

    @Test
    void aShapesMachinesRunOnHypervisorsOfItsClass() {
        var body = shape("apart");
        body.put("hypervisor_class", "dedicated");
        operator.post("/v1/operator/shapes", body).expect(201);
        var nowhere = operator.post("/v1/vms", vm("apart-1", "apart")).expect(202);
        assertThat(operator.await(nowhere.task()).at("/error/code").asString()).isEqualTo("NO_CAPACITY");

        operator.succeed(operator.post(
                "/v1/operator/hypervisors",
                Map.of(
                        "name", "alone",
                        "datacenter", Site.DATACENTER,
                        "driver", "simulated",
                        "endpoint", "alone",
                        "vcpus", 8,
                        "memory_mib", 8192,
                        "hypervisor_class", "dedicated")));
        var vm = operator.succeed(operator.post("/v1/vms", vm("apart-2", "apart")))
                .path("target")
                .asString();

        assertThat(operator.get("/v1/vms/" + vm).at("/status/placement/hypervisor"))
                .isEqualTo("alone");
        assertThat(member.get("/v1/shapes/apart").expect(200).text()).doesNotContain("dedicated");
        body.put("name", "odd");
        body.put("hypervisor_class", "marble");
        assertThat(operator.post("/v1/operator/shapes", body).expect(422).code())
                .isEqualTo("VALIDATION_FAILED");
        operator.succeed(operator.delete("/v1/vms/" + vm));
    }

    private long used(String dimension) {
        return server.books()
                .number("SELECT b.used FROM tenancy.budget b JOIN tenancy.scope s ON s.id = b.owner"
                        + " WHERE s.name = 'shop' AND b.datacenter = '' AND b.dimension = '" + dimension + "'");
    }

    private Reply offer(String shape, String verb, String scope) {
        return operator.post("/v1/operator/shapes/" + shape + ":" + verb, Map.of("scope", scope));
    }

    private static List<String> listed(Api api) {
        return api.list("/v1/shapes").stream()
                .map(shape -> shape.path("name").asString())
                .toList();
    }

    /// Without what differs in each answer.
    private static String refusal(Api api, String vm, String shape) {
        return api.send(
                        "POST",
                        "/v1/vms",
                        no.dataverket.core.json.Json.bytes(vm(vm, shape)),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(422)
                .text()
                .replaceAll("req_[0-9a-z]{26}", "req")
                .replace(shape, "SHAPE");
    }

    private static Map<String, Object> shape(String name) {
        return new HashMap<>(Map.of("name", name, "vcpus", 1, "memory_mib", Site.MEMORY_MIB, "disk_gib", 1));
    }

    private static Map<String, Object> vm(String name, String shape) {
        var body = new LinkedHashMap<>(Site.vm(name));
        body.remove("vcpus");
        body.remove("memory_mib");
        body.put("shape", shape);
        return body;
    }
}
