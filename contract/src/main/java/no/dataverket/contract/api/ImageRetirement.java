package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// What became of the retirement of an image version.
public record ImageRetirement(
        @Field(value = "The version.", example = "debian-12@20261121")
        String name,

        @Field("Why.") String reason,
        @Field("It, in each datacenter.") List<Id> images,

        @Field("Machines that are made from it, at most 100.")
        List<ImageUser> users,

        @Field("Whether there are more: see the image's users.")
        boolean more) {}
