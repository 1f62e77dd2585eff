package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What a volume held at some time, kept beside it on the same storage. It is no backup.
public record Snapshot(
        @Field("Identifier.") Id id,
        @Field("Name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Labels.") Map<String, String> labels,
        @Field("Volume that it is of.") Id volume,
        @Field("Name of that volume.") String volumeName,
        @Field("Size of the volume then, GiB.") int sizeGib,
        @Field("Rises with each desired change.") long generation,

        @Field("When it was asked for; nothing was written to the volume from then on until it was taken.")
        Instant createdAt,

        @Field("What is true now.") SnapshotStatus status) {

    /// What is known of a snapshot.
    public record SnapshotStatus(
            @Field("Phase.") Phase phase,
            @Field("Conditions.") List<Condition> conditions,
            @Field("Whether a task is changing it.") boolean reconciling,
            @Field("What its task waits for.") List<Blocker> blockedOn,
            @Field("Task that changes it now.") @Nullable Id task) {}
}
