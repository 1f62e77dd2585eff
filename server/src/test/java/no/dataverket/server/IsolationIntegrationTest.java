package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operations;
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

/// What is not yours answers as if it were not there, in every operation that there is.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IsolationIntegrationTest {

    private static final String NONE = "";
    private static final String NAMED = "hidden";

    private RunningServer server;
    private Map<String, String> ids = Map.of();
    private Map<String, String> names = Map.of();
    private Set<String> markers = Set.of();
    private Map<String, Api> strangers = Map.of();
    private Map<String, Api> colleagues = Map.of();
    private Map<String, Api> nobodies = Map.of();
    private Map<String, Api> own = Map.of();

    @BeforeAll
    void start() {
        server = RunningServer.start();
        var site = Site.prepare(server, 1);
        var operator = server.api();
        var tenant = site.tenant(NAMED + "-tenant").at("/id");
        var project = site.project(tenant, NAMED + "-project", Map.of()).at("/id");
        var environment = site.environment(tenant, project, "prod").at("/id");
        var network = site.network(NAMED + "-project", NAMED + "-net", Map.of());
        var accepted = operator.post("/v1/vms", Site.vm(NAMED + "-vm", NAMED + "-project", NAMED + "-net"));
        operator.succeed(accepted);
        var volume = operator.post("/v1/volumes", Site.volume(NAMED + "-volume", NAMED + "-project"));
        operator.succeed(volume);
        var snapshot = copied(operator, "snapshot");
        var backup = copied(operator, "backup");
        var token = operator.post(
                        "/v1/tokens", Map.of("name", NAMED + "-token", "role", "TENANT_ADMIN", "tenant", tenant))
                .expect(201);
        site.project(tenant, NAMED + "-done", Map.of());
        var held = operator.post("/v1/projects/" + NAMED + "-done:purge?tenant=" + tenant, Map.of())
                .expect(202);
        var approval = operator.get("/v1/tasks/" + held.task()).at("/waiting_for/name");
        site.shape("plain", 1, Site.MEMORY_MIB, true);
        var channel = operator.post("/v1/operator/images/tiny@1:promote", Map.of("channel", "stable"))
                .expect(200)
                .at("/id");
        var shared = new HashMap<>(Map.of(
                "datacenter",
                Site.DATACENTER,
                "image",
                Site.IMAGE,
                "hypervisor",
                "sim-1",
                "runbook",
                "rb-svc-001",
                "service",
                "nett",
                "dead_letter",
                Id.next(IdKind.DEAD_LETTER).toString(),
                "offering",
                "vm",
                "workflow",
                "vm.create"));
        shared.putAll(Map.of(
                "shape",
                "plain",
                "image_channel",
                channel,
                "image_key",
                Id.next(IdKind.IMAGE_KEY).toString()));
        var identified = new HashMap<>(shared);
        identified.putAll(site.inventory());
        identified.putAll(Map.of(
                "tenant", tenant,
                "project", project,
                "environment", environment,
                "network", network,
                "vm", accepted.at("/resource/id"),
                "scope", project,
                "task", accepted.task(),
                "approval", approval,
                "token", token.at("/token/id")));
        identified.put("volume", volume.at("/resource/id"));
        identified.putAll(Map.of("snapshot", snapshot, "backup", backup));
        ids = identified;
        var named = new HashMap<>(identified);
        named.putAll(Map.of(
                "tenant", NAMED + "-tenant",
                "project", NAMED + "-project",
                "environment", "prod",
                "network", NAMED + "-net",
                "vm", NAMED + "-vm",
                "scope", NAMED + "-tenant%2F" + NAMED + "-project"));
        named.put("volume", NAMED + "-volume");
        named.putAll(Map.of("snapshot", NAMED + "-snapshot", "backup", NAMED + "-backup"));
        names = named;
        markers = new TreeSet<>(List.of(
                tenant,
                project,
                environment,
                network,
                ids.get("vm"),
                ids.get("task"),
                approval,
                ids.get("token"),
                NAMED + "-tenant",
                NAMED + "-project",
                NAMED + "-net",
                NAMED + "-vm",
                ids.get("volume"),
                NAMED + "-volume",
                snapshot,
                backup,
                NAMED + "-snapshot",
                NAMED + "-backup",
                NAMED + "-token"));
        site.project("acme", "side", Map.of());
        strangers = Map.of(
                "the administrator of another tenant", as(site, "boss", "TENANT_ADMIN", "acme", null),
                "the viewer of another project", as(site, "looker", "PROJECT_VIEWER", "acme", "side"),
                "the editor of another project", as(site, "writer", "PROJECT_EDITOR", "acme", "side"));
        var side = site.project(tenant, "beside", Map.of()).at("/id");
        colleagues = Map.of(
                "the viewer beside", as(site, "beside-v", "PROJECT_VIEWER", tenant, side),
                "the editor beside", as(site, "beside-e", "PROJECT_EDITOR", tenant, side));
        own = Map.of(
                "VIEWER", as(site, "v", "PROJECT_VIEWER", tenant, project),
                "EDITOR", as(site, "e", "PROJECT_EDITOR", tenant, project),
                "TENANT_ADMIN", as(site, "a", "TENANT_ADMIN", tenant, null));
        nobodies = Map.of(
                "nobody",
                new Api(server, null),
                "a guesser",
                new Api(server, "dvt_guess"),
                "one whose token is revoked",
                revoked(site),
                "one whose token is over",
                expired(site));
    }

    /// A copy of the volume; gives its identifier.
    private static String copied(Api operator, String kind) {
        var accepted = operator.post(
                "/v1/" + kind + "s",
                Map.of(
                        "name", NAMED + "-" + kind,
                        "volume", NAMED + "-volume",
                        "project", NAMED + "-project",
                        "environment", "prod"));
        operator.succeed(accepted);
        return accepted.at("/resource/id");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<String> operations() {
        return Operations.all().stream().map(Operation::id);
    }

    /// Else a new operation would be refused for what it is asked with, and not for who asks.
    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsTriedOnSomethingThatIsThereWithABodyThatItTakes(String id) {
        var operation = operation(id);
        for (var known : List.of(ids, names)) {
            assertThat(known.keySet()).as(id + ": give it a row in ids").containsAll(operation.pathParameters());
            assertThat(known.values()).as(id).doesNotContain(NONE);
        }
        if (operation.request() != null) {
            assertThat(IsolationBodies.of(id, ids))
                    .as(id + ": give it a row in IsolationBodies")
                    .isNotNull();
        }
    }

    /// Who is of the same tenant and of another project may know the tenant, and nothing of the project.
    @ParameterizedTest
    @MethodSource("operations")
    void invariant31_colleaguesSeeAndChangeNothingOfAnotherProject(String id) {
        var operation = operation(id);
        var hidden = new TreeSet<>(markers);
        hidden.removeAll(List.of(ids.getOrDefault("tenant", NONE), names.getOrDefault("tenant", NONE)));
        var before = server.books().rows("tenancy", "inventory", "offerings", "tasks", "approvals", "audit");
        colleagues.forEach((who, api) -> {
            for (var known : List.of(ids, names)) {
                var request = request(operation, known);
                if (request.names(hidden)) {
                    var reply = send(api, operation, request);
                    assertThat(reply.status())
                            .as(who + ": " + request + " -> " + reply)
                            .isIn(403, 404, 422);
                    requireSilence(who, hidden, request, reply);
                }
            }
            if (operation.method() == Operation.Method.GET
                    && operation.pathParameters().isEmpty()) {
                var request = request(operation, ids);
                requireSilence(who, hidden, request, send(api, operation, request));
            }
        });
        assertThat(server.books().rows("tenancy", "inventory", "offerings", "tasks", "approvals", "audit"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void invariant31_strangersSeeAndChangeNothing(String id) {
        var operation = operation(id);
        strangers.forEach((who, api) -> {
            for (var known : List.of(ids, names)) {
                var request = request(operation, known);
                var reply = send(api, operation, request);
                assertThat(reply.status())
                        .as(who + ": " + request + " -> " + reply)
                        .isNotEqualTo(500);
                if (request.names(markers)) {
                    assertThat(reply.status())
                            .as(who + ": " + request + " -> " + reply)
                            .isIn(401, 403, 404, 422);
                } else if (operation.access() == Access.OPERATOR) {
                    assertThat(reply.status())
                            .as(who + ": " + request + " -> " + reply)
                            .isEqualTo(403);
                }
                requireSilence(who, request, reply);
            }
            for (var parameter : operation.parameters()) {
                var hidden = ids.get(parameter.name());
                if (operation.method() == Operation.Method.GET
                        && hidden != null
                        && Set.of("tenant", "project", "environment").contains(parameter.name())) {
                    var request = request(operation, ids).with(parameter.name() + "=" + hidden);
                    var reply = send(api, operation, request);
                    assertThat(reply.status())
                            .as(who + ": " + request + " -> " + reply)
                            .isIn(403, 404);
                    requireSilence(who, request, reply);
                }
            }
        });
    }

    /// Whoever asks for what is somebody else's is answered to the letter as if it were nowhere: nothing tells the two
    /// apart.
    @ParameterizedTest
    @MethodSource("operations")
    void invariant31_whatIsForeignAnswersAsWhatIsNowhere(String id) {
        var operation = operation(id);
        strangers.forEach((who, api) -> {
            for (var known : List.of(ids, names)) {
                var foreign = request(operation, known);
                if (foreign.names(markers)) {
                    var twins = twins(known);
                    requireAlike(who, operation, api, foreign, request(operation, known, twins), twins);
                }
            }
            for (var parameter : operation.parameters()) {
                var hidden = ids.get(parameter.name());
                if (operation.method() == Operation.Method.GET && hidden != null && markers.contains(hidden)) {
                    var list = request(operation, ids);
                    var twins = twins(ids);
                    requireAlike(
                            who,
                            operation,
                            api,
                            list.with(parameter.name() + "=" + hidden),
                            request(operation, ids, twins).with(parameter.name() + "=" + twins.get(hidden)),
                            twins);
                }
            }
        });
    }

    private static void requireAlike(
            String who, Operation operation, Api api, Wanted foreign, Wanted nowhere, Map<String, String> twins) {
        var one = send(api, operation, foreign);
        var other = send(api, operation, nowhere);
        var told = replaced(one.text(), twins);
        assertThat(other.status()).as(who + ": " + foreign + " -> " + one).isEqualTo(one.status());
        assertThat(anonymous(told)).as(who + ": " + foreign).isEqualTo(anonymous(other.text()));
        assertThat(one.headers().keySet()).isEqualTo(other.headers().keySet());
    }

    /// Something of the same kind that is nowhere, for each thing that is hidden.
    private Map<String, String> twins(Map<String, String> known) {
        var twins = new HashMap<String, String>();
        for (var value : known.values()) {
            if (markers.contains(value)) {
                twins.put(
                        value,
                        Id.tryParse(value)
                                .map(id -> Id.next(id.kind()).toString())
                                .orElse("nowher" + value.substring(6)));
            }
        }
        return twins;
    }

    private static String replaced(String text, Map<String, String> instead) {
        var replaced = text;
        for (var twin : instead.entrySet()) {
            replaced = replaced.replace(twin.getKey(), twin.getValue());
        }
        return replaced;
    }

    private static String anonymous(String answer) {
        return answer.replaceAll("req_[0-9a-z]{26}", "req");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void invariant31_whoProvesNothingGetsNothing(String id) {
        var operation = operation(id);
        nobodies.forEach((who, api) -> {
            var request = request(operation, ids);
            var reply = send(api, operation, request);
            if (operation.access() != Access.PUBLIC) {
                assertThat(reply.status())
                        .as(who + ": " + request + " -> " + reply)
                        .isEqualTo(401);
                assertThat(reply.code()).isEqualTo("AUTHENTICATION_REQUIRED");
                assertThat(reply.headers()).containsKey("www-authenticate");
            }
            requireSilence(who, request, reply);
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void invariant31_noRoleDoesMoreThanItMay(String id) {
        var operation = operation(id);
        var before = server.books().rows("tenancy", "inventory", "offerings", "tasks", "approvals", "audit");
        own.forEach((role, api) -> {
            if (operation.access().compareTo(Access.valueOf(role)) > 0) {
                var request = request(operation, ids);
                var reply = send(api, operation, request);
                assertThat(reply.status())
                        .as(role + ": " + request + " -> " + reply)
                        .isEqualTo(403);
            }
        });
        assertThat(server.books().rows("tenancy", "inventory", "offerings", "tasks", "approvals", "audit"))
                .isEqualTo(before);
    }

    @Test
    void invariant31_nobodyGivesAwayMoreThanTheyHold() {
        var tenant = ids.getOrDefault("tenant", NONE);
        var project = ids.getOrDefault("project", NONE);
        var wanted = List.of(
                Map.of("name", "up", "role", "PLATFORM_OPERATOR"),
                Map.of("name", "up", "role", "TENANT_ADMIN", "tenant", tenant),
                Map.of("name", "up", "role", "PROJECT_EDITOR", "tenant", tenant, "project", project));
        for (var body : wanted) {
            assertThat(own("VIEWER").post("/v1/tokens", body).status()).isIn(403, 404);
            assertThat(own("EDITOR").post("/v1/tokens", body).status()).isIn(403, 404);
            strangers
                    .values()
                    .forEach(api ->
                            assertThat(api.post("/v1/tokens", body).status()).isIn(403, 404, 422));
        }
        assertThat(own("TENANT_ADMIN").post("/v1/tokens", wanted.getFirst()).status())
                .isEqualTo(403);
    }

    @Test
    void whoMaySeeSeesAll() {
        own.forEach((role, api) -> {
            assertThat(api.list("/v1/vms")).as(role).hasSize(1);
            assertThat(api.list("/v1/networks")).as(role).hasSize(1);
            assertThat(api.list("/v1/snapshots")).as(role).hasSize(1);
            assertThat(api.list("/v1/backups")).as(role).hasSize(1);
            assertThat(api.list("/v1/tasks?project=" + ids.get("project")))
                    .as(role)
                    .hasSize(5);
            assertThat(api.get("/v1/vms/" + NAMED + "-vm?project=" + NAMED + "-project&environment=prod")
                            .status())
                    .isEqualTo(200);
        });
    }

    /// One request that the operation would take, were it allowed.
    record Wanted(String target, @Nullable Map<String, Object> body) {

        Wanted with(String parameter) {
            return new Wanted(target + (target.contains("?") ? "&" : "?") + parameter, body);
        }

        boolean names(Set<String> markers) {
            return markers.stream().anyMatch(toString()::contains);
        }
    }

    private Wanted request(Operation operation, Map<String, String> known, Map<String, String> instead) {
        var target = replaced(request(operation, known).target(), instead);
        var other = new HashMap<>(known);
        other.replaceAll((name, value) -> replaced(value, instead));
        return new Wanted(target, IsolationBodies.of(operation.id(), other));
    }

    private Wanted request(Operation operation, Map<String, String> known) {
        var target = operation.path();
        for (var parameter : operation.pathParameters()) {
            target = target.replace("{" + parameter + "}", known.getOrDefault(parameter, NONE));
        }
        if (known.equals(names) && !operation.pathParameters().isEmpty()) {
            var scope = new StringBuilder();
            for (var parameter : operation.parameters()) {
                if (Set.of("tenant", "project", "environment").contains(parameter.name())) {
                    scope.append(scope.isEmpty() ? "?" : "&")
                            .append(parameter.name())
                            .append('=')
                            .append(known.get(parameter.name()));
                }
            }
            target += scope;
        }
        return new Wanted(target, IsolationBodies.of(operation.id(), known));
    }

    private static Reply send(Api api, Operation operation, Wanted request) {
        var headers = new HashMap<String, String>();
        if (operation.method() == Operation.Method.POST) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (operation.ifMatchRequired()) {
            headers.put("If-Match", "*");
        }
        var body = request.body();
        return api.send(operation.method().name(), request.target(), body == null ? null : Json.bytes(body), headers);
    }

    /// What the one who asked has named themselves is no news to them.
    private void requireSilence(String who, Wanted request, Reply reply) {
        requireSilence(who, markers, request, reply);
    }

    private static void requireSilence(String who, Set<String> hidden, Wanted request, Reply reply) {
        for (var marker : hidden) {
            if (!request.toString().contains(marker)) {
                assertThat(reply.text()).as(who + ": " + request).doesNotContain(marker);
            }
        }
    }

    private static Operation operation(String id) {
        return Operations.all().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Api own(String role) {
        return java.util.Objects.requireNonNull(own.get(role));
    }

    private Api as(Site site, String name, String role, String tenant, @Nullable String project) {
        var body = new HashMap<String, Object>(Map.of("role", role, "tenant", tenant));
        if (project != null) {
            body.put("project", project);
        }
        return new Api(server, site.token(name, body));
    }

    private Api revoked(Site site) {
        var made = server.api()
                .post("/v1/tokens", Map.of("name", "gone", "role", "PLATFORM_OPERATOR"))
                .expect(201);
        var api = new Api(server, made.at("/secret"));
        api.get("/v1/whoami").expect(200);
        server.api()
                .send("DELETE", "/v1/tokens/" + made.at("/token/id"), null, Map.of())
                .expect(204);
        assertThat(site).isNotNull();
        return api;
    }

    private Api expired(Site site) {
        var api = new Api(server, site.token("short", Map.of("role", "PLATFORM_OPERATOR", "expires_in", "PT0.5S")));
        eventually(() -> api.get("/v1/whoami").status(), status -> status == 401);
        return api;
    }
}
