package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.sdk.generator.Generator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The SDK in each language is what the contract makes, compiles without a warning, and drives a machine's life
/// against a running server, through TLS and through refusals that are worth another try.
@Tag("integration")
final class SdkIntegrationTest {

    private static final Path SDKS = Path.of("..", "sdk").toAbsolutePath().normalize();
    private static final Path CONTRACT = Path.of("..", "contract", "openapi.yaml");

    /// What the life in every language does, each step printed when it is done.
    private static final List<String> LIFE = List.of(
            "who am I",
            "tenant, project, environment",
            "network",
            "validation error",
            "preview",
            "create",
            "same key",
            "conflict",
            "update",
            "stale ETag",
            "stop",
            "start",
            "pages",
            "delete",
            "503 without Retry-After",
            "answer of a later server",
            "task that does not end in time",
            "task that failed",
            "nothing is left");

    private static final boolean IN_CI = System.getenv("CI") != null;
    private static final String PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));

    private static RunningServer server;
    private static Site site;

    @TempDir
    private Path scratch;

    /// A language: what it needs, how its programs are built and started.
    enum Language {
        JAVA("java") {
            @Override
            List<List<String>> builds() {
                return List.of(List.of(
                        tool("javac"),
                        "-Xlint:all,-path",
                        "-Werror",
                        "-proc:none",
                        "-d",
                        "target/programs",
                        "-cp",
                        PATH,
                        "life/Life.java",
                        "examples/FirstVm.java"));
            }

            @Override
            List<String> life() {
                return List.of(tool("java"), "-cp", PATH, "life/Life.java");
            }

            @Override
            List<String> example() {
                return List.of(tool("java"), "-cp", PATH, "examples/FirstVm.java");
            }

            private String tool(String name) {
                return Path.of(System.getProperty("java.home"), "bin", name).toString();
            }
        },
        GO("go", "go") {
            @Override
            List<List<String>> builds() {
                return List.of(
                        List.of("sh", "-c", "test -z \"$(gofmt -l . | tee /dev/stderr)\""),
                        List.of("go", "vet", "./..."));
            }

            @Override
            List<String> life() {
                return List.of("go", "run", "./life");
            }

            @Override
            List<String> example() {
                return List.of("go", "run", "./examples/firstvm");
            }
        },
        TYPESCRIPT("typescript", "node", "npm") {
            @Override
            List<List<String>> builds() {
                return List.of(
                        List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"),
                        List.of("npm", "run", "build"));
            }

            @Override
            List<String> life() {
                return List.of("node", "dist/life/life.js");
            }

            @Override
            List<String> example() {
                return List.of("node", "dist/examples/first-vm.js");
            }
        },
        PYTHON("python", "python3") {
            @Override
            List<List<String>> builds() {
                return IN_CI || Program.exists("mypy")
                        ? List.of(List.of("mypy", "dataverket", "life", "examples"))
                        : List.of();
            }

            @Override
            List<String> life() {
                return List.of("python3", "-W", "error", "life/life.py");
            }

            @Override
            List<String> example() {
                return List.of("python3", "-W", "error", "examples/first_vm.py");
            }
        };

        private final String name;
        private final List<String> tools;
        private boolean built;

        Language(String name, String... tools) {
            this.name = name;
            this.tools = List.of(tools);
        }

        abstract List<List<String>> builds();

        abstract List<String> life();

        abstract List<String> example();

        Program run(List<String> command, Map<String, String> environment) {
            var all = new LinkedHashMap<>(environment);
            all.put("GOTOOLCHAIN", "local");
            all.put("PYTHONPATH", ".");
            all.put("PYTHONDONTWRITEBYTECODE", "1");
            return Program.run(SDKS.resolve(name), all, command).expectSuccess();
        }

        /// Compiles and checks it, once. Only a developer's machine may lack the tools.
        void build() {
            var missing = tools.stream().filter(tool -> !Program.exists(tool)).toList();
            if (!IN_CI) {
                assumeTrue(missing.isEmpty(), () -> "the " + name + " SDK is not tested here: no " + missing);
            }
            assertThat(missing)
                    .as("tools of the " + name + " SDK, see deploy/host/packages-for-tests")
                    .isEmpty();
            if (!built) {
                builds().forEach(command -> run(command, Map.of()));
                built = true;
            }
        }
    }

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 2);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theCheckedInHalfIsWhatTheContractMakes() throws IOException {
        var stale = new ArrayList<Path>();
        stale.addAll(Generator.stale(CONTRACT, "go", SDKS.resolve("go")));
        stale.addAll(Generator.stale(CONTRACT, "typescript", SDKS.resolve("typescript/src")));
        stale.addAll(Generator.stale(CONTRACT, "python", SDKS.resolve("python/dataverket")));
        assertThat(stale)
                .as("stale; write them anew with ./dv contract, and commit them")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itDrivesAMachinesLife(Language language) {
        language.build();
        try (var proxy = new MeddlingProxy(server.endpoint(), scratch)) {
            var certificate = proxy.certificate().toString();
            var life = language.run(
                    language.life(),
                    Map.of(
                            "DV_ENDPOINT",
                            proxy.endpoint().toString(),
                            "DV_TOKEN",
                            server.operatorToken(),
                            "DV_CA",
                            certificate,
                            "NODE_EXTRA_CA_CERTS",
                            certificate));

            assertThat(life.output().lines()).as(life.errors()).containsExactlyElementsOf(LIFE);
            assertThat(proxy.keyed()).hasSizeGreaterThan(8);
            assertThat(proxy.keyed().values())
                    .as("each was refused once, and sent again as it was")
                    .allSatisfy(attempts -> {
                        assertThat(attempts).hasSizeBetween(2, 3);
                        assertThat(attempts).containsOnly(attempts.getFirst());
                    });
            assertThat(proxy.unsaid())
                    .as("attempts where the server says not when")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsExampleMakesAMachine(Language language) {
        language.build();
        var token = site.token(
                "example-" + language.name, Map.of("role", "PROJECT_EDITOR", "tenant", "acme", "project", "shop"));
        var example = language.run(
                language.example(),
                Map.of("DV_ENDPOINT", server.endpoint().toString(), "DV_TOKEN", token, "DV_IMAGE", Site.IMAGE));
        assertThat(example.output()).contains("first-" + language.name).contains("RUNNING");
    }
}
