package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApprovalTest {

    private static final String APPROVAL = """
            {"id":"apr_1","action":"project.purge","subject_name":"shop","hash":"abc","state":"%s",
            "request":"POST /v1/projects/shop:purge?tenant=acme","body":"{\\"reason\\":\\"over\\"}","reason":"over",
            "effects":{"would_create":[],"would_change":[],"would_delete":["project shop","environment prod"]},
            "automation_class":"ONE_APPROVAL","cause":"it touches a project","requested_by":"ann",
            "expires_at":"2026-11-21T14:00:00Z","task":"task_1"}""";

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer()
            .on("GET /v1/approvals/apr_1", APPROVAL.formatted("PENDING"))
            .on("POST /v1/approvals/apr_1:approve", 200, APPROVAL.formatted("APPROVED"), Map.of());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoApprovesIsShownExactlyWhatAndApprovesJustThat() {
        var result = new Run(home)
                .against(server)
                .onTerminal("ioe")
                .typing("yes\n")
                .run("dv approval approve apr_1 --comment seen");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains(
                        "project.purge of shop",
                        "ann",
                        "POST /v1/projects/shop:purge?tenant=acme",
                        "{\"reason\":\"over\"}",
                        "project shop",
                        "environment prod",
                        "ONE_APPROVAL: it touches a project",
                        "abc");
        assertThat(result.err()).contains("Approved. Follow it: dv task wait task_1");
        assertThat(server.lastAsked().body()).isEqualTo("{\"hash\":\"abc\",\"comment\":\"seen\"}");
    }

    @Test
    void withoutAYesNothingIsApproved() {
        var no = new Run(home).against(server).onTerminal("ioe").typing("no\n").run("dv approval approve apr_1");
        assertThat(no.exit()).isEqualTo(1);
        assertThat(no.err()).contains("nothing is approved", "dv approval reject");
        var nobody = new Run(home).against(server).run("dv approval approve apr_1");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err()).contains("--yes", "--hash");
        assertThat(server.lines()).doesNotContain("POST /v1/approvals/apr_1:approve");
    }

    @Test
    void whoLookedBeforeGivesTheHash() {
        var result = new Run(home).against(server).run("dv approval approve apr_1 --hash def -o json");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"state\": \"APPROVED\"");
        assertThat(server.lastAsked().body()).isEqualTo("{\"hash\":\"def\"}");
    }
}
