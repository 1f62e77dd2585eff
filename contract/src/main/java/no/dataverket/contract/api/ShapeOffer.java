package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Names those who may use a shape that is not for everyone.
public record ShapeOffer(
        @Field(value = "Tenant or project, by identifier or by its names from the tenant down.", example = "acme/shop")
        String scope) {}
