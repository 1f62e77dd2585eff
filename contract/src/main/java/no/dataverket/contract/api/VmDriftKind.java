package no.dataverket.contract.api;

/// How a hypervisor and what was decided about its machines differ.
public enum VmDriftKind {
    /// A machine is not there, or will not be once it ends.
    MISSING,
    /// A machine is made of something else.
    CHANGED,
    /// A machine does not run though it should.
    STOPPED,
    /// A machine runs though it should not.
    RUNNING,
    /// Something is there of which nothing is known. It is reported and never touched.
    UNKNOWN
}
