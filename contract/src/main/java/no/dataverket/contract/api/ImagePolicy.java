package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What operators ask of images.
public record ImagePolicy(
        @Field("Whose signature an image needs.") ImageSignatures signatures,
        @Field("Whether unsigned images are refused now.") boolean required,
        @Field("Rises with each change.") long generation) {}
