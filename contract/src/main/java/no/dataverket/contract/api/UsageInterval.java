package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A time in which one resource used the same amount of one dimension.
public record UsageInterval(
        @Field("Number of the event that began it; rises.") long number,
        @Field("Resource, which may be gone.") Id resource,

        @Field(value = "What was used, as in the quotas.", example = "vcpus")
        String dimension,

        @Field("Amount.") long amount,
        @Field("Datacenter.") String datacenter,
        @Field("Tenant.") Id tenant,
        @Field("Project.") @Nullable Id project,
        @Field("Environment.") @Nullable Id environment,
        @Field("When it began.") Instant began,

        @Field("When it ended; absent while it goes on.") @Nullable
        Instant ended) {}
