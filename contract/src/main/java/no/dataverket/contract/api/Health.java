package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Whether the platform is well.
public record Health(
        @Field(value = "OK, DEGRADED or DOWN.", example = "OK")
        String status,

        @Field("Version of the server.") String version,
        @Field("Each part.") List<Part> parts) {

    /// One part: a service, the database, the bus.
    public record Part(
            @Field(value = "Name.", example = "nett") String name,
            @Field("Whether it answers.") boolean up,
            @Field("What is wrong, or how it is.") String detail,
            @Field("When it was last heard.") @Nullable Instant lastSeen,

            @Field("UP; DEGRADED where it answers but fails what it is asked; DOWN.")
            String state,

            @Field("Since when it is in that state, where that is known.") @Nullable
            Instant since) {}
}
