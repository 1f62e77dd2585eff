package no.dataverket.sentral.tasks;

import no.dataverket.contract.Id;
import no.dataverket.contract.api.TaskPriority;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a task is begun with.
///
/// @param generation of the target that the task realises
/// @param correlation W3C trace id of the request
/// @param input what the saga's commands are built from; never shown
/// @param priority the lane that it runs in
/// @param parent the task that begins it and waits for it
/// @param destructive whether it destroys or interrupts what runs
public record TaskStart(
        String kind,
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        @Nullable String datacenter,
        Id target,
        String targetName,
        long generation,
        String actor,
        String requestId,
        String correlation,
        @Nullable String traceparent,
        JsonNode input,
        TaskPriority priority,
        @Nullable Id parent,
        boolean destructive) {

    static TaskStart of(Family.Birth birth, TaskRow parent) {
        var owner = birth.owner() == null
                ? new Family.Owner(parent.tenant, parent.project, parent.environment)
                : birth.owner();
        return new TaskStart(
                birth.kind(),
                owner.tenant(),
                owner.project(),
                owner.environment(),
                birth.datacenter(),
                birth.target(),
                birth.targetName(),
                birth.generation(),
                parent.actor,
                parent.requestId,
                parent.correlation,
                parent.traceparent,
                birth.input(),
                TaskPriority.BACKGROUND,
                parent.id,
                parent.destructive);
    }
}
