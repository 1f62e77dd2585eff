package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.Task;
import no.dataverket.contract.api.TaskDiagnosis;
import no.dataverket.contract.api.TaskDiagnosis.Dependency;
import no.dataverket.contract.api.TaskDiagnosis.Execution;
import no.dataverket.contract.api.TaskDiagnosis.Lease;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;

/// Says why a task is where it is, and what can be done about it.
public final class Diagnosis {

    private static final int MANY_SENDS = 4;

    private final Engine engine;

    public Diagnosis(Engine engine) {
        this.engine = engine;
    }

    /// Looks at one task.
    public TaskDiagnosis of(Transaction transaction, Task task) {
        var row = TaskStore.find(transaction, task.id()).orElseThrow();
        var step = current(row);
        var execution = step.map(found -> execution(transaction, found));
        var dependencies = row.steps.stream()
                .map(found -> found.service)
                .distinct()
                .map(this::dependency)
                .toList();
        var lease = lease(transaction);
        var stuck = Stuck.why(transaction, row.id);
        var findings = new ArrayList<String>();
        stuck.ifPresent(why -> findings.add("it makes no progress: " + why));
        findings(row, step, execution, lease, findings);
        dependencies.stream()
                .filter(service -> !service.up() && !row.state.isFinal())
                .forEach(service -> findings.add(service.service() + " is away: " + service.cause()));
        return new TaskDiagnosis(
                task.id(),
                task.kind(),
                task.state(),
                stuck.isPresent(),
                summary(row, step),
                task.waitingFor(),
                execution.orElse(null),
                dependencies,
                lease,
                row.wakeAt,
                findings,
                advice(task, row, lease, execution),
                stuck.isPresent() && row.blocker == null ? Runbooks.TASK_STUCK : task.runbook());
    }

    private static Optional<StepRow> current(TaskRow row) {
        return row.steps.stream()
                .filter(step -> switch (step.state) {
                    case RUNNING, UNDOING, RETRY_WAIT, BLOCKED, RECONCILING, UNDO_FAILED, FAILED -> true;
                    case PENDING, SUCCEEDED, SKIPPED, UNDONE -> false;
                })
                .findFirst()
                .or(() -> row.steps.stream()
                        .filter(step -> step.state == StepState.PENDING && !row.state.isFinal())
                        .findFirst());
    }

    private static Execution execution(Transaction transaction, StepRow step) {
        @Nullable String execution = step.execution;
        boolean taken = execution != null
                && transaction.one(
                        "SELECT NOT EXISTS (SELECT 1 FROM tasks.outbox WHERE starts_with(message_id, ?)) AS taken",
                        row -> row.flag("taken"),
                        execution);
        return new Execution(
                step.name, step.service, step.state, step.attempts, step.sends, taken, step.heardAt, step.expiresAt);
    }

    private Dependency dependency(String service) {
        var state = engine.service(service);
        return new Dependency(service, state.up(), state.since(), state.cause());
    }

    private static Lease lease(Transaction transaction) {
        return transaction.one("""
                SELECT epoch, greatest(expires_at, to_timestamp(0)) AS expires_at, expires_at > now() AS held
                FROM tasks.lease
                """, row -> new Lease(row.flag("held"), row.number("epoch"), row.instant("expires_at")));
    }

    private static String summary(TaskRow row, Optional<StepRow> step) {
        var blocker = row.blocker;
        if (row.state.isFinal()) {
            return "It has ended: " + row.state + (row.error == null ? "." : ", " + row.error.detail());
        }
        if (blocker != null) {
            return "It waits for " + blocker.dependency() + ": " + blocker.cause() + ".";
        }
        var doing = row.state == TaskState.COMPENSATING ? "It undoes " : "It is at ";
        return step.map(found -> doing + found.name + " in " + found.service + ", " + found.state + ".")
                .orElse("It is about to end.");
    }

    private static void findings(
            TaskRow row, Optional<StepRow> step, Optional<Execution> execution, Lease lease, List<String> findings) {
        var now = Instant.now();
        if (!row.state.isFinal() && !lease.held()) {
            findings.add("no process runs tasks: the lease ran out at " + lease.expiresAt());
        }
        if (!row.state.isFinal() && row.blocker == null && now.isAfter(row.deadlineAt)) {
            findings.add("its time was over at " + row.deadlineAt);
        }
        execution
                .filter(sent -> sent.sends() > 0 && !sent.taken())
                .ifPresent(sent -> findings.add("the bus has not taken its command yet"));
        execution
                .filter(sent -> sent.sends() >= MANY_SENDS)
                .ifPresent(sent -> findings.add("its command was sent " + sent.sends() + " times without a report"));
        step.filter(found -> found.error != null && found.attempts > 0)
                .ifPresent(found -> findings.add(found.name + " was tried " + found.attempts + " times, last: "
                        + java.util.Objects.requireNonNull(found.error).detail()));
    }

    private static List<String> advice(Task task, TaskRow row, Lease lease, Optional<Execution> execution) {
        var advice = new ArrayList<String>();
        var blocker = row.blocker;
        if (task.retryable()) {
            advice.add("Remove the cause, then take it up again: dv task retry " + row.id);
        } else if (row.state.isFinal()) {
            advice.add(row.state == TaskState.SUCCEEDED ? "Nothing is to be done." : "Repeat the request.");
        } else if (!lease.held()) {
            advice.add("Start Sentral, or wait for its lease to be taken over: dv service list");
        } else if (blocker == null) {
            var silent = execution.filter(sent -> sent.sends() >= MANY_SENDS).isPresent();
            advice.add(silent ? "See why the service does not answer: dv health get" : "Wait: dv task wait " + row.id);
        } else {
            advice.add(
                    switch (blocker.kind()) {
                        case DEPENDENCY -> "It goes on by itself when that is back: dv health get";
                        case DEAD_LETTER ->
                            "Remove the cause, then have it taken again: dv dead-letter list --task " + row.id;
                        case LANE -> "Have it go first: dv task prioritize " + row.id + " --priority INTERACTIVE";
                        case TASKS -> "See what it waits for: dv task list --parent " + row.id;
                        case DEFINITION -> "Finish the upgrade: a newer server began it.";
                        case APPROVAL -> "Have somebody decide it: dv approval get " + blocker.dependency();
                    });
        }
        if (task.cancellable()) {
            advice.add("Or give it up: dv task cancel " + row.id);
        }
        return advice;
    }
}
