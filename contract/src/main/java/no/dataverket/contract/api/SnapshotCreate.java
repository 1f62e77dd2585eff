package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Keeps what is on a volume now. The machine that has it must be stopped.
public record SnapshotCreate(
        @Field(value = "Name, unique in the environment.", pattern = Names.PATTERN, example = "before-upgrade")
        String name,

        @Field(value = "Volume of the environment, by name or identifier.", example = "db-data")
        String volume,

        @Field("Tenant, by name or identifier; may be left out by an actor of one tenant.") @Nullable
        String tenant,

        @Field(value = "Project, by name or identifier.", example = "shop")
        String project,

        @Field(value = "Environment, by name or identifier.", example = "prod")
        String environment,

        @Field(value = "Labels.", max = 64) @Nullable Map<String, String> labels) {}
