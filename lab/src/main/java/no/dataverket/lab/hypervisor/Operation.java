package no.dataverket.lab.hypervisor;

/// The operations of a runtime that faults and delays are asked for by.
public enum Operation {
    FACTS,
    OBSERVE_ALL,
    OBSERVE,
    ENSURE_DISK,
    ENSURE_SEED,
    ENSURE_DEFINED,
    ENSURE_NICS,
    ENSURE_RUNNING,
    ENSURE_STOPPED,
    REBOOT,
    ENSURE_ABSENT,
    ENSURE_ADOPTED,
    ENSURE_LET_GO,
    CONSOLE_LOG,
    OPEN_CONSOLE,
    GUEST,
    USAGE
}
