package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A network that operators provide is used by those whom it is provided to, and by nobody else.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedNetworkIntegrationTest {

    private static final String BACKBONE = "?tenant=provider&project=core&environment=prod";

    private RunningServer server;
    private Api operator;
    private Api provider;
    private Api member;
    private Api beside;
    private Api stranger;
    private String network = "";

    @BeforeAll
    void start() {
        server = RunningServer.start();
        var site = Site.prepare(server, 1);
        operator = server.api();
        site.tenant("provider");
        site.project("provider", "core", Map.of());
        site.environment("provider", "core", "prod");
        network = site.network("core", "backbone", Map.of("tenant", "provider"));
        site.project("acme", "side", Map.of());
        site.environment("acme", "side", "prod");
        site.tenant("strange");
        site.project("strange", "shop", Map.of());
        site.environment("strange", "shop", "prod");
        provider = new Api(server, site.token("provider", Map.of("role", "TENANT_ADMIN", "tenant", "provider")));
        member = new Api(server, editor(site, "member", "shop"));
        beside = new Api(server, editor(site, "beside", "side"));
        stranger = new Api(server, site.token("stranger", Map.of("role", "TENANT_ADMIN", "tenant", "strange")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whoAProvidedNetworkIsForUsesItAndNobodyElseDoes() {
        assertThat(member.post("/v1/vms", vm("early", "shop")).code()).isEqualTo("INVALID_REFERENCE");
        share("share", "acme/shop").expect(200);
        assertThat(share("share", "acme/shop").expect(200).at("/address")).isEqualTo("acme/shop");
        assertThat(share("share", "acme/shop/prod").code()).isEqualTo("VALIDATION_FAILED");

        assertThat(listed(operator)).containsExactly("backbone for acme/shop");
        assertThat(listed(member)).containsExactly("backbone for acme/shop");
        assertThat(listed(beside)).isEmpty();
        assertThat(listed(stranger)).isEmpty();
        assertThat(member.get("/v1/offerings/vm?project=shop&environment=prod").text())
                .contains("backbone (shared)");
        for (var foreign : List.of(
                beside.post("/v1/vms", vm("mine", "side")),
                stranger.post("/v1/vms", vm("mine", "shop")),
                stranger.post("/v1/vms", with(vm("mine", "shop"), network)))) {
            assertThat(foreign.code()).isEqualTo("INVALID_REFERENCE");
        }
        // Its address and what else is on it are not theirs to see; that they are on it is.
        assertThat(member.get("/v1/networks/" + network).status()).isEqualTo(404);

        var created = member.post("/v1/vms", vm("one", "shop"));
        member.succeed(created);
        member.succeed(member.post("/v1/vms", with(vm("two", "shop"), network)));
        assertThat(member.get("/v1/vms/" + created.at("/resource/id")).text()).contains(network);

        var refused = provider.delete("/v1/networks/backbone" + BACKBONE).expect(409);
        assertThat(refused.code()).isEqualTo("RESOURCE_IN_USE");
        assertThat(refused.text()).contains("not yours to see").doesNotContain("one, two", "vm/two");
        var environment = "/v1/environments/prod:empty?tenant=provider&project=core";
        assertThat(empty(environment).code()).isEqualTo("RESOURCE_IN_USE");

        share("unshare", "acme/shop").expect(200);
        assertThat(share("unshare", "acme/shop").code()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(listed(member)).isEmpty();
        assertThat(member.post("/v1/vms", vm("late", "shop")).code()).isEqualTo("INVALID_REFERENCE");
        var emptying = empty(environment).expect(202);
        assertThat(operator.await(emptying.task()).at("/error/code").asString()).isEqualTo("RESOURCE_IN_USE");
        operator.get("/v1/networks/" + network).expect(200);

        member.succeed(
                member.post("/v1/vms/one:detach-network?project=shop&environment=prod", Map.of("network", "backbone")));
        member.succeed(member.delete("/v1/vms/one?project=shop&environment=prod"));
        member.succeed(member.delete("/v1/vms/two?project=shop&environment=prod"));
        share("share", "acme").expect(200);
        assertThat(listed(beside)).containsExactly("backbone for acme");
        operator.succeed(provider.delete("/v1/networks/backbone" + BACKBONE));
        assertThat(listed(operator)).isEmpty();
    }

    private Reply share(String verb, String scope) {
        return operator.post("/v1/operator/networks/backbone:" + verb + BACKBONE, Map.of("scope", scope));
    }

    private Reply empty(String environment) {
        var etag = operator.get(environment.replace(":empty", "")).etag();
        return operator.send(
                "POST",
                environment,
                null,
                Map.of(
                        "If-Match",
                        etag,
                        "Idempotency-Key",
                        java.util.UUID.randomUUID().toString()));
    }

    private static List<String> listed(Api api) {
        return api.list("/v1/shared-networks").stream()
                .map(shared -> shared.path("name").asString() + " for "
                        + shared.path("address").asString())
                .toList();
    }

    private static String editor(Site site, String name, String project) {
        return site.token(name, Map.of("role", "PROJECT_EDITOR", "tenant", "acme", "project", project));
    }

    private static Map<String, Object> vm(String name, String project) {
        return Site.vm(name, project, "backbone");
    }

    private static Map<String, Object> with(Map<String, Object> vm, String network) {
        vm.put("networks", List.of(Map.of("network", network)));
        return vm;
    }
}
