package no.dataverket.maskin.runtime;

/// What [VmRuntime#ensureDefined] found and did.
public enum DefineOutcome {
    /// The VM wasn't known.
    CREATED,
    /// The VM was known with another definition or a lower revision. An active VM runs on as it was started.
    UPDATED,
    /// The VM was known just so.
    UNCHANGED
}
