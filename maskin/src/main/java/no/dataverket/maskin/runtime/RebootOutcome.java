package no.dataverket.maskin.runtime;

/// What [VmRuntime#reboot] found and did.
public enum RebootOutcome {
    /// It was stopped and started, or was off and is started.
    REBOOTED,
    /// This very request was carried out before.
    ALREADY_DONE
}
