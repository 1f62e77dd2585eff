package no.dataverket.maskin.runtime;

import java.util.Optional;

/// One of our VMs as its host has it.
///
/// @param id the VM
/// @param name its name for people, as last defined
/// @param owner to whom it belongs, as last defined
/// @param revision the highest revision that the runtime acted under
/// @param specHash [VmDefinition#specHash] of the last definition, which the next cold start takes
/// @param power what the hypervisor says
/// @param configuration what the hypervisor has for the next cold start, which need not be what was defined; empty
///     when it has nothing, so that the VM is gone once its run ends
/// @param instance present while the VM is active
public record ObservedVm(
        VmId id,
        String name,
        Owner owner,
        Revision revision,
        String specHash,
        Power power,
        Optional<Configuration> configuration,
        Optional<Instance> instance) {

    /// Whether the VM runs with another definition than its last one. [VmRuntime#ensureNics] brings up what can
    /// be changed in a running VM; the rest waits for a cold start.
    public boolean runsOldDefinition() {
        return instance.isPresent() && !instance.get().specHash().equals(specHash);
    }

    /// One run of the VM, from a cold start to its end.
    ///
    /// @param runtimeId differs between runs on one host; a changed one means that the VM was started again
    /// @param specHash of the definition that this run was started from or brought up to
    /// @param guestAgentConnected whether the guest's agent answers
    public record Instance(String runtimeId, String specHash, boolean guestAgentConnected) {}
}
