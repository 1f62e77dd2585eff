package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Many who want the same at once.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParallelIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 3);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void invariant30AQuotaIsUsedUpExactly() {
        site.project("acme", "limited", Map.of("vms", 40));
        site.environment("acme", "limited", "prod");
        var network = site.network("limited", "wide", Map.of("prefix", "10.21.0.0/24"));

        var replies = parallel(64, i -> api.persist("/v1/vms", Site.vm("q-" + i, "limited", "wide")));

        var accepted = replies.stream().filter(reply -> reply.status() == 202).toList();
        var refused = replies.stream().filter(reply -> reply.status() != 202).toList();
        assertThat(accepted).hasSize(40);
        assertThat(refused).hasSize(24).allSatisfy(reply -> {
            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.code()).isEqualTo("QUOTA_EXCEEDED");
            assertThat(reply.at("/detail")).contains("project limited").contains("40");
            assertThat(reply.at("/hint")).contains("dv quota set acme/limited --limits vms=41");
            assertThat(reply.at("/parameters/level")).isEqualTo("PROJECT");
            assertThat(reply.at("/parameters/limiter")).isEqualTo("acme/limited");
            assertThat(reply.at("/parameters/dimension")).isEqualTo("vms");
            assertThat(reply.at("/parameters/used")).isEqualTo("40");
            assertThat(reply.at("/parameters/limit")).isEqualTo("40");
        });
        accepted.forEach(api::succeed);
        assertThat(addresses("limited")).hasSize(40);
        var project = api.get("/v1/projects/limited?tenant=acme").expect(200);
        assertThat(project.json().at("/usage/vms").asLong()).isEqualTo(40);
        assertThat(project.json().at("/usage/vcpus").asLong()).isEqualTo(40);
        assertThat(api.get("/v1/networks/" + network)
                        .json()
                        .at("/status/addresses_used")
                        .asLong())
                .isEqualTo(40);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
        delete("limited");
        assertThat(api.get("/v1/projects/limited?tenant=acme")
                        .json()
                        .at("/usage/vms")
                        .asLong())
                .isZero();
    }

    @Test
    void theAddressesOfANetworkAreUsedUpExactly() {
        site.project("acme", "narrow", Map.of());
        site.environment("acme", "narrow", "prod");
        site.network("narrow", "slash26", Map.of("prefix", "10.22.0.0/26"));

        var replies = parallel(64, i -> api.persist("/v1/vms", Site.vm("a-" + i, "narrow", "slash26")));

        var accepted = replies.stream().filter(reply -> reply.status() == 202).toList();
        assertThat(accepted).hasSize(61);
        assertThat(replies.stream().filter(reply -> reply.status() != 202))
                .hasSize(3)
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(507);
                    assertThat(reply.code()).isEqualTo("NETWORK_ADDRESSES_EXHAUSTED");
                });
        accepted.forEach(api::succeed);
        assertThat(addresses("narrow")).hasSize(61);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
        delete("narrow");
    }

    @Test
    void theRoomOfADatacenterIsUsedUpExactly() {
        site.datacenter("lab2");
        site.hypervisor("lab2", "small-1", 4, 1024);
        site.hypervisor("lab2", "small-2", 4, 1024);
        site.image("lab2", "2");
        site.network("shop", "elsewhere", Map.of("datacenter", "lab2", "prefix", "10.23.0.0/24"));

        var replies = parallel(16, i -> {
            var vm = Site.vm("c-" + i, "shop", "elsewhere");
            vm.put("datacenter", "lab2");
            return api.persist("/v1/vms", vm);
        });

        var accepted = replies.stream().filter(reply -> reply.status() == 202).toList();
        assertThat(accepted).hasSize(8);
        assertThat(replies.stream().filter(reply -> reply.status() != 202))
                .hasSize(8)
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(507);
                    assertThat(reply.code()).isEqualTo("NO_CAPACITY");
                });
        accepted.forEach(api::succeed);
        assertThat(server.books()
                        .strings("SELECT name || ' ' || vcpus_reserved FROM maskin.host WHERE datacenter = 'lab2'"))
                .containsExactlyInAnyOrder("small-1 4", "small-2 4");
        api.list("/v1/vms?datacenter=lab2").stream()
                .map(vm -> api.delete("/v1/vms/" + vm.path("id").asString()))
                .toList()
                .forEach(api::succeed);
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @Test
    void invariant26OneKeyMakesOneMachineHoweverOftenItIsSent() {
        var key = UUID.randomUUID();

        var replies = parallel(
                32, i -> eventually(() -> api.post("/v1/vms", Site.vm("once"), key), reply -> reply.status() != 503));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        assertThat(replies.stream().map(Reply::json).distinct()).hasSize(1);
        assertThat(replies.stream()
                        .filter(reply -> "true".equals(reply.headers().get("idempotency-replayed"))))
                .hasSize(31);
        assertThat(replies.stream()
                        .map(reply -> reply.headers().get("location"))
                        .distinct())
                .hasSize(1);
        api.succeed(replies.getFirst());
        assertThat(api.list("/v1/vms?project=shop&tenant=acme").stream()
                        .filter(vm -> vm.path("name").asString().equals("once")))
                .hasSize(1);
        var other = api.post("/v1/vms", Site.vm("twice"), key).expect(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_MISMATCH");
        var body = no.dataverket.core.json.Json.bytes(Site.vm("keyless"));
        assertThat(api.send("POST", "/v1/vms", body, Map.of()).expect(400).code())
                .isEqualTo("MISSING_IDEMPOTENCY_KEY");
        var odd = api.send("POST", "/v1/vms", body, Map.of("Idempotency-Key", "not a uuid"))
                .expect(400);
        assertThat(odd.code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(api.get("/v1/vms/keyless?project=shop&environment=prod").status())
                .isEqualTo(404);
        api.succeed(api.delete("/v1/vms/" + replies.getFirst().at("/resource/id")));
    }

    @Test
    void aRefusedRequestMayBeRepeatedWithItsKeyOnceTheCauseIsGone() {
        var key = UUID.randomUUID();
        var body = Map.of("name", "patient", "tenant", "later");
        assertThat(api.post("/v1/projects", body, key).expect(422).code()).isEqualTo("INVALID_REFERENCE");
        site.tenant("later");
        api.post("/v1/projects", body, key).expect(201);
    }

    @Test
    void nobodyChangesOrDeletesWhatTheyHaveNotSeenAsItIs() {
        var vm = site.running("guarded");
        site.tenant("guard");
        site.project("guard", "p", Map.of());
        site.environment("guard", "p", "e");
        var label = "{\"labels\": {\"a\": \"b\"}}".getBytes(StandardCharsets.UTF_8);
        var targets = Map.of(
                "/v1/vms/" + vm,
                "/v1/vms/" + vm,
                "/v1/networks/net?project=shop&environment=prod",
                "/v1/networks/net?project=shop&environment=prod",
                "/v1/tenants/guard",
                "/v1/operator/tenants/guard",
                "/v1/projects/p?tenant=guard",
                "/v1/projects/p?tenant=guard",
                "/v1/environments/e?tenant=guard&project=p",
                "/v1/environments/e?tenant=guard&project=p");
        targets.forEach((read, write) -> {
            var stale = api.get(read).expect(200).etag();
            var fresh = api.patch(write, stale, Map.of("labels", Map.of("n", "1")))
                    .expect(200)
                    .etag();
            assertThat(fresh).isNotEqualTo(stale);
            for (var refused :
                    List.of(api.patch(write, stale, Map.of("labels", Map.of("n", "2"))), api.delete(write, stale))) {
                assertThat(refused.status()).as(write).isEqualTo(412);
                assertThat(refused.code()).isEqualTo("IF_MATCH_FAILED");
                assertThat(refused.etag()).isEqualTo(fresh);
            }
            for (var refused :
                    List.of(api.send("PATCH", write, label, Map.of()), api.send("DELETE", write, null, Map.of()))) {
                assertThat(refused.status()).as(write).isEqualTo(428);
                assertThat(refused.code()).isEqualTo("IF_MATCH_REQUIRED");
            }
            assertThat(api.get(read).json().at("/labels/n").asString()).isEqualTo("1");
        });
        api.succeed(api.delete("/v1/vms/" + vm));
    }

    @Test
    void invariant27NoUpdateIsLostAmongManyWriters() {
        site.tenant("counter");

        var written = parallel(16, i -> {
            while (true) {
                var read = api.get("/v1/tenants/counter").expect(200);
                int next = Integer.parseInt(read.json().at("/labels/n").asString("0")) + 1;
                var reply = api.patch(
                        "/v1/operator/tenants/counter",
                        read.etag(),
                        Map.of("labels", Map.of("n", Integer.toString(next))));
                if (reply.status() != 412) {
                    return reply.expect(200);
                }
            }
        });

        assertThat(written).hasSize(16);
        assertThat(api.get("/v1/tenants/counter").at("/labels/n")).isEqualTo("16");
        assertThat(api.get("/v1/tenants/counter").json().path("generation").asInt())
                .isEqualTo(17);
    }

    /// What a request costs on any machine: its trips to the database. The figures are what they are today, so that
    /// one that is added is added on purpose.
    @Test
    void aRequestTakesFewTripsToTheDatabase() {
        var vm = Site.vm("counted");
        vm.put("tenant", "acme");
        api.get("/v1/tenants/acme").expect(200);
        double before = trips("createVm");

        var accepted = api.post("/v1/vms", vm).expect(202);

        assertThat(trips("createVm") - before).isEqualTo(13);
        api.succeed(accepted);
        before = trips("listVms");
        api.get("/v1/vms?tenant=acme&project=shop&environment=prod").expect(200);
        assertThat(trips("listVms") - before).isEqualTo(6);
        api.succeed(api.delete("/v1/vms/" + accepted.at("/resource/id")));
    }

    private double trips(String operation) {
        var sample = "dataverket_http_database_trips_total{operation=\"" + operation + "\"} ";
        return api.get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length())))
                .sum();
    }

    private HashSet<String> addresses(String project) {
        var addresses = new HashSet<String>();
        for (var vm : api.list("/v1/vms?tenant=acme&project=" + project)) {
            assertThat(vm.at("/status/phase").asString()).isEqualTo("RUNNING");
            assertThat(addresses.add(vm.at("/status/addresses/0").asString()))
                    .as(vm.toString())
                    .isTrue();
        }
        assertThat(addresses).allSatisfy(address -> assertThat(address).startsWith("10.2"));
        return addresses;
    }

    private void delete(String project) {
        api.list("/v1/vms?tenant=acme&project=" + project).stream()
                .map(vm -> api.delete("/v1/vms/" + vm.path("id").asString()))
                .toList()
                .forEach(api::succeed);
    }

    private static <T> List<T> parallel(int count, IntFunction<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> work.apply(i)))
                    .toList();
            return results.stream().map(ParallelIntegrationTest::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
