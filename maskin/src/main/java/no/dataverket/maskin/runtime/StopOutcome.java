package no.dataverket.maskin.runtime;

/// What [VmRuntime#ensureStopped] found and did.
public enum StopOutcome {
    /// It was off, had crashed, or isn't on this host.
    ALREADY_OFF,
    /// The guest shut itself down.
    SHUT_DOWN_BY_GUEST,
    /// The guest was asked and hadn't shut down at the limit; the plug was pulled.
    DESTROYED_AT_LIMIT,
    /// The plug was pulled without asking.
    DESTROYED
}
