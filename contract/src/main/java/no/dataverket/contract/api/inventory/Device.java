package no.dataverket.contract.api.inventory;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A piece of equipment: a server, a switch, a router, a power distribution unit.
public record Device(
        @Field("Identifier.") Id id,

        @Field(value = "Key, as the graph names it.", example = "device.osl1.sw-1")
        String key,

        @Field(value = "Name, unique in the datacenter.", example = "sw-1")
        String name,

        @Field("Datacenter.") String datacenter,

        @Field(value = "SERVER, SWITCH, ROUTER, PDU, STORAGE, FIREWALL or OTHER.", example = "SERVER")
        String type,

        @Field("Rack that it is mounted in.") @Nullable String rack,
        @Field("Lowest rack unit that it takes.") @Nullable Integer position,
        @Field("Height in rack units.") @Nullable Integer height,

        @Field("FRONT, REAR or BOTH faces of the rack.") @Nullable
        String face,

        @Field("Maker.") @Nullable String vendor,
        @Field("Model.") @Nullable String model,
        @Field("Serial number.") @Nullable String serial,
        @Field("Asset tag.") @Nullable String assetTag,
        @Field("What it is there for.") @Nullable String role,
        @Field("Its own name for itself.") @Nullable String hostname,
        @Field("Logical processors.") @Nullable Integer cpus,
        @Field("Memory, MiB.") @Nullable Integer memoryMib,

        @Field("Hypervisor that runs on it.") @Nullable String hypervisor,

        @Field("Keys of what powers it.") List<String> poweredBy,
        @Field("What it is, for people.") @Nullable String description,

        @Field("Failure domains that it shares its fate with, by trusted declarations only.")
        List<String> domains,

        @Field("How far this may be relied on.") Trust trust,

        @Field("When a complete observation last agreed.") @Nullable
        Instant confirmedAt) {}
