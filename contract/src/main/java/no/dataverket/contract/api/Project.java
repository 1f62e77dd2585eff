package no.dataverket.contract.api;

import java.time.Instant;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// A body of work inside a tenant; roles and quotas hang on it.
public record Project(
        @Field("Identifier.") Id id,
        @Field("Name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("What it is for.") String description,
        @Field("Labels.") Map<String, String> labels,
        @Field("Limits.") Quotas quotas,
        @Field("Use, in the same units as the limits.") Quotas usage,
        @Field("Refuses deletion while true.") boolean deletionProtection,
        @Field("Rises with each change.") long generation,
        @Field("When it was created.") Instant createdAt) {}
