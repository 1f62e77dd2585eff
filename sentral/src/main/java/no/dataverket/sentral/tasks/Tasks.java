package no.dataverket.sentral.tasks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.Task;
import no.dataverket.contract.api.TaskProgress;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.TaskStep;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Circuits.Failing;
import org.jspecify.annotations.Nullable;

/// Tasks as the public API shows them.
public final class Tasks {

    private final Engine engine;

    public Tasks(Engine engine) {
        this.engine = engine;
    }

    /// A task with its version, which rises with every change.
    public record Versioned(Task task, long version) {}

    public Optional<Versioned> find(Transaction transaction, Id id) {
        return TaskStore.find(transaction, id)
                .map(row -> new Versioned(view(row, Lanes.ahead(transaction, List.of(row))), row.version));
    }

    /// A task that this transaction began, as it is when the transaction commits.
    public Task begun(Transaction transaction, Id id) {
        var row = transaction.remembered(id, TaskRow.class).orElseThrow();
        return view(row, Lanes.ahead(transaction, List.of(row)));
    }

    /// Tasks by a condition on the columns of the task table.
    public List<Task> select(Transaction transaction, String condition, @Nullable Object... parameters) {
        var rows = TaskStore.select(transaction, condition, parameters);
        var ahead = Lanes.ahead(transaction, rows);
        return rows.stream().map(row -> view(row, ahead)).toList();
    }

    /// Services that beat, but fail what they are asked to do.
    public List<Failing> failing(Transaction transaction) {
        return Health.recorded(transaction);
    }

    /// What the tasks given wait for; those that wait for nothing are left out.
    public Map<Id, Blocker> blockers(Transaction transaction, Collection<Id> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        var blockers = new HashMap<Id, Blocker>();
        transaction.query(
                "SELECT id, blocker::text AS blocker FROM tasks.task WHERE id = ANY (?::uuid[]) AND blocker IS NOT NULL",
                row -> blockers.put(new Id(IdKind.TASK, row.uuid("id")), row.json("blocker", Blocker.class)),
                tasks);
        return blockers;
    }

    /// How many tasks of a datacenter are not final, by state.
    public Map<String, Long> unfinished(Transaction transaction, String datacenter) {
        var counts = new TreeMap<String, Long>();
        transaction.query("""
                SELECT state, count(*) AS n FROM tasks.task
                WHERE wake_at IS NOT NULL AND datacenter = ? GROUP BY state
                """, row -> counts.put(row.text("state"), row.number("n")), datacenter);
        return counts;
    }

    private Task view(TaskRow row, Map<Id, Long> ahead) {
        var saga = engine.sagaOf(row);
        var steps = row.steps.stream().map(step -> view(row, saga, step)).toList();
        var blockers = row.blocker == null ? List.<Blocker>of() : List.of(row.blocker);
        int done = row.stepsDone();
        return new Task(
                row.id,
                row.kind,
                row.state,
                row.tenant,
                row.project,
                row.environment,
                row.target,
                row.targetName,
                steps,
                row.stepsDone(),
                row.actor,
                row.requestId,
                row.correlation,
                row.createdAt,
                row.startedAt,
                row.finishedAt,
                row.deadlineAt,
                blockers,
                row.error,
                row.state == TaskState.WAITING_APPROVAL
                        || saga.map(known -> SagaInstance.cancellable(known, row))
                                .orElse(false),
                runbook(row),
                row.priority,
                TaskProgress.of(done, row.steps.size(), row.state == TaskState.SUCCEEDED),
                row.parent,
                row.retryOf,
                Task.waitingFor(blockers, ahead.get(row.id)),
                row.reconciling(),
                row.steps.stream().anyMatch(step -> step.state == StepState.SKIPPED),
                Retry.possible(row),
                row.sagaVersion);
    }

    private static TaskStep view(TaskRow row, Optional<Saga> saga, TaskRow.StepRow step) {
        var need = saga.map(known -> known.step(step.name).need()).orElse(NeedKind.HARD);
        var reliedOn = saga.flatMap(known -> Freshness.reliedOn(known, row, step));
        return new TaskStep(
                step.name,
                step.title,
                step.service,
                step.state,
                step.attempts,
                step.startedAt,
                step.finishedAt,
                step.message,
                step.error,
                need,
                reliedOn.orElse(null));
    }

    private static @Nullable String runbook(TaskRow row) {
        if (row.blocker != null) {
            return row.blocker.runbook();
        }
        boolean failed = row.state == TaskState.FAILED || row.state == TaskState.COMPENSATING;
        return failed && row.error != null
                ? RunbookLibrary.packaged().of(row.error.catalogued()).id()
                : null;
    }
}
