package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuiltInsTest {

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer().on("GET /v1/whoami", Samples.WHO);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoAmISaysWhoWhereAndUntilWhen() {
        var result = new Run(home).against(server).with("DV_PROJECT", "shop").run("dv whoami");
        assertThat(result.out()).isEqualTo("""
                who          dev (prn_1)
                roles        PROJECT_EDITOR on acme/shop
                where        %s, context default
                tenant       -
                project      shop (from DV_PROJECT)
                environment  -
                datacenter   -
                tenants      acme
                projects     shop
                token        tok_1, ends 2027-02-19 10:00:00Z
                server       0.1.0
                """.formatted(server.endpoint()));
    }

    @Test
    void theDoctorFindsEverythingWell() {
        server.on("GET /v1/health", """
                {"status":"OK","version":"0.1.0","parts":[{"name":"nett","up":true,"detail":"answers"}]}""");
        var result = new Run(home).against(server).run("dv doctor");
        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("✓ settings", "✓ endpoint  answers in", "✓ server  version 0.1.0, OK", "✓ nett  answers")
                .contains("✓ token  speaks for dev, ends 2027-02-19 10:00:00Z");
    }

    @Test
    void theDoctorNamesWhatIsDownAndWhatToDo() {
        server.on("GET /v1/health", """
                {"status":"DEGRADED","version":"0.1.0","parts":[{"name":"nett","up":false,"detail":"not heard",
                 "last_seen":"2026-11-21T09:12:00Z"}]}""");
        var result = new Run(home).with("DV_ENDPOINT", server.endpoint()).run("dv doctor");
        assertThat(result.exit()).isEqualTo(11);
        assertThat(result.out())
                .contains("✗ nett  not heard, last seen 2026-11-21 09:12:00Z\n    hint: ")
                .contains("✗ token  there is none\n    hint: log in: dvid login");
    }

    @Test
    void theDoctorSaysThatNobodyAnswers() {
        server.close();
        var result = new Run(home).against(server).run("dv doctor");
        assertThat(result.exit()).isEqualTo(11);
        assertThat(result.out()).contains("✗ endpoint  cannot connect to", "dv up");
    }

    @Test
    void anyRequestCanBeSent() throws IOException {
        Files.writeString(home.resolve("body.json"), "{\"a\":1}");
        server.on("POST /v1/things", "{\"id\":\"x\"}");
        var result =
                new Run(home).against(server).run("dv api post /v1/things?b=c -d @body.json --header 'X-Test: yes' -i");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("HTTP/1.1 200\n").contains("etag: \"g3\"", "{\n  \"id\": \"x\"\n}");
        assertThat(server.lastAsked().target()).isEqualTo("/v1/things?b=c");
        assertThat(server.lastAsked().body()).isEqualTo("{\"a\":1}");
        assertThat(server.lastAsked().header("X-test")).isEqualTo("yes");
        assertThat(new Run(home).against(server).run("dv api GET /v1/nothing").exit())
                .isEqualTo(3);
        assertThat(new Run(home).against(server).run("dv api GET").exit()).isEqualTo(2);
    }

    @Test
    void fieldsAreExplainedWithoutAServer() {
        var run = new Run(home);
        assertThat(run.run("dv explain vm.status.phase").out())
                .startsWith("vm.status.phase  enum  required\n  Phase.\n  one of PROVISIONING, ");
        assertThat(run.run("dv explain vm.create.networks").out())
                .contains("list  required", "address", "Address wanted.");
        assertThat(run.run("dv explain vm").out()).contains("memory_mib");
        assertThat(run.run("dv explain vm.nonsense").exit()).isEqualTo(3);
        assertThat(run.run("dv explain nonsense").exit()).isEqualTo(3);
    }

    @Test
    void theConsoleIsShownFromItsEnd() {
        server.on(
                "GET /v1/vms/web-1/console",
                "{\"text\":\"login: \\u001b[31mred\\u001b[0m\\u001b]0;t\\u0007\\n\",\"next_offset\":9,\"size\":9}");
        var result = new Run(home).against(server).onTerminal("o").run("dvce vm console web-1 --project shop");
        assertThat(result.out()).isEqualTo("login: \u001b[31mred\u001b[0m\n");
        assertThat(server.lines()).containsExactly("GET /v1/vms/web-1/console?project=shop&offset=-65536");
        assertThat(new Run(home)
                        .against(server)
                        .run("dvce vm console web-1 --offset 0 --limit 5 -o json")
                        .out())
                .contains("\"next_offset\": 9");
        assertThat(server.lastAsked().target()).endsWith("?offset=0&limit=5");
    }

    @Test
    void aPersonTypesAtTheConsoleUntilTheyLeaveIt() {
        console()
                .on("GET /v1/vms/web-1/console:follow", output(0, "login: ", "null"))
                .on("GET /v1/vms/web-1/console:follow", output(7, "", "null"));
        var run = new Run(home).against(server).onTerminal("ioe").typing("ls\r\u001dnot sent");
        var result = run.run("dvce vm console web-1 --project shop");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("leave it with Ctrl-]");
        assertThat(run.raw()).startsWith("raw").contains("restored");
        assertThat(bodies("type"))
                .containsExactly("{\"session\":\"con_1\",\"offset\":0,\"data\":\"" + base64("ls\r") + "\"}");
        assertThat(bodies("open")).containsExactly("{\"take_over\":false}");
        assertThat(bodies("close")).containsExactly("{\"session\":\"con_1\"}");
        assertThat(server.lines().getFirst()).isEqualTo("POST /v1/vms/web-1/console:open?project=shop");
    }

    @Test
    void aScriptGetsTheAnswersAndHearsWhyASessionEnded() {
        console().on("GET /v1/vms/web-1/console:follow", output(0, "# up 3 days\u001b[6n", "\"the machine stopped\""));
        var result = new Run(home).against(server).typing("").run("dvce vm console web-1 --take-over");
        assertThat(result.out()).isEqualTo("# up 3 days\u001b[6n");
        assertThat(result.err()).contains("is over: the machine stopped.");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(bodies("open")).containsExactly("{\"take_over\":true}");
        assertThat(bodies("close")).isEmpty();
    }

    @Test
    void whoIsNotLetToTheConsoleReadsWhy() {
        server.problem("POST /v1/vms/web-1/console:open", 409, "CONSOLE_IN_USE");
        var run = new Run(home).against(server).onTerminal("ioe");
        assertThat(run.run("dvce vm console web-1").exit()).isEqualTo(6);
        assertThat(run.raw()).isEmpty();
        assertThat(run.run("dvce vm console web-1 --log --take-over").exit()).isEqualTo(2);
    }

    private FakeServer console() {
        return server.on("POST /v1/vms/web-1/console:open", 201, "{\"id\":\"con_1\"}", Map.of())
                .on("POST /v1/vms/web-1/console:type", "{\"next_offset\":3}")
                .on("POST /v1/vms/web-1/console:close", 204, "", Map.of());
    }

    private List<String> bodies(String verb) {
        return server.asked().stream()
                .filter(asked -> asked.method().equals("POST") && asked.target().contains("console:" + verb))
                .map(FakeServer.Asked::body)
                .toList();
    }

    private static String output(long offset, String text, String ended) {
        return "{\"offset\":" + offset + ",\"data\":\"" + base64(text) + "\",\"next_offset\":"
                + (offset + text.length()) + ",\"open\":" + ended.equals("null") + ",\"ended\":" + ended + "}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void runbooksAreShown() throws IOException {
        Files.createDirectories(home.resolve("docs/runbooks"));
        Files.writeString(home.resolve("docs/runbooks/rb-x-001.md"), "# rb-x-001\n");
        var run = new Run(home).with("DV_HOME", home.toString());
        assertThat(run.run("dv runbook show rb-x-001").out()).isEqualTo("# rb-x-001\n");
        assertThat(run.run("dv runbook show rb-x-002").exit()).isEqualTo(3);
        assertThat(run.run("dv runbook show ../../secret").exit()).isEqualTo(2);
    }

    @Test
    void whatTheServersProgramDoesNeedsIt() {
        var run = new Run(home).with("DV_HOME", home.toString());
        var result = run.run("dvce runtime evaluate simulated");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("the server's program is not here", "./dv build");
        assertThat(run.run("dvce runtime scorecard docs").exit()).isEqualTo(1);
        assertThat(run.run("dvce runtime evaluate").exit()).isEqualTo(2);
        assertThat(run.run("dvce runtime scorecard").exit()).isEqualTo(2);
    }

    @Test
    void theFirstPageListsEveryNounAndWhatTheLauncherDoes() {
        var page = new Run(home).run("dv --help").out();
        assertThat(page)
                .contains(
                        "tenant, project, environment",
                        "hypervisor, image, vm, volume, shape, snapshot, backup,",
                        "placement, capacity, supply, placement-policy, image-channel, image-key, image-policy, runtime",
                        "This machine",
                        "dv up");
        assertThat(new Run(home).run("dv").out()).isEqualTo(page);
        assertThat(new Run(home).run("dv help").out()).isEqualTo(page);
        assertThat(new Run(home).run("dv help ce vm create").out())
                .isEqualTo(new Run(home).run("dvce vm create --help").out());
        assertThat(new Run(home).run("dvce").out()).contains("dvce   hypervisor, image, vm");
        for (var topic : new String[] {"flags", "settings", "output"}) {
            assertThat(new Run(home).run("dv help " + topic).out()).isNotEmpty();
        }
    }

    @Test
    void theVersionIsShown() {
        assertThat(new Run(home).run("dv --version").out())
                .startsWith("dv 0.1.0")
                .isEqualTo(new Run(home).run("dv version").out());
    }
}
