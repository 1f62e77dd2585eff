package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Copies an image version to another datacenter.
public record ImageReplicate(
        @Field(value = "Datacenter that shall have it too.", example = "lab2")
        String datacenter) {}
