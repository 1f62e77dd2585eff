package no.dataverket.maskin.runtime;

import java.util.List;
import java.util.Optional;

/// All that is on a host, seen in one pass.
///
/// @param vms ours: those that carry our metadata
/// @param foreign names of the others; they are counted so that capacity is honest, and never touched
/// @param leftovers VMs of which files are there, but no domain; [VmRuntime#ensureAbsent] clears them
public record Inventory(List<ObservedVm> vms, List<String> foreign, List<VmId> leftovers) {

    public Inventory {
        vms = List.copyOf(vms);
        foreign = List.copyOf(foreign);
        leftovers = List.copyOf(leftovers);
    }

    /// The VM, if it's here.
    public Optional<ObservedVm> find(VmId id) {
        return vms.stream().filter(vm -> vm.id().equals(id)).findFirst();
    }
}
