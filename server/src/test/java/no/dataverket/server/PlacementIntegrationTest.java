package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Groups of machines are kept apart, operators are told why and how much is left, and tenants in one word.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacementIntegrationTest {

    private static final String SCOPE = "?project=shop&environment=prod";
    private static final String TRIAL = "/v1/operator/placements:try?datacenter=" + Site.DATACENTER;

    private RunningServer server;
    private Api api;
    private Api tenant;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        var site = Site.prepare(server, 3);
        api = server.api();
        tenant = new Api(
                server, site.token("viewer", Map.of("role", "PROJECT_VIEWER", "tenant", "acme", "project", "shop")));
        stand("sim-1", "r1");
        stand("sim-2", "r1");
        stand("sim-3", "r2");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aGroupIsKeptInDifferentRacksAndTheDecisionSaysSo() {
        var racks = new TreeSet<String>();
        for (var name : List.of("db-1", "db-2")) {
            api.succeed(api.post("/v1/vms", inGroup(name, "db", Map.of("level", "RACK", "required", true))));
            var decision =
                    api.get("/v1/operator/vms/" + name + "/placement" + SCOPE).expect(200);
            assertThat(decision.json().path("placed").asBoolean()).isTrue();
            assertThat(decision.at("/group")).isEqualTo("db");
            assertThat(decision.at("/strategy")).isEqualTo("SPREAD");
            assertThat(decision.at("/considered")).isEqualTo("3");
            racks.add(rackOf(decision.at("/best/0/name")));
        }
        assertThat(racks).containsExactly("r1", "r2");
        var second = api.get("/v1/operator/vms/db-2/placement" + SCOPE).expect(200);
        assertThat(second.at("/refusals/0/filter")).isEqualTo("APART");

        var third = api.post("/v1/vms", inGroup("db-3", "db", Map.of("level", "RACK", "required", true)));
        assertThat(failed(third).at("/error/code").asString()).isEqualTo("NO_CAPACITY");
        var refused = api.get("/v1/operator/vms/db-3/placement" + SCOPE).expect(200);
        assertThat(refused.json().path("placed").asBoolean(true)).isFalse();
        assertThat(refused.at("/explanation")).contains("of the group");

        var shown = api.get("/v1/vms/db-1" + SCOPE).expect(200);
        assertThat(shown.at("/placement_group")).isEqualTo("db");
        assertThat(shown.at("/spread/0/level")).isEqualTo("RACK");
    }

    @Test
    void howAGroupIsKeptApartNeedsAGroup() {
        var body = Site.vm("lost");
        body.put("spread", List.of(Map.of("level", "RACK")));
        var refused = api.post("/v1/vms", body).expect(422);
        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/placement_group");
    }

    @Test
    void aTrialTakesNothing() {
        var before = api.get(capacity()).expect(200);
        var tried = api.get(TRIAL + "&vcpus=2&memory_mib=1024&restartable=true").expect(200);
        assertThat(tried.json().path("placed").asBoolean()).isTrue();
        assertThat(tried.at("/explanation")).contains("has room for 2 vcpus and 1024 MiB");
        var tooMuch = api.get(TRIAL + "&vcpus=65&memory_mib=1024").expect(200);
        assertThat(tooMuch.json().path("placed").asBoolean(true)).isFalse();
        assertThat(tooMuch.at("/refusals/0/filter")).isEqualTo("VCPUS");
        var elsewhere =
                api.get(TRIAL + "&vcpus=1&memory_mib=64&residency=se,dk").expect(200);
        assertThat(elsewhere.at("/refusals/0/filter")).isEqualTo("RESIDENCY");
        assertThat(api.get(capacity()).expect(200).at("/memory_mib")).isEqualTo(before.at("/memory_mib"));

        assertThat(api.get(TRIAL).expect(422).at("/violations/1/pointer")).isEqualTo("memory_mib");
        assertThat(tenant.get(TRIAL + "&vcpus=1&memory_mib=64").status()).isEqualTo(403);
    }

    @Test
    void anOperatorDecidesWhichHypervisorsAreFilledFirst() {
        var policy = "/v1/operator/datacenters/" + Site.DATACENTER + "/placement-policy";
        var usual = api.get(policy).expect(200);
        assertThat(usual.at("/strategy")).isEqualTo("SPREAD");
        assertThat(tenant.get(policy).status()).isEqualTo(403);
        var pack = Map.of("strategy", "BIN_PACK");
        var packing = api.patch(policy, usual.etag(), pack).expect(200);
        try {
            assertThat(api.patch(policy, usual.etag(), pack).code()).isEqualTo("IF_MATCH_FAILED");
            assertThat(api.get(TRIAL + "&vcpus=1&memory_mib=64").expect(200).at("/strategy"))
                    .isEqualTo("BIN_PACK");
            var places = new TreeSet<String>();
            for (var name : List.of("pack-1", "pack-2", "pack-3")) {
                api.succeed(api.post("/v1/vms", Site.vm(name)));
                var decision = api.get("/v1/operator/vms/" + name + "/placement" + SCOPE)
                        .expect(200);
                assertThat(decision.at("/strategy")).isEqualTo("BIN_PACK");
                places.add(decision.at("/best/0/name"));
            }
            assertThat(places).as("one after the other").hasSize(1);
        } finally {
            api.patch(policy, packing.etag(), Map.of("strategy", "SPREAD")).expect(200);
        }
    }

    @Test
    void operatorsSeeWhatALossLeavesAndTenantsOneWord() {
        var capacity = api.get(capacity()).expect(200);
        assertThat(capacity.at("/hypervisors")).isEqualTo("3");
        assertThat(capacity.at("/usable")).isEqualTo("3");
        assertThat(capacity.at("/vcpus")).isEqualTo("192");
        assertThat(capacity.json()
                        .path("after_loss")
                        .valueStream()
                        .map(loss -> loss.path("level").asString()))
                .containsExactly("HOST", "RACK", "POWER", "ROOM");
        assertThat(capacity.at("/after_loss/1/domain")).isEqualTo("r1");
        assertThat(capacity.json().at("/after_loss/3/vcpus").asLong()).isNotPositive();
        assertThat(tenant.get("/v1/datacenters/" + Site.DATACENTER + "/supply")
                        .expect(200)
                        .at("/supply"))
                .isEqualTo("PLENTY");
        assertThat(tenant.get(capacity()).status()).isEqualTo(403);
    }

    @Test
    void aHypervisorSaysWhereItStandsAndOfWhichClassItIs() {
        api.succeed(register("own-1", Map.of("hypervisor_class", "dedicated", "rack", "r9")));
        api.succeed(register("own-2", Map.of()));
        var dedicated = api.get(hypervisor("own-1")).expect(200);
        var usual = api.get(hypervisor("own-2")).expect(200);
        assertThat(dedicated.at("/hypervisor_class")).isEqualTo("dedicated");
        assertThat(dedicated.at("/rack")).isEqualTo("r9");
        assertThat(usual.at("/hypervisor_class")).isEqualTo("standard");
        assertThat(usual.json().path("vcpus").asInt())
                .isEqualTo(4 * dedicated.json().path("vcpus").asInt(-1));
        api.succeed(api.delete(hypervisor("own-1")));
        api.succeed(api.delete(hypervisor("own-2")));
        var unknown = register("own-3", Map.of("hypervisor_class", "velvet"));
        assertThat(failed(unknown).at("/error/detail").asString()).contains("velvet");
    }

    private void stand(String hypervisor, String rack) {
        var held = api.get(hypervisor(hypervisor)).expect(200);
        api.succeed(api.patch(
                hypervisor(hypervisor),
                held.etag(),
                Map.of("rack", rack, "power_feed", "a", "room", "hall", "jurisdiction", "no")));
    }

    private Reply register(String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("name", name, "datacenter", Site.DATACENTER, "driver", "simulated", "endpoint", name));
        body.putAll(more);
        return api.post("/v1/operator/hypervisors", body);
    }

    private JsonNode failed(Reply accepted) {
        var task = api.await(accepted.expect(202).task());
        assertThat(task.path("state").asString()).isEqualTo("FAILED");
        return task;
    }

    private String rackOf(String hypervisor) {
        return api.get(hypervisor(hypervisor)).expect(200).at("/rack");
    }

    private static Map<String, Object> inGroup(String name, String group, Map<String, Object> rule) {
        var body = Site.vm(name);
        body.put("placement_group", group);
        body.put("spread", List.of(rule));
        return body;
    }

    private static String hypervisor(String name) {
        return "/v1/operator/hypervisors/" + name + "?datacenter=" + Site.DATACENTER;
    }

    private static String capacity() {
        return "/v1/operator/datacenters/" + Site.DATACENTER + "/capacity";
    }
}
