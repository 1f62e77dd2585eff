package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What an environment used of one dimension in one datacenter in a period.
public record UsageTotal(
        @Field("Tenant.") Id tenant,
        @Field("Project.") @Nullable Id project,
        @Field("Environment.") @Nullable Id environment,

        @Field(
                value = "Names of tenant, project and environment; an identifier for what is gone.",
                example = "acme/shop/prod")
        String address,

        @Field("Datacenter.") String datacenter,

        @Field(value = "What was used, as in the quotas.", example = "vcpus")
        String dimension,

        @Field("Amount times seconds. Periods that follow each other add up exactly.")
        long unitSeconds,

        @Field("Amount in use at the end of the period.") long amountAtEnd) {}
