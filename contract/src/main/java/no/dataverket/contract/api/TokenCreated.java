package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// A new token with its secret.
public record TokenCreated(
        @Field("The token.") Token token,
        @Field("The secret; it is not shown again.") String secret) {}
