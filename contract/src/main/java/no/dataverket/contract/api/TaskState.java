package no.dataverket.contract.api;

/// The states of a task. The last three are final.
public enum TaskState {
    PENDING,
    RUNNING,
    RETRY_WAIT,
    BLOCKED_DEPENDENCY,
    WAITING_APPROVAL,
    WAITING_WINDOW,
    COMPENSATING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /// Whether nothing follows.
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
