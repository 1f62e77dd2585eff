package no.dataverket.sentral.tasks;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;

/// Holds projects to their caps. A counter for each project, never too low, rises with each task; its row stays locked
/// until the commit, so those of a project pass one by one, through whichever process. Tasks that end don't touch it:
/// only when it reaches a cap are they counted.
final class ProjectLoad {

    private static final int NAMED = 5;
    private static final int WAIT_SECONDS = 5;

    /// Open tasks that count. What waits for an approval is not on its way, and is counted when it begins.
    private static final String COUNTED =
            "project = ? AND wake_at IS NOT NULL AND parent IS NULL AND state <> 'WAITING_APPROVAL'";

    private ProjectLoad() {}

    private record Counted(long tasks, long destructive) {}

    /// Adds a task that is stored.
    ///
    /// @throws Failure `TOO_MANY_TASKS`
    static void add(Transaction transaction, Id id, TaskCaps caps) {
        int added = transaction.update("""
                INSERT INTO tasks.project_load AS l (project, tasks, destructive)
                SELECT project, 1, destructive::int FROM tasks.task
                WHERE id = ? AND project IS NOT NULL AND parent IS NULL
                ON CONFLICT (project) DO UPDATE SET tasks = l.tasks + 1,
                    destructive = l.destructive + excluded.destructive
                WHERE l.tasks < ? AND (excluded.destructive = 0 OR l.destructive < ?)
                """, id, caps.tasks(), caps.destructive());
        if (added == 0) {
            TaskStore.find(transaction, id)
                    .filter(task -> task.project != null && task.parent == null)
                    .ifPresent(task -> count(transaction, task, caps));
        }
    }

    /// Counts what the project has on its way, this task too. The counter is locked though it did not rise, so none is
    /// accepted meanwhile.
    private static void count(Transaction transaction, TaskRow task, TaskCaps caps) {
        var counted = transaction.one(
                """
                UPDATE tasks.project_load l SET tasks = n.tasks, destructive = n.destructive
                FROM (SELECT count(*) AS tasks, count(*) FILTER (WHERE destructive) AS destructive FROM tasks.task
                      WHERE %s) AS n
                WHERE l.project = ? RETURNING l.tasks, l.destructive
                """.formatted(COUNTED),
                row -> new Counted(row.number("tasks"), row.number("destructive")),
                task.project,
                task.project);
        if (task.destructive && counted.destructive() > caps.destructive()) {
            throw refusal(transaction, task, caps.destructive(), true);
        }
        if (counted.tasks() > caps.tasks()) {
            throw refusal(transaction, task, caps.tasks(), false);
        }
    }

    private static Failure refusal(Transaction transaction, TaskRow task, int most, boolean destructive) {
        var oldest = oldest(transaction, task, destructive);
        return new Failure(Problem.of(
                        ProblemCode.TOO_MANY_TASKS,
                        "The project has " + most + " tasks " + (destructive ? "that destroy " : "")
                                + "on their way, which is the most at once.")
                .withHint("Wait for the oldest of them"
                        + oldest.stream()
                                .findFirst()
                                .map(id -> ": dv task wait " + id + "; all")
                                .orElse("; those left")
                        + ": dv task list --project " + task.project)
                .withDependents(oldest)
                .withRetryAfter(WAIT_SECONDS)
                .withParameters(Map.of(
                        "limit",
                        destructive ? "project-destructive" : "project-tasks",
                        "most",
                        Integer.toString(most))));
    }

    private static List<String> oldest(Transaction transaction, TaskRow task, boolean destructive) {
        return transaction.query(
                "SELECT id FROM tasks.task WHERE " + COUNTED
                        + " AND (destructive OR NOT ?) AND id <> ? ORDER BY id LIMIT " + NAMED,
                row -> new Id(IdKind.TASK, row.uuid("id")).toString(),
                task.project,
                destructive,
                task.id);
    }
}
