package no.dataverket.maskin.runtime;

/// What [VmRuntime#ensureRunning] found and did.
public enum StartOutcome {
    /// It was off or had crashed, and was started cold.
    STARTED,
    /// It was paused.
    RESUMED,
    /// It ran.
    ALREADY_RUNNING
}
