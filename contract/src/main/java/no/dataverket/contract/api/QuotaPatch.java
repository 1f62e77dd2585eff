package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Changes limits. Those that it leaves out stay as they are; null takes one away.
public record QuotaPatch(
        @Field(value = "Datacenter in which the limits hold.", defaultsTo = "all together") @Nullable
        String datacenter,

        @Field("Limits.") Quotas limits) {}
