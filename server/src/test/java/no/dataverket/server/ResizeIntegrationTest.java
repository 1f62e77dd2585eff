package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.core.json.Json;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Machines get another size or another disk where they are; what can't be done leaves them as they were.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResizeIntegrationTest {

    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 someone@example.org";

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        site.image(Site.DATACENTER, "2");
        api = server.api();
    }

    @AfterEach
    void theBooksAgree() {
        site.deleteAllVms();
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
        assertThat(used("vcpus") + used("memory_mib") + used("disk_gib") + used("running_vcpus"))
                .isZero();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aMachineGrowsAndShrinksAndIsChargedForWhatItHas() {
        var vm = "/v1/vms/" + site.running("grows");
        var generation = api.get(vm).json().path("generation").asLong();

        api.succeed(api.post(vm + ":resize", Map.of("vcpus", 4, "memory_mib", 256, "disk_gib", 3)));

        var grown = api.get(vm).json();
        assertThat(size(grown)).isEqualTo("4 256 3 RUNNING");
        assertThat(grown.path("generation").asLong()).isGreaterThan(generation);
        assertThat(grown.at("/status/observed_generation").asLong())
                .isEqualTo(grown.path("generation").asLong());
        assertThat(used("vcpus")).isEqualTo(4);
        assertThat(used("running_vcpus")).isEqualTo(4);
        assertThat(used("disk_gib")).isEqualTo(3);

        site.shape("lean", 1, Site.MEMORY_MIB, true);
        assertThat(api.post(vm + ":resize", Map.of("shape", "lean")).expect(422).code())
                .isEqualTo("DISK_CANNOT_SHRINK");
        api.succeed(api.post(vm + ":resize", Map.of("vcpus", 1, "memory_mib", 64)));
        assertThat(size(api.get(vm).json())).isEqualTo("1 64 3 RUNNING");
        assertThat(used("memory_mib")).isEqualTo(64);
        assertThat(server.books().number("SELECT sum(vcpus_reserved + memory_mib_reserved) FROM maskin.host"))
                .isEqualTo(65);
    }

    @Test
    void aStoppedMachineStaysStoppedAndTakesTheShapesName() {
        site.shape("wide", 2, 128, true);
        var vm = "/v1/vms/" + site.running("rests");
        api.succeed(api.post(vm + ":stop", Map.of("force", true)));

        api.succeed(api.post(vm + ":resize", Map.of("shape", "wide")));

        assertThat(size(api.get(vm).json())).isEqualTo("2 128 1 STOPPED");
        assertThat(api.get(vm).at("/shape")).isEqualTo("wide");
        assertThat(used("running_vcpus")).isZero();
        api.succeed(api.post(vm + ":start", null));
        assertThat(used("running_vcpus")).isEqualTo(2);
        api.succeed(api.post(vm + ":resize", Map.of("vcpus", 1)));
        assertThat(api.get(vm).json().path("shape").asString("none")).isEqualTo("none");
    }

    @Test
    void whatCanNotBeDoneIsRefusedAtOnce() {
        var vm = "/v1/vms/" + site.running("stays");
        var shrinking =
                api.post(vm + ":resize", Map.of("vcpus", 2, "disk_gib", 1)).expect(202);
        api.succeed(shrinking);
        api.succeed(api.post(vm + ":resize", Map.of("disk_gib", 2)));
        var refused = api.post(vm + ":resize", Map.of("disk_gib", 1)).expect(422);
        assertThat(refused.code()).isEqualTo("DISK_CANNOT_SHRINK");
        assertThat(refused.json().at("/violations/0/pointer").asString()).isEqualTo("/disk_gib");
        assertThat(api.post(vm + ":resize", Map.of()).expect(422).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(api.post(vm + ":resize", Map.of("vcpus", 200)).expect(507).code())
                .isEqualTo("NO_CAPACITY");
        var project = api.get("/v1/quotas/acme%2Fshop");
        api.patch("/v1/quotas/acme%2Fshop", project.etag(), Map.of("limits", Map.of("vcpus", 3)))
                .expect(200);
        assertThat(api.post(vm + ":resize", Map.of("vcpus", 4)).code()).isEqualTo("QUOTA_EXCEEDED");
        api.patch("/v1/quotas/acme%2Fshop", api.get("/v1/quotas/acme%2Fshop").etag(), "{\"limits\": {\"vcpus\": null}}")
                .expect(200);
        assertThat(size(api.get(vm).json())).isEqualTo("2 64 2 RUNNING");
        var preview =
                api.post(vm + ":resize?validate_only=true", Map.of("vcpus", 3)).expect(200);
        assertThat(preview.text()).contains("3 vCPUs");
        assertThat(used("vcpus")).isEqualTo(2);
    }

    @Test
    void whereTheHypervisorIsFullTheMachineIsAsItWas() {
        var vm = "/v1/vms/" + site.running("squeezed");
        var big = Site.vm("beside");
        big.put("memory_mib", 200_000);
        api.succeed(api.post("/v1/vms", big));
        site.hypervisor(
                Site.DATACENTER, "sim-spare-" + UUID.randomUUID().toString().substring(0, 8), 64, 262_144);

        var task = api.post(vm + ":resize", Map.of("memory_mib", 100_000))
                .expect(202)
                .task();
        var ended = api.await(task);

        assertThat(ended.path("state").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("NO_CAPACITY");
        assertThat(size(api.get(vm).json())).isEqualTo("1 64 1 RUNNING");
        assertThat(used("memory_mib")).isEqualTo(200_064);
        assertThat(api.get(vm).json().at("/status/power").asString()).isEqualTo("RUNNING");
        api.succeed(api.post(vm + ":resize", Map.of("memory_mib", 128)));
    }

    @Test
    void whoCancelsHasTheMachineAsItWas() {
        var vm = "/v1/vms/" + site.running("waits");
        api.post("/v1/operator/services/maskin:stop", null).expect(200);
        var task = api.post(vm + ":resize", Map.of("vcpus", 8)).expect(202).task();
        assertThat(used("vcpus")).isEqualTo(8);
        eventually(() -> api.get("/v1/tasks/" + task).at("/state"), "BLOCKED_DEPENDENCY"::equals);
        api.post("/v1/tasks/" + task + ":cancel", null).expect(200);
        api.post("/v1/operator/services/maskin:start", null).expect(200);

        assertThat(api.await(task).path("state").asString()).isEqualTo("CANCELLED");

        assertThat(size(api.get(vm).json())).isEqualTo("1 64 1 RUNNING");
        assertThat(used("vcpus")).isEqualTo(1);
    }

    @Test
    void aMachineMadeAnewKeepsWhoItIs() {
        var body = Site.vm("anew");
        body.put("image", Site.IMAGE + "@1");
        body.put("deletion_protection", true);
        var vm = "/v1/vms/"
                + api.succeed(api.post("/v1/vms", body)).path("target").asString();
        var before = api.get(vm).json();
        var newer = api.get("/v1/images/" + Site.IMAGE + "@2").at("/id");
        assertThat(rebuild(vm, Map.of("image", Site.IMAGE + "@2")).expect(409).code())
                .isEqualTo("DELETION_PROTECTED");
        api.patch(vm, api.get(vm).etag(), Map.of("deletion_protection", false)).expect(200);
        assertThat(rebuild(vm, Map.of("image", "nothing")).expect(422).code()).isEqualTo("INVALID_REFERENCE");
        assertThat(api.post(vm + ":rebuild", Map.of()).status()).isEqualTo(428);
        assertThat(rebuild(vm + ":rebuild?validate_only=true", vm, Map.of())
                        .expect(200)
                        .text())
                .contains("root disk of anew");
        api.succeed(api.post(vm + ":stop", Map.of("force", true)));

        api.succeed(rebuild(vm, Map.of("image", Site.IMAGE + "@2")));

        var after = api.get(vm).json();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("interfaces")).isEqualTo(before.path("interfaces"));
        assertThat(after.at("/status/addresses")).isEqualTo(before.at("/status/addresses"));
        assertThat(after.path("image").asString()).isEqualTo(newer);
        assertThat(after.path("generation").asLong())
                .isGreaterThan(before.path("generation").asLong());
        assertThat(size(after)).isEqualTo("1 64 1 RUNNING");
        assertThat(used("running_vcpus")).isEqualTo(1);
        assertThat(api.get(vm + "/console").at("/text"))
                .contains("start=000001")
                .doesNotContain("start=000002");
        var seed = before.at("/status/seed_sha256").asString();
        assertThat(seed).matches("[0-9a-f]{64}");
        assertThat(after.at("/status/seed_sha256").asString())
                .as("it was initialised from the same")
                .isEqualTo(seed);
        api.succeed(api.post(vm + ":reboot", null));
        api.succeed(rebuild(vm, Map.of("ssh_authorized_keys", List.of(KEY))));
        assertThat(api.get(vm).json().at("/status/seed_sha256").asString())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(seed);
    }

    private Reply rebuild(String vm, Map<String, Object> body) {
        return rebuild(vm + ":rebuild", vm, body);
    }

    private Reply rebuild(String target, String vm, Map<String, Object> body) {
        var headers = Map.of(
                "If-Match",
                api.get(vm).expect(200).etag(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return api.send("POST", target, Json.bytes(body), headers);
    }

    private long used(String dimension) {
        return server.books()
                .number("SELECT b.used FROM tenancy.budget b JOIN tenancy.scope s ON s.id = b.owner"
                        + " WHERE s.name = 'shop' AND b.datacenter = '' AND b.dimension = '" + dimension + "'");
    }

    private static String size(JsonNode vm) {
        return vm.path("vcpus").asInt() + " " + vm.path("memory_mib").asInt() + " "
                + vm.path("disk_gib").asInt() + " " + vm.at("/status/phase").asString();
    }
}
