package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts as a task that makes no progress: a row for each reason, and one beside it that is merely slow.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StuckTasksIntegrationTest {

    private Database database;

    @BeforeAll
    void start() {
        database = TasksSchema.connect(4);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it is well                        | task SET wake_at = now() + interval '3 seconds'            |
            nobody looks at it                | task SET wake_at = now() - interval '3 minutes'            | looked at it
            it is looked at a little late     | task SET wake_at = now() - interval '1 minute'             |
            it is past its deadline           | task SET deadline_at = now() - interval '2 minutes'        | deadline
            its deadline is just over         | task SET deadline_at = now() - interval '30 seconds'       |
            its command is sent and sent      | step SET state = 'RUNNING', sends = 4                      | repeated
            its command was sent again        | step SET state = 'RUNNING', sends = 3                      |
            its command fails and fails       | step SET state = 'RETRY_WAIT', attempts = 10               | repeated
            its command failed                | step SET state = 'RETRY_WAIT', attempts = 9                |
            its undo is sent and sent         | step SET state = 'UNDOING', sends = 4                      | repeated
            """)
    void aTaskIsStuckIf(String what, String change, @Nullable String reason) {
        database.run(transaction -> {
            var task = insert(transaction);
            transaction.update(
                    "UPDATE tasks." + change + " WHERE " + (change.startsWith("task") ? "id" : "task") + " = ?", task);
            assertThat(what).isNotEmpty();
            look(transaction, task, reason);
            forget(transaction, task);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DEPENDENCY, 16, for nett
            DEPENDENCY, 14,
            DEFINITION, 16, for nett
            LANE,      600,
            TASKS,     600,
            """)
    void aTaskThatWaitsIsStuckIfItWaitsForSomethingThatShouldBeThere(
            String kind, int minutes, @Nullable String reason) {
        database.run(transaction -> {
            var task = insert(transaction);
            var blocker = "{\"kind\": \"%s\", \"dependency\": \"nett\", \"cause\": \"away\", \"since\": \"%s\"}"
                    .formatted(kind, Instant.now().minusSeconds(60L * minutes));
            transaction.update(
                    "UPDATE tasks.task SET blocker = ?::jsonb, deadline_at = now() WHERE id = ?", blocker, task);
            look(transaction, task, reason);
            forget(transaction, task);
        });
    }

    @Test
    void aTaskThatHasEndedIsNotStuck() {
        database.run(transaction -> {
            var task = insert(transaction);
            transaction.update(
                    "UPDATE tasks.task SET state = 'SUCCEEDED', deadline_at = now() - interval '1 day', wake_at = NULL WHERE id = ?",
                    task);
            look(transaction, task, null);
            forget(transaction, task);
        });
    }

    private static Id insert(Transaction transaction) {
        var start = Starts.of("echo.pass");
        var saga = Saga.of("echo.pass", 1)
                .finalStep("pass", "passed", "echo", Declared::command)
                .build(new Declared.Silent());
        var task = TaskRow.begin(start, saga, Instant.now(), null);
        TaskStore.insert(transaction, task);
        return task.id;
    }

    private static void forget(Transaction transaction, Id task) {
        transaction.update("DELETE FROM tasks.step WHERE task = ?", task);
        transaction.update("DELETE FROM tasks.task WHERE id = ?", task);
    }

    private static void look(Transaction transaction, Id task, @Nullable String reason) {
        var listed = TaskStore.select(transaction, "WHERE id = ? AND " + Stuck.CONDITION, task);
        var found = TaskFindings.look(transaction).stream()
                .filter(finding -> finding.code().equals(FindingCode.TASKS_STUCK.name()))
                .toList();
        if (reason == null) {
            assertThat(listed).isEmpty();
            assertThat(found).isEmpty();
            assertThat(Stuck.why(transaction, task)).isEmpty();
            return;
        }
        assertThat(listed).hasSize(1);
        assertThat(Stuck.why(transaction, task)).get().asString().contains(reason);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.detail())
                    .startsWith("1 task makes no progress: ")
                    .contains(reason);
            assertThat(finding.runbook()).isEqualTo(Runbooks.TASK_STUCK);
            assertThat(finding.subjects()).isEqualTo(List.of("target"));
        });
    }
}
