package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A message that a service could not take. It is held until an operator replays or discards it; the messages around
/// it are not held up.
public record DeadLetter(
        @Field("Identifier.") Id id,

        @Field(value = "Service that holds it.", example = "maskin")
        String service,

        @Field(value = "Subject that it came on.", example = "dv.maskin.cmd.provision-vm")
        String subject,

        @Field("Whether it is held, or what became of it.") DeadLetterState state,
        @Field("Why it could not be taken.") String cause,

        @Field("The message, as JSON text; secrets are left out, and so is what could not be read.")
        String content,

        @Field("Task that it belongs to, if that can be read.") @Nullable
        Id task,

        @Field("Step of the task.") @Nullable String step,
        @Field("How often it came.") int timesSeen,
        @Field("When it came first.") Instant firstSeen,
        @Field("When it came last.") Instant lastSeen,
        @Field("Runbook for the operator.") String runbook) {}
