package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A hypervisor loses its power. Its machines are unknown until two operators have stood for that it runs
/// nothing; then they run elsewhere, and the hypervisor serves again once it is back and released.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FencingIntegrationTest {

    private static final String SCOPE = "?project=shop&environment=prod";
    private static final String HYPERVISORS = "/v1/operator/hypervisors";
    private static final Map<String, Object> ATTEST =
            Map.of("attest", "the controller read OFF twice", "means", "POWER_OFF");

    private RunningServer server;
    private Api api;
    private Api ann;
    private Api bob;

    @BeforeAll
    void start() {
        server = RunningServer.start("--lost-after", "1");
        var site = Site.prepare(server, 0);
        api = server.api();
        for (var name : List.of("sim-1", "sim-2")) {
            var body = Map.of(
                    "name",
                    name,
                    "datacenter",
                    Site.DATACENTER,
                    "driver",
                    "simulated",
                    "endpoint",
                    name,
                    "storage",
                    "nfs-1");
            api.succeed(api.post(HYPERVISORS, body));
        }
        ann = new Api(server, site.token("ann", Map.of("kind", "HUMAN", "role", "PLATFORM_OPERATOR")));
        bob = new Api(server, site.token("bob", Map.of("kind", "HUMAN", "role", "PLATFORM_OPERATOR")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void machinesOfALostHypervisorRunElsewhereOnceTwoOperatorsStandForIt() throws IOException {
        api.succeed(api.post("/v1/vms", Site.vm("web")));
        var old = hypervisorOf("web");
        var address = vm("web").at("/interfaces/0/address");
        assertThat(ann.post(HYPERVISORS + "/" + old + ":fence", ATTEST).code()).isEqualTo("HYPERVISOR_NOT_LOST");

        var plug = Files.createFile(plug(old));
        eventually(() -> hypervisor(old).at("/status/phase"), "UNKNOWN"::equals);
        var unknown =
                eventually(() -> vm("web"), seen -> seen.at("/status/phase").equals("UNKNOWN"));
        assertThat(unknown.text()).contains("rb-hv-002", "can't be asked");
        assertThat(api.get("/v1/operator/findings").expect(200).text()).contains("HYPERVISOR_LOST", "VM_UNKNOWN");
        assertThat(hypervisorOf("web")).isEqualTo(old);

        var held = ann.post(HYPERVISORS + "/" + old + ":fence", ATTEST).expect(202);
        var task = held.task();
        assertThat(api.get("/v1/tasks/" + task).at("/state")).isEqualTo("WAITING_APPROVAL");
        assertThat(hypervisor(old).at("/status/fence/by")).isEmpty();
        var approval = held.at("/task/waiting_for/name");
        assertThat(bob.get("/v1/approvals/" + approval).at("/automation_class")).isEqualTo("FOUR_EYES");
        approve(bob, approval);
        assertThat(api.await(task).path("state").asString()).isEqualTo("SUCCEEDED");

        var elsewhere = hypervisorOf("web");
        assertThat(elsewhere).isNotEqualTo(old);
        assertThat(vm("web").at("/status/phase")).isEqualTo("RUNNING");
        assertThat(vm("web").at("/interfaces/0/address")).isEqualTo(address);
        var fenced = eventually(
                () -> hypervisor(old), seen -> !seen.at("/status/fence/by").isEmpty());
        assertThat(fenced.at("/status/fence/evidence")).isEqualTo("the controller read OFF twice");
        assertThat(fenced.at("/status/fence/means")).isEqualTo("POWER_OFF");
        assertThat(fenced.at("/status/fence/by")).contains("ann");
        assertThat(ann.post(HYPERVISORS + "/" + old + ":fence", ATTEST).code()).isEqualTo("HYPERVISOR_FENCED");

        Files.delete(plug);
        eventually(() -> hypervisor(old).at("/status/phase"), "READY"::equals);
        eventually(
                () -> api.await(ann.post(HYPERVISORS + "/" + old + ":release", null)
                                .task())
                        .path("state")
                        .asString(),
                "SUCCEEDED"::equals);
        eventually(() -> hypervisor(old).at("/status/fence/by"), String::isEmpty);
        assertThat(hypervisorOf("web")).isEqualTo(elsewhere);
        api.succeed(api.post("/v1/vms", Site.vm("next")));
        assertThat(hypervisorOf("next")).as("it carries machines again").isEqualTo(old);
        for (var name : List.of("web", "next")) {
            api.succeed(api.delete("/v1/vms/" + name + SCOPE));
        }
    }

    @Test
    void aHypervisorIsDrainedAndStoppingTheDrainReturnsItToService() {
        api.succeed(api.post("/v1/vms", Site.vm("moves")));
        var old = hypervisorOf("moves");
        var address = vm("moves").at("/interfaces/0/address");
        var stuck = ann.post(HYPERVISORS + "/" + old + ":drain", Map.of())
                .expect(202)
                .task();
        eventually(
                () -> api.get("/v1/tasks/" + stuck).expect(200).text(),
                text -> text.contains("moves: it runs, and may not be stopped for the move"));
        eventually(() -> hypervisor(old).at("/status/maintenance"), "true"::equals);
        ann.post("/v1/tasks/" + stuck + ":cancel", null).expect(200);
        assertThat(api.await(stuck).path("state").asString()).isEqualTo("CANCELLED");
        eventually(() -> hypervisor(old).at("/status/maintenance"), "false"::equals);
        assertThat(hypervisorOf("moves")).isEqualTo(old);

        api.succeed(ann.post(HYPERVISORS + "/" + old + ":drain", Map.of("stop_machines", true)));
        assertThat(hypervisorOf("moves")).isNotEqualTo(old);
        assertThat(vm("moves").at("/status/phase")).isEqualTo("RUNNING");
        assertThat(vm("moves").at("/interfaces/0/address")).isEqualTo(address);
        eventually(() -> hypervisor(old).at("/status/vms"), "0"::equals);
        api.succeed(api.post("/v1/vms", Site.vm("later")));
        assertThat(hypervisorOf("later")).as("nothing comes during maintenance").isNotEqualTo(old);
        api.succeed(ann.post(HYPERVISORS + "/" + old + ":release", null));
        eventually(() -> hypervisor(old).at("/status/maintenance"), "false"::equals);
        for (var name : List.of("moves", "later")) {
            api.succeed(api.delete("/v1/vms/" + name + SCOPE));
        }
    }

    private static void approve(Api who, String approval) {
        var hash = who.get("/v1/approvals/" + approval).expect(200).at("/hash");
        who.post("/v1/approvals/" + approval + ":approve", Map.of("hash", hash)).expect(200);
    }

    private Path plug(String hypervisor) {
        return server.state().resolve("simulated").resolve(hypervisor + ".off");
    }

    private Api.Reply hypervisor(String name) {
        return api.get(HYPERVISORS + "/" + name).expect(200);
    }

    private Api.Reply vm(String name) {
        return api.get("/v1/vms/" + name + SCOPE).expect(200);
    }

    private String hypervisorOf(String name) {
        return vm(name).at("/status/placement/hypervisor");
    }
}
