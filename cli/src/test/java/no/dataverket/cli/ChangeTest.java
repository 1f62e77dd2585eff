package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangeTest {

    private static final String CREATE =
            "dvce vm create web-1 --project shop --env prod --datacenter lab1 --image debian-12 ";

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer()
            .on("GET /v1/vms/web-1", Samples.VM)
            .on("PATCH /v1/vms/web-1", Samples.VM)
            .on("POST /v1/vms", 202, Samples.accepted(Samples.task("RUNNING", "RUNNING", "")), Map.of())
            .on("DELETE /v1/vms/web-1", 202, Samples.accepted(Samples.task("RUNNING", "RUNNING", "")), Map.of());

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "--network app-net | 'networks':[{'network':'app-net'}]",
                "--network app-net --network db-net | 'networks':[{'network':'app-net'},{'network':'db-net'}]",
                "--networks app-net,address=10.0.0.5 | 'networks':[{'network':'app-net','address':'10.0.0.5'}]",
                "--network network=app-net,address=10.0.0.5 | 'networks':[{'network':'app-net','address':'10.0.0.5'}]",
                "--network a --vcpus 2 | 'vcpus':2",
                "--network a --labels tier=web,team=a --label x=y | 'labels':{'tier':'web','team':'a','x':'y'}",
                "--network a --deletion-protection | 'deletion_protection':true",
                "--network a --deletion-protection false | 'deletion_protection':false",
                "--network a --user-data @boot.sh | 'user_data':'#!/bin/sh\\n'",
                "--network a --user-data @@me | 'user_data':'@me'",
                "--network a --ssh-authorized-key @keys | 'ssh_authorized_keys':['ssh-ed25519 A a','ssh-ed25519 B b']",
                "--network a --tenant acme | 'tenant':'acme'",
            })
    void flagsBecomeTheBody(String flags, String json) throws IOException {
        Files.writeString(home.resolve("boot.sh"), "#!/bin/sh\n");
        Files.writeString(home.resolve("keys"), "# mine\nssh-ed25519 A a\n\nssh-ed25519 B b\n");
        var result = new Run(home).against(server).run(CREATE + flags);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(server.lastAsked().body()).startsWith("{\"name\":\"web-1\",").contains(json.replace('\'', '"'));
    }

    @Test
    void namesOfEnumsAreWrittenInAnyCase() {
        server.on("POST /v1/tokens", 201, "{\"token\":{\"id\":\"tok_2\"},\"secret\":\"s\"}", Map.of());
        var result = new Run(home).against(server).run("dvid token create ci --role project-editor --tenant acme");
        assertThat(server.lastAsked().body()).contains("\"role\":\"PROJECT_EDITOR\"");
        assertThat(result.out()).contains("secret").contains("  s\n");
        assertThat(new Run(home)
                        .against(server)
                        .run("dvid token create ci --role TENANT_ADMIN -q")
                        .out())
                .isEqualTo("tok_2\n");
    }

    @Test
    void aDefaultProjectIsNotPutWhereItMeansSomethingElse() {
        server.on("POST /v1/tokens", 201, "{\"token\":{\"id\":\"tok_2\"},\"secret\":\"s\"}", Map.of());
        new Run(home).against(server).run("dv context set --tenant acme --project shop");
        new Run(home).against(server).run("dvid token create adm --role TENANT_ADMIN");
        assertThat(server.lastAsked().body()).contains("\"tenant\":\"acme\"").doesNotContain("shop");
    }

    @Test
    void aCreationHasAFreshKeyOrTheOneGiven() {
        new Run(home).against(server).run(CREATE + "--network a");
        assertThat(server.lastAsked().header("Idempotency-key")).hasSize(36);
        new Run(home).against(server).run(CREATE + "--network a --idempotency-key k-1");
        assertThat(server.lastAsked().header("Idempotency-key")).isEqualTo("k-1");
    }

    @Test
    void anUpdateReadsFirstAndSendsTheTagThatItRead() {
        var result = new Run(home).against(server).run("dvce vm update web-1 --project shop --labels tier=db,old-");
        assertThat(result.exit()).isZero();
        assertThat(server.lines())
                .containsExactly("GET /v1/vms/web-1?project=shop", "PATCH /v1/vms/web-1?project=shop");
        var patch = server.lastAsked();
        assertThat(patch.header("If-match")).isEqualTo("\"g3\"");
        assertThat(patch.header("Content-type")).isEqualTo("application/merge-patch+json");
        assertThat(patch.body()).isEqualTo("{\"labels\":{\"tier\":\"db\",\"old\":null}}");
    }

    @Test
    void anUpdateTakesTheTagThatIsGiven() {
        new Run(home).against(server).run("dvce vm update web-1 --deletion-protection true --if-match '\"g1\"'");
        assertThat(server.lines()).containsExactly("PATCH /v1/vms/web-1");
        assertThat(server.lastAsked().header("If-match")).isEqualTo("\"g1\"");
    }

    @Test
    void deletingWithoutATerminalNeedsAYes() {
        var refused = new Run(home).against(server).run("dvce vm delete web-1");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("nobody can be asked", "add --yes, or look first with --dry-run");
        assertThat(server.asked()).isEmpty();
        var done = new Run(home).against(server).run("dvce vm delete web-1 --yes");
        assertThat(done.exit()).isZero();
        assertThat(server.lines()).containsExactly("GET /v1/vms/web-1", "DELETE /v1/vms/web-1");
        assertThat(server.lastAsked().header("If-match")).isEqualTo("\"g3\"");
    }

    @Test
    void deletingOnATerminalNamesWhatIsLostAndHasTheNameTyped() {
        try (var asking = new FakeServer()
                .on("GET /v1/vms/web-1", Samples.VM)
                .on("DELETE /v1/vms/web-1", Samples.PREVIEW)
                .on("DELETE /v1/vms/web-1", 202, Samples.accepted(Samples.task("RUNNING", "RUNNING", "")), Map.of())) {
            var run = new Run(home).against(asking).onTerminal("ie");
            var refused = run.typing("web-2\n").run("dvce vm delete web-1");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("This will delete vm web-1 (vm_1).", "- vm web-1 and its disk", "Type web-1 to go on")
                    .contains("not confirmed; nothing was done");
            assertThat(asking.lines()).containsExactly("GET /v1/vms/web-1", "DELETE /v1/vms/web-1?validate_only=true");
        }
    }

    @Test
    void aDryRunSaysWhatWouldHappen() {
        try (var previewing = new FakeServer()
                .on("POST /v1/vms:preflight", "{\"ready\": true, \"preview\": " + Samples.PREVIEW + "}")) {
            var run = new Run(home).against(previewing);
            var result = run.run(CREATE + "--network a --dry-run");
            assertThat(result.exit()).isZero();
            assertThat(result.out()).isEqualTo("""
                    Dry run, nothing is written: create vm web-1
                      + vm web-1
                      ~ network app-net
                      - vm web-1 and its disk
                      steps: place, start
                      quota after: vms 3/40
                      would wait for: nett
                    """);
            assertThat(previewing.lines()).containsExactly("POST /v1/vms:preflight");
            assertThat(run.run(CREATE + "--network a --dry-run -o jsonpath=.steps[*]")
                            .out())
                    .isEqualTo("place\nstart\n");
        }
    }

    @Test
    void aDryRunThatWouldBeRefusedSaysAllThatIsMissingAndWhatMendsIt() {
        var refusal = """
                {"offering": "vm", "ready": false, "waits": true, "checks": [
                  {"requirement": "ROLE", "satisfied": true, "blocks": true, "detail": "your role allows it", "hint": ""},
                  {"requirement": "QUOTA", "satisfied": false, "blocks": true, "detail": "The limit is 3.",
                   "code": "QUOTA_EXCEEDED", "hint": "dv quota set acme/shop --limits vms=4"},
                  {"requirement": "DEPENDENCY", "satisfied": false, "blocks": false, "detail": "nett is away",
                   "code": "DEPENDENCY_UNAVAILABLE", "hint": "dv health get"}],
                 "problem": {"status": 422, "code": "QUOTA_EXCEEDED"}}
                """;
        try (var refusing = new FakeServer().on("POST /v1/vms:preflight", refusal)) {
            var run = new Run(home).against(refusing);
            var expected = """
                    vm web-1: would be refused
                      ✓ your role allows it
                      ✗ The limit is 3. (QUOTA_EXCEEDED)
                          dv quota set acme/shop --limits vms=4
                      ~ nett is away (DEPENDENCY_UNAVAILABLE)
                          dv health get
                    """;
            var dry = run.run(CREATE + "--network a --dry-run");
            assertThat(dry.out()).isEqualTo(expected);
            assertThat(dry.exit()).isEqualTo(13);
            var asked = run.run(CREATE.replace("vm create", "vm preflight") + "--network a");
            assertThat(asked.out()).isEqualTo(expected);
            assertThat(asked.exit()).isEqualTo(13);
            assertThat(refusing.lines()).containsOnly("POST /v1/vms:preflight");
            assertThat(run.run(CREATE + "--network a --dry-run -o jsonpath=.problem.code")
                            .out())
                    .isEqualTo("QUOTA_EXCEEDED\n");
        }
    }

    @Test
    void anIdentifierIsNotContradictedByTheContext() {
        server.on("GET /v1/vms/vm_1", Samples.VM);
        var run = new Run(home).against(server);
        run.run("dv context set --project shop");
        run.run("dvce vm get vm_1");
        assertThat(server.lines()).containsExactly("GET /v1/vms/vm_1");
        run.run("dvce vm get web-1");
        assertThat(server.lastAsked().target()).isEqualTo("/v1/vms/web-1?project=shop");
        run.run("dvce vm get web-1 --project ''");
        assertThat(server.lastAsked().target()).isEqualTo("/v1/vms/web-1");
    }

    @Test
    void debugShowsACurlCommandWithoutTheToken() {
        var result = new Run(home).against(server).run(CREATE + "--network a --debug");
        assertThat(result.err())
                .contains("> curl -X POST '" + server.endpoint() + "/v1/vms'")
                .contains("-H \"Authorization: Bearer $DV_TOKEN\"", "-H 'Idempotency-Key: ", "-d '{\"name\":\"web-1\"")
                .contains("< 202 in ")
                .doesNotContain("dv_secret");
        assertThat(server.lastAsked().header("Authorization")).isEqualTo("Bearer dv_secret");
    }

    @Test
    void nothingIsAnsweredWhereNothingIsLeft() {
        server.on("DELETE /v1/tokens/tok_1", 204, "", Map.of());
        var result = new Run(home).against(server).run("dvid token revoke tok_1 --yes");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("token tok_1 is revoked.\n");
    }
}
