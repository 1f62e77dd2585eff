package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A data volume: a disk with a life of its own, which one machine at a time writes to.
public record Volume(
        @Field("Identifier.") Id id,
        @Field("Name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Labels.") Map<String, String> labels,
        @Field("Size, GiB.") int sizeGib,
        @Field("Refuses deletion while true.") boolean deletionProtection,
        @Field("Rises with each desired change.") long generation,
        @Field("When it was created.") Instant createdAt,
        @Field("What is true now.") VolumeStatus status) {

    /// What is known of a volume.
    public record VolumeStatus(
            @Field("Phase.") Phase phase,
            @Field("Conditions.") List<Condition> conditions,

            @Field("Machine that it is attached to.") @Nullable
            Id vm,

            @Field(value = "Its name in a Linux guest, the same at each start.", example = "/dev/vdc") @Nullable
            String device,

            @Field(
                    value = "Serial number that the guest sees, the same in each machine.",
                    example = "3jv8q7t0d1f6k9m2p4r8")
            String serial,

            @Field("Size that is there, GiB.") int sizeGib,
            @Field("Whether a task is changing it.") boolean reconciling,
            @Field("What its task waits for.") List<Blocker> blockedOn,
            @Field("Task that changes it now.") @Nullable Id task) {}
}
