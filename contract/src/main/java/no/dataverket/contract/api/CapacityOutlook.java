package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// When a datacenter is full, if it goes on as it did.
public record CapacityOutlook(
        @Field(value = "Days until no room is left to promise; absent where that can't be said.", example = "41")
        @Nullable
        Integer daysToFull,

        @Field("What runs out first; absent where nothing does.") @Nullable
        CapacityLimit limitedBy,

        @Field("Virtual CPUs that are promised more each week; absent where there is no clear growth.") @Nullable
        Long vcpusPerWeek,

        @Field("Memory that is promised more each week, MiB; absent where there is no clear growth.") @Nullable
        Long memoryMibPerWeek,

        @Field("Days of history that this is made of.") int days,

        @Field("How it was found, or why there is no number.")
        String explanation) {}
