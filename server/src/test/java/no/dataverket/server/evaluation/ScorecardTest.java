package no.dataverket.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.evaluation.Candidate;
import no.dataverket.maskin.evaluation.Outcome;
import no.dataverket.maskin.evaluation.Report;
import no.dataverket.maskin.evaluation.Scorecard;
import no.dataverket.maskin.evaluation.check.Kit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/` says of runtimes is what the kit of this version finds.
final class ScorecardTest {

    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final Path REPORTS = DOCUMENTS.resolve("runtimes");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RuntimeEvaluation command =
            new RuntimeEvaluation("test", new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

    @Test
    void theDocumentIsWhatTheCommandPrints() throws Exception {
        assertThat(command.run(List.of("scorecard", REPORTS.toString()))).isZero();

        assertThat(Files.readString(DOCUMENTS.resolve("runtimes.md")))
                .as("render it anew: ./dvce runtime scorecard docs/runtimes > docs/runtimes.md")
                .isEqualTo(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theReportsAreOfEveryCheckThatThereIs() throws Exception {
        var reports = RuntimeEvaluation.reports(REPORTS);
        assertThat(reports).extracting(Report::candidate).containsExactlyInAnyOrder("libvirt", "simulated");
        for (var report : reports) {
            assertThat(report.outcomes())
                    .as("evaluate it anew: ./dvce runtime evaluate " + report.candidate())
                    .extracting(Outcome::check, Outcome::criterion, Outcome::promise)
                    .containsExactlyElementsOf(Kit.checks().stream()
                            .map(check -> tuple(check.id(), check.criterion().id(), check.promise()))
                            .toList());
        }
    }

    /// A scorecard that was edited by hand would say something else than its outcomes.
    @Test
    void theScoresFollowFromTheOutcomes() throws Exception {
        for (var report : RuntimeEvaluation.reports(REPORTS)) {
            var candidate = Candidate.ofDriver(report.candidate()).orElseThrow();
            assertThat(report.scorecard()).isEqualTo(Scorecard.of(candidate, report.outcomes()));
        }
    }

    @Test
    void whatIsChosenIsAcceptableInAllFiveDimensions() throws Exception {
        assertThat(RuntimeEvaluation.reports(REPORTS).stream()
                        .filter(report -> report.candidate().equals("libvirt"))
                        .toList())
                .singleElement()
                .satisfies(report -> assertThat(report.scorecard().acceptable()).isTrue());
    }

    @Test
    void theSimulatorIsMeasuredAnewAndFoundAsItIsWrittenDown(@TempDir Path directory) throws Exception {
        var file = directory.resolve("simulated.json");
        command.run(List.of("evaluate", "--driver", "simulated", "--report", file.toString()));

        assertThat(found(file)).isEqualTo(found(REPORTS.resolve("simulated.json")));
    }

    private static String found(Path report) throws Exception {
        return Json.read(Files.readString(report), Report.class).outcomes().stream()
                .map(outcome -> outcome.check() + " " + outcome.found())
                .collect(Collectors.joining("\n"));
    }
}
