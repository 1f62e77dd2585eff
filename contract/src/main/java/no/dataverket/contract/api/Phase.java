package no.dataverket.contract.api;

/// Where a resource is in its life.
public enum Phase {
    PROVISIONING,
    READY,
    RUNNING,
    STOPPED,
    UPDATING,
    DEGRADED,
    FAILED,
    DELETING,
    DELETED
}
