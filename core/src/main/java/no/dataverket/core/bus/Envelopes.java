package no.dataverket.core.bus;

import java.time.Instant;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.Message;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Makes envelopes, and reads them.
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
                version(payload.getClass()) == 1 ? null : version(payload.getClass()),
                Json.tree(payload));
    }

    /// Reads an envelope.
    ///
    /// @throws Unreadable if it is none, or one that this build does not know
    public static Envelope read(byte[] message) {
        Envelope envelope;
        try {
            envelope = Json.read(message, Envelope.class);
        } catch (JacksonException notJson) {
            // Its own words may quote the message, and with it what is secret.
            throw new Unreadable("It is not an envelope in JSON.");
        }
        if (!Envelope.SPEC_VERSION.equals(envelope.specversion())) {
            throw new Unreadable("Its envelope is of CloudEvents " + envelope.specversion() + "; this service reads "
                    + Envelope.SPEC_VERSION + ".");
        }
        if (envelope.id() == null || envelope.type() == null || envelope.data() == null) {
            throw new Unreadable("Its envelope lacks id, type or data.");
        }
        return envelope;
    }

    /// The payload of an envelope.
    ///
    /// @throws Unreadable if it is of another shape, or of a version that this build does not know
    public static <T> T payload(Envelope envelope, Class<T> type) {
        int known = version(type);
        if (envelope.version() > known) {
            throw new Unreadable("Its data is of version " + envelope.version() + "; this service knows "
                    + envelope.type() + " up to version " + known + ".");
        }
        try {
            return Json.convert(envelope.data(), type);
        } catch (JacksonException otherShape) {
            throw new Unreadable("Its data is not what " + envelope.type() + " carries.");
        }
    }

    private static int version(Class<?> payload) {
        var message = payload.getAnnotation(Message.class);
        return message == null ? 1 : message.version();
    }
}
