package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.core.json.Json;
import no.dataverket.core.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Two hosts with libvirt daemons of their own, whose machines' disks both see. One loses its power: its machine is
/// unknown until two operators stand for that it runs nothing, then runs on the other with its disk, and the host that
/// returns starts nothing.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LostHostLabTest {

    private static final Duration BOOT = Duration.ofMinutes(5);
    private static final String SCOPE = "?tenant=acme&project=shop&environment=prod";
    private static final String HYPERVISORS = "/v1/operator/hypervisors";

    /// Counts on its disk how often it booted, and tells.
    private static final String COUNT = """
            #!/bin/sh
            n=$(dd if=/dev/vda bs=1 skip=8388608 count=1 2>/dev/null)
            case $n in [0-9]) ;; *) n=0 ;; esac
            n=$((n+1))
            printf $n | dd of=/dev/vda bs=1 seek=8388608 conv=notrunc,fsync 2>/dev/null
            echo "BOOT: $n of this disk"
            """;

    private final LabHost platform = new LabHost(62, "--lost-after", "3");
    private final Map<String, LabMachine> hosts = Map.of(
            "hv-63", LabMachine.visible(63, RealServers.directory("hosts")),
            "hv-64", LabMachine.visible(64, RealServers.directory("hosts")));

    @BeforeAll
    void site() throws IOException {
        var guest = LabHost.tinyGuest();
        var version = Json.tree(Files.readString(guest.resolve("image.json")))
                .path("version")
                .asString();
        platform.api("POST", "/v1/operator/datacenters", Map.of("name", "lab1"));
        hosts.forEach((name, host) -> platform.done(
                "POST",
                HYPERVISORS,
                Map.of(
                        "name", name,
                        "datacenter", "lab1",
                        "driver", "libvirt",
                        "endpoint", host.uri(),
                        "storage", "shared-1")));
        platform.done(
                "POST",
                "/v1/operator/images",
                Map.of("name", "tiny", "version", version, "datacenter", "lab1", "source", guest.toString()));
        platform.api("POST", "/v1/operator/tenants", Map.of("name", "acme"));
        platform.api("POST", "/v1/projects", Map.of("name", "shop", "tenant", "acme"));
        platform.api("POST", "/v1/environments", Map.of("name", "prod", "project", "shop", "tenant", "acme"));
        platform.done(
                "POST",
                "/v1/networks",
                Map.of(
                        "name", "net",
                        "tenant", "acme",
                        "project", "shop",
                        "environment", "prod",
                        "datacenter", "lab1",
                        "prefix", "10.20.0.0/28"));
    }

    @AfterAll
    void sweep() {
        platform.close();
        hosts.values().forEach(LabMachine::close);
    }

    @Test
    void aMachineOfALostHostRunsOnTheOtherWithItsDiskAndNotBeforeTwoOperatorsStandForIt() {
        create("web-1");
        create("web-2");
        assertThat(Stream.of("web-1", "web-2").map(this::placeOf))
                .as("the group is spread")
                .containsExactlyInAnyOrderElementsOf(hosts.keySet());
        for (var name : List.of("web-1", "web-2")) {
            eventually(BOOT, () -> console(name), text -> text.contains("BOOT: 1 of this disk"));
        }
        var old = placeOf("web-1");
        var other = placeOf("web-2");
        host(old).losePower();
        eventually(() -> phaseOf("web-1"), "UNKNOWN"::equals);
        eventually(() -> hypervisorPhase(old), "UNKNOWN"::equals);
        assertThat(phaseOf("web-2")).isEqualTo("RUNNING");
        assertThat(domains(other)).as("before anybody stands for it").containsExactly(uuid("web-2"));

        fence(old);
        assertThat(placeOf("web-1")).isEqualTo(other);
        eventually(BOOT, () -> console("web-1"), text -> text.contains("BOOT: 2 of this disk"));
        assertThat(phaseOf("web-1")).isEqualTo("RUNNING");
        assertThat(domains(other)).containsExactlyInAnyOrder(uuid("web-1"), uuid("web-2"));

        host(old).powerOn();
        eventually(
                () -> host(old)
                        .command("virsh", "list", "--all", "--uuid")
                        .text()
                        .strip(),
                String::isEmpty);
        eventually(() -> hypervisorPhase(old), "READY"::equals);
        platform.done("POST", HYPERVISORS + "/" + old + ":release", null);
        assertThat(placeOf("web-1")).isEqualTo(other);
        assertThat(phaseOf("web-1")).isEqualTo("RUNNING");
        for (var name : List.of("web-1", "web-2")) {
            platform.done("DELETE", "/v1/vms/" + name + SCOPE, null, "If-Match: *");
        }
    }

    private void fence(String hypervisor) {
        var ann = token("ann");
        var bob = token("bob");
        var held = platform.as(
                ann,
                "POST",
                HYPERVISORS + "/" + hypervisor + ":fence",
                Map.of("attest", "the lab cut its power", "means", "POWER_OFF"));
        var approval = held.path("task").path("waiting_for").path("name").asString("");
        assertThat(approval).as(held.toString()).isNotEmpty();
        assertThat(domains(placeOf("web-2"))).as("before the second one agrees").containsExactly(uuid("web-2"));
        var hash = platform.as(bob, "GET", "/v1/approvals/" + approval, null)
                .path("hash")
                .asString();
        platform.as(bob, "POST", "/v1/approvals/" + approval + ":approve", Map.of("hash", hash));
        platform.succeeded(held.path("task").path("id").asString());
    }

    private String hypervisorPhase(String name) {
        return platform.api("GET", HYPERVISORS + "/" + name, null)
                .path("status")
                .path("phase")
                .asString();
    }

    private String token(String name) {
        return platform.api("POST", "/v1/tokens", Map.of("name", name, "kind", "HUMAN", "role", "PLATFORM_OPERATOR"))
                .path("secret")
                .asString();
    }

    private void create(String name) {
        platform.done(
                "POST",
                "/v1/vms",
                Map.of(
                        "name", name,
                        "tenant", "acme",
                        "project", "shop",
                        "environment", "prod",
                        "datacenter", "lab1",
                        "image", "tiny",
                        "memory_mib", 256,
                        "placement_group", "web",
                        "networks", List.of(Map.of("network", "net")),
                        "user_data", COUNT));
    }

    private List<String> domains(String hypervisor) {
        return host(hypervisor)
                .command("virsh", "list", "--uuid", "--state-running")
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
    }

    private LabMachine host(String name) {
        return Objects.requireNonNull(hosts.get(name));
    }

    private String uuid(String name) {
        return Id.parse(vm(name).path("id").asString()).uuid().toString();
    }

    private String placeOf(String name) {
        return vm(name).path("status").path("placement").path("hypervisor").asString();
    }

    private String phaseOf(String name) {
        return vm(name).path("status").path("phase").asString();
    }

    private JsonNode vm(String name) {
        return platform.api("GET", "/v1/vms/" + name + SCOPE, null);
    }

    private String console(String name) {
        return platform.api("GET", "/v1/vms/" + name + "/console" + SCOPE, null)
                .path("text")
                .asString("");
    }
}
