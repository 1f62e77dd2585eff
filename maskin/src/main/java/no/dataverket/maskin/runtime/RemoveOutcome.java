package no.dataverket.maskin.runtime;

/// What [VmRuntime#ensureAbsent] found and did.
public enum RemoveOutcome {
    /// There was a domain, or files, and both are gone.
    REMOVED,
    /// There was nothing.
    ALREADY_ABSENT
}
