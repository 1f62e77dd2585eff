package no.dataverket.maskin.runtime;

/// The virtual hardware of a VM.
///
/// @param machineType the hypervisor's versioned machine model, such as `pc-q35-7.2`. It's chosen once, from
///     [HostFacts#machineType], and kept: a guest must find the same hardware after each start and on each host
/// @param vcpus number of virtual processors
/// @param memoryMib memory in MiB
public record Hardware(String machineType, int vcpus, int memoryMib) {

    private static final int LEAST_MEMORY_MIB = 16;

    public Hardware {
        if (!machineType.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("'" + machineType + "' is no machine type");
        }
        if (vcpus < 1) {
            throw new IllegalArgumentException(vcpus + " vcpus: at least 1 is needed");
        }
        if (memoryMib < LEAST_MEMORY_MIB) {
            throw new IllegalArgumentException(memoryMib + " MiB memory: at least " + LEAST_MEMORY_MIB + " is needed");
        }
    }
}
