package no.dataverket.maskin.runtime;

/// What the hypervisor says about a VM's power.
public enum Power {
    /// The guest has the processor, or could have it.
    RUNNING,
    /// In memory, but stopped in its tracks.
    PAUSED,
    /// Not in memory: never started, shut down, or destroyed.
    OFF,
    /// Not in memory because it, or its process on the host, died.
    CRASHED,
    /// The hypervisor answered, but with a state that has no meaning here. A hypervisor that can't be asked
    /// makes the question fail with [RuntimeFailure.Kind#UNREACHABLE] instead: that is not a state of the VM.
    UNKNOWN;

    /// Whether the VM takes up the host's memory.
    public boolean isActive() {
        return this == RUNNING || this == PAUSED;
    }
}
