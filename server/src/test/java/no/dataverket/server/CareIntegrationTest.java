package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.Runbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What an operator is told when something is wrong, and whether the way out that is named is one.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CareIntegrationTest {

    private RunningServer server;
    private Api api;
    private CommandLine commands;
    private final List<String> words = new ArrayList<>();

    @BeforeAll
    void start() {
        server = RunningServer.start();
        api = server.api();
        commands = new CommandLine(server);
        Site.prepare(server, 1);
        var created = api.post("/v1/vms", Site.vm("web-1"));
        api.succeed(created);
        var volume = Map.of(
                "name", "data", "project", "shop", "environment", "prod", "datacenter", Site.DATACENTER, "size_gib", 1);
        api.succeed(api.post("/v1/volumes", volume));
        var backup = Map.of("name", "monday", "project", "shop", "environment", "prod", "volume", "data");
        api.succeed(api.post("/v1/backups", backup));
        words.addAll(List.of(
                "VM=web-1",
                "VOLUME=data",
                "BACKUP=monday",
                "IMAGE=" + Site.IMAGE + "@1",
                "TENANT=acme",
                "NETWORK=net",
                "PROJECT=shop",
                "ENVIRONMENT=prod",
                "HYPERVISOR=sim-1",
                "DATACENTER=" + Site.DATACENTER,
                "SERVICE=nett",
                "APPROVAL=" + withdrawn(),
                "TASK=" + created.at("/task/id"),
                "TARGET=" + created.at("/resource/id"),
                "REQUEST=" + created.at("/task/request_id")));
    }

    /// An approval that nobody waits for any more.
    private String withdrawn() {
        api.post("/v1/projects", Map.of("name", "doomed", "tenant", "acme")).expect(201);
        var held = api.post("/v1/projects/doomed:purge?tenant=acme", Map.of()).expect(202);
        var approval = held.at("/task/waiting_for/name");
        api.post("/v1/approvals/" + approval + ":withdraw", null).expect(200);
        return approval;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static List<String> runbooks() {
        return RunbookLibrary.packaged().all().stream().map(Runbook::id).toList();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void theSafeChecksOfARunbookCanBeCarriedOutAndLeaveARecord(String runbook) {
        var command = new ArrayList<>(List.of("dv", "runbook", "check", runbook));
        command.addAll(words);
        var printed = commands.run(command);
        assertThat(printed.status()).as(printed.text()).isZero();
        assertThat(printed.text()).contains("$ dv").doesNotContain("left out");
        assertThat(api.list("/v1/audit-entries"))
                .anySatisfy(entry -> assertThat(entry.path("action").asString() + " "
                                + entry.path("target_name").asString())
                        .startsWith("runbook.use " + runbook));
    }

    @Test
    void aServiceThatIsDownIsFoundWithItsWaitingTasksAndGoesWhenItReturns() {
        api.post("/v1/operator/services/nett:stop", Map.of()).expect(200);
        var down = eventually(() -> finding(FindingCode.SERVICE_DOWN), found -> !found.isEmpty())
                .getFirst();
        assertThat(down.path("subjects").toString()).contains("nett");
        assertThat(down.path("runbook").asString()).isEqualTo("rb-svc-001");
        assertThat(down.path("since").asString()).isNotEmpty();
        var waiting = api.post("/v1/vms", Site.vm("web-2"));
        var blocked = eventually(() -> finding(FindingCode.TASKS_BLOCKED), found -> !found.isEmpty())
                .getFirst();
        assertThat(blocked.path("subjects").toString()).contains("web-2");
        assertThat(blocked.path("detail").asString()).contains("nett");
        assertThat(commands.run(List.of("dv", "now")).text())
                .contains("CRITICAL  A service of the platform is down", "do    dv runbook show rb-svc-001");
        api.post("/v1/operator/services/nett:start", Map.of()).expect(200);
        api.succeed(waiting);
        eventually(() -> api.get("/v1/operator/findings").expect(200).json().path("findings"), JsonNode::isEmpty);
        assertThat(commands.run(List.of("dv", "now")).text()).contains("nothing is wrong");
    }

    @Test
    void aServiceThatBeatsButFailsWhatItIsAskedIsFound() {
        server.books().execute("""
                INSERT INTO tasks.failing_service (service, since, cause, probe_at)
                VALUES ('maskin', now(), 'no space left on device', now())
                """);
        assertThat(finding(FindingCode.SERVICE_FAILING)).singleElement().satisfies(found -> {
            assertThat(found.path("detail").asString()).contains("maskin", "no space left on device");
            assertThat(found.path("runbook").asString()).isEqualTo("rb-svc-001");
        });
        server.books().execute("DELETE FROM tasks.failing_service");
        assertThat(finding(FindingCode.SERVICE_FAILING)).isEmpty();
    }

    @Test
    void aQuotaThatIsNearlyUsedUpIsFound() {
        api.post("/v1/projects", Map.of("name", "small", "tenant", "acme", "quotas", Map.of("networks", 1)))
                .expect(201);
        api.post("/v1/environments", Map.of("name", "prod", "tenant", "acme", "project", "small"))
                .expect(201);
        var network = api.post(
                "/v1/networks",
                Map.of("name", "only", "project", "small", "environment", "prod", "datacenter", Site.DATACENTER));
        api.succeed(network);
        assertThat(finding(FindingCode.QUOTA_NEAR_LIMIT))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.path("detail").asString()).isEqualTo("project small uses 1 of 1 networks"));
        api.succeed(api.delete("/v1/networks/" + network.at("/resource/id"), "\"g1\""));
        assertThat(finding(FindingCode.QUOTA_NEAR_LIMIT)).isEmpty();
    }

    private List<JsonNode> finding(FindingCode code) {
        var found = new ArrayList<JsonNode>();
        api.get("/v1/operator/findings").expect(200).json().path("findings").forEach(found::add);
        found.removeIf(each -> !each.path("code").asString().equals(code.name()));
        return found;
    }
}
