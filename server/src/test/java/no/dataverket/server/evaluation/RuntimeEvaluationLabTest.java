package no.dataverket.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.dataverket.core.json.Json;
import no.dataverket.core.testing.Eventually;
import no.dataverket.maskin.evaluation.Outcome;
import no.dataverket.maskin.evaluation.Outcome.Found;
import no.dataverket.maskin.evaluation.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// `dvce runtime evaluate`, as an operator types it, against a real libvirt. That every promise is kept
/// there is shown by the driver's own test; here it is what the command adds: incidents, and a host that
/// is clean afterwards.
@Tag("lab")
@TestInstance(Lifecycle.PER_CLASS)
final class RuntimeEvaluationLabTest {

    private static final String HOST = "43";
    private static final int LIMIT_SECONDS = 300;
    private static final Path REPOSITORY = repository();
    private static final String HV = REPOSITORY.resolve("lab/hypervisor/hv").toString();

    private final Path directory;
    private final Path root;
    private String endpoint = "";

    RuntimeEvaluationLabTest(@TempDir Path directory) {
        this.directory = directory;
        root = directory.resolve("ground");
    }

    @BeforeAll
    void startHost() throws IOException {
        endpoint =
                run(List.of(HV, "up", HOST)).lines().reduce((_, last) -> last).orElseThrow();
        distribute(directory.resolve("home/server/target/lib"));
    }

    @AfterAll
    void removeHost() {
        run(List.of(HV, "down", HOST));
    }

    @Test
    void whatBefallsAHostIsLetHappenAndNothingOfItIsLeft() throws Exception {
        var report = directory.resolve("report.json");

        assertThat(evaluate(report, "crash-seen,resume,foreign-machines,unreachable-says-nothing,hint-of-a-crash")
                        .waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                .isTrue();

        assertThat(Json.read(Files.readString(report), Report.class).outcomes().stream()
                        .filter(outcome -> outcome.found() != Found.NOT_MEASURED)
                        .toList())
                .hasSize(5)
                .allSatisfy(outcome -> assertThat(outcome.found())
                        .as(outcome.check() + ": " + outcome.why())
                        .isEqualTo(Found.KEPT))
                .extracting(Outcome::check)
                .contains("crash-seen", "unreachable-says-nothing");
        assertThat(domains()).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void whoeverIsToldToEndRemovesItsMachinesFirst() throws Exception {
        var process = evaluate(directory.resolve("never.json"), "graceful-stop,console-outlives-a-stop");
        Eventually.eventually(this::domains, domains -> !domains.isEmpty());

        process.destroy();

        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(domains()).isEmpty();
        assertThat(root).doesNotExist();
        assertThat(directory.resolve("never.json")).doesNotExist();
    }

    @Test
    void whatAKilledOneLeftIsRemovedByTheNext() throws Exception {
        var killed = evaluate(directory.resolve("killed.json"), "graceful-stop,console-outlives-a-stop");
        Eventually.eventually(this::domains, domains -> !domains.isEmpty());
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor();
        assertThat(domains()).isNotEmpty();

        var next = evaluate(directory.resolve("next.json"), "defined-twice");

        assertThat(next.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(domains()).isEmpty();
        assertThat(root).doesNotExist();
    }

    private Process evaluate(Path report, String checks) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "no.dataverket.cli.Main",
                "dvce",
                "runtime",
                "evaluate",
                "libvirt"));
        command.addAll(List.of("--endpoint", endpoint, "--image", image().toString(), "--root", root.toString()));
        command.addAll(List.of("--on-host", HV + " in " + HOST, "--virtualization", "emulation"));
        command.addAll(List.of("--checks", checks, "--report", report.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("evaluation.log").toFile());
        builder.environment().put("DV_HOME", directory.resolve("home").toString());
        return builder.start();
    }

    private List<String> domains() {
        return run(List.of(HV, "in", HOST, "virsh", "-q", "list", "--all", "--name"))
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static Path image() {
        var given = System.getenv("DV_TINY_GUEST");
        var image = given == null ? REPOSITORY.resolve("lab/guest/target/tiny") : Path.of(given);
        if (!Files.exists(image.resolve("image.json"))) {
            run(List.of(REPOSITORY.resolve("lab/guest/build").toString(), image.toString()));
        }
        return image;
    }

    /// A distribution whose one jar leads to the classes under test.
    private static void distribute(Path library) throws IOException {
        Files.createDirectories(library);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(":"))
                                .map(Path::of)
                                .filter(Files::exists)
                                .map(Path::toUri)
                                .map(URI::toString)
                                .collect(Collectors.joining(" ")));
        try (var jar = Files.newOutputStream(library.resolve("all.jar"));
                var _ = new JarOutputStream(jar, manifest)) {
            // a manifest is all that is in it
        }
    }

    private static String run(List<String> command) {
        try {
            var output = Files.createTempFile("hv", ".out");
            try {
                // its daemons would keep a pipe open
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new AssertionError(command + ": " + Files.readString(output));
                }
                return Files.readString(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path repository() {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isExecutable(place.resolve("lab/hypervisor/hv"))) {
                return place;
            }
        }
        throw new IllegalStateException("the lab's scripts are neither here nor above");
    }
}
