package no.dataverket.sentral.tasks;

import static no.dataverket.core.db.Transaction.column;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tasks and steps in PostgreSQL.
final class TaskStore {

    private static final String COLUMNS = """
            SELECT id, kind, saga_version, state, tenant, project, environment, datacenter, target, target_name, generation,
                   actor, request_id, correlation, traceparent, input::text AS input, cancel_requested,
                   blocker::text AS blocker, error::text AS error, version, epoch, created_at, started_at, finished_at,
                   deadline_at, wake_at, priority, parent, retry_of, destructive
            FROM tasks.task
            """;

    private TaskStore() {}

    /// Writes a new task, which the transaction remembers.
    static void insert(Transaction transaction, TaskRow task) {
        var steps = task.steps;
        transaction.write(
                """
                WITH task AS (
                    INSERT INTO tasks.task (id, kind, saga_version, state, tenant, project, environment, datacenter,
                        target, target_name, generation, actor, request_id, correlation, traceparent, input,
                        cancel_requested, blocker, error, version, epoch, created_at, started_at, finished_at,
                        deadline_at, wake_at, priority, parent, retry_of, destructive)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?,
                        ?, ?, ?, ?, ?, ?)
                    RETURNING id)
                INSERT INTO tasks.step (task, position, name, title, service, state, attempts, execution, sends, heard_at,
                    expires_at, started_at, finished_at, message, error, result)
                SELECT task.id, step.* FROM task, unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
                    ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                    ?::text[], ?::jsonb[], ?::jsonb[]) AS step
                """,
                task.id,
                task.kind,
                task.sagaVersion,
                task.state,
                task.tenant,
                task.project,
                task.environment,
                task.datacenter,
                task.target.toString(),
                task.targetName,
                task.generation,
                task.actor,
                task.requestId,
                task.correlation,
                task.traceparent,
                task.input,
                task.cancelRequested,
                task.blocker,
                task.error,
                task.version,
                task.epoch,
                task.createdAt,
                task.startedAt,
                task.finishedAt,
                task.deadlineAt,
                task.wakeAt,
                task.priority,
                task.parent,
                task.retryOf,
                task.destructive,
                column(steps, step -> step.position),
                column(steps, step -> step.name),
                column(steps, step -> step.title),
                column(steps, step -> step.service),
                column(steps, step -> step.state),
                column(steps, step -> step.attempts),
                column(steps, step -> step.execution),
                column(steps, step -> step.sends),
                column(steps, step -> step.heardAt),
                column(steps, step -> step.expiresAt),
                column(steps, step -> step.startedAt),
                column(steps, step -> step.finishedAt),
                column(steps, step -> step.message),
                column(steps, step -> step.error),
                column(steps, step -> step.result));
        transaction.remember(task.id, task);
    }

    /// Writes tasks back, and those of their steps that changed, with one statement for each of the two.
    ///
    /// @return false if a holder of a later lease has touched one of them: then nothing may be done
    static boolean update(Transaction transaction, Collection<TaskRow> tasks, long lease) {
        for (var task : tasks) {
            task.version++;
            task.epoch = lease;
        }
        int rows = transaction.update(
                """
                UPDATE tasks.task t SET state = n.state, cancel_requested = n.cancel_requested, blocker = n.blocker,
                    error = n.error, version = n.version, epoch = ?, started_at = n.started_at,
                    finished_at = n.finished_at, deadline_at = n.deadline_at, wake_at = n.wake_at,
                    input = CASE WHEN n.finished_at IS NULL THEN t.input ELSE t.input - 'user_data' END
                FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::jsonb[], ?::jsonb[], ?::bigint[], ?::timestamptz[],
                        ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                    AS n (id, state, cancel_requested, blocker, error, version, started_at, finished_at, deadline_at,
                          wake_at)
                WHERE t.id = n.id AND t.epoch <= ?
                """,
                lease,
                column(tasks, task -> task.id),
                column(tasks, task -> task.state),
                column(tasks, task -> task.cancelRequested),
                column(tasks, task -> task.blocker),
                column(tasks, task -> task.error),
                column(tasks, task -> task.version),
                column(tasks, task -> task.startedAt),
                column(tasks, task -> task.finishedAt),
                column(tasks, task -> task.deadlineAt),
                column(tasks, task -> task.wakeAt),
                lease);
        if (rows < tasks.size()) {
            return false;
        }
        var steps = new ArrayList<ChangedStep>();
        tasks.forEach(task -> task.steps.stream()
                .filter(step -> step.changed)
                .forEach(step -> steps.add(new ChangedStep(task.id, step))));
        if (!steps.isEmpty()) {
            updateSteps(transaction, steps);
        }
        return true;
    }

    private record ChangedStep(Id task, StepRow row) {}

    private static void updateSteps(Transaction transaction, List<ChangedStep> steps) {
        transaction.write(
                """
                UPDATE tasks.step s SET state = n.state, attempts = n.attempts, execution = n.execution, sends = n.sends,
                    heard_at = n.heard_at, expires_at = n.expires_at, started_at = n.started_at,
                    finished_at = n.finished_at, message = n.message, error = n.error, result = n.result
                FROM unnest(?::uuid[], ?::int[], ?::text[], ?::int[], ?::text[], ?::int[], ?::timestamptz[],
                        ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::jsonb[], ?::jsonb[])
                    AS n (task, position, state, attempts, execution, sends, heard_at, expires_at, started_at,
                          finished_at, message, error, result)
                WHERE s.task = n.task AND s.position = n.position
                """,
                column(steps, ChangedStep::task),
                column(steps, step -> step.row().position),
                column(steps, step -> step.row().state),
                column(steps, step -> step.row().attempts),
                column(steps, step -> step.row().execution),
                column(steps, step -> step.row().sends),
                column(steps, step -> step.row().heardAt),
                column(steps, step -> step.row().expiresAt),
                column(steps, step -> step.row().startedAt),
                column(steps, step -> step.row().finishedAt),
                column(steps, step -> step.row().message),
                column(steps, step -> step.row().error),
                column(steps, step -> step.row().result));
    }

    /// Notes that a task is to stop, for whoever runs it: it is due at once.
    static void requestCancel(Transaction transaction, Id task, Instant now) {
        transaction.write(
                "UPDATE tasks.task SET cancel_requested = true, version = version + 1, wake_at = ? WHERE id = ?",
                now,
                task);
    }

    static Optional<TaskRow> lock(Transaction transaction, Id id) {
        return lock(transaction, List.of(id)).values().stream().findFirst();
    }

    /// The tasks given, locked in the order of their ids so that two batches can't wait for each other.
    static Map<Id, TaskRow> lock(Transaction transaction, Collection<Id> ids) {
        return load(transaction, COLUMNS + "WHERE id = ANY (?::uuid[]) ORDER BY id FOR UPDATE", ids);
    }

    static Optional<TaskRow> find(Transaction transaction, Id id) {
        return load(transaction, COLUMNS + "WHERE id = ?", id).values().stream().findFirst();
    }

    /// Tasks by any condition, with their steps.
    static List<TaskRow> select(Transaction transaction, String condition, @Nullable Object... parameters) {
        return new ArrayList<>(
                load(transaction, COLUMNS + condition, parameters).values());
    }

    /// Looks at tasks later that are due, each at its time. One that is being changed at this moment is left out: it
    /// gets its time anyway.
    static void postpone(Transaction transaction, Map<Id, Instant> until, Instant due) {
        if (!until.isEmpty()) {
            transaction.write("""
                    UPDATE tasks.task t SET wake_at = later.at FROM (
                        SELECT task.id, one.at FROM unnest(?::uuid[], ?::timestamptz[]) AS one (id, at)
                        JOIN tasks.task ON task.id = one.id WHERE task.wake_at <= ? FOR UPDATE OF task SKIP LOCKED) later
                    WHERE t.id = later.id
                    """, until.keySet(), until.values(), due);
        }
    }

    /// Lets all be looked at now that have a command at one of these services of which nothing was heard since.
    static void wakeSilent(Transaction transaction, Collection<String> services, Instant since, Instant now) {
        transaction.write("""
                UPDATE tasks.task SET wake_at = ? WHERE id IN (
                    SELECT id FROM tasks.task t WHERE wake_at > ? AND blocker IS NULL AND EXISTS (
                        SELECT FROM tasks.step s
                        WHERE s.task = t.id AND s.state IN ('RUNNING', 'UNDOING') AND s.service = ANY (?::text[])
                            AND s.heard_at <= ?)
                    FOR UPDATE SKIP LOCKED)
                """, now, now, services, since);
    }

    /// Lets all that waits for a service be looked at now. What is being changed at this moment is left out: it sees
    /// for itself whether the service is there.
    static void wakeBlocked(Transaction transaction, Instant now) {
        transaction.write("""
                UPDATE tasks.task SET wake_at = ? WHERE id IN (
                    SELECT id FROM tasks.task WHERE blocker ->> 'kind' = 'DEPENDENCY' AND wake_at > ?
                    FOR UPDATE SKIP LOCKED)
                """, now, now);
    }

    private static Map<Id, TaskRow> load(Transaction transaction, String sql, @Nullable Object... parameters) {
        var tasks = new LinkedHashMap<Id, TaskRow>();
        transaction.query(sql, TaskStore::task, parameters).forEach(task -> tasks.put(task.id, task));
        if (!tasks.isEmpty()) {
            transaction.query(
                    """
                    SELECT task, position, name, title, service, state, attempts, execution, sends, heard_at, expires_at,
                           started_at, finished_at, message, error::text AS error, result::text AS result
                    FROM tasks.step WHERE task = ANY (?::uuid[]) ORDER BY task, position
                    """,
                    row -> {
                        var task = tasks.get(new Id(IdKind.TASK, row.uuid("task")));
                        return java.util.Objects.requireNonNull(task).steps.add(step(row));
                    },
                    tasks.keySet());
        }
        return tasks;
    }

    private static TaskRow task(Row row) {
        var task = new TaskRow(
                new Id(IdKind.TASK, row.uuid("id")),
                row.text("kind"),
                row.integer("saga_version"),
                id(IdKind.TENANT, row, "tenant"),
                id(IdKind.PROJECT, row, "project"),
                id(IdKind.ENVIRONMENT, row, "environment"),
                row.textOrNull("datacenter"),
                Id.parse(row.text("target")),
                row.text("target_name"),
                row.number("generation"),
                row.text("actor"),
                row.text("request_id"),
                row.text("correlation"),
                row.textOrNull("traceparent"),
                row.json("input"),
                TaskPriority.valueOf(row.text("priority")),
                id(IdKind.TASK, row, "parent"),
                id(IdKind.TASK, row, "retry_of"),
                row.flag("destructive"),
                row.instant("created_at"),
                row.instant("deadline_at"),
                new ArrayList<>());
        task.state = TaskState.valueOf(row.text("state"));
        task.cancelRequested = row.flag("cancel_requested");
        task.blocker = row.jsonOrNull("blocker", Blocker.class);
        task.error = row.jsonOrNull("error", Problem.class);
        task.version = row.number("version");
        task.epoch = row.number("epoch");
        task.startedAt = row.instantOrNull("started_at");
        task.finishedAt = row.instantOrNull("finished_at");
        task.wakeAt = row.instantOrNull("wake_at");
        return task;
    }

    private static StepRow step(Row row) {
        var step = new StepRow(row.integer("position"), row.text("name"), row.text("title"), row.text("service"));
        step.state = StepState.valueOf(row.text("state"));
        step.attempts = row.integer("attempts");
        step.execution = row.textOrNull("execution");
        step.sends = row.integer("sends");
        step.heardAt = row.instantOrNull("heard_at");
        step.expiresAt = row.instantOrNull("expires_at");
        step.startedAt = row.instantOrNull("started_at");
        step.finishedAt = row.instantOrNull("finished_at");
        step.message = row.textOrNull("message");
        step.error = row.jsonOrNull("error", Problem.class);
        step.result = row.jsonOrNull("result", JsonNode.class);
        return step;
    }

    private static @Nullable Id id(IdKind kind, Row row, String column) {
        var uuid = row.uuidOrNull(column);
        return uuid == null ? null : new Id(kind, uuid);
    }
}
