package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What may be changed on an image version. What is in it never is.
public record ImagePatch(
        @Field("Refuses deletion while true.") boolean deletionProtection) {}
