package no.dataverket.sentral.tasks;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The other tasks that a step consists of. It is asked again and again, in the transaction of the parent,
/// until nothing is left to be done: it compares what is there with what is wanted, and begins what is
/// missing.
@FunctionalInterface
public interface Family {

    /// A task that the step began.
    record Child(Id task, Id target, String targetName, TaskState state) {}

    /// Begins tasks as children of the step.
    interface Nursery {

        /// The children so far, the oldest first.
        List<Child> children();

        /// Begins one more, in the background. Its target must be idle.
        Id begin(Birth birth);
    }

    /// What a child begins with; the rest is as its parent's.
    ///
    /// @param owner to whom the child belongs; to whom its parent does where null
    /// @param generation of the target that the task realises
    /// @param input what the commands of its steps are built from
    record Birth(
            String kind,
            Id target,
            String targetName,
            long generation,
            @Nullable String datacenter,
            JsonNode input,
            @Nullable Owner owner) {

        /// A child that belongs to whom its parent does.
        public Birth(
                String kind,
                Id target,
                String targetName,
                long generation,
                @Nullable String datacenter,
                JsonNode input) {
            this(kind, target, targetName, generation, datacenter, input, null);
        }
    }

    /// To whom a task belongs.
    record Owner(
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment) {}

    /// What is left.
    ///
    /// @param left whether anything is still to be done
    /// @param waitsFor tasks that must end first; those of others too
    /// @param note why it does not go on, for people; what the tasks say where null
    record Progress(
            boolean left, List<Id> waitsFor, @Nullable String note) {

        /// What is left is in the hands of tasks.
        public Progress(boolean left, List<Id> waitsFor) {
            this(left, waitsFor, null);
        }

        /// Nothing is left.
        public static final Progress DONE = new Progress(false, List.of());
    }

    /// Looks, and begins what can begin.
    Progress converge(Transaction transaction, SagaProgress parent, Nursery nursery);
}
