package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Asks for a project with its first environment and what it needs to begin: one request, one approval, one task.
public record ProjectRequest(
        @Field(value = "Name, unique in the tenant.", pattern = Names.PATTERN, example = "shop")
        String name,

        @Field("Tenant, by name or identifier; may be left out by an actor of one tenant.") @Nullable
        String tenant,

        @Field(value = "What it is for.", max = 500) @Nullable
        String description,

        @Field(value = "Name of the first environment.", pattern = Names.PATTERN, defaultsTo = "prod") @Nullable
        String environment,

        @Field("Limits of the project.") @Nullable Quotas quotas,

        @Field(value = "What those who approve shall know.", max = 500) @Nullable
        String reason) {}
