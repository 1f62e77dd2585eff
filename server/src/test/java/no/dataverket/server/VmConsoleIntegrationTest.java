package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Who may use a machine types at its console, one at a time, until it stops.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VmConsoleIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api operator;
    private Api editor;
    private Api viewer;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        operator = server.api();
        editor = new Api(
                server, site.token("editor", Map.of("role", "PROJECT_EDITOR", "tenant", "acme", "project", "shop")));
        viewer = new Api(
                server, site.token("viewer", Map.of("role", "PROJECT_VIEWER", "tenant", "acme", "project", "shop")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatIsTypedIsAnsweredAndWhatIsRepeatedIsTypedOnce() {
        var vm = site.running("answers");
        var session = open(editor, vm, Map.of()).expect(201).at("/id");
        assertThat(taken(type(editor, vm, session, 0, "echo once\r"))).isEqualTo(10);
        assertThat(taken(type(editor, vm, session, 0, "echo once\rhostname\r"))).isEqualTo(19);
        var shown = shown(vm, session, "dv-");
        assertThat(shown).startsWith("echo once\r\nonce\r\n# hostname\r\n").containsOnlyOnce("echo");
        assertThat(type(editor, vm, session, 99, "x").expect(422).code()).isEqualTo("VALIDATION_FAILED");
        var preview = editor.post(
                path(vm, "type") + "?validate_only=true",
                Map.of("session", session, "offset", 19, "data", base64("x")));
        assertThat(preview.expect(200).text()).contains("something is typed");

        assertThat(viewer.post(path(vm, "open"), Map.of()).status()).isEqualTo(403);
        assertThat(operator.get(follow(vm, session, 0)).code())
                .as("it belongs to who opened it")
                .isEqualTo("CONSOLE_CLOSED");
        editor.post(path(vm, "close"), Map.of("session", session)).expect(204);
        assertThat(type(editor, vm, session, 19, "x").expect(409).code()).isEqualTo("CONSOLE_CLOSED");
        var audited = operator.list("/v1/audit-entries?target=" + vm).stream()
                .map(entry -> entry.path("action").asString())
                .toList();
        assertThat(audited).contains("vm.open-console", "vm.close-console");
        assertThat(operator.list("/v1/audit-entries?target=" + vm).toString()).doesNotContain("echo once");
    }

    @Test
    void oneIsThereAtATimeUnlessSomebodyTakesOver() {
        var vm = site.running("shared");
        var key = UUID.randomUUID();
        var first = editor.post(path(vm, "open"), Map.of(), key).expect(201);
        assertThat(editor.post(path(vm, "open"), Map.of(), key).expect(201).at("/id"))
                .as("a repeated request is the same session")
                .isEqualTo(first.at("/id"));
        var refused = open(operator, vm, Map.of()).expect(409);
        assertThat(refused.code()).isEqualTo("CONSOLE_IN_USE");
        assertThat(refused.at("/detail")).contains("editor");
        assertThat(refused.at("/hint")).contains("--take-over");
        operator.post(path(vm, "open") + "?validate_only=true", Map.of("take_over", true))
                .expect(200);
        assertThat(follow(editor, vm, first.at("/id"), 0).path("open").asBoolean())
                .as("who only asks takes nothing")
                .isTrue();
        var second = open(operator, vm, Map.of("take_over", true)).expect(201).at("/id");
        var end = eventually(
                () -> follow(editor, vm, first.at("/id"), 0),
                output -> !output.path("open").asBoolean());
        assertThat(end.path("ended").asString()).isEqualTo("operator took the console over");
        assertThat(type(operator, vm, second, 0, "hostname\r").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsWithTheRunOfItsMachineAndWithTheRoleOfItsUser() {
        var vm = site.running("ends");
        var guest = site.token("guest", Map.of("role", "PROJECT_EDITOR", "tenant", "acme", "project", "shop"));
        var api = new Api(server, guest);
        var session = open(api, vm, Map.of()).expect(201).at("/id");
        operator.send("DELETE", "/v1/tokens/guest", null, Map.of());
        eventually(() -> type(api, vm, session, 0, "x").status(), status -> status == 401);

        var own = open(editor, vm, Map.of("take_over", true)).expect(201).at("/id");
        operator.succeed(operator.post("/v1/vms/" + vm + ":stop", Map.of("force", true)));
        var end = eventually(
                () -> follow(editor, vm, own, 0), output -> !output.path("open").asBoolean());
        assertThat(end.path("ended").asString()).isEqualTo("the machine stopped");
        assertThat(open(editor, vm, Map.of()).expect(409).code()).isEqualTo("RESOURCE_NOT_READY");
    }

    private static int taken(Reply typed) {
        return typed.expect(200).json().path("next_offset").asInt();
    }

    private static Reply open(Api api, String vm, Map<String, Object> body) {
        return api.post(path(vm, "open"), body);
    }

    private static Reply type(Api api, String vm, String session, long offset, String keys) {
        return api.post(path(vm, "type"), Map.of("session", session, "offset", offset, "data", base64(keys)));
    }

    private String shown(String vm, String session, String wanted) {
        return eventually(
                () -> new String(
                        Base64.getDecoder()
                                .decode(follow(editor, vm, session, 0)
                                        .path("data")
                                        .asString()),
                        StandardCharsets.UTF_8),
                text -> text.contains(wanted));
    }

    private static JsonNode follow(Api api, String vm, String session, long offset) {
        return api.get(follow(vm, session, offset)).expect(200).json();
    }

    private static String follow(String vm, String session, long offset) {
        return path(vm, "follow") + "?wait_seconds=1&session=" + session + "&offset=" + offset;
    }

    private static String path(String vm, String verb) {
        return "/v1/vms/" + vm + "/console:" + verb;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
