package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is protected against deletion is not deleted, by nobody, until the protection is taken away.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProtectionIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everythingThatCanBeDeletedAndHoldsSomethingCanBeProtected() {
        site.tenant("kept");
        site.project("kept", "p", Map.of());
        site.environment("kept", "p", "prod");
        site.image(Site.DATACENTER, "2");
        var network = site.network("p", "kept-net", Map.of());
        var vm = site.running("kept-vm");
        var environment = api.get("/v1/environments/prod?tenant=kept&project=p").at("/id");
        // Read path, write path, and the command that the refusal names; what holds others comes after them.
        var targets = new LinkedHashMap<String, List<String>>();
        targets.put("/v1/vms/" + vm, List.of("/v1/vms/" + vm, "dvce vm update kept-vm"));
        targets.put("/v1/networks/" + network, List.of("/v1/networks/" + network, "dvnet network update kept-net"));
        targets.put(
                "/v1/images/" + Site.IMAGE + "@2",
                List.of("/v1/operator/images/" + Site.IMAGE + "@2", "dvce image update tiny@2"));
        targets.put(
                "/v1/environments/" + environment,
                List.of("/v1/environments/" + environment, "dv environment update prod"));
        targets.put("/v1/projects/p?tenant=kept", List.of("/v1/projects/p?tenant=kept", "dv project update p"));
        targets.put("/v1/tenants/kept", List.of("/v1/operator/tenants/kept", "dv tenant update kept"));

        targets.forEach((read, write) -> protect(read, write.getFirst(), true));
        targets.forEach((read, write) -> {
            var refused = api.delete(write.getFirst(), api.get(read).etag()).expect(409);
            assertThat(refused.code()).as(read).isEqualTo("DELETION_PROTECTED");
            assertThat(refused.at("/hint")).contains(write.getLast() + " --deletion-protection false");
        });
        targets.forEach((read, write) -> {
            protect(read, write.getFirst(), false);
            var deleted = api.delete(write.getFirst(), api.get(read).etag());
            assertThat(deleted.status()).as(deleted.toString()).isIn(202, 204);
            if (deleted.status() == 202) {
                api.succeed(deleted);
            }
        });
        assertThat(api.get("/v1/tenants/kept").status()).isEqualTo(404);
    }

    private void protect(String read, String write, boolean wanted) {
        var changed = api.patch(write, api.get(read).expect(200).etag(), Map.of("deletion_protection", wanted))
                .expect(200);
        assertThat(changed.json().path("deletion_protection").asBoolean()).isEqualTo(wanted);
    }
}
