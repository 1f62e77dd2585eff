package no.dataverket.core.bus;

import java.time.Instant;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// Makes envelopes.
public final class Envelopes {

    private Envelopes() {}

    /// An envelope around a payload, with a fresh id.
    public static Envelope seal(String source, String subject, @Nullable Id about, Origin origin, Object payload) {
        return seal(Id.next(IdKind.EVENT).toString(), source, subject, about, origin, payload);
    }

    /// An envelope around a payload, with the id given.
    public static Envelope seal(
            String id, String source, String subject, @Nullable Id about, Origin origin, Object payload) {
        return new Envelope(
                Envelope.SPEC_VERSION,
                id,
                source,
                subject,
                Instant.now(),
                about == null ? null : about.toString(),
                "application/json",
                origin.correlation(),
                origin.causation(),
                origin.tenant(),
                origin.project(),
                origin.environment(),
                origin.actor(),
                origin.datacenter(),
                origin.task(),
                origin.step(),
                origin.generation(),
                origin.epoch(),
                origin.deadline(),
                origin.traceparent(),
                Json.tree(payload));
    }
}
