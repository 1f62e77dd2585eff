package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two processes of Sentral over one database: any takes requests, one of them drives the tasks.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoProcessesIntegrationTest {

    private static final int TASKS = 10;
    private static final int DESTRUCTIVE = 4;

    private Cluster cluster;
    private Site site;
    private ServerProcess holder;
    private ServerProcess other;

    @BeforeAll
    void start() {
        cluster =
                Cluster.start("--limits", "scale=1000,project-tasks=" + TASKS + ",project-destructive=" + DESTRUCTIVE);
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
    void aProjectHasNoMoreTasksOnTheirWayThanItMayThroughBothTogether() {
        var api = cluster.api(holder);
        api.post("/v1/operator/services/nett:stop", null).expect(200);
        var created = throughBoth(TASKS + 8, (through, i) -> through.persist("/v1/vms", Site.vm("capped-" + i)));
        var accepted = accepted(created, TASKS, "project-tasks");
        var preflight = api.post("/v1/vms:preflight", Site.vm("one-more")).expect(200);
        assertThat(preflight.json().path("ready").asBoolean()).isFalse();
        assertThat(preflight.at("/problem/code")).isEqualTo("TOO_MANY_TASKS");
        assertThat(api.post("/v1/vms?validate_only=true", Site.vm("one-more"))
                        .expect(429)
                        .code())
                .isEqualTo("TOO_MANY_TASKS");
        api.post("/v1/operator/services/nett:start", null).expect(200);
        accepted.forEach(api::succeed);

        api.post("/v1/operator/services/maskin:stop", null).expect(200);
        var vms = api.list("/v1/vms");
        var deleted = throughBoth(
                vms.size(),
                (through, i) ->
                        through.delete("/v1/vms/" + vms.get(i).path("id").asString()));
        var going = accepted(deleted, DESTRUCTIVE, "project-destructive");
        var left = api.list("/v1/vms").stream()
                .filter(vm -> vm.at("/status/phase").asString().equals("RUNNING"))
                .map(vm -> "/v1/vms/" + vm.path("id").asString())
                .toList();
        assertThat(left).hasSize(TASKS - DESTRUCTIVE);
        var first = left.getFirst();
        assertThat(api.delete(first + "?validate_only=true", api.get(first).etag())
                        .expect(429)
                        .code())
                .isEqualTo("TOO_MANY_TASKS");
        api.post("/v1/operator/services/maskin:start", null).expect(200);
        going.forEach(api::succeed);

        // What was refused is accepted once it is repeated.
        for (var vm : left) {
            api.succeed(eventually(() -> api.delete(vm), reply -> reply.status() == 202));
        }
        assertThat(eventually(cluster.books()::contradictions, List::isEmpty)).isEmpty();
    }

    /// Those that were accepted of many that were not; the others say for what to wait.
    private static List<Reply> accepted(List<Reply> replies, int most, String limit) {
        var accepted = replies.stream().filter(reply -> reply.status() == 202).toList();
        assertThat(accepted).as(replies.toString()).hasSize(most);
        var tasks = accepted.stream().map(Reply::task).toList();
        assertThat(replies.stream().filter(reply -> reply.status() != 202))
                .isNotEmpty()
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(429);
                    assertThat(reply.code()).isEqualTo("TOO_MANY_TASKS");
                    assertThat(reply.at("/parameters/limit")).isEqualTo(limit);
                    assertThat(reply.headers().get("retry-after")).isEqualTo(reply.at("/retry_after"));
                    assertThat(reply.at("/dependents/0")).isIn(tasks);
                    assertThat(reply.at("/hint")).contains("dv task wait " + reply.at("/dependents/0"));
                });
        return accepted;
    }

    /// Asks both processes at the same time, by turns. What a busy machine answers with 503 is asked again.
    private List<Reply> throughBoth(int count, BiFunction<Api, Integer, Reply> ask) {
        var replies = new ArrayList<Future<Reply>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var api = cluster.api(i % 2 == 0 ? holder : other);
                int number = i;
                replies.add(
                        threads.submit(() -> eventually(() -> ask.apply(api, number), reply -> reply.status() != 503)));
            }
        }
        return replies.stream().map(Future::resultNow).toList();
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
