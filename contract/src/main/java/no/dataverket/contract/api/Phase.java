package no.dataverket.contract.api;

/// Where a resource is in its life.
public enum Phase {
    PROVISIONING,
    READY,
    RUNNING,
    STOPPED,
    UPDATING,
    DEGRADED,
    /// Who would know can't be asked.
    UNKNOWN,
    FAILED,
    DELETING,
    DELETED
}
