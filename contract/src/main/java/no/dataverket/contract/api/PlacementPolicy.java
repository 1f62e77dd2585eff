package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What makes one hypervisor of a datacenter better than another, for machines that any would do for.
public record PlacementPolicy(
        @Field("Datacenter.") String datacenter,

        @Field("Which hypervisors are filled first.") PlacementStrategy strategy,

        @Field("Rises with each change.") long generation) {

    /// What holds where nobody said anything.
    public static PlacementPolicy usual(String datacenter) {
        return new PlacementPolicy(datacenter, PlacementStrategy.SPREAD, 1);
    }

    /// Whether somebody said anything.
    public boolean decided() {
        return generation > 1;
    }
}
