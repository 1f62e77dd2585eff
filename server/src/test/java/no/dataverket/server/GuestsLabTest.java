package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.core.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// Real guests on real networks, through the API: what a tenant is promised, seen from the host and from
/// inside.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GuestsLabTest {

    private static final Duration BOOT = Duration.ofMinutes(5);
    private static final String SCOPE = "?tenant=acme&project=shop&environment=prod";
    private static final String A1 = "10.20.0.2";
    private static final String A2 = "10.20.0.3";
    private static final String B1 = "10.20.1.2";

    /// Tells on the console whether the first address is reached, once it is, and then whether the second is.
    private static final String LOOK = """
            #!/bin/sh
            n=0
            until ping -c 1 -w 2 %1$s >/dev/null 2>&1 && nc -z -w 2 %1$s 80; do n=$((n+1)); [ $n -lt 60 ] || break; sleep 1; done
            [ $n -lt 60 ] && echo "LOOK: neighbour reached"
            if ping -c 3 -w 5 %2$s >/dev/null 2>&1; then echo "LOOK: stranger answers ping"; fi
            if nc -z -w 5 %2$s 80; then echo "LOOK: stranger answers tcp"; fi
            echo "LOOK: done"
            """;

    private static final String FOREIGN = """
            echo "<domain type='qemu'><name>not-ours</name><memory unit='MiB'>64</memory>\
            <os><type arch='x86_64' machine='q35'>hvm</type></os></domain>" | virsh -q define /dev/stdin
            """;

    /// Tells what is on the data disk, and writes there that it was started once more.
    private static final String COUNT = """
            #!/bin/sh
            if [ ! -b /dev/vdc ]; then echo "DISK: none"; exit 0; fi
            n=$(head -c 1 /dev/vdc)
            echo "DISK: found [$n]"
            printf "%d" $((n + 1)) | dd of=/dev/vdc bs=512 conv=sync 2>/dev/null
            sync
            echo "DISK: wrote $((n + 1))"
            """;

    private final LabHost host = new LabHost(61);

    @BeforeAll
    void site() throws IOException {
        var guest = LabHost.tinyGuest();
        var version = Json.tree(Files.readString(guest.resolve("image.json")))
                .path("version")
                .asString();
        host.api("POST", "/v1/operator/datacenters", Map.of("name", "lab1"));
        host.done(
                "POST",
                "/v1/operator/hypervisors",
                Map.of("name", "hv-61", "datacenter", "lab1", "driver", "libvirt", "endpoint", "qemu:///system"));
        host.done(
                "POST",
                "/v1/operator/images",
                Map.of("name", "tiny", "version", version, "datacenter", "lab1", "source", guest.toString()));
        host.api("POST", "/v1/operator/tenants", Map.of("name", "acme"));
        host.api("POST", "/v1/projects", Map.of("name", "shop", "tenant", "acme"));
        host.api("POST", "/v1/environments", Map.of("name", "prod", "project", "shop", "tenant", "acme"));
        network("net-a", "10.20.0.0/28");
        network("net-b", "10.20.1.0/28");
        create("b1", "net-b", B1, "#!/bin/sh\necho hello\n");
        create("a2", "net-a", A2, LOOK.formatted(A1, B1));
        create("a1", "net-a", A1, LOOK.formatted(A2, B1));
    }

    @AfterAll
    void sweep() {
        host.close();
    }

    @Test
    @Order(1)
    void aGuestBootsAndAnswersTheHost() {
        for (var address : List.of(A1, A2, B1)) {
            eventually(
                    BOOT,
                    () -> host.command("ping", "-c", "1", "-W", "1", address).status(),
                    status -> status == 0);
            eventually(
                    BOOT,
                    () -> host.command("nc", "-z", "-w", "2", address, "80").status(),
                    status -> status == 0);
        }
        assertThat(host.command("curl", "-s", "http://" + A1 + "/").text()).contains("a1");
        assertThat(console("a1")).contains("TINY: READY a1");
    }

    @Test
    @Order(2)
    void theDomainHasTheMachinesIdentifier() {
        var uuid = Id.parse(vm("a1").path("id").asString()).uuid().toString();
        assertThat(host.command("virsh", "list", "--uuid").text()).contains(uuid);
        assertThat(host.command("virsh", "metadata", uuid, "https://dataverket.example/maskin/1")
                        .text())
                .contains(vm("a1").path("project").asString())
                .contains("generation");
    }

    @Test
    @Order(3)
    void machinesOfOneNetworkReachEachOtherAndThoseOfAnotherDoNot() {
        for (var name : List.of("a1", "a2")) {
            var seen = eventually(BOOT, () -> console(name), text -> text.contains("LOOK: done"));
            assertThat(seen).as(name).contains("LOOK: neighbour reached");
            assertThat(seen).as(name).doesNotContain("LOOK: stranger");
        }
        create("b2", "net-b", "10.20.1.3", LOOK.formatted(B1, A1));
        var seen = eventually(BOOT, () -> console("b2"), text -> text.contains("LOOK: done"));
        assertThat(seen).contains("LOOK: neighbour reached").doesNotContain("LOOK: stranger");
    }

    @Test
    @Order(4)
    void aGuestThatIsKilledBehindOurBackComesBackAndIsTold() {
        var uuid = Id.parse(vm("a2").path("id").asString()).uuid().toString();
        assertThat(host.command("virsh", "destroy", uuid).status()).isZero();
        eventually(BOOT, () -> host.command("virsh", "domstate", uuid).text().trim(), "running"::equals);
        eventually(BOOT, () -> host.command("ping", "-c", "1", "-W", "1", A2).status(), status -> status == 0);
        eventually(
                BOOT,
                () -> vm("a2").path("status"),
                status -> status.path("phase").asString().equals("RUNNING"));
    }

    @Test
    @Order(5)
    void aMachineStopsStartsAndReboots() {
        host.done("POST", "/v1/vms/a2:stop" + SCOPE, Map.of());
        assertThat(vm("a2").path("status").path("phase").asString()).isEqualTo("STOPPED");
        assertThat(host.command("virsh", "list", "--name", "--state-running")
                        .text()
                        .lines()
                        .filter(line -> !line.isBlank()))
                .hasSize(3);
        host.done("POST", "/v1/vms/a2:start" + SCOPE, null);
        eventually(BOOT, () -> host.command("ping", "-c", "1", "-W", "1", A2).status(), status -> status == 0);
        host.done("POST", "/v1/vms/a2:reboot" + SCOPE, null);
        eventually(BOOT, () -> host.command("ping", "-c", "1", "-W", "1", A2).status(), status -> status == 0);
    }

    /// By real commands on a real host: a definition is taken away, memory changed, a machine destroyed, and
    /// a domain made that nobody knows.
    @Test
    @Order(6)
    void whatIsDoneByVirshIsReportedAndHandledAsThePolicySays() {
        decide("REPORT");
        var changed = uuid("a1");
        var stopped = uuid("a2");
        var gone = uuid("b1");
        virsh("setmaxmem", changed, "512M", "--config");
        virsh("destroy", stopped);
        virsh("undefine", gone);
        host.command("sh", "-c", FOREIGN);

        var told = drift("CHANGED", "OPEN", "a1");
        assertThat(told.path("expected").asString()).contains("memory 256 MiB");
        assertThat(told.path("seen").asString()).contains("memory 512 MiB");
        drift("STOPPED", "OPEN", "a2");
        drift("MISSING", "OPEN", "b1");
        assertThat(drift("UNKNOWN", "OPEN", "not-ours").has("vm")).isFalse();
        assertThat(host.command("virsh", "domstate", stopped).text().trim()).isEqualTo("shut off");
        assertThat(host.command("virsh", "domstate", gone).text().trim()).isEqualTo("running");

        decide("REPAIR");
        for (var repaired : List.of(
                drift("CHANGED", "RESOLVED", "a1"),
                drift("STOPPED", "RESOLVED", "a2"),
                drift("MISSING", "RESOLVED", "b1"))) {
            assertThat(repaired.path("repairs").asInt()).as(repaired.toString()).isPositive();
        }
        assertThat(host.command("virsh", "dumpxml", "--inactive", changed).text())
                .contains("<memory unit='KiB'>262144</memory>");
        // A domain that is being started is paused at first.
        eventually(BOOT, () -> host.command("virsh", "domstate", stopped).text().trim(), "running"::equals);
        assertThat(host.command("virsh", "list", "--all", "--persistent", "--uuid")
                        .text())
                .contains(gone);
        assertThat(host.command("virsh", "domstate", "not-ours").text().trim())
                .as("it is untouched")
                .isEqualTo("shut off");
        drift("UNKNOWN", "OPEN", "not-ours");
        virsh("undefine", "not-ours");
        drift("UNKNOWN", "RESOLVED", "not-ours");
    }

    /// A guest counts on its volume how often it was started, so that each boot tells what it found.
    @Test
    @Order(7)
    void whatAGuestWroteIsGoneAfterARestoreAndComesBackFromABackup() {
        scoped("/v1/volumes", "name", "counter", "datacenter", "lab1", "size_gib", 1);
        create("c1", "net-a", "10.20.0.4", COUNT);
        stop("c1");
        host.done("POST", "/v1/volumes/counter:attach" + SCOPE, Map.of("vm", "c1"));
        assertThat(boot("c1", 1)).contains("DISK: found []");
        scoped("/v1/snapshots", "name", "once", "volume", "counter");
        assertThat(boot("c1", 2)).contains("DISK: found [1]");
        assertThat(boot("c1", 3)).contains("DISK: found [2]");
        host.done("POST", "/v1/snapshots/once:restore" + SCOPE, null);
        assertThat(boot("c1", 2)).as("what was written since is gone").endsWith("DISK: found [1]\nDISK: wrote 2");

        scoped("/v1/backups", "name", "twice", "volume", "counter");
        remove("vms/c1", "snapshots/once", "volumes/counter");
        host.done("POST", "/v1/backups/twice:restore" + SCOPE, Map.of("name", "recovered"));
        create("c2", "net-a", "10.20.0.5", COUNT);
        stop("c2");
        host.done("POST", "/v1/volumes/recovered:attach" + SCOPE, Map.of("vm", "c2"));
        assertThat(boot("c2", 3)).as("the data are there").endsWith("DISK: found [2]\nDISK: wrote 3");
        remove("vms/c2", "volumes/recovered", "backups/twice");
    }

    /// Starts a machine, waits until its guest has counted, and stops it.
    ///
    /// @return what its guests said of the disk
    private String boot(String name, int count) {
        host.done("POST", "/v1/vms/" + name + ":start" + SCOPE, null);
        var said = eventually(BOOT, () -> ofDisk(name), text -> text.endsWith("DISK: wrote " + count));
        stop(name);
        return said;
    }

    private String ofDisk(String name) {
        return console(name)
                .lines()
                .map(line -> line.substring(Math.max(0, line.indexOf("DISK: "))).strip())
                .filter(line -> line.startsWith("DISK: "))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private void stop(String name) {
        host.done("POST", "/v1/vms/" + name + ":stop" + SCOPE, Map.of("force", true));
    }

    private void remove(String... resources) {
        for (var resource : resources) {
            host.done("DELETE", "/v1/" + resource + SCOPE, null, "If-Match: *");
        }
    }

    /// Creates something in the environment of these tests.
    private void scoped(String path, Object... fields) {
        var body =
                new LinkedHashMap<String, Object>(Map.of("tenant", "acme", "project", "shop", "environment", "prod"));
        for (int i = 0; i < fields.length; i += 2) {
            body.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        host.done("POST", path, body);
    }

    /// The shell of the guest answers what only a shell can work out, and says so to nobody once it is stopped.
    @Test
    @Order(8)
    void aPersonTypesAtTheConsoleOfARealGuest() {
        var console = "/v1/vms/a1/console:";
        var session =
                host.api("POST", console + "open" + SCOPE, Map.of()).path("id").asString();
        assertThat(host.api("POST", console + "open" + SCOPE, Map.of())
                        .path("code")
                        .asString())
                .isEqualTo("CONSOLE_IN_USE");
        int typed = type(session, 0, "\r");
        shown(session, "# ");
        type(session, typed, "echo $((6*7))-from-$(hostname)\r");
        assertThat(shown(session, "42-from-a1")).contains("echo $((6*7))-from-$(hostname)");
        assertThat(console("a1")).as("the log goes on beside it").contains("42-from-a1");

        var second = host.api("POST", console + "open" + SCOPE, Map.of("take_over", true))
                .path("id")
                .asString();
        assertThat(eventually(
                                () -> follow(session, 0),
                                output -> !output.path("open").asBoolean())
                        .path("ended")
                        .asString())
                .contains("took the console over");
        type(second, 0, "echo second-$((40+2))\r");
        shown(second, "second-42");
        stop("a1");
        var last = eventually(
                BOOT, () -> follow(second, 0), output -> !output.path("open").asBoolean());
        assertThat(last.path("ended").asString()).contains("machine stopped");
        assertThat(host.api("POST", console + "open" + SCOPE, Map.of())
                        .path("code")
                        .asString())
                .isEqualTo("RESOURCE_NOT_READY");
    }

    /// By the real agent of a real guest; what has none of its own, as a machine that is off, says so.
    @Test
    @Order(9)
    void theAgentOfARealGuestTellsWhatItIs() {
        var guest = eventually(
                BOOT,
                () -> vm("a2").at("/status/guest"),
                seen -> seen.path("agent").asString("").equals("ANSWERS"));
        assertThat(guest.path("hostname").asString()).isEqualTo("a2");
        assertThat(guest.path("kernel").asString()).isNotBlank();
        var face = new ArrayList<JsonNode>();
        guest.path("interfaces").forEach(face::add);
        assertThat(face)
                .filteredOn(each -> each.path("index").asInt(-1) == 0)
                .singleElement()
                .satisfies(each -> assertThat(each.path("addresses").toString()).contains(A2 + "/28"));
        eventually(BOOT, () -> vm("a1").at("/status/guest/agent").asString(""), "ABSENT"::equals);
    }

    private int type(String session, int offset, String keys) {
        var data = Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
        var typed = host.api(
                "POST", "/v1/vms/a1/console:type" + SCOPE, Map.of("session", session, "offset", offset, "data", data));
        assertThat(typed.path("next_offset").asInt()).isEqualTo(offset + keys.length());
        return offset + keys.length();
    }

    private String shown(String session, String wanted) {
        return eventually(
                BOOT,
                () -> new String(
                        Base64.getDecoder()
                                .decode(follow(session, 0).path("data").asString()),
                        StandardCharsets.UTF_8),
                text -> text.contains(wanted));
    }

    private JsonNode follow(String session, long offset) {
        return host.api(
                "GET",
                "/v1/vms/a1/console:follow" + SCOPE + "&wait_seconds=1&session=" + session + "&offset=" + offset,
                null);
    }

    @Test
    @Order(10)
    void deletingEverythingLeavesNothing() {
        for (var name : List.of("a1", "a2", "b1", "b2")) {
            host.done("DELETE", "/v1/vms/" + name + SCOPE, null, "If-Match: *");
        }
        for (var name : List.of("net-a", "net-b")) {
            host.done("DELETE", "/v1/networks/" + name + SCOPE, null, "If-Match: *");
        }
        assertThat(host.command("virsh", "list", "--all", "--name").text()).isBlank();
        eventually(
                () -> new ArrayList<>(host.command("ovs-vsctl", "list-ports", "br-int")
                        .text()
                        .lines()
                        .toList()),
                List::isEmpty);
        assertThat(host.state().resolve("vms/vms"))
                .satisfiesAnyOf(
                        directory -> assertThat(directory).doesNotExist(),
                        directory -> assertThat(directory).isEmptyDirectory());
    }

    private void network(String name, String prefix) {
        host.done(
                "POST",
                "/v1/networks",
                Map.of(
                        "name",
                        name,
                        "tenant",
                        "acme",
                        "project",
                        "shop",
                        "environment",
                        "prod",
                        "datacenter",
                        "lab1",
                        "prefix",
                        prefix));
    }

    private void create(String name, String network, String address, String script) {
        host.done(
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
                        "networks", List.of(Map.of("network", network, "address", address)),
                        "user_data", script));
    }

    private void decide(String action) {
        host.done(
                "PATCH",
                "/v1/operator/hypervisors/hv-61?datacenter=lab1",
                Map.of("on_missing", action, "on_changed", action, "on_stopped", action, "on_running", action),
                "If-Match: *");
    }

    private JsonNode drift(String kind, String state, String subject) {
        return eventually(
                        BOOT,
                        () -> host.api("GET", "/v1/operator/vm-drift?kind=" + kind + "&state=" + state, null)
                                .path("items")
                                .valueStream()
                                .filter(each -> each.path("subject").asString().endsWith(subject))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void virsh(String... command) {
        var all = new ArrayList<>(List.of("virsh", "-q"));
        all.addAll(List.of(command));
        var ran = host.command(all.toArray(String[]::new));
        assertThat(ran.status()).as(ran.text()).isZero();
    }

    private String uuid(String name) {
        return Id.parse(vm(name).path("id").asString()).uuid().toString();
    }

    private JsonNode vm(String name) {
        return host.api("GET", "/v1/vms/" + name + SCOPE, null);
    }

    private String console(String name) {
        return host.api("GET", "/v1/vms/" + name + "/console" + SCOPE, null)
                .path("text")
                .asString("");
    }
}
