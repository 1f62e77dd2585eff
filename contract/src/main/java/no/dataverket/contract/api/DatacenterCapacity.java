package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;

/// What is left of a datacenter's hypervisors.
public record DatacenterCapacity(
        @Field("Datacenter.") String datacenter,

        @Field("How much room there is, as tenants are told.")
        Supply supply,

        @Field("Hypervisors.") int hypervisors,

        @Field("Hypervisors that take machines and answer; what follows is of these.")
        int usable,

        @Field("Virtual CPUs that may be promised.") long vcpus,
        @Field("Virtual CPUs promised.") long vcpusReserved,
        @Field("Memory that may be promised, MiB.") long memoryMib,
        @Field("Memory promised, MiB.") long memoryMibReserved,

        @Field("The largest machines that have a place now: by memory, and by virtual CPUs where that is another.")
        List<PlaceableShape> largest,

        @Field("For each level that is known, the loss that leaves least.")
        List<CapacityAfterLoss> afterLoss,

        @Field("When it is full, if it goes on as it did.") CapacityOutlook outlook) {

    /// A machine that would have a place.
    public record PlaceableShape(
            @Field("Virtual CPUs.") int vcpus,
            @Field("Memory, MiB.") int memoryMib,
            @Field("Name of the hypervisor.") String hypervisor) {}

    /// What stays free, in sum, when a failure domain is lost and its machines run elsewhere.
    public record CapacityAfterLoss(
            @Field("Level of the failure domain.") PlacementLevel level,
            @Field(value = "Its name.", example = "r1") String domain,

            @Field("Virtual CPUs that stay free; negative where not all machines can run.")
            long vcpus,

            @Field("Memory that stays free, MiB; negative where not all machines can run.")
            long memoryMib) {}
}
