package no.dataverket.contract.api;

/// The states of a step of a task.
public enum StepState {
    PENDING,
    RUNNING,
    RETRY_WAIT,
    BLOCKED,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    UNDOING,
    UNDONE,
    UNDO_FAILED
}
