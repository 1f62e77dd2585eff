package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Sets a tenant's limits, also above its ceiling.
public record QuotaRaise(
        @Field("The limits; one left out stays as it is.") Quotas quotas,

        @Field(value = "What those who approve shall know.", max = 500) @Nullable
        String reason) {}
