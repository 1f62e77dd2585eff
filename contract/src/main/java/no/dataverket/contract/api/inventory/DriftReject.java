package no.dataverket.contract.api.inventory;

import no.dataverket.contract.Field;

/// Says that the declaration is right and that what is there must be put right.
public record DriftReject(
        @Field(value = "Why.", min = 1, max = 500, example = "wrong cable, ticket 4711")
        String reason) {}
