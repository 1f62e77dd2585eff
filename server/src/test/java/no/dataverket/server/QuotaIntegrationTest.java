package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.server.Api.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Who may use how much, who decides that, and what was used.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuotaIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        site.datacenter("lab2");
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void operatorsLimitTenantsAndTenantsTheirProjectsWithinThat() {
        site.tenant("split");
        site.project("split", "web", Map.of());
        site.environment("split", "web", "prod");
        var admin = as("split-admin", "TENANT_ADMIN", "split", null);
        var editor = as("split-editor", "PROJECT_EDITOR", "split", "web");

        set(api, "split", Map.of("vms", 10)).expect(200);
        assertThat(set(admin, "split", Map.of("vms", 20)).code()).isEqualTo("ACTION_FORBIDDEN");
        var project = set(admin, "split/web", Map.of("vms", 8)).expect(200);
        assertThat(project.json().at("/limits/vms").asLong()).isEqualTo(8);
        assertThat(set(editor, "split/web", Map.of("vms", 9)).code()).isEqualTo("ACTION_FORBIDDEN");
        set(editor, "split/web/prod", Map.of("vms", 8)).expect(200);

        var above = set(admin, "split/web", Map.of("vms", 11)).expect(422);
        assertThat(above.at("/violations/0/pointer")).isEqualTo("/limits/vms");
        assertThat(above.at("/detail")).contains("at most 10").contains("split");
        var tenant = admin.get("/v1/quotas/split").expect(200);
        assertThat(tenant.json().at("/limits/vms").asLong()).isEqualTo(10);
        assertThat(tenant.json().at("/allotted/vms").asLong()).isEqualTo(8);
        site.project("split", "batch", Map.of("vms", 8));
        assertThat(admin.get("/v1/quotas/split").json().at("/allotted/vms").asLong())
                .isEqualTo(16);
    }

    @Test
    void quotasAreListedByLevelForThoseWhoSeeThem() {
        site.tenant("listed");
        site.project("listed", "one", Map.of("vms", 3));
        site.environment("listed", "one", "prod");
        site.project("listed", "two", Map.of());
        var admin = as("listed-admin", "TENANT_ADMIN", "listed", null);

        assertThat(addresses(admin.list("/v1/quotas")))
                .containsExactlyInAnyOrder("listed", "listed/one", "listed/one/prod", "listed/two");
        var projects = admin.list("/v1/quotas?level=PROJECT");
        assertThat(addresses(projects)).containsExactly("listed/one", "listed/two");
        assertThat(projects.getFirst())
                .isEqualTo(admin.get("/v1/quotas/listed%2Fone").json());
        assertThat(addresses(api.list("/v1/quotas?tenant=listed&project=one")))
                .containsExactly("listed/one", "listed/one/prod");
        assertThat(addresses(as("other-admin", "TENANT_ADMIN", "acme", null).list("/v1/quotas")))
                .isNotEmpty()
                .noneMatch(address -> address.startsWith("listed"));
        assertThat(api.get("/v1/quotas?level=RACK").expect(422).code()).isEqualTo("VALIDATION_FAILED");
        var page = admin.get("/v1/quotas?page_size=3").expect(200);
        assertThat(admin.get("/v1/quotas?page_token=" + page.at("/next_page_token"))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    private static List<String> addresses(List<JsonNode> quotas) {
        return quotas.stream().map(quota -> quota.path("address").asString()).toList();
    }

    @Test
    void aLimitIsChangedOnlyAsItWasSeenAndTheChangeIsWrittenDown() {
        site.tenant("seen");
        var stale = api.get("/v1/quotas/seen").expect(200).etag();
        var body = Map.of("limits", Map.of("vms", 3));
        api.patch("/v1/quotas/seen", stale, body).expect(200);
        assertThat(api.patch("/v1/quotas/seen", stale, body).expect(412).code()).isEqualTo("IF_MATCH_FAILED");
        var bytes = no.dataverket.core.json.Json.bytes(body);
        assertThat(api.send("PATCH", "/v1/quotas/seen", bytes, Map.of())
                        .expect(428)
                        .code())
                .isEqualTo("IF_MATCH_REQUIRED");
        var fresh = api.get("/v1/quotas/seen").etag();
        var cleared = api.patch("/v1/quotas/seen", fresh, "{\"limits\": {\"vms\": null}}")
                .expect(200);
        assertThat(cleared.json().at("/limits/vms").isMissingNode()).isTrue();
        assertThat(api.list("/v1/audit-entries?tenant=seen").stream()
                        .filter(entry -> entry.path("action").asString().equals("tenant.set-quota")))
                .hasSize(2);
    }

    @Test
    void aLimitInOneDatacenterRefusesThereAndSaysSo() {
        site.project("acme", "sited", Map.of());
        site.environment("acme", "sited", "prod");
        site.network("sited", "sited-net", Map.of("prefix", "10.40.0.0/24"));
        var quota = api.patch(
                        "/v1/quotas/acme%2Fsited",
                        api.get("/v1/quotas/acme%2Fsited").etag(),
                        Map.of("datacenter", Site.DATACENTER, "limits", Map.of("networks", 2)))
                .expect(200);
        assertThat(quota.json().at("/datacenters/0/limits/networks").asLong()).isEqualTo(2);
        assertThat(quota.json().at("/datacenters/0/usage/networks").asLong()).isEqualTo(1);
        assertThat(quota.json().at("/limits/networks").isMissingNode()).isTrue();

        api.succeed(network("sited", "two", Site.DATACENTER).expect(202));
        var refused = network("sited", "three", Site.DATACENTER).expect(422);

        assertThat(refused.code()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.at("/parameters/datacenter")).isEqualTo(Site.DATACENTER);
        assertThat(refused.at("/hint"))
                .contains("dv quota set acme/sited --limits networks=3 --datacenter " + Site.DATACENTER);
        api.succeed(network("sited", "three", "lab2").expect(202));
        assertThat(api.get("/v1/quotas/acme%2Fsited")
                        .json()
                        .at("/usage/networks")
                        .asLong())
                .isEqualTo(3);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void aStoppedMachineKeepsItsPlaceAndGivesBackOnlyWhatRuns() {
        site.project("acme", "resting", Map.of("running_vcpus", 1));
        site.environment("acme", "resting", "prod");
        site.network("resting", "net", Map.of("prefix", "10.41.0.0/24"));
        var first = create("first").expect(202);
        api.succeed(first);
        assertThat(create("second").code()).isEqualTo("QUOTA_EXCEEDED");

        api.succeed(api.post("/v1/vms/" + first.at("/resource/id") + ":stop", Map.of("force", true)));

        var usage = api.get("/v1/quotas/acme%2Fresting").json().path("usage");
        assertThat(usage.path("running_vcpus").asLong()).isZero();
        assertThat(usage.path("vcpus").asLong()).isEqualTo(1);
        assertThat(usage.path("vms").asLong()).isEqualTo(1);
        var second = create("second").expect(202);
        api.succeed(second);
        var start = api.post("/v1/vms/" + first.at("/resource/id") + ":start", Map.of());
        assertThat(start.expect(422).at("/parameters/dimension")).isEqualTo("running_vcpus");
        api.succeed(api.delete("/v1/vms/" + second.at("/resource/id")));
        api.succeed(api.post("/v1/vms/" + first.at("/resource/id") + ":start", Map.of()));

        var running = api.list("/v1/usage/intervals?tenant=acme&project=resting&dimension=running_vcpus&resource="
                + first.at("/resource/id"));
        assertThat(running).hasSize(2);
        assertThat(running.getFirst().has("ended")).isTrue();
        assertThat(running.getLast().has("ended")).isFalse();
        assertThat(api.list("/v1/usage/intervals?tenant=acme&project=resting&dimension=vcpus&resource="
                        + first.at("/resource/id")))
                .hasSize(1);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void usageIsShownToThoseWhoUseItAndOutlivesWhatWasUsed() {
        site.tenant("user");
        site.project("user", "app", Map.of());
        site.environment("user", "app", "prod");
        var accepted = network("app", "gone", Site.DATACENTER);
        api.succeed(accepted);
        api.succeed(api.delete("/v1/networks/" + accepted.at("/resource/id")));
        var own = as("user-admin", "TENANT_ADMIN", "user", null);

        var totals = own.list("/v1/usage");

        assertThat(totals).hasSize(1);
        assertThat(totals.getFirst().path("address").asString()).isEqualTo("user/app/prod");
        assertThat(totals.getFirst().path("dimension").asString()).isEqualTo("networks");
        assertThat(totals.getFirst().path("amount_at_end").asLong()).isZero();
        assertThat(own.list("/v1/usage/intervals")).hasSize(1).allSatisfy(interval -> {
            assertThat(interval.path("resource").asString()).isEqualTo(accepted.at("/resource/id"));
            assertThat(interval.has("ended")).isTrue();
        });
        assertThat(own.list("/v1/usage?from=2020-01-01T00:00:00Z&until=2020-02-01T00:00:00Z"))
                .isEmpty();
        assertThat(own.get("/v1/usage?from=yesterday").expect(422).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(own.get("/v1/usage?page_token=eHh4").expect(400).code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(own.get("/v1/operator/usage-check").status()).isEqualTo(403);
        var check = api.get("/v1/operator/usage-check").expect(200).json();
        assertThat(check.path("consistent").asBoolean()).isTrue();
        assertThat(check.path("events").asLong()).isPositive();
    }

    private Reply create(String name) {
        return api.post("/v1/vms", Site.vm(name, "resting", "net"));
    }

    private Reply network(String project, String name, String datacenter) {
        return api.post(
                "/v1/networks",
                Map.of("name", name, "project", project, "environment", "prod", "datacenter", datacenter));
    }

    private static Reply set(Api api, String address, Map<String, Object> limits) {
        var target = "/v1/quotas/" + address.replace("/", "%2F");
        return api.patch(target, api.get(target).expect(200).etag(), Map.of("limits", limits));
    }

    private Api as(String name, String role, String tenant, @Nullable String project) {
        var body = new HashMap<String, Object>(Map.of("role", role, "tenant", tenant));
        if (project != null) {
            body.put("project", project);
        }
        return new Api(server, site.token(name, body));
    }
}
