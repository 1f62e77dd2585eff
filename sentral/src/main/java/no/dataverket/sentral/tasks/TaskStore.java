package no.dataverket.sentral.tasks;

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
                   deadline_at, wake_at, priority, parent, retry_of
            FROM tasks.task
            """;

    private TaskStore() {}

    static void insert(Transaction transaction, TaskRow task) {
        transaction.update(
                """
                INSERT INTO tasks.task (id, kind, saga_version, state, tenant, project, environment, datacenter, target,
                    target_name, generation, actor, request_id, correlation, traceparent, input, cancel_requested, blocker,
                    error, version, epoch, created_at, started_at, finished_at, deadline_at, wake_at, priority,
                    parent, retry_of)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?)
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
                task.retryOf);
        for (var step : task.steps) {
            transaction.update(
                    "INSERT INTO tasks.step (task, position, name, title, service, state) VALUES (?, ?, ?, ?, ?, ?)",
                    task.id,
                    step.position,
                    step.name,
                    step.title,
                    step.service,
                    StepState.PENDING);
            if (step.changed) {
                update(transaction, task.id, step);
            }
        }
    }

    /// Writes the task back.
    ///
    /// @return false if a holder of a later lease has touched it: then nothing is written, and nothing may be
    ///     done
    static boolean update(Transaction transaction, TaskRow task, long lease) {
        task.version++;
        task.epoch = lease;
        int rows = transaction.update(
                """
                UPDATE tasks.task SET state = ?, cancel_requested = ?, blocker = ?::jsonb, error = ?::jsonb, version = ?,
                    epoch = ?, started_at = ?, finished_at = ?, deadline_at = ?, wake_at = ?,
                    input = CASE WHEN ?::timestamptz IS NULL THEN input ELSE input - 'user_data' END
                WHERE id = ? AND epoch <= ?
                """,
                task.state,
                task.cancelRequested,
                task.blocker,
                task.error,
                task.version,
                task.epoch,
                task.startedAt,
                task.finishedAt,
                task.deadlineAt,
                task.wakeAt,
                task.finishedAt,
                task.id,
                lease);
        if (rows == 0) {
            return false;
        }
        task.steps.stream().filter(step -> step.changed).forEach(step -> update(transaction, task.id, step));
        return true;
    }

    /// Notes that a task is to stop, for whoever runs it: it is due at once.
    static void requestCancel(Transaction transaction, Id task, Instant now) {
        transaction.update(
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

    /// Looks at tasks later that are due. One that is being changed at this moment is left out: it gets its
    /// time anyway.
    static void postpone(Transaction transaction, List<Id> tasks, Instant due, Instant until) {
        if (!tasks.isEmpty()) {
            transaction.update("""
                    UPDATE tasks.task SET wake_at = ? WHERE id IN (
                        SELECT id FROM tasks.task WHERE id = ANY (?::uuid[]) AND wake_at <= ? FOR UPDATE SKIP LOCKED)
                    """, until, tasks, due);
        }
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

    private static void update(Transaction transaction, Id task, StepRow step) {
        transaction.update(
                """
                UPDATE tasks.step SET state = ?, attempts = ?, execution = ?, sends = ?, heard_at = ?, expires_at = ?,
                    started_at = ?, finished_at = ?, message = ?, error = ?::jsonb, result = ?::jsonb
                WHERE task = ? AND position = ?
                """,
                step.state,
                step.attempts,
                step.execution,
                step.sends,
                step.heardAt,
                step.expiresAt,
                step.startedAt,
                step.finishedAt,
                step.message,
                step.error,
                step.result,
                task,
                step.position);
    }

    private static @Nullable Id id(IdKind kind, Row row, String column) {
        var uuid = row.uuidOrNull(column);
        return uuid == null ? null : new Id(kind, uuid);
    }
}
