package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A name that leads to one version of a family, and to another one when operators say so. Machines keep the version
/// that it led to when they were made.
public record ImageChannel(
        @Field("Identifier.") Id id,

        @Field(value = "What machines name.", example = "debian-12:stable")
        String name,

        @Field(value = "Family.", example = "debian-12") String family,
        @Field(value = "Channel.", example = "stable") String channel,

        @Field(value = "Version that it leads to.", example = "20261121")
        String version,

        @Field("Version that it led to before, and that a revert leads back to.") @Nullable
        String previous,

        @Field("Where that version is.") List<ImageReplica> replicas,

        @Field("Datacenters in which that version can't be used.")
        List<String> missing,

        @Field("Latest changes, newest first; only operators see them.")
        List<ChannelChange> history,

        @Field("Rises with each change.") long generation,
        @Field("When it last changed.") Instant updatedAt) {

    /// One change of a channel.
    public record ChannelChange(
            @Field("Version since then.") String version,
            @Field("Version before.") @Nullable String previous,
            @Field("Whether it was taken back by it.") boolean revert,
            @Field("Who did it.") String by,
            @Field("Why.") @Nullable String reason,
            @Field("When.") Instant at) {}
}
