package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A hypervisor that starts nothing any more. Tenants' machines fail there, a few; then it is in quarantine, operators
/// see why and since when, tenants' machines go elsewhere, and once it is mended it is released.
@Tag("integration")
final class QuarantineIntegrationTest {

    private static final String SCOPE = "?project=shop&environment=prod";
    private static final String HYPERVISORS = "/v1/operator/hypervisors";
    private static final int ENOUGH = 3;

    @Test
    void aHypervisorThatFailsTenantsMachinesGetsNoMoreOfThem() throws IOException {
        try (var server = RunningServer.start()) {
            Site.prepare(server, 0);
            var api = server.api();
            for (var name : List.of("sim-1", "sim-2")) {
                api.succeed(api.post(
                        HYPERVISORS,
                        Map.of("name", name, "datacenter", Site.DATACENTER, "driver", "simulated", "endpoint", name)));
            }
            api.succeed(api.post("/v1/vms", Site.vm("well")));
            var bad = api.get("/v1/vms/well" + SCOPE).at("/status/placement/hypervisor");
            var broken = Files.createFile(server.state().resolve("simulated").resolve(bad + ".broken"));

            var failed = new ArrayList<String>();
            for (int i = 0; failed.size() < ENOUGH; i++) {
                var accepted = api.post("/v1/vms", Site.vm("new-" + i));
                var task = api.await(accepted.task());
                if (!task.path("state").asString().equals("SUCCEEDED")) {
                    assertThat(task.toString()).contains(bad + " is broken");
                    failed.add("new-" + i);
                }
            }
            var quarantined = eventually(
                    () -> hypervisor(api, bad),
                    seen -> !seen.at("/status/quarantined_at").isEmpty());
            assertThat(quarantined.at("/status/phase")).as("it answers").isEqualTo("READY");
            assertThat(quarantined.at("/status/quarantine")).contains("start failed for 3 machines", "is broken");
            assertThat(quarantined.at("/status/quarantine_ends_at"))
                    .isGreaterThan(quarantined.at("/status/quarantined_at"));
            assertThat(quarantined.at("/status/failing")).isEmpty();
            var condition = condition(quarantined, "Quarantined");
            assertThat(condition.path("reason").asString()).isEqualTo("RepeatedFailures");
            assertThat(condition.path("runbook").asString()).isEqualTo("rb-hv-003");
            assertThat(condition.path("since").asString()).isEqualTo(quarantined.at("/status/quarantined_at"));
            assertThat(condition.path("message").asString())
                    .contains("INTERNAL", "if nothing fails before, or by: dvce hypervisor release " + bad);
            assertThat(findings(api)).contains("HYPERVISOR_QUARANTINED").doesNotContain("HYPERVISOR_FAILS");

            api.succeed(api.post("/v1/vms", Site.vm("elsewhere")));
            var placed = api.get("/v1/vms/elsewhere" + SCOPE).expect(200);
            assertThat(placed.at("/status/placement/hypervisor")).isNotEqualTo(bad);
            assertThat(api.get("/v1/operator/vms/" + placed.at("/id") + "/placement")
                            .expect(200)
                            .text())
                    .contains("QUARANTINE", bad + " is in quarantine");
            assertThat(api.get("/v1/vms/well" + SCOPE).at("/status/phase")).isEqualTo("RUNNING");

            Files.delete(broken);
            api.succeed(api.post(HYPERVISORS + "/" + bad + ":release", null));
            var released = eventually(
                    () -> hypervisor(api, bad),
                    seen -> seen.at("/status/quarantined_at").isEmpty());
            assertThat(released.text()).doesNotContain("RepeatedFailures");
            eventually(() -> findings(api), text -> !text.contains("HYPERVISOR_QUARANTINED"));
            assertThat(actions(api, quarantined.at("/id")))
                    .containsOnlyOnce("hypervisor.quarantine")
                    .contains("hypervisor.release")
                    .doesNotContain("hypervisor.recover", "hypervisor.fail");
        }
    }

    private static Api.Reply hypervisor(Api api, String name) {
        return api.get(HYPERVISORS + "/" + name).expect(200);
    }

    private static String findings(Api api) {
        return api.get("/v1/operator/findings").expect(200).text();
    }

    private static JsonNode condition(Api.Reply hypervisor, String type) {
        for (var condition : hypervisor.json().at("/status/conditions")) {
            if (condition.path("type").asString().equals(type)) {
                return condition;
            }
        }
        throw new AssertionError(hypervisor.text());
    }

    private static List<String> actions(Api api, String target) {
        return api.list("/v1/audit-entries?target=" + target).stream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }
}
