package no.dataverket.sentral.tasks;

import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// What tasks of tests are begun with, of which most tests care for one thing only.
final class Starts {

    private Starts() {}

    static TaskStart of(String kind) {
        return of(kind, TaskPriority.INTERACTIVE, Id.next(IdKind.VM));
    }

    static TaskStart of(String kind, TaskPriority priority, Id target) {
        return start(kind, priority, target, null, null, false);
    }

    static TaskStart inProject(String kind, @Nullable Id project, @Nullable Id parent, boolean destructive) {
        return start(kind, TaskPriority.INTERACTIVE, Id.next(IdKind.VM), project, parent, destructive);
    }

    private static TaskStart start(
            String kind,
            TaskPriority priority,
            Id target,
            @Nullable Id project,
            @Nullable Id parent,
            boolean destructive) {
        return new TaskStart(
                kind,
                null,
                project,
                null,
                null,
                target,
                "target",
                1,
                "tester",
                "req",
                "trace",
                null,
                Json.object(),
                priority,
                parent,
                destructive);
    }
}
