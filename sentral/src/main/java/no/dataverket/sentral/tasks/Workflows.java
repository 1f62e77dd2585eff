package no.dataverket.sentral.tasks;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.Workflow;
import no.dataverket.contract.api.Workflow.StepRequirement;

/// What every workflow needs at every step, as data: for operators, and for the document that is rendered
/// from it.
public final class Workflows {

    private Workflows() {}

    /// The matrix of the sagas given.
    public static List<Workflow> of(List<Saga> sagas) {
        return sagas.stream().map(Workflows::of).toList();
    }

    private static Workflow of(Saga saga) {
        return new Workflow(
                saga.kind(),
                saga.version(),
                saga.limit().toString(),
                saga.steps().stream().map(Workflows::of).toList());
    }

    private static Workflow.Step of(Saga.Step step) {
        return new Workflow.Step(
                step.name(),
                step.title(),
                step.service(),
                needs(step),
                step.limit().toString(),
                step.tries(),
                step.undo() != null,
                step.finalStep(),
                afterStart(step));
    }

    private static List<StepRequirement> needs(Saga.Step step) {
        if (step.family() != null) {
            return List.of();
        }
        var needs = new ArrayList<StepRequirement>();
        needs.add(of(step.service(), step.need()));
        var reliance = step.reliance();
        if (reliance != null) {
            needs.add(new StepRequirement(
                    reliance.what(),
                    NeedKind.HARD,
                    reliance.freshness().toString(),
                    "step " + reliance.step() + " is done again first; if its service is away, as there",
                    "RUNNING, or BLOCKED_DEPENDENCY",
                    Runbooks.SERVICE_DOWN));
        }
        return needs;
    }

    private static StepRequirement of(String service, NeedKind need) {
        return switch (need) {
            case HARD ->
                new StepRequirement(
                        service,
                        need,
                        null,
                        "the task waits; no try and no time is spent; it goes on by itself",
                        "BLOCKED_DEPENDENCY",
                        Runbooks.SERVICE_DOWN);
            case SOFT ->
                new StepRequirement(
                        service,
                        need,
                        null,
                        "the step is skipped, the task goes on, task and resource say that they are degraded",
                        "RUNNING, degraded",
                        Runbooks.SERVICE_DOWN);
            case RECONCILE ->
                new StepRequirement(
                        service,
                        need,
                        null,
                        "the other steps go on; this one follows when the service is back",
                        "RUNNING, reconciling",
                        Runbooks.SERVICE_DOWN);
        };
    }

    private static String afterStart(Saga.Step step) {
        if (step.family() != null) {
            return "each of its tasks goes by its own workflow";
        }
        return step.undo() == null
                ? "sent again when it is back; carried out once"
                : "sent again when it is back; carried out once, or undone if the task is cancelled";
    }
}
