package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.contract.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureTest {

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void theExitCodeOfAProblemIsTheOneOfItsKind(ProblemCode code) {
        assertThat(ExitCode.ofProblem(code.kind().status(), code.name()).code())
                .isEqualTo(code.kind().exitCode());
    }

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_JSON, 7",
        "401, AUTHENTICATION_REQUIRED, 4",
        "403, ACTION_FORBIDDEN, 5",
        "404, RESOURCE_NOT_FOUND, 3",
        "409, RESOURCE_IN_USE, 6",
        "412, IF_MATCH_FAILED, 6",
        "428, IF_MATCH_REQUIRED, 6",
        "422, VALIDATION_FAILED, 7",
        "422, QUOTA_EXCEEDED, 13",
        "429, RATE_LIMIT, 11",
        "500, INTERNAL_ERROR, 1",
        "503, DEPENDENCY_UNAVAILABLE, 11",
        "507, NO_CAPACITY, 13",
    })
    void aRefusalEndsWithItsExitCode(int status, String code, int exit) {
        server.problem("GET /v1/vms/web-1", status, code);
        assertThat(new Run(home).against(server).run("dvce vm get web-1").exit())
                .isEqualTo(exit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv service list", "dvce vm get web-1", "dv context set lab", "dv whoami"})
    void aDryRunOfWhatHasNoneIsRefused(String command) {
        var result = new Run(home).against(server).run(command + " --dry-run");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(command.replaceFirst("( web-1| lab)$", "") + " can't be tried out");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aServerOfAnotherMajorVersionIsToldWithWhatToDo() {
        var version = Map.of("Dv-Api-Version", "2.3");
        server.on("GET /v1/vms/web-1", 200, "{}", version).on("GET /v1/health", 200, "{}", version);

        var result = new Run(home).against(server).run("dvce vm get web-1");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("serves version 2.3 of the API, and this program speaks version 1")
                .contains("hint: take the dv that came with the server")
                .doesNotContain("dv up");
        assertThat(new Run(home).against(server).run("dv doctor").out()).contains("version 2.3", "dv that came with");
    }

    @Test
    void aRefusalSaysWhatWhyWhatToDoAndTheIdentifiers() {
        server.problem("GET /v1/vms/web-1", 409, "RESOURCE_IN_USE");
        var result = new Run(home).against(server).run("dvce vm get web-1");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                error: cannot get vm web-1: That does not go (RESOURCE_IN_USE)
                  because of that
                  /image: is not an image (PATTERN)
                  used by web-1, web-2
                  hint: do something else
                  request req_9 · runbook rb-1
                """);
    }

    @Test
    void aServerThatIsNotThereEndsWith11() {
        server.close();
        var result = new Run(home).against(server).run("dvce vm list");
        assertThat(result.exit()).isEqualTo(11);
        assertThat(result.err()).contains("cannot list vms: cannot connect to", "dv up", "dv doctor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dvce vm lst | dvce vm has no verb lst | did you mean: dvce vm list",
                "dvce wm list | dvce has no noun wm | did you mean: dvce vm",
                "dv vm list | dv has no noun vm | did you mean: dvce vm",
                "dv up | is done by the launcher | ./dv up",
                "dvce vm list --projct shop | has no flag --projct | did you mean: --project",
                "dvce vm get | needs the name of a vm | dvce vm get web-1",
                "dvce vm get a b | has no place for b | --help",
                "dvce vm list -o xml | no output format xml | jsonpath",
                "dvce vm list --limit many | --limit cannot be many | whole number",
                "dvce vm create web-1 | needs --project, --environment, --datacenter, --image, --network | for example",
                "dvce vm update web-1 | nothing to change | for example",
                "dv tenant create acme --quotas vm=4 | cannot be vm | one of vms",
                "dv tenant create acme --quotas vms=x | cannot be x | whole number",
                "dvce vm list --context | missing required parameter | --help",
            })
    void wrongUsageIsExplained(String line, String what, String hint) {
        var result = new Run(home).with("DV_ENDPOINT", server.endpoint()).run(line);
        assertThat(result.err().toLowerCase(java.util.Locale.ROOT))
                .contains(what.toLowerCase(java.util.Locale.ROOT), hint.toLowerCase(java.util.Locale.ROOT));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anIncompleteListSaysSoAndEndsWith12() {
        var items = Samples.VMS.substring(0, Samples.VMS.length() - 1);
        server.on("GET /v1/vms", items + ",\"unreachable\":[\"datacenters/osl2\"]}");
        var result = new Run(home).against(server).run("dvce vm list -q");
        assertThat(result.exit()).isEqualTo(12);
        assertThat(result.out()).isEqualTo("vm_1\nvm_2\n");
        assertThat(result.err()).isEqualTo("warning: osl2 unreachable, 2 of ? shown\n");
    }

    @Test
    void exitCodesHaveAPage() {
        var text = new Run(home).run("dv help exit-codes").out();
        for (var exit : ExitCode.values()) {
            assertThat(text).contains(exit.code() + "  " + exit.meaning());
        }
    }
}
