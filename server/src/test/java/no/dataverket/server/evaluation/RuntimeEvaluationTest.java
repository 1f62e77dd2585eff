package no.dataverket.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.core.json.Json;
import no.dataverket.core.service.Closing;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.lab.hypervisor.SimulatedIncidents;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.maskin.evaluation.Candidate;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.MemoryLedger;
import no.dataverket.maskin.evaluation.Outcome.Found;
import no.dataverket.maskin.evaluation.Report;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.evaluation.check.Kit;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command, on simulated hosts. What it does on a real one is in the lab's tests.
final class RuntimeEvaluationTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final RuntimeEvaluation command = new RuntimeEvaluation("1.2", print(out), print(err));
    private final SimulatedRuntime runtime = SimulatedRuntime.inMemory("sim-1", HostSize.large());
    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void aReportIsPrintedAndKept() throws Exception {
        var file = directory.resolve("reports/simulated.json");

        assertThat(run("evaluate", "--driver", "simulated", "--report", file.toString(), "--output", "json"))
                .isZero();

        assertThat(Files.readString(file)).isEqualTo(out.toString(StandardCharsets.UTF_8));
        var report = Json.read(Files.readString(file), Report.class);
        assertThat(report.candidate()).isEqualTo("simulated");
        assertThat(report.version()).isEqualTo("1.2");
        assertThat(report.outcomes()).hasSameSizeAs(Kit.checks()).allSatisfy(outcome -> {
            assertThat(outcome.found()).isEqualTo(Found.KEPT);
            assertThat(outcome.evidence()).as(outcome.check()).isNotEmpty();
        });
        assertThat(report.scorecard().dimensions()).hasSize(5);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("report: " + file);
    }

    @Test
    void peopleAreToldWhatWasFoundAndWhatItCounts() {
        assertThat(run("evaluate", "--driver", "simulated", "--report", directory + "/report.json"))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("kept          start-and-stop-once")
                .contains("Lifecycle automation fit")
                .contains("  3  measured       identity")
                .contains("Commercial and procurement fit", "NOT ACCEPTABLE")
                .endsWith("Checks: " + Kit.checks().size()
                        + " kept, 0 broken, 0 lacking, 0 not measured. Not acceptable in every dimension.\n");
    }

    @Test
    void whatWasNotAskedForIsNotMeasuredAndTheReportSaysSo() {
        assertThat(run(
                        "evaluate",
                        "--driver",
                        "simulated",
                        "--checks",
                        "resume,crash-seen",
                        "--report",
                        directory + "/report.json"))
                .isEqualTo(Exit.INCOMPLETE.code());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Checks: 2 kept, 0 broken, 0 lacking, " + (Kit.checks().size() - 2) + " not measured.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate | name the driver",
                "evaluate --driver xen | there is no driver xen; there are libvirt and simulated",
                "evaluate --driver | --driver needs a value",
                "evaluate --drive libvirt | unknown option --drive",
                "evaluate --driver simulated --output xml | --output is text or json",
                "evaluate --driver simulated --patience long | --patience is written as 90s or 5m",
                "evaluate --driver simulated --checks resume,fly | there is no check fly",
                "evaluate --driver libvirt --virtualization maybe | --virtualization is probe, kvm or emulation",
                "evaluate --driver libvirt | name an image directory",
                "scorecard | scorecard needs the directory",
                "scorecard nowhere | nowhere is no directory",
                "praise | evaluate or scorecard?"
            })
    void wrongUsageIsToldBeforeAnythingIsDone(String line, String told) {
        assertThat(run(line.split(" "))).isEqualTo(Exit.USAGE.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("error: ").contains(told);
        assertThat(out.size()).isZero();
    }

    @Test
    void aHostInServiceIsLeftAlone() {
        var owned = bench().defined(1);

        assertThat(evaluate()).isEqualTo(Exit.CONFLICT);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("sim-1 carries 1 machines of the platform");
        assertThat(runtime.observe(owned.id())).isPresent();
        assertThat(runtime.observeAll().vms()).hasSize(1);
    }

    @Test
    void whatAnEarlierEvaluationLeftIsRemovedFirstAndNothingElse() {
        var left = new Workbench(
                        runtime,
                        SimulatedIncidents.guest(),
                        new SimulatedIncidents(runtime),
                        Duration.ofSeconds(1),
                        ledger)
                .running(1);
        runtime.backdoor().addForeign("somebody-elses");

        assertThat(evaluate()).isEqualTo(Exit.DONE);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("removing machine " + left.id());
        assertThat(runtime.observeAll().vms()).isEmpty();
        assertThat(runtime.observeAll().leftovers()).isEmpty();
        assertThat(runtime.observeAll().foreign()).containsExactly("somebody-elses");
        assertThat(ledger.machines()).isEmpty();
    }

    @Test
    void aBrokenPromiseIsTheExitCodeToo() {
        runtime.faults().failNext(Operation.REBOOT, 1, Kind.INTERNAL);

        assertThat(evaluate()).isEqualTo(Exit.FAILURE);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("broken        resized-at-cold-start", "1 broken");
    }

    @Test
    void aHostThatDoesNotAnswerIsToldApart() {
        runtime.backdoor().cutOff();

        assertThat(evaluate()).isEqualTo(Exit.UNAVAILABLE);
    }

    @Test
    void whoeverBreaksItOffFindsNothingOfItAndNoReport() {
        Thread.currentThread().interrupt();

        assertThat(evaluate()).isEqualTo(Exit.INTERRUPTED);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(runtime.observeAll().vms()).isEmpty();
        assertThat(directory.resolve("report.json")).doesNotExist();
        assertThat(out.size()).isZero();
    }

    /// Candidates are compared by the same criteria, each once, from documents that have names.
    @Test
    void everyCandidateIsJudgedInEveryCriterion() {
        for (var candidate : Candidate.all()) {
            var judged = new ArrayList<String>();
            candidate.lines().forEach(line -> {
                judged.addAll(line.criteria());
                assertThat(line.points()).as(candidate.name()).isBetween(0, 3);
                assertThat(candidate.sources()).as(candidate.name()).containsKey(line.source());
            });
            assertThat(candidate.lines())
                    .extracting(Candidate.Line::source)
                    .containsAll(candidate.sources().keySet());
            var wanted = new ArrayList<>(List.of(Criterion.values()));
            if (candidate.name().equals("simulated")) {
                Kit.checks().forEach(check -> wanted.remove(check.criterion()));
            }
            assertThat(judged)
                    .as(candidate.name())
                    .containsExactlyInAnyOrderElementsOf(
                            wanted.stream().map(Criterion::id).toList());
        }
    }

    private Exit evaluate() {
        var options = EvaluationOptions.read(
                List.of("--driver", "simulated", "--patience", "1s", "--report", directory + "/report.json"));
        var subject = new Subject(
                runtime,
                SimulatedIncidents.guest(),
                new SimulatedIncidents(runtime),
                ledger,
                ledger::machines,
                new Closing());
        var candidate = Candidate.ofDriver("simulated").orElseThrow();
        return command.attempt(() -> command.evaluate(options, candidate, subject));
    }

    private Workbench bench() {
        return new Workbench(
                runtime,
                SimulatedIncidents.guest(),
                new SimulatedIncidents(runtime),
                Duration.ofSeconds(1),
                new MemoryLedger());
    }

    private int run(String... words) {
        return command.run(List.of(words));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
