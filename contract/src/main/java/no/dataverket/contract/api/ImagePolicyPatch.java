package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What may be changed of what is asked of images.
public record ImagePolicyPatch(
        @Field("Whose signature an image needs.") ImageSignatures signatures) {}
