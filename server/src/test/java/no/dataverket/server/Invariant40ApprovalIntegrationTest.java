package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import no.dataverket.contract.Id;
import no.dataverket.server.Api.Reply;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Invariant 40: who asks does not approve, no program does, an approval is bound to exactly what was asked for,
/// and one that expired or whose subject changed is void. From the request to what becomes of it.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Invariant40ApprovalIntegrationTest {

    private RunningServer server;
    private Site site;
    private Api operator;
    private final Map<String, String> secrets = new HashMap<>();

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        operator = server.api();
        for (var name : List.of("asker", "other", "third", "leaver")) {
            secrets.put(name, person(name, "TENANT_ADMIN", "acme"));
        }
        secrets.put("colleague", site.token("colleague", Map.of("kind", "HUMAN", "role", "PLATFORM_OPERATOR")));
        secrets.put("second", site.token("second", Map.of("kind", "HUMAN", "role", "PLATFORM_OPERATOR")));
        secrets.put("robot", site.token("robot", Map.of("role", "PLATFORM_OPERATOR")));
        secrets.put("editor", project("PROJECT_EDITOR"));
        secrets.put("viewer", project("PROJECT_VIEWER"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void invariant40_whatIsSensitiveIsDoneOnceSomebodyElseHasApprovedIt() {
        project("acme", "gone");

        var asked = cli("asker", "dv", "project", "purge", "gone", "--tenant", "acme", "--yes", "--wait");

        assertThat(asked.status()).as(asked.text()).isEqualTo(9);
        var approval = pending("gone");
        assertThat(asked.text())
                .contains(
                        "WAITING_APPROVAL",
                        "ONE_APPROVAL by a TENANT_ADMIN",
                        "dv approval approve " + approval,
                        "dv approval withdraw " + approval);
        assertThat(operator.get("/v1/operator/findings").expect(200).text()).contains("APPROVALS_WAITING", "gone");
        var task = operator.get("/v1/approvals/" + approval).at("/task");
        assertThat(operator.get("/v1/tasks/" + task).at("/blocked_on/0/cause"))
                .contains("project.purge of gone", "dv approval approve " + approval);
        var ownApproval = cli("asker", "dv", "approval", "approve", approval, "--yes");
        assertThat(ownApproval.status()).as(ownApproval.text()).isEqualTo(5);
        assertThat(ownApproval.text()).contains("APPROVER_NOT_ELIGIBLE");
        assertThat(approve("robot", approval))
                .returns(403, Reply::status)
                .returns("APPROVER_NOT_ELIGIBLE", Reply::code);
        assertThat(operator.get("/v1/approvals/" + approval).at("/state")).isEqualTo("PENDING");
        operator.get("/v1/projects/gone?tenant=acme").expect(200);

        var approved = cli("other", "dv", "approval", "approve", approval, "--yes", "--comment", "seen");

        assertThat(approved.status()).as(approved.text()).isZero();
        assertThat(approved.text())
                .contains(
                        "project.purge of gone",
                        "asker",
                        "POST /v1/projects/gone:purge?tenant=acme",
                        "- project gone",
                        operator.get("/v1/approvals/" + approval).at("/hash"));
        ended(approval, "CARRIED_OUT");
        assertThat(operator.await(task).path("state").asString()).isEqualTo("SUCCEEDED");
        operator.get("/v1/projects/gone?tenant=acme").expect(404);
        assertThat(audited(approval))
                .containsExactlyInAnyOrder(
                        "asker project.purge WAITING_APPROVAL",
                        "other approval.approve SUCCEEDED",
                        "asker project.purge SUCCEEDED");
        assertThat(reject("third", approval).code()).isEqualTo("APPROVAL_DECIDED");
    }

    @Test
    void invariant40_twoWhoApproveAtOnceHaveItDoneOnce() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            var name = "at-once-" + round;
            project("acme", name);
            var approval = purge("asker", name);
            var hash = hash(approval);
            var together = new CountDownLatch(1);
            var replies = new ConcurrentLinkedQueue<Reply>();
            var approvers = new ArrayList<Thread>();
            for (var who : List.of("other", "third", "operator", "colleague")) {
                var api = api(who);
                approvers.add(Thread.ofVirtual().start(() -> {
                    try {
                        together.await();
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                    replies.add(api.post("/v1/approvals/" + approval + ":approve", Map.of("hash", hash)));
                }));
            }
            together.countDown();
            for (var approver : approvers) {
                approver.join();
            }

            assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(200, 409, 409, 409);
            assertThat(replies.stream().map(Reply::code).filter(code -> !code.isEmpty()))
                    .containsOnly("APPROVAL_DECIDED");
            var end = ended(approval, "CARRIED_OUT");
            assertThat(end.path("decisions")).hasSize(1);
            assertThat(audited(approval))
                    .hasSize(3)
                    .containsOnlyOnce("asker project.purge SUCCEEDED")
                    .areExactly(1, new Condition<>(entry -> entry.contains("approval.approve"), "a decision"));
        }
    }

    @Test
    void invariant40_fourEyesAreTwoPersonsWhereAProgramAsks() {
        site.tenant("leaving");
        var approval = api("robot")
                .post("/v1/operator/tenants/leaving:purge", Map.of("reason", "the contract ended"))
                .expect(202)
                .at("/task/waiting_for/name");
        assertThat(operator.get("/v1/approvals/" + approval))
                .returns("FOUR_EYES", found -> found.at("/automation_class"))
                .returns("TENANT", found -> found.at("/blast_radius/reach"))
                .returns("the contract ended", found -> found.at("/reason"));

        approve("colleague", approval).expect(200);
        approve("colleague", approval).expect(200);

        assertThat(operator.get("/v1/approvals/" + approval))
                .returns("PENDING", found -> found.at("/state"))
                .returns(1, found -> found.json().path("decisions").size());
        operator.get("/v1/tenants/leaving").expect(200);
        approve("second", approval).expect(200);
        ended(approval, "CARRIED_OUT");
        operator.get("/v1/tenants/leaving").expect(404);
    }

    @Test
    void invariant40_whatChangedAfterItWasAskedForIsNotDone() {
        project("acme", "changed");
        var approval = purge("asker", "changed");
        var etag = operator.get("/v1/projects/changed?tenant=acme").etag();
        operator.patch("/v1/projects/changed?tenant=acme", etag, Map.of("description", "in use after all"))
                .expect(200);

        approve("other", approval).expect(200);

        assertThat(ended(approval, "VOID").at("/error/code").asString()).isEqualTo("APPROVAL_VOID");
        notDone("changed", approval, "APPROVAL_VOID");
        assertThat(audited(approval)).contains("service:sentral approval.void APPROVAL_VOID");
    }

    @Test
    void invariant40_whatWouldDoSomethingElseByNowIsNotDone() {
        project("acme", "grown");
        var approval = purge("asker", "grown");
        assertThat(operator.get("/v1/approvals/" + approval).at("/effects/would_delete/0"))
                .isEqualTo("project grown");
        site.environment("acme", "grown", "prod");

        approve("other", approval).expect(200);

        ended(approval, "VOID");
        notDone("grown", approval, "APPROVAL_VOID");
        operator.get("/v1/environments/prod?tenant=acme&project=grown").expect(200);
    }

    @Test
    void invariant40_whatNeedsMoreByNowIsNotDone() {
        site.tenant("stricter");
        var asker = new Api(server, person("stricter-asker", "TENANT_ADMIN", "stricter"));
        project("stricter", "kept");
        var approval = asker.post("/v1/projects/kept:purge?tenant=stricter", Map.of())
                .expect(202)
                .at("/task/waiting_for/name");
        policy("stricter", "FOUR_EYES").expect(202);

        approve("operator", approval).expect(200);

        assertThat(ended(approval, "VOID").at("/error/detail").asString()).contains("FOUR_EYES");
        operator.get("/v1/projects/kept?tenant=stricter").expect(200);
    }

    @Test
    void invariant40_whatNobodyDecidedInTimeIsNotDone() {
        project("acme", "late");
        var approval = purge("asker", "late");
        server.books()
                .execute("UPDATE approvals.approval SET expires_at = now() - interval '1 second' WHERE id = '"
                        + Id.parse(approval).uuid() + "'");

        assertThat(approve("other", approval).code()).isIn("APPROVAL_EXPIRED", "APPROVAL_DECIDED");

        ended(approval, "EXPIRED");
        notDone("late", approval, "APPROVAL_EXPIRED");
        assertThat(audited(approval)).contains("service:sentral approval.expire APPROVAL_EXPIRED");
    }

    @Test
    void invariant40_whatWasRefusedIsNotDone() {
        project("acme", "refused");
        var approval = purge("asker", "refused");

        var rejected = cli("other", "dv", "approval", "reject", approval, "--reason", "not before the audit");

        assertThat(rejected.status()).as(rejected.text()).isZero();
        ended(approval, "REJECTED");
        notDone("refused", approval, "APPROVAL_REJECTED");
        var task = api("asker").get("/v1/approvals/" + approval).at("/task");
        assertThat(api("asker").get("/v1/tasks/" + task).at("/error/detail")).contains("not before the audit");
        assertThat(audited(approval)).contains("other approval.reject SUCCEEDED");
        assertThat(approve("third", approval).code()).isEqualTo("APPROVAL_DECIDED");
    }

    @Test
    void invariant40_whoAskedTakesItBackAndNobodyElseDoes() {
        project("acme", "kept");
        var approval = purge("asker", "kept");
        assertThat(api("asker").post("/v1/projects/kept:purge?tenant=acme", Map.of()))
                .returns(409, Reply::status)
                .returns("RESOURCE_BUSY", Reply::code);
        assertThat(api("other")
                        .post("/v1/projects/kept:purge?tenant=acme", Map.of())
                        .at("/hint"))
                .contains("dv approval get " + approval);
        var task = operator.get("/v1/approvals/" + approval).at("/task");
        for (var way : List.of("/v1/approvals/" + approval + ":withdraw", "/v1/tasks/" + task + ":cancel")) {
            assertThat(api("other").post(way, null).code()).isEqualTo("ACTION_FORBIDDEN");
        }

        var withdrawn = cli("asker", "dv", "approval", "withdraw", approval);

        assertThat(withdrawn.status()).as(withdrawn.text()).isZero();
        ended(approval, "WITHDRAWN");
        assertThat(operator.get("/v1/tasks/" + task).at("/state")).isEqualTo("CANCELLED");
        operator.get("/v1/projects/kept?tenant=acme").expect(200);
        assertThat(approve("other", approval).code()).isEqualTo("APPROVAL_DECIDED");

        var again = purge("asker", "kept");
        var cancelled = operator.get("/v1/approvals/" + again).at("/task");
        api("asker").post("/v1/tasks/" + cancelled + ":cancel", null).expect(200);
        ended(again, "WITHDRAWN");
    }

    @Test
    void invariant40_whatIsApprovedByWhatSomebodyElseSawIsRefused() {
        project("acme", "seen");
        var approval = purge("asker", "seen");

        assertThat(api("other")
                        .post("/v1/approvals/" + approval + ":approve", Map.of("hash", "0".repeat(64)))
                        .code())
                .isEqualTo("APPROVAL_VOID");

        approve("other", approval).expect(200);
        ended(approval, "CARRIED_OUT");
    }

    @Test
    void invariant40_whoAskedAndIsNoLongerTrustedHasAskedForNothing() {
        project("acme", "orphan");
        var approval = purge("leaver", "orphan");
        operator.send("DELETE", "/v1/tokens/leaver", null, Map.of()).expect(204);

        approve("other", approval).expect(200);

        ended(approval, "VOID");
        notDone("orphan", approval, "APPROVAL_VOID");
    }

    @Test
    void whatIsHeldIsKnownToTheOneWhoAskedAndToThoseWhoDecide() {
        project("acme", "secret");
        var own = purge("asker", "secret");
        site.tenant("quiet");
        var administrator = new Api(server, person("quiet-admin", "TENANT_ADMIN", "quiet"));
        var ofOperators =
                operator.post("/v1/operator/tenants/quiet:purge", Map.of()).expect(202);
        var hidden = ofOperators.at("/task/waiting_for/name");

        for (var who : List.of("asker", "other", "operator")) {
            api(who).get("/v1/approvals/" + own).expect(200);
            assertThat(listed(api(who))).as(who).contains(own);
        }
        for (var who : List.of("editor", "viewer")) {
            api(who).get("/v1/approvals/" + own).expect(404);
            assertThat(approve(who, own, "0".repeat(64)).status()).as(who).isEqualTo(404);
            assertThat(listed(api(who))).as(who).isEmpty();
        }
        administrator.get("/v1/approvals/" + hidden).expect(404);
        administrator.get("/v1/approvals/" + own).expect(404);
        assertThat(listed(administrator)).isEmpty();
        administrator.get("/v1/tasks/" + ofOperators.task()).expect(404);
        assertThat(administrator.list("/v1/tasks")).isEmpty();
        assertThat(listed(operator)).contains(own, hidden);
        for (var approval : List.of(own, hidden)) {
            var asked = approval.equals(own) ? api("asker") : operator;
            asked.post("/v1/approvals/" + approval + ":withdraw", null).expect(200);
        }
    }

    @Test
    void aTenantMayAskForMoreApprovalsAndAHeldDeletionGoesOnAsTheSameTask() {
        site.tenant("careful");
        site.project("careful", "work", Map.of());
        site.environment("careful", "work", "prod");
        var asker = new Api(server, person("careful-asker", "TENANT_ADMIN", "careful"));
        var other = new Api(server, person("careful-other", "TENANT_ADMIN", "careful"));
        asker.succeed(asker.post(
                "/v1/networks",
                Map.of("name", "net", "project", "work", "environment", "prod", "datacenter", Site.DATACENTER)));
        policy("careful", "ONE_APPROVAL").expect(202);
        var deleted = "/v1/networks/net?project=work&environment=prod&tenant=careful";
        var preview = asker.send("DELETE", deleted + "&validate_only=true", null, Map.of("If-Match", "*"))
                .expect(200);
        assertThat(preview.json().path("approvals_needed").toString())
                .contains("ONE_APPROVAL by a TENANT_ADMIN", "network.delete");

        var held = asker.delete(deleted).expect(202);

        assertThat(held.at("/task/state")).isEqualTo("WAITING_APPROVAL");
        assertThat(operator.get(deleted).expect(200).at("/status/phase")).isEqualTo("READY");
        var approval = held.at("/task/waiting_for/name");
        approve(other, approval, hash(approval)).expect(200);
        var task = operator.await(held.task());
        assertThat(task.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(task.path("steps").size()).isPositive();
        operator.get(deleted).expect(404);
        assertThat(audited(approval)).contains("careful-asker network.delete ACCEPTED");

        assertThat(asker.delete("/v1/projects/work?tenant=careful").code()).isIn("APPROVAL_REQUIRED");
        // To ask for fewer approvals needs one itself.
        var looser = policy("careful", "AUTO").expect(202);
        assertThat(looser.at("/task/state")).isEqualTo("WAITING_APPROVAL");
        assertThat(operator.get("/v1/tenants/careful/approval-policy").at("/deletions"))
                .isEqualTo("ONE_APPROVAL");
        approve("colleague", looser.at("/task/waiting_for/name")).expect(200);
        operator.succeed(looser);
        assertThat(operator.get("/v1/tenants/careful/approval-policy").at("/deletions"))
                .isEqualTo("AUTO");
    }

    @Test
    void limitsAboveATenantsCeilingAreRaisedOnceSomebodyElseHasApprovedThem() {
        site.tenant("capped");
        operator.post("/v1/operator/tenants/capped:raise-quotas", Map.of("quotas", Map.of("vms", 5)))
                .expect(202);
        var etag = operator.get("/v1/tenants/capped/approval-policy").etag();
        operator.patch("/v1/operator/tenants/capped/approval-policy", etag, Map.of("quota_ceiling", Map.of("vms", 10)))
                .expect(202);
        var tenant = operator.get("/v1/tenants/capped");
        var patched = operator.patch("/v1/operator/tenants/capped", tenant.etag(), Map.of("quotas", Map.of("vms", 11)));
        assertThat(patched.code()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(patched.at("/hint")).contains("dv tenant raise-quotas capped --quotas vms=11");
        var quota = operator.get("/v1/quotas/capped");
        assertThat(operator.patch("/v1/quotas/capped", quota.etag(), Map.of("limits", Map.of("vms", 11)))
                        .code())
                .isEqualTo("APPROVAL_REQUIRED");
        operator.patch("/v1/quotas/capped", quota.etag(), Map.of("limits", Map.of("vms", 10)))
                .expect(200);

        var held = operator.post(
                        "/v1/operator/tenants/capped:raise-quotas",
                        Map.of("quotas", Map.of("vms", 11), "reason", "the season"))
                .expect(202);

        assertThat(operator.get("/v1/tenants/capped").at("/quotas/vms")).isEqualTo("10");
        approve("colleague", held.at("/task/waiting_for/name")).expect(200);
        operator.succeed(held);
        assertThat(operator.get("/v1/tenants/capped").at("/quotas/vms")).isEqualTo("11");
    }

    @Test
    void whereOperatorsMakeProjectsAMemberAsksAndAnOperatorApproves() {
        site.tenant("guarded");
        site.project("guarded", "first", Map.of());
        availability("project", "guarded", "OPERATOR_GATED");
        var member = new Api(server, person("member", "TENANT_ADMIN", "guarded"));
        var editor = new Api(
                server,
                site.token(
                        "guarded-editor", Map.of("role", "PROJECT_EDITOR", "tenant", "guarded", "project", "first")));
        var refused =
                member.post("/v1/projects:preflight", Map.of("name", "wanted")).expect(200);
        assertThat(refused.at("/problem/code")).isEqualTo("OFFERING_GATED");
        assertThat(refused.at("/problem/hint")).contains("dv project request");
        var body = Map.of("name", "wanted", "environment", "test", "quotas", Map.of("vms", 3), "reason", "season");
        assertThat(member.post("/v1/projects:request?validate_only=true", body)
                        .expect(200)
                        .json()
                        .path("approvals_needed")
                        .toString())
                .contains("ONE_APPROVAL by a PLATFORM_OPERATOR");

        var asked = member.post("/v1/projects:request", body).expect(202);

        member.get("/v1/projects/wanted").expect(404);
        var approval = asked.at("/task/waiting_for/name");
        assertThat(approve(member, approval, hash(approval)).status()).isEqualTo(403);
        approve("colleague", approval).expect(200);
        operator.succeed(asked);
        assertThat(member.get("/v1/projects/wanted").expect(200).at("/id")).isEqualTo(asked.at("/resource/id"));
        member.get("/v1/environments/test?project=wanted").expect(200);

        var ofEditor =
                editor.post("/v1/projects:request", Map.of("name", "mine")).expect(202);
        assertThat(editor.get("/v1/tasks/" + ofEditor.task()).expect(200).at("/state"))
                .isEqualTo("WAITING_APPROVAL");
        assertThat(listed(editor)).containsExactly(ofEditor.at("/task/waiting_for/name"));
        availability("project", "guarded", "DISABLED");
        approve("colleague", ofEditor.at("/task/waiting_for/name")).expect(200);
        assertThat(ended(ofEditor.at("/task/waiting_for/name"), "VOID")
                        .at("/error/code")
                        .asString())
                .isEqualTo("OFFERING_NOT_ENABLED");
    }

    @Test
    void whereNetworksAreMadeOnApprovalThePreflightSaysSoAndTheRequestWaits() {
        site.tenant("fenced");
        site.project("fenced", "work", Map.of());
        site.environment("fenced", "work", "prod");
        availability("network", "fenced", "ON_APPROVAL");
        var member = new Api(server, person("fenced-admin", "TENANT_ADMIN", "fenced"));
        var body = Map.of("name", "net", "project", "work", "environment", "prod", "datacenter", Site.DATACENTER);
        var preflight = member.post("/v1/networks:preflight", body).expect(200);
        assertThat(preflight.json().path("ready").asBoolean()).isTrue();
        assertThat(preflight.json().path("waits").asBoolean()).isTrue();
        assertThat(preflight.json().path("checks"))
                .filteredOn(check -> check.path("requirement").asString().equals("APPROVAL"))
                .singleElement()
                .returns("APPROVAL_REQUIRED", check -> check.path("code").asString())
                .matches(check -> check.path("detail").asString().contains("ONE_APPROVAL by a PLATFORM_OPERATOR"));
        assertThat(member.get("/v1/offerings/network?tenant=fenced&project=work")
                        .json()
                        .path("self_service")
                        .asBoolean())
                .isFalse();

        var held = member.post("/v1/networks", body).expect(202);

        assertThat(held.at("/task/state")).isEqualTo("WAITING_APPROVAL");
        assertThat(member.list("/v1/networks?project=work")).isEmpty();
        approve("colleague", held.at("/task/waiting_for/name")).expect(200);
        operator.succeed(held);
        assertThat(member.get("/v1/networks/net?project=work&environment=prod").at("/id"))
                .isEqualTo(held.at("/resource/id"));
        operator.succeed(operator.post(
                "/v1/networks",
                Map.of(
                        "name",
                        "provided",
                        "tenant",
                        "fenced",
                        "project",
                        "work",
                        "environment",
                        "prod",
                        "datacenter",
                        Site.DATACENTER)));
        assertThat(operator.post(
                                "/v1/operator/offerings/vm:set-availability",
                                Map.of("scope", "fenced", "availability", "ON_APPROVAL"))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    private void availability(String offering, String scope, String availability) {
        operator.post(
                        "/v1/operator/offerings/" + offering + ":set-availability",
                        Map.of("scope", scope, "availability", availability))
                .expect(200);
    }

    private Reply policy(String tenant, String deletions) {
        var etag = operator.get("/v1/tenants/" + tenant + "/approval-policy")
                .expect(200)
                .etag();
        return operator.patch(
                "/v1/operator/tenants/" + tenant + "/approval-policy", etag, Map.of("deletions", deletions));
    }

    private String person(String name, String role, String tenant) {
        return site.token(name, Map.of("kind", "HUMAN", "role", role, "tenant", tenant));
    }

    /// A member of the project shop.
    private String project(String role) {
        var name = role.toLowerCase(Locale.ROOT).replace('_', '-');
        return site.token(name, Map.of("kind", "HUMAN", "role", role, "tenant", "acme", "project", "shop"));
    }

    private void project(String tenant, String name) {
        site.project(tenant, name, Map.of());
    }

    /// Asks for a project to be purged; gives the approval that this waits for.
    private String purge(String who, String project) {
        return api(who).post("/v1/projects/" + project + ":purge?tenant=acme", Map.of())
                .expect(202)
                .at("/task/waiting_for/name");
    }

    private Reply approve(String who, String approval) {
        return approve(who, approval, hash(approval));
    }

    private Reply approve(String who, String approval, String hash) {
        return approve(api(who), approval, hash);
    }

    private static Reply approve(Api api, String approval, String hash) {
        return api.post("/v1/approvals/" + approval + ":approve", Map.of("hash", hash));
    }

    private Reply reject(String who, String approval) {
        return api(who).post("/v1/approvals/" + approval + ":reject", Map.of("reason", "no"));
    }

    private String hash(String approval) {
        return operator.get("/v1/approvals/" + approval).expect(200).at("/hash");
    }

    private static List<String> listed(Api api) {
        return api.list("/v1/approvals?state=PENDING").stream()
                .map(approval -> approval.path("id").asString())
                .toList();
    }

    private List<String> audited(String approval) {
        return operator.list("/v1/audit-entries?approval=" + approval).stream()
                .map(entry -> entry.path("actor").asString() + " "
                        + entry.path("action").asString() + " "
                        + entry.path("outcome").asString())
                .toList();
    }

    private JsonNode ended(String approval, String state) {
        return eventually(
                () -> operator.get("/v1/approvals/" + approval).expect(200).json(),
                found -> found.path("state").asString().equals(state));
    }

    private void notDone(String project, String approval, String code) {
        var task = operator.get("/v1/approvals/" + approval).at("/task");
        assertThat(operator.get("/v1/tasks/" + task))
                .returns("FAILED", found -> found.at("/state"))
                .returns(code, found -> found.at("/error/code"));
        operator.get("/v1/projects/" + project + "?tenant=acme").expect(200);
    }

    private String pending(String subject) {
        return operator.list("/v1/approvals?state=PENDING").stream()
                .filter(approval -> approval.path("subject_name").asString().equals(subject))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Api api(String who) {
        return new Api(server, secret(who));
    }

    private CommandLine.Printed cli(String who, String... words) {
        return new CommandLine(server, secret(who)).run(List.of(words));
    }

    private String secret(String who) {
        return who.equals("operator") ? server.operatorToken() : Objects.requireNonNull(secrets.get(who));
    }
}
