package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A virtual machine.
public record Vm(
        @Field("Identifier.") Id id,
        @Field("Name, and the guest's host name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Labels.") Map<String, String> labels,
        @Field("Image version.") Id image,

        @Field("Shape, by name; null for a machine of its own size.") @Nullable
        String shape,

        @Field("Virtual CPUs.") int vcpus,
        @Field("Memory, MiB.") int memoryMib,
        @Field("Size of the root disk, GiB.") int diskGib,

        @Field("Network interfaces; the index is the guest's order.")
        List<NetworkInterface> interfaces,

        @Field("Keys that may log in.") List<String> sshAuthorizedKeys,
        @Field("Whether it is wanted running.") boolean running,
        @Field("Refuses deletion while true.") boolean deletionProtection,

        @Field("Machines of the environment in the same group are kept apart.") @Nullable
        String placementGroup,

        @Field("How the placement group was asked to be kept apart.") @Nullable
        List<SpreadRule> spread,

        @Field("Whether a second hypervisor must have had room for it.")
        boolean restartable,

        @Field("Jurisdictions that will do; any where empty.")
        List<String> residency,

        @Field("Rises with each desired change.") long generation,
        @Field("When it was created.") Instant createdAt,
        @Field("What is true now.") VmStatus status) {

    /// One interface: the index and the MAC address are fixed for the machine's life.
    public record NetworkInterface(
            @Field("Index, from 0.") int index,
            @Field("Network.") Id network,

            @Field("MAC address, derived from machine and index.")
            String mac,

            @Field("Address that was asked for.") @Nullable String requestedAddress,
            @Field("Address that it has.") @Nullable String address) {}

    /// What is known of a machine.
    public record VmStatus(
            @Field("Phase.") Phase phase,
            @Field("Conditions.") List<Condition> conditions,
            @Field("Addresses, in order of the interfaces.") List<String> addresses,

            @Field(value = "Power as observed.", example = "RUNNING")
            String power,

            @Field("When the power was observed.") @Nullable Instant observedAt,

            @Field("SHA-256 of what its guest was initialised from: host name, keys, user data, networks.") @Nullable
            String seedSha256,

            @Field("What its guest tells of itself; null until it was looked at.") @Nullable
            VmGuest guest,

            @Field("Generation that is realised.") long observedGeneration,
            @Field("Whether a task is changing it.") boolean reconciling,
            @Field("Where it is.") Placement placement,
            @Field("What its task waits for.") List<Blocker> blockedOn,
            @Field("Task that changes it now.") @Nullable Id task) {}

    /// Where a machine is.
    public record Placement(
            @Field("Datacenter.") String datacenter,

            @Field("Hypervisor; only operators see it.") @Nullable
            String hypervisor) {}
}
