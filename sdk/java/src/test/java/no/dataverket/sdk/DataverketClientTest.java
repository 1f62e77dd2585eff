package no.dataverket.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.sdk.model.NetworkAttachment;
import no.dataverket.sdk.model.TaskState;
import no.dataverket.sdk.model.VmCreate;
import no.dataverket.sdk.model.VmPatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DataverketClientTest {

    private static final String VM = """
            {"id":"vm_1","name":"web-1","tenant":"acme","project":"shop","environment":"prod","datacenter":"lab1",
             "labels":{"tier":"web"},"image":"debian-12@20261121","vcpus":1,"memory_mib":512,"disk_gib":2,
             "interfaces":[],"ssh_authorized_keys":[],"running":true,"deletion_protection":false,"generation":3,
             "created_at":"2026-11-21T10:00:00.5Z","a_later_field":{"x":[1,2]},
             "status":{"phase":"HIBERNATED","conditions":[],"addresses":["10.20.0.5"],"power":"RUNNING",
                       "observed_generation":3,"reconciling":false,"placement":{"datacenter":"lab1"},"blocked_on":[]}}""";

    private final ScriptedServer server = new ScriptedServer();
    private final DataverketClient client = DataverketClient.connect(server.endpoint(), "secret");

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void readsAResourceOfALaterServer() {
        server.then(200, VM, Map.of("ETag", "\"g3\""));
        var answer = client.getVm("web-1").project("shop").environment("prod").answer();
        var vm = answer.body();
        assertThat(vm.status().phase()).isEqualTo("HIBERNATED");
        assertThat(vm.memoryMib()).isEqualTo(512);
        assertThat(vm.createdAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00.5Z"));
        assertThat(answer.etag()).isEqualTo("\"g3\"");
        assertThat(server.asked().getFirst().target()).isEqualTo("/v1/vms/web-1?project=shop&environment=prod");
    }

    @Test
    void createsAndWaits() {
        server.then(202, "{\"resource\":" + VM + ",\"task\":" + task("RUNNING") + "}")
                .then(200, task("RUNNING"), Map.of("ETag", "\"g7\""))
                .then(200, task("SUCCEEDED"), Map.of("ETag", "\"g8\""));
        var body = VmCreate.of("web-1", "shop", "prod", "lab1", "debian-12", List.of(NetworkAttachment.of("app-net")))
                .withMemoryMib(512)
                .withLabels(Map.of("tier", "web"));
        var accepted = client.createVm(body).idempotencyKey("key-1").send();
        var task = client.awaitSuccess(accepted.task().id(), Duration.ofSeconds(5));
        assertThat(task.state()).isEqualTo(TaskState.SUCCEEDED);
        var create = server.asked().getFirst();
        assertThat(create.header("Idempotency-key")).isEqualTo("key-1");
        assertThat(create.body())
                .isEqualTo("{\"name\":\"web-1\",\"project\":\"shop\",\"environment\":\"prod\",\"datacenter\":\"lab1\","
                        + "\"image\":\"debian-12\",\"memory_mib\":512,\"networks\":[{\"network\":\"app-net\"}],"
                        + "\"labels\":{\"tier\":\"web\"}}");
        assertThat(server.asked().getLast().target()).startsWith("/v1/tasks/task_1:wait?timeout=4s&changed_since=7");
    }

    @Test
    void throwsTheTaskThatFailed() {
        server.then(200, task("FAILED"));
        assertThatThrownBy(() -> client.awaitSuccess("task_1", Duration.ofSeconds(5)))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("NO_CAPACITY");
    }

    @Test
    void throwsTheTaskThatTakesTooLong() {
        server.then(200, task("RUNNING"));
        assertThatThrownBy(() -> client.awaitTask("task_1", Duration.ZERO)).isInstanceOf(TaskTimeoutException.class);
    }

    @Test
    void sendsOnlyWhatAPatchChanges() {
        server.then(200, VM);
        client.updateVm("vm_1", VmPatch.of().withDeletionProtection(true))
                .ifMatch("\"g3\"")
                .send();
        var patch = server.asked().getFirst();
        assertThat(patch.method()).isEqualTo("PATCH");
        assertThat(patch.header("Content-type")).isEqualTo("application/merge-patch+json");
        assertThat(patch.header("If-match")).isEqualTo("\"g3\"");
        assertThat(patch.body()).isEqualTo("{\"deletion_protection\":true}");
    }

    @Test
    void previewsWithoutWriting() {
        server.then(200, """
                {"would_create":[],"would_change":[],"would_delete":["vm web-1"],"steps":["stop"],
                 "quota_after":{},"blocked_on":[]}""");
        assertThat(client.deleteVm("vm_1").ifMatch("*").preview().wouldDelete()).containsExactly("vm web-1");
        assertThat(server.asked().getFirst().target()).isEqualTo("/v1/vms/vm_1?validate_only=true");
    }

    @Test
    void followsPages() {
        server.then(200, "{\"items\":[" + VM + "],\"next_page_token\":\"a b\"}").then(200, "{\"items\":[" + VM + "]}");
        assertThat(client.listVms().pageSize(1).all()).hasSize(2);
        assertThat(server.asked().getLast().target()).isEqualTo("/v1/vms?page_size=1&page_token=a%20b");
    }

    @Test
    void answersNothingWhereNothingIsAnswered() {
        server.then(204, "");
        client.revokeToken("tok_1").send();
        assertThat(server.asked().getFirst().method()).isEqualTo("DELETE");
    }

    private static String task(String state) {
        return """
                {"id":"task_1","kind":"vm.create","state":"%s","target":"vm_1","target_name":"web-1","steps":[],
                 "steps_done":0,"created_by":"dev","request_id":"req_1","correlation_id":"c",
                 "created_at":"2026-11-21T10:00:00Z","deadline_at":"2026-11-21T10:10:00Z","blocked_on":[],
                 "error":{"type":"t","title":"No room","status":507,"code":"NO_CAPACITY","detail":"memory is short",
                          "hint":"h","retryable":true},
                 "cancellable":true}""".formatted(state);
    }
}
