package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One task that consists of others: an environment is emptied.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmptyingIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api api;
    private String environment = "";

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        api = server.api();
        environment = api.get("/v1/environments/prod?project=shop").expect(200).at("/id");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void nothingIsLeft() {
        turn("nett", true);
        assertThat(eventually(
                        server.books()::held, held -> held.values().stream().allMatch(n -> n == 0)))
                .isNotEmpty();
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void allOfAnEnvironmentGoesAndWhatIsBusyIsWaitedFor() {
        network();
        for (int i = 0; i < 4; i++) {
            var unused = site.running("vm-" + i);
        }
        turn("nett", false);
        // This one can't be finished as long as Nett is away, and is in the way of its own deletion.
        var busy = api.post("/v1/vms", Site.vm("busy")).expect(202);
        var refused = empty("?validate_only=true");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().path("would_delete")).hasSize(6);

        var accepted = empty("").expect(202);

        var waiting = eventually(
                () -> api.get("/v1/tasks/" + accepted.task()).expect(200).json(),
                task -> task.at("/waiting_for/kind").asString().equals("TASKS"));
        assertThat(texts(waiting.at("/waiting_for/tasks")))
                .contains(busy.task())
                .hasSize(5);
        assertThat(empty("").code()).isEqualTo("RESOURCE_BUSY");
        assertThat(api.list("/v1/tasks?parent=" + accepted.task())).hasSize(4);

        turn("nett", true);
        api.succeed(accepted);

        assertThat(api.list("/v1/vms")).isEmpty();
        assertThat(api.list("/v1/networks")).isEmpty();
        assertThat(api.list("/v1/tasks?parent=" + accepted.task()))
                .hasSize(6)
                .allSatisfy(
                        child -> assertThat(child.path("priority").asString()).isEqualTo("BACKGROUND"));
        assertThat(api.list("/v1/audit-entries?target=" + environment))
                .anySatisfy(entry -> assertThat(entry.path("action").asString()).isEqualTo("environment.empty"));
    }

    @Test
    void whatIsProtectedStaysAndNothingIsBegun() {
        network();
        var body = Site.vm("kept");
        body.put("deletion_protection", true);
        var kept = api.post("/v1/vms", body);
        api.succeed(kept);

        var refused = empty("").expect(409);

        assertThat(refused.code()).isEqualTo("DELETION_PROTECTED");
        assertThat(refused.json().path("dependents").toString()).contains("kept");
        var vm = "/v1/vms/" + kept.at("/resource/id");
        assertThat(api.get(vm).at("/status/phase")).isEqualTo("RUNNING");
        var patched = api.patch(vm, api.get(vm).etag(), Map.of("deletion_protection", false))
                .expect(200);
        assertThat(patched.status()).isEqualTo(200);
        api.succeed(empty(""));
    }

    @Test
    void whoStopsItStopsWhatHasNotBegun() {
        network();
        turn("nett", false);
        var held = api.post("/v1/vms", Site.vm("held")).expect(202);
        var accepted = empty("").expect(202);

        api.post("/v1/tasks/" + accepted.task() + ":cancel", null).expect(200);

        assertThat(api.await(accepted.task()).path("state").asString()).isEqualTo("CANCELLED");
        turn("nett", true);
        api.succeed(held);
        assertThat(api.list("/v1/vms")).hasSize(1);
        api.succeed(empty(""));
    }

    private void network() {
        if (api.list("/v1/networks").isEmpty()) {
            var unused = site.network("shop", "net", Map.of("prefix", "10.20.0.0/24"));
        }
    }

    private Reply empty(String query) {
        var etag = api.get("/v1/environments/" + environment).expect(200).etag();
        return api.send(
                "POST",
                "/v1/environments/" + environment + ":empty" + query,
                null,
                Map.of("If-Match", etag, "Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static List<String> texts(tools.jackson.databind.JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private void turn(String service, boolean on) {
        var verb = on ? ":start" : ":stop";
        api.post("/v1/operator/services/" + service + verb, null).expect(200);
    }
}
