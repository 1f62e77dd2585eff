package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;

/// Holds a task whose definition this process does not know, visibly: a newer server began it, or the version
/// was taken out too early. Nothing of it is lost; what its steps report meanwhile is asked for again.
final class UnknownDefinition {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private UnknownDefinition() {}

    static void hold(TaskRow task, Instant now) {
        if (task.state.isFinal()) {
            return;
        }
        var name = "definition " + task.kind + " " + task.sagaVersion;
        if (task.blocker == null || task.blocker.kind() != WaitKind.DEFINITION) {
            var cause = "this server knows no version " + task.sagaVersion + " of " + task.kind
                    + "; a newer one began the task";
            task.blocker =
                    new Blocker(name, cause, now, false, null, Runbooks.TASK_WAITS, WaitKind.DEFINITION, List.of());
        }
        task.state = task.state == TaskState.COMPENSATING ? task.state : TaskState.BLOCKED_DEPENDENCY;
        task.wakeAt = now.plus(LOOK_AGAIN);
    }
}
