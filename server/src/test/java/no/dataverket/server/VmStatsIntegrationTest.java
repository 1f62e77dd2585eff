package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What machines use is told by their hypervisors, to those who may see them.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VmStatsIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api operator;
    private Api viewer;
    private Api stranger;
    private String vm = "";

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        operator = server.api();
        site.tenant("strange");
        viewer = new Api(
                server, site.token("viewer", Map.of("role", "PROJECT_VIEWER", "tenant", "acme", "project", "shop")));
        stranger = new Api(server, site.token("stranger", Map.of("role", "TENANT_ADMIN", "tenant", "strange")));
        vm = site.running("measured");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aMachinesUseRisesWhileItRunsAndBelongsToItsTenant() {
        var first = viewer.get("/v1/vms/" + vm + "/stats").expect(200).json();
        assertThat(first.path("state").asString()).isEqualTo("RUNNING");
        assertThat(first.path("address").asString()).isEqualTo("acme/shop/prod/measured");
        assertThat(first.path("memory_bytes").asLong()).isEqualTo((long) Site.MEMORY_MIB << 20);
        assertThat(first.at("/disks/0/name").asString()).isEqualTo("vda");
        assertThat(first.at("/interfaces/0/index").asInt(-1)).isZero();
        eventually(
                () -> viewer.get("/v1/vms/" + vm + "/stats")
                        .json()
                        .path("cpu_nanoseconds")
                        .asLong(),
                later -> later > first.path("cpu_nanoseconds").asLong());

        assertThat(stranger.get("/v1/vms/" + vm + "/stats").status()).isEqualTo(404);
        assertThat(stranger.list("/v1/vm-stats")).isEmpty();
        assertThat(scrape(stranger).text()).doesNotContain("measured", vm);
        assertThat(viewer.list("/v1/vm-stats?project=shop"))
                .extracting(stats -> stats.path("vm").asString())
                .contains(vm);
    }

    @Test
    void prometheusReadsTheSame() {
        var text = scrape(viewer).text();

        assertThat(text)
                .contains("# TYPE dataverket_vm_cpu_seconds_total counter")
                .contains("# HELP dataverket_vm_memory_bytes ")
                .contains("dataverket_vm_state{vm=\"" + vm + "\",name=\"measured\",tenant=\"acme\",project=\"shop\","
                        + "environment=\"prod\",datacenter=\"" + Site.DATACENTER + "\",state=\"RUNNING\"} 1")
                .contains("interface=\"0\"} ")
                .contains("disk=\"vda\"} ");
        text.lines()
                .forEach(line ->
                        assertThat(line).matches("# (HELP|TYPE) \\S+ .+|[a-z_]+\\{([a-z]+=\"[^\"]*\",?)+} [0-9.]+"));
        assertThat(operator.get("/metrics").expect(200).text())
                .as("what anybody may read says nothing of machines")
                .doesNotContain(vm);
    }

    @Test
    void aMachineThatDoesNotRunOrCanNotBeAskedSaysSo() {
        var other = site.running("rests");
        operator.succeed(operator.post("/v1/vms/" + other + ":stop", Map.of("force", true)));
        var off = eventually(
                () -> viewer.get("/v1/vms/" + other + "/stats").expect(200).json(),
                stats -> stats.path("state").asString().equals("OFF"));
        assertThat(off.path("cpu_nanoseconds").asLong()).isZero();
        assertThat(off.path("disks")).isEmpty();
        assertThat(scrape(viewer).text())
                .contains("name=\"rests\"")
                .doesNotContainPattern("cpu_seconds_total\\{vm=\"" + other);
        operator.post("/v1/operator/services/maskin:stop", null).expect(200);
        assertThat(viewer.get("/v1/vms/" + vm + "/stats").expect(503).code()).isEqualTo("DEPENDENCY_UNAVAILABLE");
        operator.post("/v1/operator/services/maskin:start", null).expect(200);
        eventually(() -> viewer.get("/v1/vms/" + vm + "/stats").status(), status -> status == 200);
    }

    @Test
    void whatAGuestTellsOfItselfIsShownUntilItIsGone() {
        var told = site.running("talks");
        var guest = eventually(
                () -> guestOf(told), seen -> seen.path("agent").asString().equals("ANSWERS"));
        assertThat(guest.path("hostname").asString()).isEqualTo("talks");
        assertThat(guest.path("interfaces").path(0).path("index").asInt(-1)).isZero();
        assertThat(guest.path("observed_at").asString()).isNotBlank();
        operator.succeed(operator.post("/v1/vms/" + told + ":stop", Map.of("force", true)));
        var gone = eventually(
                () -> guestOf(told), seen -> seen.path("agent").asString().equals("ABSENT"));
        assertThat(gone.has("hostname")).isFalse();
    }

    private JsonNode guestOf(String machine) {
        return viewer.get("/v1/vms/" + machine).expect(200).json().at("/status/guest");
    }

    private static Reply scrape(Api api) {
        return api.send("GET", "/v1/vm-stats", null, Map.of("Accept", "text/plain;version=0.0.4;q=0.5,*/*;q=0.1"))
                .expect(200);
    }
}
