package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// How far the machines of a placement group are kept apart.
public record SpreadRule(
        @Field(value = "What they do not share.", example = "RACK")
        PlacementLevel level,

        @Field(value = "How many of the group may share one after all.", min = 1, max = 100, defaultsTo = "1") @Nullable
        Integer most,

        @Field(
                value = "Refuses a machine that can't be placed so; else it is placed so only where that goes.",
                defaultsTo = "false")
        @Nullable
        Boolean required) {}
