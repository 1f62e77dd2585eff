package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import no.dataverket.contract.api.Workflow;
import no.dataverket.contract.api.Workflow.StepRequirement;
import org.junit.jupiter.api.Test;

/// `docs/workflows.md` is rendered from the declarations and never edited. To render it anew:
/// `mvn -pl sentral -am test -Dtest=WorkflowDocumentTest -Ddataverket.documents=write
/// -Dsurefire.failIfNoSpecifiedTests=false`.
final class WorkflowDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/workflows.md");
    private static final Path RUNBOOKS = Path.of("../docs/runbooks");

    @Test
    void theDocumentSaysWhatIsDeclared() throws IOException {
        var rendered = render();
        if ("write".equals(System.getProperty("dataverket.documents"))) {
            Files.writeString(DOCUMENT, rendered);
        }
        assertThat(DOCUMENT).as("render it anew as the head of this test says").hasContent(rendered);
    }

    @Test
    void everyRunbookThatIsNamedIsThere() {
        var named = Workflows.of(newest()).stream()
                .flatMap(workflow -> workflow.steps().stream())
                .flatMap(step -> step.needs().stream())
                .map(StepRequirement::runbook)
                .collect(Collectors.toSet());
        named.add(Runbooks.TASK_WAITS);
        named.add(Runbooks.TASK_FAILED);
        assertThat(named)
                .allSatisfy(
                        runbook -> assertThat(RUNBOOKS.resolve(runbook + ".md")).exists());
    }

    private static java.util.List<Saga> newest() {
        return java.util.List.copyOf(Declared.offerings().stream()
                .flatMap(offering -> offering.sagas().stream())
                .collect(Collectors.toMap(
                        Saga::kind,
                        saga -> saga,
                        BinaryOperator.maxBy(Comparator.comparingInt(Saga::version)),
                        TreeMap::new))
                .values());
    }

    private static String render() {
        var text = new StringBuilder("""
                # Workflows and what they need

                Rendered from the declarations next to the steps; `WorkflowDocumentTest` fails when it is stale. The same
                is served at `GET /v1/operator/workflows`: `dv workflow list`, `dv workflow get vm.create`.

                **HARD** absent: the task is `BLOCKED_DEPENDENCY` with cause, time and runbook; no try and no time is spent,
                and it goes on by itself. **SOFT** absent: the step is skipped, task and resource say that they are degraded.
                **RECONCILE** absent: the other steps go on, and this one follows when the service is back; the task is
                `RUNNING` and `reconciling`. A freshness means that being up is not enough: what was validated must not be
                older than that when the step begins, or it is validated again first.

                A service is absent when its heart has not beaten for three seconds, or when its commands fail or stay
                unanswered for several tasks although it beats. A step may be begun twice: a service that
                goes away after a command was sent is sent the step again when it is back. A command says what shall be, so the
                second finds it done; each by itself, repeated by the bus, takes effect once.
                """);
        Workflows.of(newest()).forEach(workflow -> render(text, workflow));
        return text.toString();
    }

    private static void render(StringBuilder text, Workflow workflow) {
        text.append("\n## ")
                .append(workflow.kind())
                .append("\n\nVersion ")
                .append(workflow.version())
                .append("; at most ")
                .append(workflow.limit())
                .append(" without what it waits for.\n\n")
                .append(
                        "| step | service | needs | class | fresh | absent: shown as | runbook | undo | may be cancelled |\n")
                .append("|---|---|---|---|---|---|---|---|---|\n");
        boolean cancellable = true;
        for (var step : workflow.steps()) {
            cancellable = cancellable && !step.pointOfNoReturn();
            var back = step.undoable() ? "yes" : "none";
            var cancel = cancellable ? "yes" : "no: past the point of no return";
            if (step.needs().isEmpty()) {
                text.append("| `%s` %s | %s | other tasks | by theirs | | RUNNING | | %s | %s |\n"
                        .formatted(step.name(), step.title(), step.service(), back, cancel));
            }
            for (var need : step.needs()) {
                var fresh = need.freshness() == null ? "" : need.freshness();
                text.append("| `%s` %s | %s | %s | %s | %s | %s | [%s](runbooks/%s.md) | %s | %s |\n"
                        .formatted(
                                step.name(),
                                step.title(),
                                step.service(),
                                need.dependency(),
                                need.need(),
                                fresh,
                                need.stateShown(),
                                need.runbook(),
                                need.runbook(),
                                back,
                                cancel));
            }
        }
    }
}
