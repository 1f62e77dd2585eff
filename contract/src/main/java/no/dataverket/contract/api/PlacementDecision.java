package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// Where a machine goes and why there, or why nowhere.
public record PlacementDecision(
        @Field("Machine; none for a trial.") @Nullable Id vm,
        @Field("Whether a host was found.") boolean placed,
        @Field("Datacenter.") String datacenter,
        @Field("Virtual CPUs wanted.") int vcpus,
        @Field("Memory wanted, MiB.") int memoryMib,
        @Field("Placement group.") @Nullable String group,
        @Field("What made one host better than another.") PlacementStrategy strategy,

        @Field("Version of the datacenter's placement policy.")
        long policyVersion,

        @Field("Version of the rules by which hosts are compared.")
        int engineVersion,

        @Field("Hosts of the datacenter.") int considered,

        @Field("Hosts that will not do, each counted for the first filter that it failed.")
        List<PlacementRefusal> refusals,

        @Field("The best hosts that would do, the best first.")
        List<PlacementScore> best,

        @Field("The chosen hypervisor.") @Nullable Id hypervisor,
        @Field("The same in words.") String explanation,
        @Field("When it was decided.") Instant decidedAt) {

    /// Hosts that failed a filter.
    public record PlacementRefusal(
            @Field(value = "Filter.", example = "MEMORY") String filter,
            @Field("What it says of a host.") String reason,
            @Field("Hosts that failed it first.") int hosts,
            @Field("Some of them, and why.") List<String> examples) {}

    /// A host that would do.
    public record PlacementScore(
            @Field("Hypervisor.") Id hypervisor,
            @Field("Its name.") String name,

            @Field("Machines of the group that would be closer than wished.")
            int together,

            @Field("Whether it holds the image.") boolean imageAtHand,

            @Field("Free share of its memory, parts per million.")
            int freeMemoryPpm,

            @Field("Free virtual CPUs.") int freeVcpus,
            @Field("Free memory, MiB.") int freeMemoryMib) {}
}
