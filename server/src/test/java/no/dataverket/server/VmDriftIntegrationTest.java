package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.dataverket.contract.Id;
import no.dataverket.lab.hypervisor.Backdoor;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What somebody does to machines at their hypervisor is told, and handled as the hypervisor's policy says.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VmDriftIntegrationTest {

    private static final String DRIFT = "/v1/operator/vm-drift";
    private static final String HOST = "sim-1";
    private static final String HYPERVISOR = "/v1/operator/hypervisors/" + HOST + "?datacenter=" + Site.DATACENTER;

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void eachKindIsReportedAndHandledAsThePolicySays() {
        decide(Map.of("on_changed", "REPORT"));
        assertThat(api.get(HYPERVISOR).json().path("on_changed").asString()).isEqualTo("REPORT");
        assertThat(api.get(HYPERVISOR).json().path("on_stopped").asString()).isEqualTo("REPAIR");
        var changed = site.running("changed");
        var stopped = site.running("stopped");
        var gone = site.running("gone");

        behindOurBack(host -> {
            host.giveMemory(vm(changed), 4096);
            host.shutDown(vm(stopped));
            host.undefine(vm(gone));
            host.addForeign("someone-elses");
        });

        var reported = await("CHANGED", "OPEN", "acme/shop/prod/changed");
        assertThat(reported.path("vm").asString()).isEqualTo(changed);
        assertThat(reported.path("hypervisor").asString()).isEqualTo(HOST);
        assertThat(reported.path("expected").asString()).isEqualTo("memory " + Site.MEMORY_MIB + " MiB");
        assertThat(reported.path("seen").asString()).isEqualTo("memory 4096 MiB");
        assertThat(reported.path("action").asString()).isEqualTo("REPORT");
        assertThat(reported.path("repairs").asInt(-1)).isZero();
        assertThat(reported.path("runbook").asString()).isEqualTo("rb-vm-002");
        assertThat(reported.has("done")).isFalse();
        var unknown = await("UNKNOWN", "OPEN", "someone-elses");
        assertThat(unknown.has("vm")).isFalse();
        assertThat(unknown.path("action").asString()).isEqualTo("REPORT");
        for (var repaired : List.of(
                await("STOPPED", "RESOLVED", "acme/shop/prod/stopped"),
                await("MISSING", "RESOLVED", "acme/shop/prod/gone"))) {
            assertThat(repaired.path("repairs").asInt()).isPositive();
            assertThat(repaired.path("done").asString()).isNotEmpty();
        }

        var status = eventually(
                () -> api.get("/v1/vms/" + changed).json().path("status"),
                known -> known.path("conditions").toString().contains("another memory"));
        assertThat(status.path("phase").asString()).isEqualTo("RUNNING");
        assertThat(status.toString()).as("tenants read no paths of the host").doesNotContain("/sim/");
        var finding = eventually(
                () -> api.get("/v1/operator/findings")
                        .json()
                        .path("findings")
                        .valueStream()
                        .filter(each -> each.path("code").asString().equals("VM_DRIFT"))
                        .filter(each -> each.toString().contains("acme/shop/prod/changed"))
                        .findFirst(),
                Optional::isPresent);
        assertThat(finding.orElseThrow().path("runbook").asString()).isEqualTo("rb-vm-002");
        assertThat(api.list("/v1/audit-entries?target=" + stopped))
                .as("who puts something right says so")
                .anySatisfy(entry -> {
                    assertThat(entry.path("action").asString()).isEqualTo("vm.repair");
                    assertThat(entry.path("actor").asString()).isEqualTo("service:maskin");
                });
        assertThat(api.list("/v1/audit-entries?target=" + changed))
                .noneSatisfy(
                        entry -> assertThat(entry.path("action").asString()).isEqualTo("vm.repair"));
        eventually(
                () -> lastSeen(reported),
                later -> later.compareTo(reported.path("last_seen").asString()) > 0);

        decide(Map.of("on_changed", "REPAIR"));
        assertThat(await("CHANGED", "RESOLVED", "acme/shop/prod/changed").path("id"))
                .as("it is the same one")
                .isEqualTo(reported.path("id"));
        behindOurBack(host -> host.removeForeign("someone-elses"));
        await("UNKNOWN", "RESOLVED", "someone-elses");
        eventually(() -> api.list(DRIFT + "?state=OPEN"), List::isEmpty);
    }

    @Test
    void aMachineThatIsDeletedDiffersNoMore() {
        decide(Map.of("on_stopped", "REPORT"));
        var deleted = site.running("deleted");
        behindOurBack(host -> host.shutDown(vm(deleted)));
        await("STOPPED", "OPEN", "acme/shop/prod/deleted");
        api.succeed(api.delete("/v1/vms/" + deleted));
        await("STOPPED", "RESOLVED", "acme/shop/prod/deleted");
        decide(Map.of("on_stopped", "REPAIR"));
    }

    @Test
    void aPolicyThatIsNoneIsRefused() {
        assertThat(api.patch(HYPERVISOR, "*", Map.of("on_changed", "DESTROY")).status())
                .isEqualTo(422);
        assertThat(api.get(HYPERVISOR).json().has("on_unknown"))
                .as("what is unknown is never touched, whoever wants it")
                .isFalse();
    }

    private void decide(Map<String, Object> policy) {
        api.succeed(api.patch(HYPERVISOR, "*", policy));
    }

    /// Lets something happen on the host while Maskin does not look.
    private void behindOurBack(Consumer<Backdoor> doing) {
        api.post("/v1/operator/services/maskin:stop", null).expect(200);
        var journal = server.state().resolve("simulated").resolve(HOST + ".journal");
        try (var host = SimulatedRuntime.journaled(HOST, HostSize.large(), journal)) {
            doing.accept(host.backdoor());
        }
        api.post("/v1/operator/services/maskin:start", null).expect(200);
    }

    private JsonNode await(String kind, String state, String subject) {
        return eventually(
                        () -> api.list(DRIFT + "?kind=" + kind + "&state=" + state).stream()
                                .filter(each -> each.path("subject").asString().equals(subject))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String lastSeen(JsonNode drift) {
        return api.list(DRIFT).stream()
                .filter(each -> each.path("id").equals(drift.path("id")))
                .map(each -> each.path("last_seen").asString())
                .findFirst()
                .orElseThrow();
    }

    private static VmId vm(String id) {
        return new VmId(Id.parse(id).uuid());
    }
}
