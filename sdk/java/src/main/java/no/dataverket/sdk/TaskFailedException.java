package no.dataverket.sdk;

import no.dataverket.sdk.model.Task;

/// A task ended without doing what it was asked.
public final class TaskFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Task task;

    TaskFailedException(Task task) {
        super(describe(task));
        this.task = task;
    }

    /// The task with its steps and its error.
    public Task task() {
        return task;
    }

    private static String describe(Task task) {
        var error = task.error();
        return "task " + task.id() + " (" + task.kind() + " " + task.targetName() + ") is " + task.state()
                + (error == null ? "" : ": " + error.code() + ": " + error.detail());
    }
}
