package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Creates one.
public record ProjectCreate(
        @Field(value = "Name, unique in its parent.", pattern = Names.PATTERN)
        String name,

        @Field(value = "Tenant, by name or identifier; may be left out by an actor of one tenant.") @Nullable
        String tenant,

        @Field(value = "What it is for.", max = 500) @Nullable
        String description,

        @Field(value = "Labels.", max = 64) @Nullable Map<String, String> labels,
        @Field("Limits.") @Nullable Quotas quotas,
        @Field("Refuses deletion while true.") @Nullable Boolean deletionProtection) {}
