package no.dataverket.maskin.evaluation;

/// What befalls a host and its machines without the runtime's doing.
public enum Incident {
    /// A machine's process dies.
    CRASH,
    /// Somebody pauses a machine.
    PAUSE,
    /// Somebody makes a machine of their own.
    FOREIGN_MACHINE,
    /// The hypervisor can't be reached for a while.
    DISCONNECTION
}
