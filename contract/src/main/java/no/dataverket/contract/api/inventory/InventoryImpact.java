package no.dataverket.contract.api.inventory;

import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// What is affected if a resource is lost.
public record InventoryImpact(
        @Field("Key of what is lost.") String root,

        @Field("All that is affected, the root included, ports and cables left out.")
        List<Affected> affected,

        @Field("Hypervisors that are affected.") List<AffectedHypervisor> hypervisors,
        @Field("Machines that are affected, by tenant.") List<AffectedTenant> tenants,
        @Field("Whether there was more than can be shown.") boolean truncated) {

    /// How badly something is affected.
    public enum ImpactEffect {
        /// It goes too.
        LOST,
        /// It stays, with less left to lose: one of several feeds, for example.
        REDUCED
    }

    /// A resource that is affected.
    public record Affected(
            @Field(value = "Key.", example = "device.osl1.hv-1")
            String key,

            @Field("How badly.") ImpactEffect effect,

            @Field(value = "Why, as a relation.", example = "LOCATED_IN rack.osl1.r1")
            String because) {}

    /// A hypervisor with its machines.
    public record AffectedHypervisor(
            @Field("Name.") String name,
            @Field("Datacenter.") String datacenter,
            @Field("How badly.") ImpactEffect effect,

            @Field("Whether it is registered, and not only declared on a device.")
            boolean registered,

            @Field("Machines placed on it.") int vms) {}

    /// A tenant with its machines.
    public record AffectedTenant(
            @Field("Tenant.") Id tenant,
            @Field("Its name.") String name,
            @Field("Machines that go.") int vmsLost,

            @Field("Machines that stay, with less left to lose.")
            int vmsReduced) {}
}
