package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operations;
import no.dataverket.core.json.Json;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Invariant 32: every state change has exactly one audit record with actor and request, the chain verifies, and
/// an audit record that can't be written stops the change.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Invariant32AuditIntegrationTest {

    /// Need a broken table, and are tried where there is one: see [DeadLetterIntegrationTest].
    private static final Set<String> OF_DEAD_LETTERS = Set.of("replayDeadLetter", "discardDeadLetter");

    /// Changes nothing that is kept, and may be a password: that somebody is at the console is what is recorded.
    private static final Set<String> TYPED = Set.of("typeVmConsole");

    /// What waits for an approval.
    private static final Set<String> HELD = Set.of("purgeProject", "purgeTenant", "fenceHypervisor");

    /// What has a task and is done with the request.
    private static final Set<String> AT_ONCE = Set.of("updateApprovalPolicy", "raiseTenantQuotas", "requestProject");

    private RunningServer server;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start("--lost-after", "1");
        Site.prepare(server, 1);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void invariant32_everyMutatingOperationLeavesExactlyOneRecord() {
        var life = life();
        assertThat(life.keySet())
                .as("every operation of the contract that changes something has its place in the life below")
                .isEqualTo(Operations.all().stream()
                        .filter(operation ->
                                operation.mutates() && !operation.id().startsWith("preflight"))
                        .map(Operation::id)
                        .filter(id -> !OF_DEAD_LETTERS.contains(id) && !TYPED.contains(id))
                        .collect(Collectors.toSet()));
        var tasks = new LinkedHashMap<String, String>();
        life.forEach((operation, request) -> {
            var reply = request.get();
            assertThat(reply.status()).as(operation + ": " + reply).isBetween(200, 299);
            var entries = entries("request_id=" + reply.headers().get("x-request-id"));
            var asked = entries.stream()
                    .filter(entry -> entry.path("outcome").asString().equals("ACCEPTED")
                            || entry.path("task").isMissingNode()
                            || HELD.contains(operation)
                            || AT_ONCE.contains(operation))
                    .toList();
            assertThat(asked).as(operation + ": " + entries).hasSize(1);
            var entry = asked.getFirst();
            assertThat(entry.path("actor").asString()).isEqualTo("operator");
            assertThat(entry.path("actor_id").asString()).startsWith("usr_");
            if (HELD.contains(operation) || AT_ONCE.contains(operation)) {
                assertThat(entries).as(operation).hasSize(1);
                assertThat(entry.path("task").asString()).isEqualTo(reply.task());
            } else if (!reply.task().isEmpty()) {
                api.succeed(reply);
                tasks.put(operation, reply.task());
                var ends = entries("request_id=" + reply.headers().get("x-request-id")).stream()
                        .filter(end -> !end.path("outcome").asString().equals("ACCEPTED"))
                        .toList();
                assertThat(ends).as(operation + ": the end of its task").hasSize(1);
                assertThat(ends.getFirst().path("task").asString()).isEqualTo(reply.task());
                assertThat(ends.getFirst().path("outcome").asString()).isEqualTo("SUCCEEDED");
            }
        });
        assertThat(tasks).isNotEmpty();
        verified();
    }

    @Test
    void invariant32_aRecordTellsWhatWasBeforeAndAfter() {
        var created = api.post("/v1/operator/tenants", Map.of("name", "diffed", "quotas", Map.of("vms", 5)))
                .expect(201);
        var patched = api.patch(
                        "/v1/operator/tenants/diffed",
                        created.etag(),
                        Map.of("quotas", Map.of("vms", 7), "labels", Map.of("tier", "gold")))
                .expect(200);
        var change = one(patched);
        assertThat(changes(change)).containsOnly("/labels/tier: null -> gold", "/quotas/vms: 5 -> 7");
        var deleted = api.delete("/v1/operator/tenants/diffed", patched.etag()).expect(204);
        assertThat(changes(one(deleted))).contains("/labels/tier: gold -> null", "/quotas/vms: 7 -> null");
        assertThat(changes(one(created))).contains("/quotas/vms: null -> 5");
    }

    @Test
    void invariant32_repetitionsPreviewsAndRefusalsLeaveNone() {
        var before = server.books().number("SELECT count(*) FROM audit.entry");
        var key = UUID.randomUUID();
        api.post("/v1/operator/tenants", Map.of("name", "once"), key).expect(201);
        api.post("/v1/operator/tenants", Map.of("name", "once"), key).expect(201);
        api.post("/v1/operator/tenants?validate_only=true", Map.of("name", "perhaps"))
                .expect(200);
        api.post("/v1/operator/tenants", Map.of("name", "once")).expect(409);
        assertThat(server.books().number("SELECT count(*) FROM audit.entry") - before)
                .isEqualTo(1);
    }

    @Test
    void invariant32_withoutItsRecordNothingHappens() {
        var running = api.get("/v1/operator/services").expect(200).text();
        var rows = server.books().rows("tenancy", "inventory", "offerings", "tasks", "approvals", "identitet");
        server.books().execute("REVOKE INSERT ON audit.entry FROM sentral");
        try {
            var refused = new ArrayList<Reply>();
            refused.add(api.post("/v1/operator/tenants", Map.of("name", "unseen")));
            refused.add(api.post("/v1/vms", Site.vm("unseen")));
            refused.add(api.post("/v1/tokens", Map.of("name", "unseen", "role", "PLATFORM_OPERATOR")));
            refused.add(api.post("/v1/operator/services/nett:stop", null));
            assertThat(refused).allSatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(500);
                assertThat(reply.code()).isEqualTo("INTERNAL_ERROR");
            });
            assertThat(server.books().rows("tenancy", "inventory", "offerings", "tasks", "approvals", "identitet"))
                    .isEqualTo(rows);
            assertThat(api.get("/v1/operator/services").expect(200).text()).isEqualTo(running);
        } finally {
            server.books().execute("GRANT INSERT ON audit.entry TO sentral");
        }
        api.post("/v1/operator/tenants", Map.of("name", "unseen")).expect(201);
    }

    @Test
    void invariant32_whatAnExportSaysIsWhatThePublicLogSays() {
        var told = new HashSet<String>();
        api.list("/v1/audit-entries").forEach(entry -> told.add(entry.path("id").asString()));
        var chained = new HashSet<String>();
        api.list("/v1/operator/audit-records")
                .forEach(record -> chained.add(
                        no.dataverket.core.json.Json.tree(record.path("record").asString())
                                .path("id")
                                .asString()));
        assertThat(chained).isNotEmpty().containsAll(told);
        var lengths = api.list("/v1/operator/audit-chains").stream()
                .mapToLong(chain -> chain.path("length").asLong())
                .sum();
        assertThat(lengths).isGreaterThanOrEqualTo(chained.size());
        verified();
    }

    private void verified() {
        var verdict = api.get("/v1/operator/audit:verify").expect(200).json();
        assertThat(verdict.path("intact").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.path("records").asLong()).isPositive();
    }

    /// Requests that succeed in this order, one for each operation that changes something.
    private Map<String, Supplier<Reply>> life() {
        var scope = "?tenant=audited&project=work&environment=prod";
        var in = Map.of("tenant", "audited", "project", "work");
        var token = Map.of("name", "ann", "kind", "HUMAN", "role", "PLATFORM_OPERATOR");
        var ann = new Api(server, api.post("/v1/tokens", token).expect(201).at("/secret"));
        var life = new LinkedHashMap<String, Supplier<Reply>>();
        life.put("createDatacenter", () -> api.post("/v1/operator/datacenters", Map.of("name", "lab9")));
        life.put("createHypervisor", () -> api.post("/v1/operator/hypervisors", hypervisor()));
        life.put("updateHypervisor", () -> patch("/v1/operator/hypervisors/sim-9", Map.of("schedulable", false)));
        life.put("fenceHypervisor", this::fence);
        life.put("drainHypervisor", () -> api.post("/v1/operator/hypervisors/sim-9:drain", Map.of()));
        life.put("releaseHypervisor", () -> api.post("/v1/operator/hypervisors/sim-9:release", null));
        life.put("deleteHypervisor", () -> api.delete("/v1/operator/hypervisors/sim-9"));
        life.put("createImage", () -> api.post("/v1/operator/images", image("9")));
        life.put("updateImage", () -> {
            var etag = api.get("/v1/images/tiny@9").expect(200).etag();
            return api.patch("/v1/operator/images/tiny@9", etag, Map.of("deletion_protection", false));
        });
        images(life);
        life.put("deleteImage", () -> api.send("DELETE", "/v1/operator/images/tiny@9", null, Map.of()));
        life.put("stopService", () -> api.post("/v1/operator/services/nett:stop", null));
        life.put("startService", () -> api.post("/v1/operator/services/nett:start", null));
        life.put("useRunbook", () -> api.post("/v1/operator/runbooks/rb-svc-001:use", Map.of()));
        inventory(life, ann);
        life.put("createTenant", () -> api.post("/v1/operator/tenants", Map.of("name", "audited")));
        life.put("updateTenant", () -> patch("/v1/operator/tenants/audited", Map.of("labels", Map.of("a", "b"))));
        life.put("setQuota", () -> patch("/v1/quotas/audited", Map.of("limits", Map.of("vms", 50))));
        life.put(
                "setOfferingAvailability",
                () -> api.post(
                        "/v1/operator/offerings/vm:set-availability",
                        Map.of("scope", "audited", "availability", "SELF_SERVICE")));
        life.put("createProject", () -> api.post("/v1/projects", Map.of("name", "work", "tenant", "audited")));
        life.put("updateProject", () -> patch("/v1/projects/work?tenant=audited", Map.of("description", "x")));
        life.put("createEnvironment", () -> api.post("/v1/environments", with(in, Map.of("name", "prod"))));
        life.put(
                "updateEnvironment",
                () -> patch("/v1/environments/prod?tenant=audited&project=work", Map.of("description", "x")));
        life.put("createToken", () -> api.post("/v1/tokens", Map.of("name", "t9", "role", "PLATFORM_OPERATOR")));
        life.put("revokeToken", () -> api.send("DELETE", "/v1/tokens/t9", null, Map.of()));
        life.put("createNetwork", () -> api.post("/v1/networks", network("net", in)));
        life.put("updateNetwork", () -> patch("/v1/networks/net" + scope, Map.of("labels", Map.of("a", "b"))));
        life.put("createVm", () -> api.post("/v1/vms", with(Site.vm("one", "work", "net"), in)));
        life.put("updateVm", () -> patch("/v1/vms/one" + scope, Map.of("labels", Map.of("a", "b"))));
        life.put("stopVm", () -> api.post("/v1/vms/one:stop" + scope, Map.of()));
        life.put("createVolume", () -> api.post("/v1/volumes", with(Site.volume("data", "work"), in)));
        life.put("updateVolume", () -> patch("/v1/volumes/data" + scope, Map.of("labels", Map.of("a", "b"))));
        life.put("attachVolume", () -> api.post("/v1/volumes/data:attach" + scope, Map.of("vm", "one")));
        life.put("growVolume", () -> api.post("/v1/volumes/data:grow" + scope, Map.of("size_gib", 2)));
        life.put("detachVolume", () -> api.post("/v1/volumes/data:detach" + scope, null));
        var copied = with(in, Map.of("name", "copy", "volume", "data", "environment", "prod"));
        life.put("createSnapshot", () -> api.post("/v1/snapshots", copied));
        life.put("restoreSnapshot", () -> api.post("/v1/snapshots/copy:restore" + scope, null));
        life.put("deleteSnapshot", () -> api.delete("/v1/snapshots/copy" + scope));
        life.put("createBackup", () -> api.post("/v1/backups", copied));
        life.put("restoreBackup", () -> api.post("/v1/backups/copy:restore" + scope, Map.of("name", "again")));
        life.put("deleteBackup", () -> {
            api.succeed(api.delete("/v1/volumes/again" + scope));
            return api.delete("/v1/backups/copy" + scope);
        });
        life.put("deleteVolume", () -> api.delete("/v1/volumes/data" + scope));
        life.put("startVm", () -> api.post("/v1/vms/one:start" + scope, null));
        life.put("openVmConsole", () -> api.post("/v1/vms/one/console:open" + scope, Map.of()));
        life.put("closeVmConsole", () -> {
            var open = api.post("/v1/vms/one/console:open" + scope, Map.of("take_over", true));
            return api.post("/v1/vms/one/console:close" + scope, Map.of("session", open.at("/id")));
        });
        life.put("rebootVm", () -> api.post("/v1/vms/one:reboot" + scope, null));
        life.put("resizeVm", () -> api.post("/v1/vms/one:resize" + scope, Map.of("vcpus", 2)));
        life.put("rebuildVm", () -> {
            var etag = api.get("/v1/vms/one" + scope).expect(200).etag();
            var headers = Map.of(
                    "If-Match", etag, "Idempotency-Key", UUID.randomUUID().toString());
            return api.send("POST", "/v1/vms/one:rebuild" + scope, Json.bytes(Map.of()), headers);
        });
        var share = Map.of("scope", "audited");
        life.put("shareNetwork", () -> api.post("/v1/operator/networks/net:share" + scope, share));
        life.put("unshareNetwork", () -> api.post("/v1/operator/networks/net:unshare" + scope, share));
        life.put("attachVmNetwork", () -> {
            api.succeed(api.post("/v1/networks", network("more", in)));
            return api.post("/v1/vms/one:attach-network" + scope, Map.of("network", "more"));
        });
        life.put("detachVmNetwork", () -> api.post("/v1/vms/one:detach-network" + scope, Map.of("network", "more")));
        life.put("retryTask", () -> {
            api.succeed(api.post("/v1/operator/images", image("10")));
            var body = with(Site.vm("two", "work", "net"), with(in, Map.of("image", "tiny@10")));
            api.succeed(api.post("/v1/vms", body));
            var refused = api.send("DELETE", "/v1/operator/images/tiny@10", null, Map.of());
            var failed = refused.expect(202).task();
            assertThat(api.await(failed).path("state").asString()).isEqualTo("FAILED");
            api.succeed(api.delete("/v1/vms/two" + scope));
            var again = api.post("/v1/tasks/" + failed + ":retry", null);
            assertThat(api.await(again.expect(200).at("/id")).path("state").asString())
                    .isEqualTo("SUCCEEDED");
            return again;
        });
        var shape = Map.of("name", "once", "vcpus", 1, "memory_mib", 64, "disk_gib", 1, "everyone", false);
        life.put("createShape", () -> api.post("/v1/operator/shapes", shape));
        life.put("offerShape", () -> api.post("/v1/operator/shapes/once:offer", share));
        life.put("withdrawShape", () -> api.post("/v1/operator/shapes/once:withdraw", share));
        life.put("retireShape", () -> api.post("/v1/operator/shapes/once:retire", null));
        life.put("deleteVm", () -> api.delete("/v1/vms/one" + scope));
        life.put("deleteNetwork", () -> {
            api.succeed(api.delete("/v1/networks/more" + scope));
            return api.delete("/v1/networks/net" + scope);
        });
        life.put(
                "prioritizeTask",
                () -> waiting(
                        "later",
                        in,
                        task -> api.post("/v1/tasks/" + task + ":prioritize", Map.of("priority", "BACKGROUND"))));
        life.put("cancelTask", () -> waiting("never", in, task -> api.post("/v1/tasks/" + task + ":cancel", null)));
        life.put("emptyEnvironment", () -> {
            var target = "/v1/environments/prod?tenant=audited&project=work";
            var etag = api.get(target).expect(200).etag();
            var headers = Map.of(
                    "If-Match", etag, "Idempotency-Key", UUID.randomUUID().toString());
            return api.send("POST", target.replace("prod?", "prod:empty?"), null, headers);
        });
        life.put("deleteEnvironment", () -> api.delete("/v1/environments/prod?tenant=audited&project=work"));
        life.put("deleteProject", () -> api.delete("/v1/projects/work?tenant=audited"));
        life.put(
                "updateApprovalPolicy",
                () -> patch("/v1/operator/tenants/audited/approval-policy", Map.of("deletions", "AUTO_WITH_NOTICE")));
        life.put(
                "raiseTenantQuotas",
                () -> api.post("/v1/operator/tenants/audited:raise-quotas", Map.of("quotas", Map.of("vms", 50))));
        life.put(
                "requestProject", () -> api.post("/v1/projects:request", Map.of("name", "asked", "tenant", "audited")));
        life.put("purgeProject", () -> held(api, "/v1/projects/asked:purge?tenant=audited"));
        life.put("purgeTenant", () -> held(api, "/v1/operator/tenants/audited:purge"));
        life.put("withdrawApproval", () -> api.post("/v1/approvals/" + asked(api) + ":withdraw", null));
        life.put(
                "rejectApproval",
                () -> api.post("/v1/approvals/" + asked(ann) + ":reject", Map.of("reason", "not yet")));
        life.put("approveApproval", () -> {
            var approval = asked(ann);
            var hash = api.get("/v1/approvals/" + approval).at("/hash");
            var approved = api.post("/v1/approvals/" + approval + ":approve", Map.of("hash", hash));
            eventually(() -> api.get("/v1/approvals/" + approval).at("/state"), "CARRIED_OUT"::equals);
            return approved;
        });
        life.put("deleteTenant", () -> {
            var etag = api.get("/v1/tenants/audited").expect(200).etag();
            return api.delete("/v1/operator/tenants/audited", etag);
        });
        return life;
    }

    /// What operators do about image versions. A key that is trusted makes signatures needed, so it goes at once.
    private void images(Map<String, Supplier<Reply>> life) {
        life.put(
                "createImageKey",
                () -> api.post("/v1/operator/image-keys", Map.of("name", "release", "public_key", Site.IMAGE_KEY)));
        life.put("deleteImageKey", () -> api.send("DELETE", "/v1/operator/image-keys/release", null, Map.of()));
        life.put("updateImagePolicy", () -> patch("/v1/operator/image-policy", Map.of("signatures", "OPTIONAL")));
        life.put(
                "updatePlacementPolicy",
                () -> patch(
                        "/v1/operator/datacenters/" + Site.DATACENTER + "/placement-policy",
                        Map.of("strategy", "SPREAD")));
        var stable = Map.of("channel", "stable");
        life.put("promoteImage", () -> api.post("/v1/operator/images/tiny@9:promote", stable));
        life.put("revertImageChannel", () -> {
            api.post("/v1/operator/images/tiny@1:promote", stable).expect(200);
            return api.post("/v1/operator/image-channels/tiny%3Astable:revert", null);
        });
        life.put(
                "deleteImageChannel",
                () -> api.send("DELETE", "/v1/operator/image-channels/tiny%3Astable", null, Map.of()));
        life.put("retireImage", () -> api.post("/v1/operator/images/tiny@9:retire", Map.of("reason", "old")));
        life.put("reinstateImage", () -> api.post("/v1/operator/images/tiny@9:reinstate", null));
        life.put(
                "replicateImage", () -> api.post("/v1/operator/images/tiny@1:replicate", Map.of("datacenter", "lab9")));
    }

    /// What two operators do about the inventory.
    private void inventory(Map<String, Supplier<Reply>> life, Api ann) {
        var plans = "/v1/operator/inventory/plans";
        life.put("planInventory", () -> api.post(plans, Map.of("document", Site.INVENTORY)));
        life.put("applyInventoryPlan", () -> apply(api, Site.INVENTORY));
        life.put("approveTrustChange", () -> {
            decide(ann, "approve").expect(200);
            apply(ann, Site.INVENTORY.replace("position: 1", "position: 7")).expect(200);
            return decide(api, "approve");
        });
        life.put("rejectTrustChange", () -> {
            apply(ann, Site.INVENTORY.replace("position: 1", "position: 9")).expect(200);
            return decide(api, "reject");
        });
        var device = "device.lab1.server-1";
        var seen = Map.of("key", device, "facts", Map.of("serial", "SRV0002"));
        var observation = Map.of(
                "source",
                "walk",
                "scope",
                device,
                "observed_at",
                Instant.now(),
                "complete",
                true,
                "subjects",
                List.of(seen));
        life.put("recordObservation", () -> api.post("/v1/operator/observations", observation));
        var until = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        life.put("ignoreDrift", () -> api.post(drift() + ":ignore", Map.of("until", until, "reason", "known")));
        life.put("rejectDrift", () -> api.post(drift() + ":reject", Map.of("reason", "no")));
        life.put("acceptDrift", () -> api.post(drift() + ":accept", null));
    }

    private static Reply apply(Api who, String document) {
        var plans = "/v1/operator/inventory/plans";
        var plan = who.post(plans, Map.of("document", document)).expect(201);
        return who.post(plans + "/" + plan.at("/id") + ":apply", Map.of("hash", plan.at("/hash")));
    }

    private static Reply decide(Api who, String verb) {
        var changes = "/v1/operator/trust-changes";
        var waiting = who.list(changes + "?state=PENDING_APPROVAL").getFirst();
        var hash = waiting.path("hash").asString();
        return who.post(changes + "/" + waiting.path("id").asString() + ":" + verb, Map.of("hash", hash));
    }

    private String drift() {
        var found = api.list("/v1/operator/drift").getFirst();
        return "/v1/operator/drift/" + found.path("id").asString();
    }

    /// Asks for what needs an approval, and takes it back.
    private static Reply held(Api who, String target) {
        return held(who, target, Map.of());
    }

    private static Reply held(Api who, String target, Map<String, Object> body) {
        var reply = who.post(target, body);
        var approval = reply.expect(202).at("/task/waiting_for/name");
        who.post("/v1/approvals/" + approval + ":withdraw", null).expect(200);
        return reply;
    }

    /// Pulls a hypervisor's plug, asks for its fence, takes that back, and puts the plug back.
    private Reply fence() {
        var target = "/v1/operator/hypervisors/sim-9";
        var plug = server.state().resolve("simulated").resolve("sim-9.off");
        try {
            Files.createFile(plug);
            eventually(() -> api.get(target).at("/status/phase"), "UNKNOWN"::equals);
            var reply = held(api, target + ":fence", Map.of("attest", "its plug is in my hand"));
            Files.delete(plug);
            eventually(() -> api.get(target).at("/status/phase"), "READY"::equals);
            return reply;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The approval that a request of somebody else waits for.
    private String asked(Api who) {
        var task = who.post("/v1/projects/asked:purge?tenant=audited", Map.of())
                .expect(202)
                .task();
        return api.get("/v1/tasks/" + task).at("/waiting_for/name");
    }

    /// Does something to the task of a network while it waits, and removes the network when the task has ended.
    private Reply waiting(String network, Map<String, String> in, Function<String, Reply> something) {
        api.post("/v1/operator/services/nett:stop", null).expect(200);
        var task = api.post("/v1/networks", network(network, in)).expect(202).task();
        eventually(() -> api.get("/v1/tasks/" + task).at("/state"), "BLOCKED_DEPENDENCY"::equals);
        var reply = something.apply(task);
        api.post("/v1/operator/services/nett:start", null).expect(200);
        api.await(task);
        api.succeed(api.delete("/v1/networks/" + network + "?tenant=audited&project=work&environment=prod"));
        return reply;
    }

    private Map<String, Object> image(String version) {
        var source = Site.imageDirectory(server.state(), version).toString();
        return Map.of("name", Site.IMAGE, "version", version, "datacenter", Site.DATACENTER, "source", source);
    }

    private static Map<String, Object> hypervisor() {
        return Map.of("name", "sim-9", "datacenter", "lab9", "driver", "simulated", "endpoint", "sim-9");
    }

    private static Map<String, Object> network(String name, Map<String, String> in) {
        return with(in, Map.of("name", name, "environment", "prod", "datacenter", Site.DATACENTER));
    }

    private static Map<String, Object> with(Map<String, ?> one, Map<String, ?> more) {
        var all = new LinkedHashMap<String, Object>(one);
        all.putAll(more);
        return all;
    }

    private Reply patch(String target, Map<String, Object> body) {
        var etag = api.get(target.replace("/operator/tenants", "/tenants"))
                .expect(200)
                .etag();
        return api.patch(target, etag, body);
    }

    private List<JsonNode> entries(String filter) {
        return api.list("/v1/audit-entries?" + filter);
    }

    private JsonNode one(Reply reply) {
        var entries = entries("request_id=" + reply.headers().get("x-request-id"));
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static Set<String> changes(JsonNode entry) {
        var changes = new HashSet<String>();
        entry.path("changes")
                .forEach(change -> changes.add(change.path("field").asString() + ": "
                        + change.path("before").asString("null") + " -> "
                        + change.path("after").asString("null")));
        return changes;
    }
}
