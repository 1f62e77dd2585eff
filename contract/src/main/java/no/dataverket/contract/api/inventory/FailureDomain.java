package no.dataverket.contract.api.inventory;

import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What fails together: a level of the tree of places, or a set across it.
public record FailureDomain(
        @Field("Identifier.") Id id,

        @Field(value = "Key, as the graph names it.", example = "power-feed.osl1.feed-a")
        String key,

        @Field(value = "Level of the tree (REGION to RACK), or kind of set, as POWER_FEED.", example = "POWER_FEED")
        String kind,

        @Field("Name.") String name,
        @Field("Datacenter; a region has none.") @Nullable String datacenter,

        @Field("Key of the next level up; sets have none.") @Nullable
        String parent,

        @Field("Keys of the members of a set.") List<String> members,
        @Field("What it is, for people.") @Nullable String description,
        @Field("How far this may be relied on.") Trust trust) {}
