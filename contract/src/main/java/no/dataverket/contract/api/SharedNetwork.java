package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A network of somebody else that machines may be attached to, because operators provide it.
public record SharedNetwork(
        @Field("Network; machines name it by this or by its name.")
        Id network,

        @Field("Its name.") String name,
        @Field("Datacenter.") String datacenter,
        @Field("Prefix, once it has one.") @Nullable String prefix,
        @Field("Tenant or project that may use it.") Id scope,

        @Field(value = "Its names from the tenant down.", example = "acme/shop")
        String address) {}
