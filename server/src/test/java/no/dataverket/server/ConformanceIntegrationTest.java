package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import no.dataverket.contract.api.Operations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every operation, with what the contract allows and with what it does not, as schemathesis thinks of it: no request
/// brings the server down, and no answer is one that the contract does not have.
@Tag("integration")
final class ConformanceIntegrationTest {

    private static final Path HERE = Path.of("..", "contract", "conformance").toAbsolutePath();
    private static final Pattern CASES = Pattern.compile("(\\d+) generated");
    private static final Pattern TESTED = Pattern.compile("Tested: (\\d+)");

    private static RunningServer server;
    private static Site site;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        site.running("web-1");
        site.running("db-1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noRequestOfAnOperatorBreaksTheContract() {
        assertThat(cases("operator", server.operatorToken(), "--max-examples", "4"))
                .isGreaterThan(2_000);
    }

    @Test
    void noRequestOfATenantBreaksTheContract() {
        var token = site.token("conformance", Map.of("role", "TENANT_ADMIN", "tenant", "acme"));
        assertThat(cases("tenant", token, "--phases", "fuzzing", "--max-examples", "8"))
                .isGreaterThan(500);
    }

    /// Runs schemathesis with the token.
    ///
    /// @return how many requests it thought of
    private static int cases(String name, String token, String... options) {
        if (System.getenv("CI") == null) {
            assumeTrue(Program.exists("python3"), "there is no python3 here");
        }
        var spare = server.api()
                .post("/v1/tokens", Map.of("name", "spare-" + name, "role", "PLATFORM_OPERATOR"))
                .expect(201)
                .at("/token/id");
        var command = new ArrayList<>(List.of("./run", server.endpoint().toString()));
        command.addAll(List.of(options));

        var run = Program.run(HERE, Map.of("DV_TOKEN", token, "DV_SPARE_TOKEN", spare), command)
                .expectSuccess();

        assertThat(number(run, TESTED)).isEqualTo(Operations.all().size());
        return number(run, CASES);
    }

    private static int number(Program run, Pattern pattern) {
        var matcher = pattern.matcher(run.output());
        assertThat(matcher.find()).as(run.output()).isTrue();
        return Integer.parseInt(Objects.requireNonNull(matcher.group(1)));
    }
}
