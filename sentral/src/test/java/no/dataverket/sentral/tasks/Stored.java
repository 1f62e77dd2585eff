package no.dataverket.sentral.tasks;

import java.util.ArrayList;
import no.dataverket.contract.Problem;
import no.dataverket.contract.api.Blocker;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A task as another process reads it from the database: what is stored, and nothing that was only in memory.
final class Stored {

    private Stored() {}

    static TaskRow again(TaskRow task) {
        var steps = new ArrayList<StepRow>();
        task.steps.forEach(step -> steps.add(again(step)));
        var copy = new TaskRow(
                task.id,
                task.kind,
                task.sagaVersion,
                task.tenant,
                task.project,
                task.environment,
                task.datacenter,
                task.target,
                task.targetName,
                task.generation,
                task.actor,
                task.requestId,
                task.correlation,
                task.traceparent,
                task.input,
                task.priority,
                task.parent,
                task.retryOf,
                task.destructive,
                task.createdAt,
                task.deadlineAt,
                steps);
        copy.state = task.state;
        copy.cancelRequested = task.cancelRequested;
        copy.blocker = again(task.blocker, Blocker.class);
        copy.error = again(task.error, Problem.class);
        copy.version = task.version;
        copy.epoch = task.epoch;
        copy.startedAt = task.startedAt;
        copy.finishedAt = task.finishedAt;
        copy.wakeAt = task.wakeAt;
        return copy;
    }

    private static StepRow again(StepRow step) {
        var copy = new StepRow(step.position, step.name, step.title, step.service);
        copy.state = step.state;
        copy.attempts = step.attempts;
        copy.execution = step.execution;
        copy.sends = step.sends;
        copy.heardAt = step.heardAt;
        copy.expiresAt = step.expiresAt;
        copy.startedAt = step.startedAt;
        copy.finishedAt = step.finishedAt;
        copy.message = step.message;
        copy.error = again(step.error, Problem.class);
        copy.result = again(step.result, JsonNode.class);
        return copy;
    }

    private static <T> @Nullable T again(@Nullable T value, Class<T> type) {
        return value == null ? null : Json.convert(Json.tree(value), type);
    }
}
