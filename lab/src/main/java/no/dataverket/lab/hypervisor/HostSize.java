package no.dataverket.lab.hypervisor;

/// How much a simulated host has.
///
/// @param vcpus logical processors; told, but not enforced, as on a real host
/// @param memoryMib memory; a VM that doesn't fit isn't started
/// @param diskBytes disk space; disks count with the size that their guests see
public record HostSize(int vcpus, long memoryMib, long diskBytes) {

    private static final long GIB = 1L << 30;

    /// A host for tests that aren't about capacity.
    public static HostSize large() {
        return new HostSize(64, 512 * 1024L, 16 * 1024 * GIB);
    }
}
