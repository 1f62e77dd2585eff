package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator calls when something is wrong.
final class CareTest {

    private static final String RUNBOOK = """
            {"id":"rb-vm-001","safe_checks":["dvce vm get VM --project PROJECT --env prod -o name","dv health get -o json",
             "dv task list --state FAILED -q"]}""";

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void nowSaysWhatIsWrongAndWhatToDo() {
        server.on("GET /v1/operator/findings", """
                {"at":"2026-11-21T10:03:00Z","findings":[{"code":"SERVICE_DOWN","severity":"CRITICAL",
                 "title":"A service of the platform is down","detail":"nett: not heard","count":1,"subjects":["nett","bus"],
                 "since":"2026-11-21T10:00:00Z","command":"dv health get","runbook":"rb-svc-001"}]}""");
        var result = new Run(home).against(server).run("dv now");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("""
                CRITICAL  A service of the platform is down  for 3m
                  what  nett: not heard
                  who   nett, bus
                  look  dv health get
                  do    dv runbook show rb-svc-001
                """);
    }

    @Test
    void nowSaysThatNothingIsWrong() {
        server.on("GET /v1/operator/findings", "{\"at\":\"2026-11-21T10:03:00Z\",\"findings\":[]}");
        assertThat(new Run(home).against(server).run("dv now").out()).isEqualTo("✓ nothing is wrong\n");
    }

    @Test
    void recordsOfUseThatDifferAreToldAndAreTheExitCode() {
        server.on("GET /v1/operator/usage-check", """
                {"checked_at":"2026-11-21T10:03:00Z","budgets":7,"charges":3,"intervals":2,"events":4,"consistent":false,
                 "differences":[{"check":"BUDGET_IS_SUM_OF_CHARGES","subject":"tenant_1 vms","expected":"3","found":"4"}],
                 "runbook":"rb-use-001"}""");
        var result = new Run(home).against(server).run("dv usage check");
        assertThat(result.exit()).isEqualTo(20);
        assertThat(result.out()).isEqualTo("""
                ✗ BUDGET_IS_SUM_OF_CHARGES  tenant_1 vms
                    expected 3
                    found    4
                7 budgets, 3 charges, 2 intervals and 4 events differ; what to do: dv runbook show rb-use-001
                """);
        assertThat(new Run(home).against(server).run("dv usage check -o json").exit())
                .isEqualTo(20);
    }

    @Test
    void recordsOfUseThatAgreeAreASuccess() {
        server.on("GET /v1/operator/usage-check", """
                {"checked_at":"2026-11-21T10:03:00Z","budgets":7,"charges":3,"intervals":2,"events":4,"consistent":true,
                 "differences":[],"runbook":"rb-use-001"}""");
        var result = new Run(home).against(server).run("dv usage check");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("✓ 7 budgets, 3 charges, 2 intervals and 4 events agree\n");
    }

    @Test
    void aNounWithNothingToChooseFromNeedsNoVerb() {
        server.on("GET /v1/health", "{\"status\":\"OK\",\"version\":\"0.1.0\",\"parts\":[]}");
        var result = new Run(home).against(server).run("dv health -o json");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"status\": \"OK\"");
    }

    @Test
    void aRunbooksChecksAreCarriedOutOneAfterTheOther() {
        server.on("POST /v1/operator/runbooks/rb-vm-001:use", RUNBOOK)
                .on("GET /v1/vms/web-1", "{\"id\":\"vm_1\",\"name\":\"web-1\"}")
                .on("GET /v1/health", "{\"status\":\"OK\"}")
                .on("GET /v1/tasks", "{\"items\":[]}");
        var result = new Run(home).against(server).run("dv runbook check rb-vm-001 VM=web-1 PROJECT=shop");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("vm/web-1", "\"status\": \"OK\"");
        assertThat(result.err()).contains("$ dvce vm get web-1 --project shop --env prod -o name", "$ dv task list");
    }

    @Test
    void aCheckWhoseWordsNobodySaidIsLeftOutAndNotGuessed() {
        server.on("POST /v1/operator/runbooks/rb-vm-001:use", RUNBOOK)
                .on("GET /v1/health", "{\"status\":\"OK\"}")
                .on("GET /v1/tasks", "{\"items\":[]}");
        var result = new Run(home).against(server).run("dv runbook check rb-vm-001");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).contains("left out: say VM=");
        assertThat(server.lines()).noneMatch(line -> line.contains("/v1/vms"));
    }

    @Test
    void aCheckThatFailsIsTheResult() {
        server.on("POST /v1/operator/runbooks/rb-vm-001:use", RUNBOOK)
                .problem("GET /v1/health", 503, "DEPENDENCY_UNAVAILABLE")
                .on("GET /v1/tasks", "{\"items\":[]}");
        assertThat(new Run(home)
                        .against(server)
                        .run("dv runbook check rb-vm-001")
                        .exit())
                .isEqualTo(11);
    }

    @Test
    void aSupportBundleHoldsWhatBelongsToTheTaskAndNoSecret() throws IOException {
        server.on("GET /v1/tasks/task_1", """
                        {"id":"task_1","target":"vm_1","runbook":null,"input":{"user_data":"canary-1"},
                         "steps":[{"name":"place","message":"placed"}]}""")
                .on("GET /v1/vms/vm_1", "{\"id\":\"vm_1\",\"ssh_authorized_keys\":[\"canary-2\"]}")
                .on("GET /v1/tasks", "{\"items\":[],\"next_page_token\":\"abc\"}")
                .on("GET /v1/audit-entries", "{\"items\":[{\"admin_password\":\"canary-3\"}]}")
                .on("GET /v1/health", "{\"status\":\"OK\"}")
                .problem("GET /v1/tasks/task_1:diagnose", 404, "OPERATION_NOT_FOUND")
                .problem("GET /v1/operator/findings", 403, "ACTION_FORBIDDEN")
                .problem("GET /v1/operator/services", 403, "ACTION_FORBIDDEN");
        var result = new Run(home).against(server).run("dv support collect task_1");
        assertThat(result.exit()).as(result.err()).isZero();
        var file = home.resolve("support-task_1.zip");
        assertThat(result.out()).isEqualTo(file + "\n");
        var parts = unpacked(file);
        assertThat(parts.keySet())
                .contains("task.json", "target.json", "tasks-of-target.json", "audit-of-target.json", "health.json");
        assertThat(parts.values()).noneMatch(text -> text.contains("canary"));
        assertThat(parts.get("task.json")).contains("placed", "[redacted]");
        assertThat(parts.get("tasks-of-target.json")).contains("abc");
        assertThat(parts.get("findings.json")).contains("not_collected", "ACTION_FORBIDDEN");
    }

    @Test
    void aBundleNeverReplacesAFile() throws IOException {
        server.on("GET /v1/tasks/task_1", "{\"id\":\"task_1\",\"target\":\"x_1\"}")
                .on("GET /v1/tasks", "{}")
                .on("GET /v1/audit-entries", "{}")
                .on("GET /v1/health", "{}");
        Files.writeString(home.resolve("case.zip"), "mine");
        var result = new Run(home).against(server).run("dv support collect task_1 --file case.zip");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(Files.readString(home.resolve("case.zip"))).isEqualTo("mine");
    }

    private static Map<String, String> unpacked(Path file) {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
