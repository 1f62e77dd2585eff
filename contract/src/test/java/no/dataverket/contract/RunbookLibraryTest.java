package no.dataverket.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.Runbook;
import org.junit.jupiter.api.Test;

final class RunbookLibraryTest {

    private static final Path DOCUMENTS = Path.of("..", "docs", "runbooks");
    private final List<Runbook> runbooks = RunbookLibrary.packaged().all();

    @Test
    void theIndexNamesEveryDocument() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            var documents = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("rb-"))
                    .map(name -> name.replace(".md", ""))
                    .sorted()
                    .toList();
            assertThat(runbooks)
                    .as("docs/runbooks/README.md")
                    .extracting(Runbook::id)
                    .isEqualTo(documents);
        }
    }

    @Test
    void everyFailureCodeLeadsToExactlyOneRunbook() {
        var codes = Arrays.stream(ProblemCode.values()).map(Enum::name).toList();
        assertThat(runbooks.stream().map(Runbook::codes).flatMap(Collection::stream))
                .as("codes in the heads of docs/runbooks/*.md")
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyFindingLeadsToExactlyOneRunbook() {
        var findings = Arrays.stream(FindingCode.values()).map(Enum::name).toList();
        assertThat(runbooks.stream().map(Runbook::findings).flatMap(Collection::stream))
                .as("findings in the heads of docs/runbooks/*.md")
                .containsExactlyInAnyOrderElementsOf(findings);
    }

    @Test
    void everyRunbookHasChecksThatOnlyLook() {
        for (var runbook : runbooks) {
            assertThat(runbook.safeChecks())
                    .as(runbook.id())
                    .isNotEmpty()
                    .allSatisfy(check -> assertThat(check)
                            .matches("(dv|dvce|dvnet|dvid) .*")
                            .doesNotContainPattern(
                                    " (create|delete|update|start|stop|reboot|cancel|approve|replay|discard) "));
        }
    }

    @Test
    void aDocumentThatLacksAPartIsRefused() throws IOException {
        var whole = Files.readString(DOCUMENTS.resolve("rb-svc-001.md"));
        assertThatThrownBy(() -> RunbookDocument.parse("rb-svc-001", whole.replace("**Impact.**", "Impact:")))
                .hasMessageContaining("rb-svc-001 lacks the part \"Impact.\"");
        assertThatThrownBy(() -> RunbookDocument.parse("rb-svc-002", whole)).hasMessageContaining("says that it is");
    }

    @Test
    void theAlertRulesAreThoseOfTheCatalogue() throws IOException {
        assertThat(Files.readString(Path.of("..", "deploy", "prometheus", "dataverket.rules.yaml")))
                .as("the alert rules are stale: run ./dv contract")
                .isEqualTo(AlertRules.emit());
    }
}
