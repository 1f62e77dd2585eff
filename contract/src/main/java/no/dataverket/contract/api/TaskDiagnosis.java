package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// Why a task is where it is, and what can be done about it.
public record TaskDiagnosis(
        @Field("The task.") Id task,

        @Field(value = "What is done.", example = "vm.create")
        String kind,

        @Field("State.") TaskState state,

        @Field("Whether it makes no progress, and should.") boolean stuck,

        @Field("What it does or waits for, in one sentence.")
        String summary,

        @Field("What it waits for.") @Nullable WaitingFor waitingFor,

        @Field("The step that is under way or comes next.") @Nullable
        Execution execution,

        @Field("The services that it needs.") List<Dependency> dependencies,
        @Field("Who runs tasks.") Lease lease,

        @Field("When it is looked at next, whatever happens.") @Nullable
        Instant nextLookAt,

        @Field("What stands out.") List<String> findings,
        @Field("What to do, the first first.") List<String> advice,
        @Field("Runbook.") @Nullable String runbook) {

    /// A step that is being carried out.
    public record Execution(
            @Field("Step.") String step,
            @Field("Service.") String service,
            @Field("State.") StepState state,
            @Field("How often it was tried.") int attempts,

            @Field("How often the present command was sent.")
            int sends,

            @Field("Whether the bus has taken it.") boolean taken,

            @Field("When it was last sent or reported on.") @Nullable
            Instant lastHeardAt,

            @Field("When the present try counts as lost.") @Nullable
            Instant expiresAt) {}

    /// A service that the task needs.
    public record Dependency(
            @Field(value = "Service.", example = "nett") String service,
            @Field("Whether it can be used.") boolean up,
            @Field("Since when.") Instant since,
            @Field("Why.") String cause) {}

    /// The right to run tasks.
    public record Lease(
            @Field("Whether some process holds it now.") boolean held,
            @Field("How often it has changed hands.") long epoch,
            @Field("When it runs out unless it is renewed.") Instant expiresAt) {}
}
