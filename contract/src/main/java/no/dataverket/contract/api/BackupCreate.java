package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Copies a volume to the datacenter's backups. The machine that has it must be stopped.
public record BackupCreate(
        @Field(value = "Name, unique in the environment.", pattern = Names.PATTERN, example = "db-monday")
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
