package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Problem;
import org.jspecify.annotations.Nullable;

/// One step of a task: one command to one service.
public record TaskStep(
        @Field("Name, unique in the task.") String name,
        @Field("What it does, for people.") String title,
        @Field("Service that does it.") String service,
        @Field("State.") StepState state,

        @Field("How often it was tried; waiting for a dependency does not count.")
        int attempts,

        @Field("When it was first sent.") @Nullable Instant startedAt,
        @Field("When it ended.") @Nullable Instant finishedAt,

        @Field("What it found or is doing, for people.") @Nullable
        String message,

        @Field("Why it failed.") @Nullable Problem error,
        @Field("How badly it needs its service.") NeedKind need,

        @Field("State that it was begun on, validated by an earlier step.") @Nullable
        ReliedOn reliedOn) {}
