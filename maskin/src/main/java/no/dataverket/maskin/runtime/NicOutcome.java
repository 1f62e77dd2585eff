package no.dataverket.maskin.runtime;

/// What [VmRuntime#ensureNics] found and did.
public enum NicOutcome {
    /// The running VM has the interfaces now, and so has its definition.
    APPLIED,
    /// The definition is stored; the VM takes it at its next cold start, being off or because the runtime lacks
    /// [Capability#NIC_HOT_PLUG].
    AT_NEXT_START,
    /// Both had them.
    UNCHANGED
}
