package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Whether a datacenter has room for machines, as tenants are told.
public record DatacenterSupply(
        @Field("Datacenter.") String datacenter,
        @Field("How much room there is.") Supply supply) {}
