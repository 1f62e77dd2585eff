package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Adds an interface to a machine.
public record VmAttach(
        @Field("Network, by name or identifier.") String network,

        @Field(value = "Address wanted.", defaultsTo = "a free one") @Nullable
        String address) {}
