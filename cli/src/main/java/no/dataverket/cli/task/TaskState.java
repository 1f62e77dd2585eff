package no.dataverket.cli.task;

import no.dataverket.cli.json.Node;

/// What a task's state means for somebody who waits.
final class TaskState {

    private TaskState() {}

    static boolean isFinal(Node task) {
        return switch (task.field("state").text()) {
            case "SUCCEEDED", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }

    /// Whether it goes on only after something outside has happened.
    static boolean isHeld(Node task) {
        return switch (task.field("state").text()) {
            case "BLOCKED_DEPENDENCY", "WAITING_APPROVAL", "WAITING_WINDOW" -> true;
            default -> isReconciling(task);
        };
    }

    /// Whether all is done but what follows when a dependency is back.
    static boolean isReconciling(Node task) {
        return task.field("reconciling").text().equals("true");
    }
}
