package no.dataverket.maskin.runtime;

/// What a host is, as its hypervisor tells.
///
/// @param hostname the host's own name
/// @param vcpus logical processors
/// @param memoryMib physical memory in MiB
/// @param virtualization how guests are run
/// @param hypervisor product and version, for people
/// @param machineType the newest machine model; new VMs take it and keep it, see [Hardware#machineType]
/// @param note why the virtualization is what it is, for people
public record HostFacts(
        String hostname,
        int vcpus,
        long memoryMib,
        Virtualization virtualization,
        String hypervisor,
        String machineType,
        String note) {}
