package no.dataverket.contract.api;

/// How badly a step needs what it needs.
public enum NeedKind {
    /// Absent: the task waits, visibly, and no try is counted.
    HARD,
    /// Absent: the step is skipped, the task goes on, and task and resource say that they are degraded.
    SOFT,
    /// Absent: the task goes on with its other steps, and this one follows when the dependency is back.
    RECONCILE
}
