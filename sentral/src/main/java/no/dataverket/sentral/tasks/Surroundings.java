package no.dataverket.sentral.tasks;

import java.time.Instant;
import no.dataverket.core.health.Dependencies;
import no.dataverket.sentral.tasks.Saga.Step;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;

/// What a task sees of the world around it.
interface Surroundings {

    /// What is known of a service now.
    Dependencies.State service(String name);

    /// Whether a command that was sent at this time waits its turn at its service, and is not lost.
    default boolean queued(String service, Instant sent) {
        return false;
    }

    /// Why the task can't enter its lane now; null where it has entered.
    default @Nullable String full(TaskRow task) {
        return null;
    }

    /// Lets the family of a step go on.
    default FamilyState family(TaskRow task, StepRow step, Step declared) {
        throw new IllegalStateException(declared.name() + " has no family here");
    }
}
