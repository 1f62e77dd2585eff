package no.dataverket.maskin.runtime;

import java.util.List;
import java.util.OptionalLong;

/// What a VM has used since its present run began, as the hypervisor counts it. Counters never fall within
/// a run.
///
/// @param vm by the id of its domain; it's ours if it's one that we know
/// @param cpuNanos processor time, nanoseconds
/// @param memoryBytes what the guest has
/// @param residentBytes what it takes on the host; empty where the hypervisor doesn't tell
/// @param disks in the hypervisor's order
/// @param nics in the hypervisor's order
public record VmUsage(
        VmId vm,
        long cpuNanos,
        long memoryBytes,
        OptionalLong residentBytes,
        List<DiskUsage> disks,
        List<NicUsage> nics) {

    public VmUsage {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }

    /// Counters of a disk.
    ///
    /// @param name by which the hypervisor knows it: `vda` is the root disk
    public record DiskUsage(String name, long readBytes, long reads, long writtenBytes, long writes) {}

    /// Counters of an interface, as the guest sees them: what it received and what it sent.
    ///
    /// @param hostDevice [Nic#hostDevice]
    public record NicUsage(
            String hostDevice,
            long receivedBytes,
            long receivedPackets,
            long receivedDropped,
            long sentBytes,
            long sentPackets,
            long sentDropped) {}
}
