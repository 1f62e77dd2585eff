package no.dataverket.contract.api.inventory;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A rack of a datacenter.
public record Rack(
        @Field("Identifier.") Id id,

        @Field(value = "Key, as the graph names it.", example = "rack.osl1.r1")
        String key,

        @Field(value = "Name, unique in the datacenter.", example = "r1")
        String name,

        @Field("Datacenter.") String datacenter,
        @Field("Row that it stands in.") @Nullable String row,
        @Field("Height in rack units.") int height,
        @Field("Keys of what powers it.") List<String> poweredBy,
        @Field("What it is, for people.") @Nullable String description,
        @Field("How far this may be relied on.") Trust trust,

        @Field("When a complete observation last agreed.") @Nullable
        Instant confirmedAt) {}
