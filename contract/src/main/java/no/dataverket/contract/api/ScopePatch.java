package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// What may be changed on a tenant, a project or an environment.
public record ScopePatch(
        @Field(value = "What it is for.", max = 500) String description,
        @Field(value = "Labels.", max = 64) Map<String, String> labels,
        @Field("Limits.") @Nullable Quotas quotas,
        @Field("Refuses deletion while true.") boolean deletionProtection) {}
