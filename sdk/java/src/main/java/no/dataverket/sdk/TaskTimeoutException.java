package no.dataverket.sdk;

import no.dataverket.sdk.model.Task;

/// A task did not end in the time given. It goes on.
public final class TaskTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Task task;

    TaskTimeoutException(Task task) {
        super("task " + task.id() + " (" + task.kind() + " " + task.targetName() + ") is still " + task.state());
        this.task = task;
    }

    /// The task as it was seen last.
    public Task task() {
        return task;
    }
}
