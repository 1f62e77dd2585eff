package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Lets a channel lead to an image version.
public record ImagePromotion(
        @Field(
                value = "Channel of the image's family; made if there is none.",
                pattern = Names.PATTERN,
                example = "stable")
        String channel,

        @Field(value = "Why, for those who look later.", max = 500, example = "a week in testing without a report")
        @Nullable
        String reason) {}
