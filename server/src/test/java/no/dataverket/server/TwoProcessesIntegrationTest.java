package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two processes of Sentral over one database: any takes requests, one of them drives the tasks.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoProcessesIntegrationTest {

    private Cluster cluster;
    private Site site;
    private ServerProcess holder;
    private ServerProcess other;

    @BeforeAll
    void start() {
        cluster = Cluster.start();
        site = Site.prepare(cluster.files(), cluster.api(cluster.first), 2);
        boolean firstHolds = gauge(cluster.first, "dataverket_lease_held") == 1;
        holder = firstHolds ? cluster.first : cluster.second;
        other = firstHolds ? cluster.second : cluster.first;
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void oneOfThemDrivesTheTasks() {
        assertThat(gauge(holder, "dataverket_lease_held") + gauge(other, "dataverket_lease_held"))
                .isEqualTo(1);
    }

    @Test
    void bothTakeRequestsAndEachSeesWhatTheOtherDoes() {
        for (var process : List.of(holder, other)) {
            var here = cluster.api(process);
            var there = cluster.api(process == holder ? other : holder);
            var name = process == holder ? "here" : "there";

            var accepted = here.post("/v1/vms", Site.vm(name)).expect(202);

            assertThat(there.succeed(accepted).path("state").asString()).isEqualTo("SUCCEEDED");
            assertThat(here.get("/v1/vms/" + accepted.at("/resource/id"))
                            .expect(200)
                            .at("/status/phase"))
                    .isEqualTo("RUNNING");
        }
        site.deleteAllVms();
        assertThat(eventually(cluster.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void aTaskIsCancelledThroughEither() {
        for (var process : List.of(holder, other)) {
            var api = cluster.api(process);
            api.post("/v1/operator/services/nett:stop", null).expect(200);
            var accepted = api.post("/v1/vms", Site.vm("unwanted")).expect(202);
            eventually(
                    () -> api.get("/v1/tasks/" + accepted.task()).at("/state"),
                    state -> state.equals("BLOCKED_DEPENDENCY"));

            api.post("/v1/tasks/" + accepted.task() + ":cancel", null).expect(200);

            assertThat(api.await(accepted.task()).path("state").asString()).isEqualTo("CANCELLED");
            api.post("/v1/operator/services/nett:start", null).expect(200);
            site.deleteAllVms();
        }
        assertThat(eventually(cluster.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void everyProcessSaysWhereItsServicesRun() {
        var services = cluster.api(other).list("/v1/operator/services");
        assertThat(services)
                .hasSize(4)
                .allSatisfy(service ->
                        assertThat(service.path("running").asBoolean()).isTrue());
        assertThat(services.stream()
                        .map(service -> service.path("process").asString())
                        .distinct())
                .hasSize(2);
    }

    private double gauge(ServerProcess process, String name) {
        return cluster.api(process)
                .get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
