package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.api.TaskState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A task as it is stored. Loaded under a row lock, changed in memory by [SagaInstance], written back whole:
/// fields that never change are final.
final class TaskRow {

    final Id id;
    final String kind;
    final int sagaVersion;
    final @Nullable Id tenant;
    final @Nullable Id project;
    final @Nullable Id environment;
    final @Nullable String datacenter;
    final Id target;
    final String targetName;
    final long generation;
    final String actor;
    final String requestId;
    final String correlation;
    final @Nullable String traceparent;
    final JsonNode input;
    final TaskPriority priority;
    final @Nullable Id parent;
    final @Nullable Id retryOf;
    final boolean destructive;
    final Instant createdAt;
    final List<StepRow> steps;

    TaskState state = TaskState.PENDING;
    boolean cancelRequested;

    @Nullable
    Blocker blocker;

    @Nullable
    Problem error;

    long version = 1;
    long epoch;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    Instant deadlineAt;

    @Nullable
    Instant wakeAt;

    /// A task that has not begun yet.
    ///
    /// @param held the task whose place it takes, and whose identifier; null where there is none
    static TaskRow begin(TaskStart start, Saga saga, Instant now, @Nullable Id held) {
        var steps = new ArrayList<StepRow>();
        for (var step : saga.steps()) {
            steps.add(new StepRow(steps.size(), step.name(), step.title(), step.service()));
        }
        return new TaskRow(start, held == null ? Id.next(IdKind.TASK) : held, saga, now, steps, null);
    }

    TaskRow(TaskStart start, Id id, Saga saga, Instant now, List<StepRow> steps, @Nullable Id retryOf) {
        this(
                id,
                saga.kind(),
                saga.version(),
                start.tenant(),
                start.project(),
                start.environment(),
                start.datacenter(),
                start.target(),
                start.targetName(),
                start.generation(),
                start.actor(),
                start.requestId(),
                start.correlation(),
                start.traceparent(),
                start.input(),
                start.priority(),
                start.parent(),
                retryOf,
                start.destructive(),
                now,
                now.plus(saga.limit()),
                steps);
        wakeAt = now;
    }

    TaskRow(
            Id id,
            String kind,
            int sagaVersion,
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
            @Nullable Id retryOf,
            boolean destructive,
            Instant createdAt,
            Instant deadlineAt,
            List<StepRow> steps) {
        this.id = id;
        this.kind = kind;
        this.sagaVersion = sagaVersion;
        this.tenant = tenant;
        this.project = project;
        this.environment = environment;
        this.datacenter = datacenter;
        this.target = target;
        this.targetName = targetName;
        this.generation = generation;
        this.actor = actor;
        this.requestId = requestId;
        this.correlation = correlation;
        this.traceparent = traceparent;
        this.input = input;
        this.priority = priority;
        this.parent = parent;
        this.retryOf = retryOf;
        this.destructive = destructive;
        this.createdAt = createdAt;
        this.deadlineAt = deadlineAt;
        this.steps = steps;
    }

    /// How many steps were done or skipped. Never falls: what is undone later was done.
    int stepsDone() {
        return (int) steps.stream()
                .filter(step -> step.result != null || step.state == StepState.SKIPPED)
                .count();
    }

    SagaProgress progress() {
        var results = steps.stream()
                .filter(step -> step.result != null)
                .collect(Collectors.toMap(step -> step.name, step -> java.util.Objects.requireNonNull(step.result)));
        var skipped = steps.stream()
                .filter(step -> step.state == StepState.SKIPPED && step.message != null)
                .map(step -> java.util.Objects.requireNonNull(step.message))
                .toList();
        return new SagaProgress(id, target, targetName, generation, actor, requestId, input, results, skipped, error);
    }

    /// Whether all that is left follows by itself when a dependency is back.
    boolean reconciling() {
        return state == TaskState.RUNNING
                && steps.stream().anyMatch(step -> step.state == StepState.RECONCILING)
                && steps.stream().allMatch(step -> step.state == StepState.RECONCILING || step.done());
    }

    /// A step as it is stored.
    static final class StepRow {
        final int position;
        final String name;
        final String title;
        final String service;

        StepState state = StepState.PENDING;
        int attempts;

        @Nullable
        String execution;

        int sends;

        @Nullable
        Instant heardAt;

        /// When its execution has taken too long; null once somebody said how that ended.
        @Nullable
        Instant expiresAt;

        @Nullable
        Instant startedAt;

        @Nullable
        Instant finishedAt;

        @Nullable
        String message;

        @Nullable
        Problem error;

        @Nullable
        JsonNode result;

        boolean changed;

        /// Whether it was done, if perhaps it is being done again.
        boolean done() {
            return state == StepState.SUCCEEDED || state == StepState.SKIPPED;
        }

        StepRow(int position, String name, String title, String service) {
            this.position = position;
            this.name = name;
            this.title = title;
            this.service = service;
        }
    }
}
