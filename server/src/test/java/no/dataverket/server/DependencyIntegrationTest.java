package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What becomes of work whose service is away.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DependencyIntegrationTest {

    private static final Duration SECONDS = Duration.ofSeconds(10);

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void nothingIsLeft() {
        turn("maskin", true);
        turn("nett", true);
        site.deleteAllVms();
        assertThat(eventually(
                        server.books()::held, held -> held.values().stream().allMatch(n -> n == 0)))
                .isNotEmpty();
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nett", "maskin"})
    void aMachineWaitsVisiblyForAServiceThatIsStoppedAndThenGoesOnByItself(String service) {
        turn(service, false);
        var before = Instant.now();

        var accepted = api.post("/v1/vms", Site.vm("waits")).expect(202);
        var blocked = blocked(accepted, service);

        var blocker = blocked.at("/blocked_on/0");
        assertThat(blocker.path("dependency").asString()).isEqualTo(service);
        assertThat(Instant.parse(blocker.path("since").asString())).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(blocker.path("cause").asString()).isNotBlank();
        assertThat(blocker.path("runbook").asString()).isNotBlank();
        assertThat(blocked.path("runbook").asString()).isNotBlank();
        var step = step(blocked, service.equals("nett") ? "attach" : "place");
        assertThat(step.path("state").asString()).isEqualTo("BLOCKED");
        assertThat(step.path("attempts").asInt()).isZero();
        var resource = api.get("/v1/vms/" + accepted.at("/resource/id")).expect(200);
        assertThat(resource.at("/status/phase")).isEqualTo("PROVISIONING");
        assertThat(resource.at("/status/blocked_on/0/dependency")).isEqualTo(service);
        assertThat(server.books().domains()).isEmpty();
        assertThat(server.books().disks()).isEmpty();

        turn(service, true);

        var started = System.nanoTime();
        api.succeed(accepted);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SECONDS);
        assertThat(server.books().domains()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nett", "maskin"})
    void aBlockedTaskCanBeCancelled(String service) {
        turn(service, false);
        var accepted = api.post("/v1/vms", Site.vm("unwanted")).expect(202);
        var unused = blocked(accepted, service);

        api.post("/v1/tasks/" + accepted.task() + ":cancel", null).expect(200);

        // What was never sent needs no undoing, so nothing has to be waited for.
        var task = api.await(accepted.task());
        assertThat(task.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(task.at("/error/code").asString()).isEqualTo("CANCELLED_BY_REQUEST");
        assertThat(server.books().domains()).isEmpty();
        assertThat(server.books().number("SELECT count(*) FROM tenancy.charge WHERE dimension = 'vms'"))
                .isZero();
    }

    @Test
    void aMachineIsDeletedInPartsWhileNettIsAwayAndTheRestFollows() {
        var vm = site.running("goes");
        turn("nett", false);

        var accepted = api.delete("/v1/vms/" + vm).expect(202);
        var converging = seen(accepted, task -> task.path("reconciling").asBoolean());
        assertThat(converging.path("state").asString()).isEqualTo("RUNNING");
        assertThat(step(converging, "detach").path("state").asString()).isEqualTo("RECONCILING");
        assertThat(step(converging, "release").path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(converging.at("/waiting_for/name").asString()).isEqualTo("nett");
        assertThat(server.books().domains()).isEmpty();

        turn("nett", true);
        api.succeed(accepted);
        assertThat(api.get("/v1/vms/" + vm).status()).isEqualTo(404);
    }

    @Test
    void aMachineStartsOnTheNetworkThatIsThereWhileNettIsAwayAndSaysSo() {
        var vm = site.running("starts");
        api.succeed(api.post("/v1/vms/" + vm + ":stop", Map.of()).expect(202));
        turn("nett", false);

        var task = api.succeed(api.post("/v1/vms/" + vm + ":start", Map.of()).expect(202));

        assertThat(task.path("degraded").asBoolean()).isTrue();
        assertThat(step(task, "confirm-network").path("state").asString()).isEqualTo("SKIPPED");
        assertThat(step(task, "confirm-network").path("message").asString()).contains("nett");
        var reduced = api.get("/v1/vms/" + vm).expect(200).json().at("/status/conditions/1");
        assertThat(reduced.path("type").asString()).isEqualTo("Degraded");
        assertThat(reduced.path("runbook").asString()).isNotBlank();

        turn("nett", true);
        api.succeed(api.post("/v1/vms/" + vm + ":stop", Map.of()).expect(202));
        var again = api.succeed(api.post("/v1/vms/" + vm + ":start", Map.of()).expect(202));
        assertThat(again.path("degraded").asBoolean()).isFalse();
        assertThat(step(again, "start").at("/relied_on/what").asString()).isEqualTo("network state of the host");
        assertThat(Instant.parse(
                        step(again, "start").at("/relied_on/observed_at").asString()))
                .isBefore(Instant.parse(again.path("finished_at").asString()));
    }

    @Test
    void whoWouldRatherNotWaitIsToldSo() {
        turn("nett", false);
        var refused = eventually(
                SECONDS, () -> api.post("/v1/vms?block=fail", Site.vm("impatient")), reply -> reply.status() == 503);
        assertThat(refused.code()).isEqualTo("DEPENDENCY_UNAVAILABLE");
        assertThat(refused.headers()).containsKey("retry-after");
        assertThat(api.list("/v1/vms")).isEmpty();
        turn("nett", true);
        api.succeed(eventually(
                SECONDS, () -> api.post("/v1/vms?block=fail", Site.vm("impatient")), reply -> reply.status() == 202));
    }

    @Test
    void aTaskThatWaitsTellsWhyAndWhatToDo() {
        turn("nett", false);
        var accepted = api.post("/v1/vms", Site.vm("diagnosed")).expect(202);
        var unused = blocked(accepted, "nett");

        var diagnosis = api.get("/v1/tasks/" + accepted.task() + ":diagnose")
                .expect(200)
                .json();

        assertThat(diagnosis.path("summary").asString()).contains("waits for nett");
        assertThat(diagnosis.at("/waiting_for/kind").asString()).isEqualTo("DEPENDENCY");
        assertThat(diagnosis.at("/execution/step").asString()).isEqualTo("attach");
        assertThat(diagnosis.at("/lease/held").asBoolean()).isTrue();
        assertThat(diagnosis.path("advice").toString()).contains("dv task cancel");
        assertThat(diagnosis.path("stuck").asBoolean()).isFalse();
        assertThat(diagnosis.path("runbook").asString()).isNotBlank();
        assertThat(api.list("/v1/tasks:queue"))
                .extracting(task -> task.path("id").asString())
                .contains(accepted.task());
        assertThat(api.list("/v1/tasks?stuck=true")).isEmpty();
        turn("nett", true);
        api.succeed(accepted);
    }

    @Test
    void everyStepOutlivesTheAbsenceOfItsService() {
        turn("maskin", false);
        var accepted = api.post("/v1/vms", Site.vm("patient")).expect(202);
        assertThat(blocked(accepted, "maskin").at("/blocked_on/0/step").asString())
                .isEqualTo("place");
        turn("nett", false);
        turn("maskin", true);
        assertThat(blocked(accepted, "nett").at("/blocked_on/0/step").asString())
                .isEqualTo("attach");
        turn("maskin", false);
        turn("nett", true);
        assertThat(blocked(accepted, "maskin").at("/blocked_on/0/step").asString())
                .isEqualTo("prepare-disk");
        turn("maskin", true);

        var task = api.succeed(accepted);

        task.path("steps")
                .forEach(step -> assertThat(step.path("attempts").asInt()).isZero());
    }

    @Test
    void machinesComeThroughServicesThatComeAndGo() {
        var accepted = new ArrayList<Reply>();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 3; i++) {
                accepted.add(api.post("/v1/vms", Site.vm("r" + round + "-" + i)).expect(202));
            }
            var service = round % 2 == 0 ? "nett" : "maskin";
            turn(service, false);
            accepted.add(api.post("/v1/vms", Site.vm("r" + round + "-away")).expect(202));
            turn(service, true);
        }

        accepted.forEach(api::succeed);

        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
        assertThat(server.books().held()).containsEntry("domains", 16L).containsEntry("addresses", 16L);
    }

    @Test
    void aServiceThatCannotBeStoppedSaysSo() {
        var refused = api.post("/v1/operator/services/sentral:stop", null).expect(403);
        assertThat(refused.code()).isEqualTo("ACTION_FORBIDDEN");
        assertThat(api.post("/v1/operator/services/nobody:stop", null)
                        .expect(404)
                        .code())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    private JsonNode blocked(Reply accepted, String service) {
        return seen(
                accepted,
                task -> task.path("state").asString().equals("BLOCKED_DEPENDENCY")
                        && task.at("/blocked_on/0/dependency").asString().equals(service));
    }

    private JsonNode seen(Reply accepted, Predicate<JsonNode> wanted) {
        return eventually(
                SECONDS,
                () -> api.get("/v1/tasks/" + accepted.task()).expect(200).json(),
                wanted);
    }

    private static JsonNode step(JsonNode task, String name) {
        for (var step : task.path("steps")) {
            if (step.path("name").asString().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("no step " + name + " in " + task);
    }

    private void turn(String service, boolean on) {
        var verb = on ? ":start" : ":stop";
        api.post("/v1/operator/services/" + service + verb, null).expect(200);
    }
}
