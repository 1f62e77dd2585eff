package no.dataverket.contract.api;

/// What is done about a difference between a hypervisor and what was decided about its machines.
public enum DriftAction {
    /// It is put right, and told.
    REPAIR,
    /// It is told, and left as it is.
    REPORT
}
