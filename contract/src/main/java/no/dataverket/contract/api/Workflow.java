package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// A kind of task: its steps, what each needs, and what becomes of it without that. From the same declaration
/// as the task itself.
public record Workflow(
        @Field(value = "Kind of task.", example = "vm.create")
        String kind,

        @Field("Version that new tasks begin with.") int version,

        @Field(value = "How long a task may take, ISO 8601; waiting does not count.", example = "PT1H")
        String limit,

        @Field("Steps in order.") List<Step> steps) {

    /// A step of a workflow.
    public record Step(
            @Field("Name, unique in the workflow.") String name,
            @Field("What it does, for people.") String title,
            @Field("Service that does it.") String service,
            @Field("What it needs.") List<StepRequirement> needs,

            @Field(value = "How long one try may take, ISO 8601.", example = "PT10M")
            String limit,

            @Field("How many faults that pass are borne.") int tries,
            @Field("Whether its effect can be taken back.") boolean undoable,

            @Field("Whether there is no way back once it was sent.")
            boolean pointOfNoReturn,

            @Field("What becomes of the task if the service fails after the step was sent.")
            String onFailureAfterStart) {}

    /// Something that a step needs.
    public record StepRequirement(
            @Field(value = "What.", example = "nett") String dependency,
            @Field("How badly.") NeedKind need,

            @Field("How old the knowledge of it may be, ISO 8601; absent where being up is enough.") @Nullable
            String freshness,

            @Field("What becomes of the step while it is absent.")
            String onAbsent,

            @Field("State that the task shows meanwhile.") String stateShown,
            @Field("Runbook for the operator.") String runbook) {}
}
