package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A copy of a volume in the datacenter's backups. It outlives the volume and its machine.
public record Backup(
        @Field("Identifier.") Id id,
        @Field("Name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Labels.") Map<String, String> labels,
        @Field("Volume that it is of, which may be gone.") Id volume,
        @Field("Name of that volume.") String volumeName,
        @Field("Size of the volume then, GiB.") int sizeGib,
        @Field("Rises with each desired change.") long generation,

        @Field("When it was asked for; nothing was written to the volume from then on until it was taken.")
        Instant createdAt,

        @Field("What is true now.") BackupStatus status) {

    /// What is known of a backup.
    public record BackupStatus(
            @Field("Phase.") Phase phase,
            @Field("Conditions.") List<Condition> conditions,

            @Field("What of the volume was not empty, bytes.")
            long storedBytes,

            @Field(
                    value = "SHA-256 of its manifest, which lists the SHA-256 of each block; a restore checks both.",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Nullable
            String digest,

            @Field("Whether a task is changing it.") boolean reconciling,
            @Field("What its task waits for.") List<Blocker> blockedOn,
            @Field("Task that changes it now.") @Nullable Id task) {}
}
