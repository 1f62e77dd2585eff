package no.dataverket.contract.api;

/// The states of a step of a task.
public enum StepState {
    PENDING,
    RUNNING,
    RETRY_WAIT,
    BLOCKED,
    /// What it needs is away; it follows, while the others go on.
    RECONCILING,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    UNDOING,
    UNDONE,
    UNDO_FAILED
}
