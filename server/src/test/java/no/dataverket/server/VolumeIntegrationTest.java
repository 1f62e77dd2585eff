package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.dataverket.core.testing.Eventually;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Volumes as their tenants know them: made, handed from machine to machine, grown, kept, and counted.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VolumeIntegrationTest {

    private static final String SCOPE = "?project=shop&environment=prod";

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        api = server.api();
    }

    @AfterEach
    void nothingContradicts() {
        assertThat(Eventually.eventually(server.books()::contradictions, List::isEmpty))
                .isEmpty();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aVolumeIsHandedFromMachineToMachineWhileBothAreOff() {
        volume("data");
        site.running("first");
        assertThat(attach("data", "first").text()).contains("RESOURCE_NOT_READY", "dvce vm stop first");
        power("first", "stop");
        assertThat(attach("data", "nobody").text()).contains("INVALID_REFERENCE", "/vm");
        api.succeed(attach("data", "first"));
        var attached = get("data");
        assertThat(attached.at("/status/vm"))
                .isEqualTo(api.get("/v1/vms/first" + SCOPE).at("/id"));
        assertThat(attached.at("/status/device")).isEqualTo("/dev/vdc");
        assertThat(attached.at("/id")).endsWith(attached.at("/status/serial"));

        site.running("second");
        power("second", "stop");
        assertThat(attach("data", "second").text()).contains("RESOURCE_IN_USE", "vm/first");
        assertThat(api.delete("/v1/volumes/data" + SCOPE).text()).contains("RESOURCE_IN_USE", "vm/first");
        power("first", "start");
        assertThat(api.post("/v1/volumes/data:detach" + SCOPE, null).code()).isEqualTo("RESOURCE_NOT_READY");
        power("first", "stop");
        api.succeed(api.post("/v1/volumes/data:detach" + SCOPE, null));
        assertThat(api.post("/v1/volumes/data:detach" + SCOPE, null).code()).isEqualTo("RESOURCE_NOT_READY");
        api.succeed(attach("data", "second"));
        volume("more");
        api.succeed(attach("more", "second"));
        assertThat(get("more").at("/status/device")).isEqualTo("/dev/vdd");
        power("second", "start");
        power("first", "start");

        api.succeed(api.delete("/v1/vms/second" + SCOPE));
        var left = get("data");
        assertThat(left.json().path("status").has("vm")).isFalse();
        assertThat(left.at("/status/phase")).isEqualTo("READY");
        power("first", "stop");
        api.succeed(attach("more", "first"));
        assertThat(get("more").at("/status/device")).isEqualTo("/dev/vdc");
        api.succeed(api.delete("/v1/vms/first" + SCOPE));
        api.succeed(api.delete("/v1/volumes/data" + SCOPE));
        api.succeed(api.delete("/v1/volumes/more" + SCOPE));
        assertThat(api.list("/v1/volumes" + SCOPE)).isEmpty();
    }

    @Test
    void aVolumeIsCountedGrowsAndIsProtected() {
        site.project("acme", "small", Map.of("disk_gib", 5));
        site.environment("acme", "small", "prod");
        var scope = "?project=small&environment=prod";
        var body = Site.volume("ledger", "small");
        body.put("size_gib", 3);
        body.put("deletion_protection", true);
        api.succeed(api.post("/v1/volumes", body));
        var grow = "/v1/volumes/ledger:grow" + scope;
        assertThat(api.post(grow, Map.of("size_gib", 6)).text()).contains("QUOTA_EXCEEDED", "disk_gib");
        assertThat(api.post(grow, Map.of("size_gib", 2)).text()).contains("VALIDATION_FAILED", "does not shrink");
        api.succeed(api.post(grow, Map.of("size_gib", 5)));
        var grown = api.get("/v1/volumes/ledger" + scope).expect(200);
        assertThat(grown.at("/status/size_gib")).isEqualTo("5");
        assertThat(api.post("/v1/volumes", Site.volume("another", "small")).code())
                .isEqualTo("QUOTA_EXCEEDED");
        assertThat(api.post("/v1/volumes:preflight", Site.volume("another", "small"))
                        .expect(200)
                        .at("/ready"))
                .isEqualTo("false");

        assertThat(api.delete("/v1/volumes/ledger" + scope).code()).isEqualTo("DELETION_PROTECTED");
        api.patch("/v1/volumes/ledger" + scope, grown.etag(), Map.of("deletion_protection", false))
                .expect(200);
        api.succeed(api.delete("/v1/volumes/ledger" + scope));
        body.put("size_gib", 5);
        api.succeed(api.post("/v1/volumes", body));
    }

    @Test
    void invariant2_ofManyWhoAskAtOnceOneGetsTheVolume() {
        volume("wanted");
        var names = IntStream.range(0, 4).mapToObj(i -> "asker-" + i).toList();
        names.forEach(name -> {
            site.running(name);
            power(name, "stop");
        });
        var replies = new HashMap<String, Reply>();
        names.parallelStream().forEach(name -> {
            var reply = attach("wanted", name);
            synchronized (replies) {
                replies.put(name, reply);
            }
        });
        var accepted =
                replies.values().stream().filter(reply -> reply.status() == 202).toList();
        assertThat(accepted).hasSize(1);
        api.succeed(accepted.getFirst());
        assertThat(replies.values().stream()
                        .filter(reply -> reply.status() != 202)
                        .map(Reply::code))
                .hasSize(3)
                .isSubsetOf("RESOURCE_BUSY", "RESOURCE_IN_USE");
        site.deleteAllVms();
        api.succeed(api.delete("/v1/volumes/wanted" + SCOPE));
    }

    @Test
    void anEnvironmentThatIsEmptiedKeepsNoVolumes() {
        site.project("acme", "brief", Map.of());
        site.environment("acme", "brief", "prod");
        site.network("brief", "net", Map.of("prefix", "10.40.0.0/24"));
        api.succeed(api.post("/v1/volumes", Site.volume("old", "brief")));
        var vm = Site.vm("keeper", "brief", "net");
        api.succeed(api.post("/v1/vms", vm));
        var scope = "?project=brief&environment=prod";
        api.succeed(api.post("/v1/vms/keeper:stop" + scope, Map.of()));
        api.succeed(api.post("/v1/volumes/old:attach" + scope, Map.of("vm", "keeper")));
        var target = "/v1/environments/prod?tenant=acme&project=brief";
        assertThat(api.delete(target).text()).contains("RESOURCE_IN_USE", "old");
        var etag = api.get(target).expect(200).etag();
        api.succeed(api.send(
                "POST",
                target.replace("prod?", "prod:empty?"),
                null,
                Map.of(
                        "If-Match",
                        etag,
                        "Idempotency-Key",
                        java.util.UUID.randomUUID().toString())));
        assertThat(api.list("/v1/volumes" + scope)).isEmpty();
        assertThat(api.list("/v1/vms" + scope)).isEmpty();
    }

    private void volume(String name) {
        api.succeed(api.post("/v1/volumes", Site.volume(name, "shop")));
    }

    private Reply attach(String volume, String vm) {
        return api.post("/v1/volumes/" + volume + ":attach" + SCOPE, Map.of("vm", vm));
    }

    private Reply get(String volume) {
        return api.get("/v1/volumes/" + volume + SCOPE).expect(200);
    }

    private void power(String vm, String verb) {
        api.succeed(api.post("/v1/vms/" + vm + ":" + verb + SCOPE, verb.equals("stop") ? Map.of("force", true) : null));
    }
}
