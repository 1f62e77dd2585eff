package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.dataverket.server.Api.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What is missing is told before, not deep in a failing task; and what is told is true.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PreflightIntegrationTest {

    private static final List<String> AVAILABILITIES = List.of("SELF_SERVICE", "OPERATOR_GATED", "DISABLED", "INHERIT");

    private RunningServer server;
    private Site site;
    private Api api;
    private Map<String, Api> actors = Map.of();

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        api = server.api();
        actors = Map.of(
                "operator", api,
                "admin", as("admin", "TENANT_ADMIN", "acme", null),
                "editor", as("editor", "PROJECT_EDITOR", "acme", "shop"),
                "viewer", as("viewer", "PROJECT_VIEWER", "acme", "shop"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void preflightAndCreationAgreeInEveryStateThatIsTried() {
        var random = new Random(20261121);
        var seen = new TreeSet<String>();
        for (int i = 0; i < 150; i++) {
            var kind = pick(random, "vm", "vm", "network", "environment", "project");
            decide(kind, pick(random, "acme", "acme/shop"), pick(random, AVAILABILITIES));
            if (random.nextInt(4) == 0) {
                quota(pick(random, "acme", "acme/shop", "acme/shop/prod"), pick(random, "vms", "networks"), random);
            }
            var body = body(kind, i, random);
            var who = pick(random, "operator", "operator", "admin", "editor", "editor", "viewer");
            var actor = Objects.requireNonNull(actors.get(who));

            var preflight = actor.post("/v1/" + kind + "s:preflight", body);
            var creation = actor.post("/v1/" + kind + "s", body);

            var state = i + " " + who + " " + kind + " " + body + "\n" + preflight + "\n" + creation;
            boolean created = creation.status() == 201 || creation.status() == 202;
            if (preflight.status() != 200) {
                assertThat(preflight.status()).as(state).isEqualTo(creation.status());
                assertThat(preflight.code()).as(state).isEqualTo(creation.code());
            } else {
                assertThat(preflight.json().path("ready").asBoolean()).as(state).isEqualTo(created);
                assertThat(preflight.at("/problem/code")).as(state).isEqualTo(creation.code());
                assertThat(preflight.json().has("preview")).as(state).isEqualTo(created);
                assertThat(missing(preflight).isEmpty()).as(state).isEqualTo(created);
                assertThat(missing(preflight)).as(state).allSatisfy(check -> {
                    assertThat(check.path("code").asString()).isNotBlank();
                    assertThat(check.path("detail").asString()).isNotBlank();
                    assertThat(check.path("hint").asString()).isNotBlank();
                });
            }
            seen.add(creation.code());
        }
        for (var scope : List.of("acme", "acme/shop")) {
            List.of("vm", "network", "environment", "project").forEach(kind -> decide(kind, scope, "INHERIT"));
        }
        assertThat(seen)
                .contains(
                        "",
                        "ACTION_FORBIDDEN",
                        "INVALID_REFERENCE",
                        "NAME_TAKEN",
                        "NO_CAPACITY",
                        "OFFERING_GATED",
                        "OFFERING_NOT_ENABLED",
                        "QUOTA_EXCEEDED");
    }

    @Test
    void allThatIsMissingIsToldAtOnceWithWhatMendsIt() {
        decide("vm", "acme/shop", "DISABLED");
        var body = Site.vm("nothing-is-there");
        body.put("image", "no-such-image");
        body.put("networks", List.of(Map.of("network", "no-such-net")));

        var viewer = Objects.requireNonNull(actors.get("viewer"));
        var missing = missing(viewer.post("/v1/vms:preflight", body).expect(200));

        assertThat(missing.stream().map(check -> check.path("requirement").asString()))
                .containsExactlyInAnyOrder("ROLE", "AVAILABILITY", "REFERENCE", "REFERENCE");
        var hints = missing.stream().map(check -> check.path("hint").asString()).toList();
        assertThat(hints)
                .anySatisfy(hint -> assertThat(hint).contains("dv offering set vm --availability SELF_SERVICE --scope"))
                .anySatisfy(
                        hint -> assertThat(hint).contains("dvnet network create no-such-net --project shop --env prod"))
                .anySatisfy(hint -> assertThat(hint).contains("dvce image list"));
        decide("vm", "acme/shop", "INHERIT");
        var refused = api.post("/v1/vms", body).expect(422);
        assertThat(refused.json().path("violations")).hasSize(2);
    }

    @Test
    void anEnvironmentThatIsMissingIsNamedWithTheCommandThatMakesIt() {
        var body = Site.vm("early");
        body.put("environment", "staging");
        var reply = api.post("/v1/vms:preflight", body).expect(200);
        assertThat(missing(reply))
                .anySatisfy(check -> assertThat(check.path("hint").asString())
                        .contains("dv environment create staging --project shop"));
        assertThat(api.post("/v1/vms", body).expect(422).code()).isEqualTo("INVALID_REFERENCE");
    }

    @Test
    void theOfferingsOfAScopeSayWhoMayCreateWhatAndWhatIsLeft() {
        site.tenant("onboard");
        site.project("onboard", "first", Map.of("vms", 7));
        var admin = as("onboarder", "TENANT_ADMIN", "onboard", null);
        var editor = as("onboarded", "PROJECT_EDITOR", "onboard", "first");

        var offerings = new HashMap<String, JsonNode>();
        admin.list("/v1/offerings?tenant=onboard&project=first")
                .forEach(offering -> offerings.put(offering.path("name").asString(), offering));

        assertThat(offerings.keySet()).containsExactlyInAnyOrder("project", "environment", "network", "volume", "vm");
        var project = Objects.requireNonNull(offerings.get("project"));
        assertThat(project.path("self_service").asBoolean()).isTrue();
        assertThat(project.path("role").asString()).isEqualTo("TENANT_ADMIN");
        var vm = Objects.requireNonNull(offerings.get("vm"));
        assertThat(vm.path("environment_required").asBoolean()).isTrue();
        assertThat(vm.at("/limits/0/left").asLong()).isEqualTo(7);
        assertThat(vm.at("/limits/0/address").asString()).isEqualTo("onboard/first");
        assertThat(vm.at("/placement/0/datacenter").asString()).isEqualTo(Site.DATACENTER);
        assertThat(vm.at("/placement/0/largest_vcpus").asLong()).isEqualTo(64);
        assertThat(vm.at("/dependencies/nett").asBoolean()).isTrue();
        assertThat(vm.path("prerequisites").toString()).contains("dv environment create NAME --project first");
        assertThat(editor.get("/v1/offerings/project?tenant=onboard&project=first")
                        .json()
                        .path("self_service")
                        .asBoolean())
                .isFalse();

        decide("network", "onboard", "OPERATOR_GATED");
        var gated =
                admin.get("/v1/offerings/network?tenant=onboard&project=first").expect(200);
        assertThat(gated.at("/availability")).isEqualTo("OPERATOR_GATED");
        assertThat(gated.at("/decided_by")).isEqualTo("tenant onboard");
        assertThat(gated.json().path("self_service").asBoolean()).isFalse();
        decide("network", "onboard/first", "SELF_SERVICE");
        assertThat(admin.get("/v1/offerings/network?tenant=onboard&project=first")
                        .at("/decided_by"))
                .isEqualTo("project onboard/first");
        assertThat(api.list("/v1/audit-entries?tenant=onboard").stream()
                        .map(entry -> entry.path("action").asString()))
                .contains("offering.operator_gated", "offering.self_service");
        var page = admin.get("/v1/offerings?page_size=3").expect(200);
        assertThat(admin.get("/v1/offerings?page_token=" + page.at("/next_page_token"))
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void whatIsDecidedHoldsForWhatIsNewAndNotForWhatIsThere() {
        site.tenant("closed");
        site.project("closed", "old", Map.of());
        var admin = as("closed-admin", "TENANT_ADMIN", "closed", null);
        decide("project", "closed", "OPERATOR_GATED");

        var refused = admin.post("/v1/projects", Map.of("name", "new", "tenant", "closed"))
                .expect(403);

        assertThat(refused.code()).isEqualTo("OFFERING_GATED");
        assertThat(refused.at("/hint")).contains("dv offering set project --availability SELF_SERVICE --scope");
        admin.post("/v1/environments", Map.of("name", "prod", "tenant", "closed", "project", "old"))
                .expect(201);
        api.post("/v1/projects", Map.of("name", "new", "tenant", "closed")).expect(201);
        decide("project", "closed", "DISABLED");
        assertThat(api.post("/v1/projects", Map.of("name", "newer", "tenant", "closed"))
                        .code())
                .isEqualTo("OFFERING_NOT_ENABLED");
        decide("project", "closed", "INHERIT");
        admin.post("/v1/projects", Map.of("name", "newer", "tenant", "closed")).expect(201);
    }

    private static List<JsonNode> missing(Reply preflight) {
        var missing = new ArrayList<JsonNode>();
        for (var check : preflight.json().path("checks")) {
            if (check.path("blocks").asBoolean() && !check.path("satisfied").asBoolean()) {
                missing.add(check);
            }
        }
        return missing;
    }

    private void decide(String offering, String scope, String availability) {
        var body = new HashMap<String, Object>(Map.of("scope", scope));
        if (!availability.equals("INHERIT")) {
            body.put("availability", availability);
        }
        api.post("/v1/operator/offerings/" + offering + ":set-availability", body)
                .expect(200);
    }

    /// A limit near to what is used, or none.
    private void quota(String address, String dimension, Random random) {
        var target = "/v1/quotas/" + address.replace("/", "%2F");
        var now = api.get(target).expect(200);
        long used = now.json().at("/usage/" + dimension).asLong();
        var limit = random.nextInt(2) == 0 ? "null" : Long.toString(used + random.nextInt(2));
        var reply = api.patch(target, now.etag(), "{\"limits\": {\"" + dimension + "\": " + limit + "}}");
        assertThat(reply.status()).as(reply.toString()).isIn(200, 422);
    }

    private static Map<String, Object> body(String kind, int i, Random random) {
        var name = pick(random, "n-" + i, "n-" + i, "n-" + i, "taken");
        return switch (kind) {
            case "project" -> new HashMap<>(Map.of("name", name, "tenant", pick(random, "acme", "acme", "nobody")));
            case "environment" ->
                new HashMap<>(Map.of(
                        "name", name, "tenant", "acme", "project", pick(random, "shop", "shop", "shop", "nowhere")));
            case "network" -> {
                var body = in(name, random);
                if (random.nextBoolean()) {
                    body.put("prefix", "10." + (60 + random.nextInt(2)) + "." + random.nextInt(3) + ".0/24");
                }
                if (random.nextInt(6) == 0) {
                    body.put("prefix_length", 20);
                }
                yield body;
            }
            default -> {
                var body = in(name, random);
                body.put("image", pick(random, Site.IMAGE, Site.IMAGE, Site.IMAGE, Site.IMAGE, "absent"));
                body.put("vcpus", pick(random, "1", "1", "1", "200").transform(Integer::valueOf));
                body.put("memory_mib", Site.MEMORY_MIB);
                var nets = Stream.generate(() -> pick(random, "net", "net", "net", "net", "net", "absent"))
                        .limit(1 + random.nextInt(10) / 9)
                        .map(net -> network(net, random))
                        .toList();
                body.put("networks", nets);
                yield body;
            }
        };
    }

    private static Map<String, Object> network(String name, Random random) {
        var network = new HashMap<String, Object>(Map.of("network", name));
        if (random.nextInt(4) == 0) {
            network.put("address", pick(random, "10.20.0.200", "10.20.0.201", "10.20.0.255", "10.99.0.1"));
        }
        return network;
    }

    private static Map<String, Object> in(String name, Random random) {
        return new LinkedHashMap<>(Map.of(
                "name",
                name,
                "tenant",
                "acme",
                "project",
                pick(random, "shop", "shop", "shop", "shop", "shop", "nowhere"),
                "environment",
                pick(random, "prod", "prod", "prod", "prod", "prod", "absent"),
                "datacenter",
                pick(random, Site.DATACENTER, Site.DATACENTER, Site.DATACENTER, Site.DATACENTER, "absent")));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Api as(String name, String role, String tenant, @Nullable String project) {
        var body = new HashMap<String, Object>(Map.of("role", role, "tenant", tenant));
        if (project != null) {
            body.put("project", project);
        }
        return new Api(server, site.token(name, body));
    }
}
