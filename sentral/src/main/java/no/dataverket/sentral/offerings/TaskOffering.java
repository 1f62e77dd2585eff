package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Task;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.audit.AuditLog;
import no.dataverket.sentral.tasks.Tasks.Versioned;

/// Tasks and the audit log: what is going on, and what went on.
public final class TaskOffering implements Offering {

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,2})s");
    private static final int LONGEST_WAIT = 60;

    private final Context context;

    public TaskOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listTasks", this::list,
                "getTask", call -> answer(find(call)),
                "waitTask", this::await,
                "cancelTask", call -> context.mutations().run(call, this::cancel),
                "listAuditEntries", this::audit);
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        var visible = actor.visibility();
        var state = call.parameter("state").orElse(null);
        if (state != null
                && Arrays.stream(TaskState.values())
                        .noneMatch(known -> known.name().equals(state))) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "There is no task state " + state + ".")
                    .hint("One of " + Arrays.toString(TaskState.values()));
        }
        var target = call.parameter("target").orElse(null);
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var tasks = context.tasks()
                    .select(
                            transaction,
                            """
                            WHERE (?::uuid IS NULL OR id < ?) AND (?::text IS NULL OR state = ?)
                              AND (?::text IS NULL OR target = ?) AND (?::uuid IS NULL OR tenant = ?)
                              AND (?::uuid IS NULL OR project = ?) AND (?::uuid IS NULL OR environment = ?)
                              AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[]))
                            ORDER BY id DESC LIMIT ?
                            """,
                            wanted.after(),
                            wanted.after(),
                            state,
                            state,
                            target,
                            target,
                            scope.tenantId(),
                            scope.tenantId(),
                            scope.projectId(),
                            scope.projectId(),
                            scope.environmentId(),
                            scope.environmentId(),
                            visible.everything(),
                            visible.tenants(),
                            visible.projects(),
                            wanted.toRead());
            return wanted.page(tasks, task -> task.id().uuid(), shown -> shown);
        });
    }

    private Answer await(Call call) {
        var timeout = SECONDS.matcher(call.parameter("timeout").orElse("30s"));
        if (!timeout.matches() || Integer.parseInt(timeout.group(1)) > LONGEST_WAIT) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "timeout must be 0s to " + LONGEST_WAIT + "s.");
        }
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(timeout.group(1))).toNanos();
        var since = call.number("changed_since");
        while (true) {
            var found = find(call);
            boolean changed = since.isPresent() && found.version() > since.get();
            var left = Duration.ofNanos(end - System.nanoTime());
            if (changed || found.task().state().isFinal() || !left.isPositive()) {
                return answer(found);
            }
            context.engine().awaitChange(found.task().id(), found.version(), left);
        }
    }

    private Answer cancel(Change change) {
        var found = find(change.call());
        var task = found.task();
        change.actor().require(Access.EDITOR, task.tenant(), task.project());
        context.engine().cancel(change.transaction(), task.id());
        change.changes("task " + task.id() + ": cancelled");
        change.audit("task.cancel", task.target(), task.targetName(), task.tenant(), task.project());
        return answer(context.tasks().find(change.transaction(), task.id()).orElseThrow());
    }

    private Answer audit(Call call) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var filter = new AuditLog.Filter(
                    scope.tenantId(),
                    scope.projectId(),
                    scope.environmentId(),
                    call.parameter("actor").orElse(null),
                    call.parameter("target").orElse(null),
                    call.parameter("request_id").orElse(null));
            var entries =
                    context.audit().list(transaction, actor.visibility(), filter, wanted.after(), wanted.toRead());
            return wanted.page(entries, TaskOffering::key, shown -> shown);
        });
    }

    private Versioned find(Call call) {
        var named = call.named("task");
        var actor = new Actor(call.actor());
        return context.database()
                .call(transaction -> Id.tryParse(named)
                        .filter(id -> id.kind() == IdKind.TASK)
                        .flatMap(id -> context.tasks().find(transaction, id))
                        .filter(found -> sees(actor, found.task()))
                        .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no task " + named + ".")
                                .hint("See what there is: dv task list")));
    }

    private static boolean sees(Actor actor, Task task) {
        return actor.sees(task.tenant(), task.project());
    }

    private static Answer answer(Versioned found) {
        return Answer.of(200, found.task()).etag(found.version());
    }

    private static UUID key(AuditEntry entry) {
        return entry.id().uuid();
    }
}
