package no.dataverket.sentral.tasks;

import java.time.Instant;
import no.dataverket.contract.command.Command;
import tools.jackson.databind.JsonNode;

/// What follows from a change of a task's state, in the same transaction.
sealed interface Effect {

    /// A command goes out.
    ///
    /// @param epoch fencing token; higher for undoing than for doing, so that no late command follows its own
    ///     undo
    record Send(TaskRow.StepRow step, Command command, long epoch) implements Effect {}

    /// A step succeeded.
    record StepDone(String step, JsonNode result) implements Effect {}

    /// The task succeeded.
    record Succeeded() implements Effect {}

    /// The task failed or was cancelled.
    record Ended(boolean cancelled, boolean undone) implements Effect {}

    /// A service told of a command, whatever it told: it has got to it.
    ///
    /// @param sent when the command was sent, or earlier: of one that was sent more than once, the first time
    record Answered(String service, Instant sent) implements Effect {}

    /// How a service did with a command, whatever its heart says.
    ///
    /// @param cause what went wrong; empty where it did well
    record Seen(String service, boolean well, String cause) implements Effect {

        static Seen well(String service) {
            return new Seen(service, true, "");
        }

        static Seen failing(String service, String cause) {
            return new Seen(service, false, cause);
        }
    }
}
