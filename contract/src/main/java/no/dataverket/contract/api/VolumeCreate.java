package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Creates an empty volume.
public record VolumeCreate(
        @Field(value = "Name, unique in the environment.", pattern = Names.PATTERN, example = "db-data")
        String name,

        @Field("Tenant, by name or identifier; may be left out by an actor of one tenant.") @Nullable
        String tenant,

        @Field(value = "Project, by name or identifier.", example = "shop")
        String project,

        @Field(value = "Environment, by name or identifier.", example = "prod")
        String environment,

        @Field(value = "Datacenter.", example = "lab1") String datacenter,
        @Field(value = "Size, GiB.", min = 1, max = 65_536) int sizeGib,

        @Field(value = "Labels.", max = 64) @Nullable Map<String, String> labels,

        @Field(value = "Refuses deletion while true.", defaultsTo = "false") @Nullable
        Boolean deletionProtection) {}
