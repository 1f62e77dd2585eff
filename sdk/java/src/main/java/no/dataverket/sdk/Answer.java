package no.dataverket.sdk;

import org.jspecify.annotations.Nullable;

/// A body together with the answer that carried it.
public record Answer<T>(T body, Reply reply) {

    /// The strong ETag, as it is sent back in `If-Match`.
    public @Nullable String etag() {
        return reply.etag();
    }

    /// Whether a stored answer was given, because the `Idempotency-Key` had been used for the same request.
    public boolean replayed() {
        return "true".equals(reply.header("Idempotency-Replayed"));
    }
}
