package no.dataverket.core.bus;

import java.time.Instant;
import no.dataverket.contract.Id;
import no.dataverket.contract.bus.Envelope;
import org.jspecify.annotations.Nullable;

/// Where a message comes from and what it belongs to: the part of an envelope that does not depend on its
/// payload.
///
/// @param correlation W3C trace id of the request that it began with
/// @param causation request or message that led to this one
/// @param traceparent W3C trace context of the sender's span
public record Origin(
        String actor,
        String correlation,
        @Nullable String causation,
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        @Nullable String datacenter,
        @Nullable Id task,
        @Nullable String step,
        @Nullable Long generation,
        @Nullable Long epoch,
        @Nullable Instant deadline,
        @Nullable String traceparent) {

    /// A message that a service sends of its own accord.
    public static Origin ofService(String service, String correlation) {
        return new Origin(
                "service:" + service, correlation, null, null, null, null, null, null, null, null, null, null, null);
    }

    /// A message that answers or follows from another.
    public static Origin following(Envelope cause) {
        return new Origin(
                cause.actor(),
                cause.correlationid(),
                cause.id(),
                cause.tenant(),
                cause.project(),
                cause.environment(),
                cause.datacenter(),
                cause.task(),
                cause.step(),
                cause.generation(),
                cause.epoch(),
                cause.deadline(),
                cause.traceparent());
    }

    /// The same, as caused by another message.
    public Origin causedBy(String cause) {
        return new Origin(
                actor,
                correlation,
                cause,
                tenant,
                project,
                environment,
                datacenter,
                task,
                step,
                generation,
                epoch,
                deadline,
                traceparent);
    }

    /// The same, about a step of a task.
    public Origin withTask(@Nullable Id about, @Nullable String name) {
        return new Origin(
                actor,
                correlation,
                causation,
                tenant,
                project,
                environment,
                datacenter,
                about,
                name,
                generation,
                epoch,
                deadline,
                traceparent);
    }

    public Origin withTraceparent(@Nullable String parent) {
        return new Origin(
                actor,
                correlation,
                causation,
                tenant,
                project,
                environment,
                datacenter,
                task,
                step,
                generation,
                epoch,
                deadline,
                parent);
    }
}
