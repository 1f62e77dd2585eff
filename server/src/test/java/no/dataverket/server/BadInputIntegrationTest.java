package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operations;
import no.dataverket.contract.api.Preview;
import no.dataverket.core.json.Json;
import no.dataverket.server.Api.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that must be refused, each with a reason that helps, and without a trace.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputIntegrationTest {

    private static final String[] WRITTEN = {"tenancy", "inventory", "offerings", "tasks", "approvals", "audit"};

    private RunningServer server;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        var site = Site.prepare(server, 1);
        api = server.api();
        site.running("there");
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// A request and what must be answered.
    ///
    /// @param said what the answer must say somewhere
    record Bad(
            String title,
            String method,
            String target,
            byte @Nullable [] body,
            int status,
            String code,
            List<String> said) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedWithAReasonAndLeavesNothing(Bad bad) {
        var before = server.books().rows(WRITTEN);

        var reply = send(bad, bad.target());

        refused(reply, bad);
        assertThat(server.books().rows(WRITTEN)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedInTheSameWayWhenOnlyAsked(Bad bad) {
        if (bad.body() == null || !bad.method().equals("POST") || bad.target().contains("?") || bad.status() == 404) {
            return;
        }
        var before = server.books().rows(WRITTEN);

        var reply = send(bad, bad.target() + "?validate_only=true");

        refused(reply, bad);
        assertThat(server.books().rows(WRITTEN)).isEqualTo(before);
    }

    @Test
    void askingWhatWouldHappenWritesNothing() {
        var before = server.books().rows(WRITTEN);

        var preview = api.post("/v1/vms?validate_only=true", Site.vm("perhaps")).expect(200);

        assertThat(preview.json().path("would_create").toString()).contains("vm perhaps");
        assertThat(preview.json().path("steps")).hasSize(4);
        assertThat(preview.json().path("quota_after").size()).isPositive();
        var network = network(Map.of("name", "perhaps", "prefix", "10.99.0.0/24"));
        api.post("/v1/networks?validate_only=true", network).expect(200);
        var vm = api.get("/v1/vms/there?project=shop&environment=prod").expect(200);
        var target = "/v1/vms/" + vm.at("/id") + "?validate_only=true";
        api.delete(target, vm.etag()).expect(200);
        api.post("/v1/vms/" + vm.at("/id") + ":stop?validate_only=true", Map.of())
                .expect(200);
        previewed(api.patch(target, vm.etag(), Map.of("labels", Map.of("a", "b"))), "would_change", "vm there");
        previewed(api.post("/v1/operator/services/nett:stop?validate_only=true", null), "would_change", "service nett");
        api.post("/v1/operator/services/moon:stop?validate_only=true", null).expect(404);
        api.get("/v1/operator/services")
                .expect(200)
                .json()
                .path("items")
                .forEach(service ->
                        assertThat(service.path("running").asBoolean()).isTrue());
        assertThat(server.books().rows(WRITTEN)).isEqualTo(before);
        assertThat(api.get("/v1/vms/" + vm.at("/id")).etag()).isEqualTo(vm.etag());
    }

    private static void previewed(Reply reply, String what, String said) {
        assertThat(reply.expect(200).headers().get("content-type")).isEqualTo(Preview.MEDIA_TYPE);
        assertThat(reply.json().path(what).toString()).contains(said);
    }

    @Test
    void everyMutationCanBeAskedFirst() {
        assertThat(Operations.all())
                .filteredOn(Operation::mutates)
                .as("operations that change something take validate_only")
                .allMatch(Operation::previewable);
    }

    @Test
    void allBreachesAreToldAtOnce() {
        var body = Json.tree(
                Map.of("name", "Not A Name", "vcpus", "four", "disk_gib", 0, "networks", List.of(), "colour", "red"));
        var reply = api.post("/v1/vms", body).expect(400);
        var pointers = new TreeSet<String>();
        reply.json()
                .path("violations")
                .forEach(found -> pointers.add(found.path("pointer").asString()));
        assertThat(pointers)
                .contains(
                        "/name",
                        "/project",
                        "/environment",
                        "/datacenter",
                        "/image",
                        "/vcpus",
                        "/disk_gib",
                        "/networks",
                        "/colour");
    }

    private Reply send(Bad bad, String target) {
        var headers = new HashMap<String, String>();
        if (bad.method().equals("POST")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        return api.send(bad.method(), target, bad.body(), headers);
    }

    private static void refused(Reply reply, Bad bad) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(bad.status());
        assertThat(reply.code()).as(reply.toString()).isEqualTo(bad.code());
        assertThat(reply.headers().get("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.at("/hint")).isNotBlank();
        assertThat(reply.at("/detail")).isNotBlank();
        assertThat(reply.at("/type")).isNotBlank();
        assertThat(reply.at("/request_id"))
                .startsWith("req_")
                .isEqualTo(reply.headers().get("x-request-id"));
        bad.said().forEach(said -> assertThat(reply.text()).contains(said));
        assertThat(reply.text()).doesNotContain("Exception", "SQL", "\tat ");
    }

    static Stream<Bad> bad() {
        var bad = new ArrayList<Bad>();
        bad.add(vm("an unknown field", Map.of("vcpu", 2), 400, "UNKNOWN_FIELD", "/vcpu", "did you mean vcpus"));
        bad.add(vm("a wrong type", Map.of("vcpus", "two"), 422, "VALIDATION_FAILED", "/vcpus", "whole number"));
        bad.add(vm("a number out of range", Map.of("vcpus", 99_999), 422, "VALIDATION_FAILED", "/vcpus", "256"));
        bad.add(vm("a number that no integer holds", Map.of("vcpus", 1e300), 422, "VALIDATION_FAILED", "/vcpus"));
        bad.add(vm(
                "a list of the wrong things",
                Map.of("networks", List.of("net")),
                422,
                "VALIDATION_FAILED",
                "/networks/0"));
        bad.add(vm("a bad name", Map.of("name", "Web_1"), 422, "VALIDATION_FAILED", "/name"));
        bad.add(vm("a taken name", Map.of("name", "there"), 409, "NAME_TAKEN", "there"));
        bad.add(vm("a missing image", Map.of("image", "nothing"), 422, "INVALID_REFERENCE", "/image", "nothing"));
        bad.add(vm(
                "a missing network",
                network("nowhere", null),
                422,
                "INVALID_REFERENCE",
                "/networks/0/network",
                "nowhere"));
        bad.add(vm("a missing environment", Map.of("environment", "moon"), 422, "INVALID_REFERENCE", "moon"));
        bad.add(vm("a missing datacenter", Map.of("datacenter", "moon"), 422, "INVALID_REFERENCE", "moon"));
        bad.add(vm("an address elsewhere", network("net", "10.77.0.5"), 422, "ADDRESS_NOT_IN_PREFIX", "10.77.0.5"));
        bad.add(vm("the gateway's address", network("net", "10.20.0.1"), 422, "ADDRESS_NOT_IN_PREFIX", "10.20.0.1"));
        bad.add(vm("no address", network("net", "ten"), 422, "ADDRESS_NOT_IN_PREFIX"));
        bad.add(vm("a machine larger than any host", Map.of("vcpus", 128), 507, "NO_CAPACITY", "128"));
        bad.add(vm(
                "too little memory for the image", Map.of("memory_mib", 63), 422, "VALIDATION_FAILED", "/memory_mib"));
        bad.add(vm("a NUL in a name", Map.of("name", "a\0b"), 422, "VALIDATION_FAILED", "/name"));
        bad.add(vm("a NUL in a label", Map.of("labels", Map.of("a", "b\0c")), 422, "VALIDATION_FAILED", "/labels/a"));
        bad.add(vm(
                "a NUL in a label's name", Map.of("labels", Map.of("a\0", "b")), 422, "VALIDATION_FAILED", "/labels"));
        bad.add(vm(
                "too much user data", Map.of("user_data", "x".repeat(65_537)), 422, "VALIDATION_FAILED", "/user_data"));
        bad.add(vm(
                "a network twice",
                Map.of("networks", List.of(Map.of("network", "net"), Map.of("network", "net"))),
                422,
                "VALIDATION_FAILED",
                "/networks"));
        bad.add(vm(
                "half a character", Map.of("labels", Map.of("a", "\\uD800")), 422, "VALIDATION_FAILED", "/labels/a"));
        bad.add(net("an overlapping prefix", "10.20.0.128/25", 409, "PREFIX_OVERLAP", "10.20.0.128/25"));
        bad.add(net("the same prefix", "10.20.0.0/24", 409, "PREFIX_OVERLAP"));
        bad.add(net("a prefix with host bits", "10.30.0.7/24", 422, "PREFIX_NOT_CANONICAL", "10.30.0.0/24"));
        bad.add(net("a public prefix", "8.8.8.0/24", 422, "PREFIX_NOT_ALLOWED"));
        bad.add(net("a prefix too large", "10.0.0.0/8", 422, "PREFIX_NOT_ALLOWED"));
        bad.add(net("a prefix too small", "10.30.0.0/30", 422, "PREFIX_NOT_ALLOWED"));
        bad.add(net("no prefix", "ten", 422, "VALIDATION_FAILED", "prefix"));
        bad.add(net("a prefix of the next protocol", "fd00::/64", 422, "VALIDATION_FAILED", "prefix"));
        bad.add(raw("broken JSON", "{\"name\": ", 400, "MALFORMED_JSON", "line 1"));
        bad.add(raw("an empty body", "", 422, "VALIDATION_FAILED", "/name"));
        bad.add(raw("a list as body", "[]", 400, "MALFORMED_JSON"));
        bad.add(raw("a string as body", "\"vm\"", 400, "MALFORMED_JSON"));
        bad.add(raw("a field twice", "{\"name\": \"a\", \"name\": \"b\"}", 400, "MALFORMED_JSON"));
        bad.add(raw("something after the body", "{} {}", 400, "MALFORMED_JSON"));
        bad.add(raw("a deep body", "{\"labels\":" + "[".repeat(5000) + "]".repeat(5000) + "}", 400, "MALFORMED_JSON"));
        bad.add(raw("a long number", "{\"vcpus\": " + "9".repeat(5000) + "}", 400, "MALFORMED_JSON"));
        bad.add(new Bad(
                "not UTF-8",
                "POST",
                "/v1/vms",
                "{\"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
                400,
                "MALFORMED_JSON",
                List.of()));
        bad.add(raw("a megabyte", "{\"name\": \"" + "x".repeat(1 << 20) + "\"}", 413, "BODY_TOO_LARGE"));
        bad.add(get("an unknown parameter", "/v1/vms?colour=red", 400, "UNKNOWN_PARAMETER", "colour"));
        bad.add(get("a page of nothing", "/v1/vms?page_size=0", 422, "VALIDATION_FAILED", "page_size"));
        bad.add(get("a page of everything", "/v1/vms?page_size=501", 422, "VALIDATION_FAILED", "page_size"));
        bad.add(get("a page of letters", "/v1/vms?page_size=many", 400, "MALFORMED_REQUEST", "page_size"));
        bad.add(get("a foreign page token", "/v1/vms?page_token=zzz", 400, "MALFORMED_REQUEST", "page_token"));
        bad.add(get("an unknown project", "/v1/vms?project=moon", 404, "RESOURCE_NOT_FOUND", "moon"));
        bad.add(get(
                "an unknown machine", "/v1/vms/moon?project=shop&environment=prod", 404, "RESOURCE_NOT_FOUND", "moon"));
        bad.add(get(
                "an identifier of another kind", "/v1/vms/net_01k3v8m2f4e9w01k3v8m2f4e9w", 404, "RESOURCE_NOT_FOUND"));
        bad.add(get("an unknown path", "/v1/moons", 404, "OPERATION_NOT_FOUND"));
        bad.add(get("a path without end", "/v1/vms/", 404, "OPERATION_NOT_FOUND"));
        bad.add(get("a verb that is not there", "/v1/vms/there:fly", 404, "OPERATION_NOT_FOUND"));
        bad.add(get("a NUL in the path", "/v1/vms/a%00b?project=shop&environment=prod", 400, "MALFORMED_REQUEST"));
        bad.add(get("a NUL in the query", "/v1/vms?project=a%00b", 400, "MALFORMED_REQUEST", "project"));
        bad.add(get(
                "a state that approvals don't have",
                "/v1/approvals?state=PERHAPS",
                422,
                "VALIDATION_FAILED",
                "PERHAPS",
                "PENDING"));
        approvals(bad);
        images(bad);
        copies(bad);
        consoles(bad);
        bad.add(get("a state that tasks don't have", "/v1/tasks?state=ASLEEP", 422, "VALIDATION_FAILED", "ASLEEP"));
        bad.add(new Bad(
                "a wrong method",
                "PATCH",
                "/v1/vms",
                "{}".getBytes(StandardCharsets.UTF_8),
                405,
                "METHOD_NOT_ALLOWED",
                List.of("GET", "POST")));
        bad.add(new Bad(
                "a method that HTTP does not have",
                "BREW",
                "/v1/vms",
                null,
                405,
                "METHOD_NOT_ALLOWED",
                List.of("GET", "POST")));
        return bad.stream();
    }

    private static void consoles(List<Bad> bad) {
        var scope = "?project=shop&environment=prod";
        var console = "/v1/vms/there/console:";
        var session = "{\"session\": \"" + Id.next(IdKind.CONSOLE) + "\"";
        bad.add(get("a console of no session", console + "follow" + scope, 422, "VALIDATION_FAILED", "session"));
        bad.add(get(
                "a console of what is no session",
                console + "follow" + scope + "&session=" + Id.next(IdKind.VM),
                422,
                "VALIDATION_FAILED",
                "names no session"));
        bad.add(get(
                "a session that is not there",
                console + "follow" + scope + "&session=" + Id.next(IdKind.CONSOLE),
                409,
                "CONSOLE_CLOSED",
                "dvce vm console"));
        bad.add(get(
                "a wait that is too long", console + "follow" + scope + "&wait_seconds=26", 422, "VALIDATION_FAILED"));
        bad.add(post(
                "keys that are no Base64",
                console + "type" + scope,
                session + ", \"offset\": 0, \"data\": \"l s\"}",
                422,
                "VALIDATION_FAILED",
                "/data"));
        bad.add(post(
                "keys that were typed before the first",
                console + "type" + scope,
                session + ", \"offset\": -1, \"data\": \"\"}",
                422,
                "VALIDATION_FAILED",
                "/offset"));
        bad.add(post(
                "a session closed that is not there",
                console + "close" + scope,
                session + "}",
                409,
                "CONSOLE_CLOSED",
                "there is none"));
        bad.add(post(
                "a console of a machine that is not there",
                "/v1/vms/moon/console:open" + scope,
                "{}",
                404,
                "RESOURCE_NOT_FOUND",
                "moon"));
    }

    private static void copies(List<Bad> bad) {
        var scope = "\"project\": \"shop\", \"environment\": \"prod\"}";
        bad.add(post(
                "a snapshot of what is not there",
                "/v1/snapshots",
                "{\"name\": \"mine\", \"volume\": \"moon\", " + scope,
                422,
                "INVALID_REFERENCE",
                "/volume"));
        bad.add(post(
                "a backup that can't be named",
                "/v1/backups",
                "{\"name\": \"My Backup\", \"volume\": \"moon\", " + scope,
                422,
                "VALIDATION_FAILED",
                "/name"));
        bad.add(get(
                "a snapshot that is not there",
                "/v1/snapshots/" + Id.next(IdKind.SNAPSHOT),
                404,
                "RESOURCE_NOT_FOUND",
                "dvce snapshot list"));
        bad.add(get(
                "a backup that is not there",
                "/v1/backups/" + Id.next(IdKind.BACKUP),
                404,
                "RESOURCE_NOT_FOUND",
                "dvce backup list"));
    }

    private static void images(List<Bad> bad) {
        var image = "/v1/operator/images/tiny@1";
        bad.add(post(
                "a channel that can't be named",
                image + ":promote",
                "{\"channel\": \"a:b\"}",
                422,
                "VALIDATION_FAILED",
                "/channel"));
        bad.add(post(
                "a version that is not there, promoted",
                "/v1/operator/images/tiny@none:promote",
                "{\"channel\": \"stable\"}",
                404,
                "RESOURCE_NOT_FOUND",
                "dvce image list"));
        bad.add(post("a retirement without a reason", image + ":retire", "{}", 422, "VALIDATION_FAILED", "/reason"));
        bad.add(post(
                "a copy to nowhere",
                image + ":replicate",
                "{\"datacenter\": \"moon\"}",
                422,
                "INVALID_REFERENCE",
                "moon"));
        bad.add(post(
                "a key that is none",
                "/v1/operator/image-keys",
                "{\"name\": \"release\", \"public_key\": \"swordfish\"}",
                422,
                "VALIDATION_FAILED",
                "/public_key"));
        bad.add(get(
                "a channel that is not there",
                "/v1/image-channels/tiny%3Amoon",
                404,
                "RESOURCE_NOT_FOUND",
                "dvce image-channel list"));
    }

    private static void approvals(List<Bad> bad) {
        var approval = "/v1/approvals/" + Id.next(IdKind.APPROVAL);
        bad.add(get("an approval that is not there", approval, 404, "RESOURCE_NOT_FOUND", "dv approval list"));
        bad.add(post(
                "an approval of nothing in particular", approval + ":approve", "{}", 422, "VALIDATION_FAILED", "hash"));
        bad.add(post(
                "an approval of what is no hash",
                approval + ":approve",
                "{\"hash\": \"the usual\"}",
                422,
                "VALIDATION_FAILED",
                "hash"));
        bad.add(post(
                "an empty document",
                "/v1/operator/inventory/plans",
                "{\"document\": \"\"}",
                422,
                "VALIDATION_FAILED",
                "at least 1 characters"));
        bad.add(post("a refusal without a reason", approval + ":reject", "{}", 422, "VALIDATION_FAILED", "reason"));
        bad.add(post(
                "a refusal with an empty reason",
                approval + ":reject",
                "{\"reason\": \"\"}",
                422,
                "VALIDATION_FAILED",
                "reason"));
        bad.add(post(
                "a project asked for in a tenant that is not there",
                "/v1/projects:request",
                "{\"name\": \"new\", \"tenant\": \"nowhere\"}",
                422,
                "INVALID_REFERENCE",
                "nowhere"));
        bad.add(post(
                "a project asked for whose name is taken",
                "/v1/projects:request",
                "{\"name\": \"shop\", \"tenant\": \"acme\"}",
                409,
                "NAME_TAKEN",
                "shop"));
        bad.add(post(
                "a network shared with an environment",
                "/v1/operator/networks/net:share?tenant=acme&project=shop&environment=prod",
                "{\"scope\": \"acme/shop/prod\"}",
                422,
                "VALIDATION_FAILED",
                "tenants and projects"));
        bad.add(post(
                "a network not shared any more that never was",
                "/v1/operator/networks/net:unshare?tenant=acme&project=shop&environment=prod",
                "{\"scope\": \"acme\"}",
                404,
                "RESOURCE_NOT_FOUND",
                "not shared"));
        bad.add(post(
                "a purge of what still holds machines",
                "/v1/projects/shop:purge?tenant=acme",
                "{}",
                409,
                "RESOURCE_IN_USE",
                "there"));
    }

    private static Bad vm(String title, Map<String, Object> more, int status, String code, String... said) {
        var body = Site.vm("bad");
        body.putAll(more);
        return new Bad(
                title,
                "POST",
                "/v1/vms",
                Json.write(body).replace("\\\\uD800", "\\uD800").getBytes(StandardCharsets.UTF_8),
                status,
                code,
                List.of(said));
    }

    private static Map<String, Object> network(String name, @Nullable String address) {
        var attachment = address == null ? Map.of("network", name) : Map.of("network", name, "address", address);
        return Map.of("networks", List.of(attachment));
    }

    private static Bad net(String title, String prefix, int status, String code, String... said) {
        return new Bad(
                title,
                "POST",
                "/v1/networks",
                Json.bytes(network(Map.of("prefix", prefix))),
                status,
                code,
                List.of(said));
    }

    private static Map<String, Object> network(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("name", "bad", "project", "shop", "environment", "prod", "datacenter", Site.DATACENTER));
        body.putAll(more);
        return body;
    }

    private static Bad raw(String title, String body, int status, String code, String... said) {
        return new Bad(title, "POST", "/v1/vms", body.getBytes(StandardCharsets.UTF_8), status, code, List.of(said));
    }

    private static Bad post(String title, String target, String body, int status, String code, String... said) {
        return new Bad(title, "POST", target, body.getBytes(StandardCharsets.UTF_8), status, code, List.of(said));
    }

    private static Bad get(String title, String target, int status, String code, String... said) {
        return new Bad(title, "GET", target, null, status, code, List.of(said));
    }
}
