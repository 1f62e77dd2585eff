package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// An image version in one datacenter.
public record ImageReplica(
        @Field(value = "Datacenter.", example = "lab1") String datacenter,
        @Field("Identifier there.") Id image,
        @Field("Phase there.") Phase phase) {}
