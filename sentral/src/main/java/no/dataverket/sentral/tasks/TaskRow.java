package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.StepState;
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

    TaskRow(TaskStart start, Id id, Saga saga, Instant now, List<StepRow> steps) {
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
        return new SagaProgress(id, target, targetName, generation, actor, requestId, input, results, error);
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

        StepRow(int position, String name, String title, String service) {
            this.position = position;
            this.name = name;
            this.title = title;
            this.service = service;
        }
    }
}
