package no.dataverket.contract.api;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A product and whether the actor can use it here, now.
public record OfferingInfo(
        @Field(value = "Name.", example = "vm") String name,
        @Field("What it is.") String description,
        @Field("Whether it is enabled for the scope.") boolean enabled,
        @Field("Who may create one here.") Availability availability,

        @Field(value = "Who decided that.", example = "tenant acme")
        String decidedBy,

        @Field("Whether a request needs an environment.") boolean environmentRequired,

        @Field(value = "Least role that may create one.", example = "PROJECT_EDITOR")
        Role role,

        @Field("Whether the actor may create one without an operator.")
        boolean selfService,

        @Field("Use and limit, for each limit that applies, as used/limit.")
        Map<String, String> quotas,

        @Field("Limits that apply, with what is left; those without a limit are left out.")
        List<OfferingLimit> limits,

        @Field("Where one can be placed, and how large it may be there.")
        List<PlacementRule> placement,

        @Field("Services that must be up, and whether they are.")
        Map<String, Boolean> dependencies,

        @Field("What must be there first.") List<Prerequisite> prerequisites) {

    /// A limit, as far as it is used.
    public record OfferingLimit(
            @Field("Tenant, project or environment that is limited.")
            Id scope,

            @Field(value = "Its names from the tenant down.", example = "acme/shop")
            String address,

            @Field(value = "Of what.", example = "vms") String dimension,

            @Field("Datacenter in which it holds; absent for all together.") @Nullable
            String datacenter,

            @Field("Limit.") long limit,
            @Field("Used.") long used,
            @Field("Left.") long left) {}

    /// A datacenter, as a place for new machines.
    public record PlacementRule(
            @Field("Datacenter.") String datacenter,
            @Field("Whether it takes new ones.") boolean open,
            @Field("Virtual CPUs of the largest.") long largestVcpus,
            @Field("Memory of the largest, MiB.") long largestMemoryMib) {}

    /// One thing that must be there before a request can succeed.
    public record Prerequisite(
            @Field("What.") String name,
            @Field("Whether it is there.") boolean satisfied,
            @Field("What was found, or what is missing.") String detail,

            @Field("The command that mends it; empty where nothing is missing.")
            String hint) {}
}
