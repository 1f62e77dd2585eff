package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import org.jspecify.annotations.Nullable;

/// A user-visible change that takes time.
public record Task(
        @Field("Identifier.") Id id,

        @Field(value = "What is done.", example = "vm.create")
        String kind,

        @Field("State.") TaskState state,
        @Field("Tenant.") @Nullable Id tenant,
        @Field("Project.") @Nullable Id project,
        @Field("Environment.") @Nullable Id environment,
        @Field("Resource that is changed.") Id target,
        @Field("Its name.") String targetName,
        @Field("Steps in order.") List<TaskStep> steps,

        @Field("Steps that were done or skipped; never falls, also when steps are undone.")
        int stepsDone,

        @Field("Who asked.") String createdBy,
        @Field("Request that asked.") String requestId,

        @Field("Correlates logs, traces and events; the W3C trace id.")
        String correlationId,

        @Field("When it was accepted.") Instant createdAt,
        @Field("When its first step was sent.") @Nullable Instant startedAt,
        @Field("When it reached a final state.") @Nullable Instant finishedAt,

        @Field("When it gives up; waiting for a dependency does not count.")
        Instant deadlineAt,

        @Field("What it waits for.") List<Blocker> blockedOn,

        @Field("Why it failed, or what it is undoing.") @Nullable
        Problem error,

        @Field("Whether it can still be cancelled.") boolean cancellable,
        @Field("Runbook for its present trouble.") @Nullable String runbook,
        @Field("Lane that it runs in.") TaskPriority priority,
        @Field("How far it is.") TaskProgress progress,

        @Field("Task that began it, and waits for it.") @Nullable
        Id parent,

        @Field("Failed task that it takes up again.") @Nullable
        Id retryOf,

        @Field("What it waits for, in short.") @Nullable WaitingFor waitingFor,

        @Field("Whether all is done but what follows when a dependency is back.")
        boolean reconciling,

        @Field("Whether a step was skipped because what it needed was away.")
        boolean degraded,

        @Field("Whether it failed in a way that :retry can take up.")
        boolean retryable,

        @Field("Version of the definition that it runs on.") int definition) {

    /// What it waits for, in short.
    ///
    /// @param ahead how many tasks begin before it; null where it waits for something else than room
    public static @Nullable WaitingFor waitingFor(List<Blocker> blockers, @Nullable Long ahead) {
        return blockers.isEmpty() ? null : WaitingFor.of(blockers.getFirst(), ahead);
    }
}
