package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.core.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// A machine's life as its owner, the auditor and the operator see it.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LifeIntegrationTest {

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

    @Test
    void aMachineLivesThroughEverythingThatCanBeDoneWithIt() {
        var second = site.network("shop", "second", Map.of("prefix", "10.24.0.0/24"));
        var vm = "/v1/vms/" + site.running("lives");

        api.succeed(api.post(vm + ":stop", Map.of("force", true)));
        assertThat(api.get(vm).at("/status/phase")).isEqualTo("STOPPED");
        assertThat(api.post(vm + ":reboot", null).expect(409).code()).isEqualTo("RESOURCE_NOT_READY");
        api.succeed(api.post(vm + ":start", null));
        assertThat(api.get(vm).at("/status/phase")).isEqualTo("RUNNING");
        api.succeed(api.post(vm + ":reboot", null));
        api.succeed(api.post(vm + ":attach-network", Map.of("network", "second", "address", "10.24.0.77")));
        assertThat(api.get(vm).json().at("/status/addresses").toString()).contains("10.24.0.77");
        assertThat(api.delete("/v1/networks/" + second).expect(409).code()).isEqualTo("RESOURCE_IN_USE");
        api.succeed(api.post(vm + ":detach-network", Map.of("network", "second")));
        assertThat(api.get(vm).json().path("interfaces")).hasSize(1);
        api.succeed(api.delete("/v1/networks/" + second));
        api.succeed(api.delete(vm));
        assertThat(api.get(vm).status()).isEqualTo(404);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void aMachineUnderATaskIsLeftAlone() {
        var vm = "/v1/vms/" + site.running("busy");
        api.post("/v1/operator/services/maskin:stop", null).expect(200);
        var stopping = api.post(vm + ":stop", Map.of()).expect(202);
        var etag = api.get(vm).etag();
        var refused = new ArrayList<>(List.of(
                api.post(vm + ":start", null),
                api.post(vm + ":reboot", null),
                api.post(vm + ":attach-network", Map.of("network", "net")),
                api.post(vm + ":detach-network", Map.of("network", "net")),
                api.delete(vm, etag)));
        refused.forEach(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo("RESOURCE_BUSY");
            assertThat(reply.text()).contains(stopping.task());
        });
        api.post("/v1/operator/services/maskin:start", null).expect(200);
        api.succeed(stopping);
        api.succeed(api.delete(vm));
    }

    @Test
    void eachTaskIsInTheAuditLogWithItsBeginningAndItsEnd() {
        api.succeed(api.delete("/v1/vms/" + site.running("audited")));
        for (var task : api.list("/v1/tasks")) {
            var entries = api.list(
                    "/v1/audit-entries?request_id=" + task.path("request_id").asString());
            var outcomes = entries.stream()
                    .map(entry -> entry.path("outcome").asString())
                    .toList();
            assertThat(outcomes)
                    .as(entries.toString())
                    .containsExactlyInAnyOrder("ACCEPTED", task.path("state").asString());
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.path("actor").asString())
                        .isEqualTo(task.path("created_by").asString());
                assertThat(entry.path("action").asString())
                        .isEqualTo(task.path("kind").asString());
                assertThat(entry.path("task").asString())
                        .isEqualTo(task.path("id").asString());
                assertThat(entry.path("target").asString())
                        .isEqualTo(task.path("target").asString());
            });
        }
    }

    @Test
    void aTraceLeadsFromTheRequestToTheDriver() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var headers = Map.of(
                "Idempotency-Key", UUID.randomUUID().toString(), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        var accepted = api.send("POST", "/v1/vms", Json.bytes(Site.vm("traced")), headers);
        var task = api.succeed(accepted);
        assertThat(task.path("correlation_id").asString()).isEqualTo(trace);

        var names = eventually(() -> spans(trace), found -> found.toString().contains("provision"));

        assertThat(names).contains("http createVm");
        assertThat(names.toString()).contains("place-vm", "attach-ports", "prepare-disk", "provision-vm");
        assertThat(names).as("a call of the driver").anyMatch(name -> name.equals("simulated.define"));
        var metrics = api.get("/metrics").expect(200).text();
        assertThat(metrics).contains("# TYPE");
        api.succeed(api.delete("/v1/vms/" + accepted.at("/resource/id")));
    }

    private HashSet<String> spans(String trace) {
        var names = new HashSet<String>();
        var file = server.state().resolve("spans.jsonl");
        if (Files.exists(file)) {
            var text = RunningServer.text(file);
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Json::tree)
                    .forEach((JsonNode span) -> {
                        if (span.path("trace").asString().equals(trace)) {
                            names.add(span.path("name").asString());
                        }
                    });
        }
        return names;
    }
}
