package no.dataverket.contract.api.inventory;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.inventory.ObservationCreate.ObservedSubject;

/// What somebody saw; never changed once it is recorded.
public record Observation(
        @Field("Identifier.") Id id,
        @Field("Who or what looked.") String source,
        @Field("Key of what was looked at.") String scope,
        @Field("When.") Instant observedAt,
        @Field("When it was recorded.") Instant recordedAt,

        @Field("Whether all of the kinds in the scope were seen.")
        boolean complete,

        @Field("Kinds that were looked for.") List<String> kinds,
        @Field("How many subjects were seen.") int seen,
        @Field("What was seen; empty in lists.") List<ObservedSubject> subjects) {}
