package no.dataverket.contract.command;

import no.dataverket.contract.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a service reports of the command that it was sent; the envelope says of which task, step and epoch.
///
/// @param execution id of the command's envelope
/// @param outcome how it went
/// @param result what the command's handler answered; with `SUCCEEDED`
/// @param problem why not; with every outcome but `SUCCEEDED` and `PROGRESS`
/// @param dependency what is away; with `BLOCKED`
/// @param message what is being done, for people
public record StepReport(
        String execution,
        Outcome outcome,
        @Nullable JsonNode result,
        @Nullable Problem problem,
        @Nullable String dependency,
        @Nullable String message) {

    /// How a command went.
    public enum Outcome {
        /// It goes on; the message says with what.
        PROGRESS,
        /// Done.
        SUCCEEDED,
        /// A fault that passes; to be tried again.
        TRANSIENT,
        /// Something that this service needs is away; to be sent again when it is back, at no cost of a try.
        BLOCKED,
        /// It will not work.
        FAILED
    }
}
