package no.dataverket.contract.api.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Records what somebody saw. It is kept as it is and never changed.
public record ObservationCreate(
        @Field(value = "Who or what looked.", pattern = "[a-z][-a-z0-9._]{0,62}", example = "walk-through")
        String source,

        @Field(
                value = "Key of what was looked at: a datacenter, a rack or a device.",
                max = 200,
                example = "rack.osl1.r1")
        String scope,

        @Field(value = "When.", example = "2026-11-21T10:00:00Z")
        Instant observedAt,

        @Field(
                "Whether all of the given kinds in the scope were seen. Only complete ones are held against the inventory.")
        boolean complete,

        @Field(
                value = "Kinds that were looked for, as DEVICE and PORT.",
                max = 20,
                defaultsTo = "the kinds of the subjects")
        @Nullable
        List<String> kinds,

        @Field(value = "What was seen.", max = 2000) List<ObservedSubject> subjects) {

    /// One thing that was seen.
    public record ObservedSubject(
            @Field(value = "Its key, as the inventory would name it.", max = 300, example = "device.osl1.sw-1")
            String key,

            @Field(value = "Fields as they were seen, by the names that the inventory's document has.", max = 50)
            Map<String, String> facts) {}
}
