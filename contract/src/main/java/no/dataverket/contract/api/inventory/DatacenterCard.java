package no.dataverket.contract.api.inventory;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.api.Health;

/// A datacenter at a glance.
public record DatacenterCard(
        @Field("Name.") String name,
        @Field("What and where it is.") String description,
        @Field("Virtual CPUs: promised, and in all.") CapacityAmount vcpus,
        @Field("Memory, MiB: promised, and in all.") CapacityAmount memoryMib,
        @Field("Hypervisors by phase.") Map<String, Long> hypervisors,
        @Field("Machines by phase.") Map<String, Long> vms,
        @Field("Declared elements by kind.") Map<String, Long> inventory,

        @Field("Open differences between inventory and observation, by severity.")
        Map<String, Long> drift,

        @Field("Trust changes that wait for a second operator, everywhere.")
        long pendingTrustChanges,

        @Field("Unfinished tasks by state.") Map<String, Long> tasks,
        @Field("Services, database and bus.") List<Health.Part> services) {

    /// Something of which there is so much.
    public record CapacityAmount(
            @Field("In use.") long used, @Field("In all.") long most) {}
}
