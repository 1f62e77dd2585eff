package no.dataverket.contract.api.inventory;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A cable between two ports.
public record DeviceLink(
        @Field("Identifier.") Id id,

        @Field(value = "Key, as the graph names it.", example = "link.osl1.c-001")
        String key,

        @Field(value = "Cable id, unique in the datacenter.", example = "c-001")
        String name,

        @Field("Datacenter.") String datacenter,
        @Field("Key of the port at one end.") String a,
        @Field("Key of the port at the other end.") String b,
        @Field("What it is, for people.") @Nullable String description,
        @Field("How far this may be relied on.") Trust trust,

        @Field("When a complete observation last agreed.") @Nullable
        Instant confirmedAt) {}
