package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A host that runs virtual machines. Operators manage it; tenants never see it.
public record Hypervisor(
        @Field("Identifier.") Id id,
        @Field(value = "Name.", example = "hv-1") String name,
        @Field("Datacenter.") String datacenter,

        @Field(value = "Runtime driver.", example = "libvirt")
        String driver,

        @Field("Address of the runtime, as its driver writes it.")
        String endpoint,

        @Field("Rises with each desired change.") long generation,
        @Field("Whether new machines may be placed here.") boolean schedulable,

        @Field("Class, which says how far processors and memory are promised more than once.")
        String hypervisorClass,

        @Field("Rack that it stands in.") @Nullable String rack,
        @Field("Power feed that it hangs on.") @Nullable String powerFeed,
        @Field("Room that it stands in.") @Nullable String room,
        @Field("Jurisdiction that it stands in.") @Nullable String jurisdiction,

        @Field("Storage of its machines' disks that it shares with other hypervisors of the same.") @Nullable
        String storage,

        @Field("What is done about a machine that is missing here.")
        DriftAction onMissing,

        @Field("What is done about a machine that was changed here.")
        DriftAction onChanged,

        @Field("What is done about a machine that does not run and should.")
        DriftAction onStopped,

        @Field("What is done about a machine that runs and should not.")
        DriftAction onRunning,

        @Field("Virtual CPUs that may be promised.") int vcpus,
        @Field("Memory that may be promised, MiB.") int memoryMib,
        @Field("When it was registered.") Instant createdAt,
        @Field("What is true now.") HypervisorStatus status) {}
