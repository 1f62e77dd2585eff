package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Task;
import no.dataverket.contract.api.TaskPrioritize;
import no.dataverket.contract.api.TaskState;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.tasks.Diagnosis;
import no.dataverket.sentral.tasks.Stuck;
import no.dataverket.sentral.tasks.Tasks.Versioned;
import org.jspecify.annotations.Nullable;

/// Tasks: what is going on.
public final class TaskOffering implements Offering {

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,2})s");
    private static final int LONGEST_WAIT = 60;

    private final Context context;
    private final Diagnosis diagnosis;

    public TaskOffering(Context context) {
        this.context = context;
        this.diagnosis = new Diagnosis(context.engine());
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listTasks",
                this::list,
                "getTask",
                call -> answer(find(call)),
                "waitTask",
                this::await,
                "queueTasks",
                this::queue,
                "diagnoseTask",
                this::diagnose,
                "cancelTask",
                call -> context.mutations().run(call, this::cancel),
                "retryTask",
                call -> context.mutations().run(call, this::retry),
                "prioritizeTask",
                call -> context.mutations().run(call, this::prioritize));
    }

    private Answer list(Call call) {
        var state = call.parameter("state").orElse(null);
        if (state != null
                && Arrays.stream(TaskState.values())
                        .noneMatch(known -> known.name().equals(state))) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "There is no task state " + state + ".")
                    .hint("One of " + Arrays.toString(TaskState.values()));
        }
        var parent = call.parameter("parent").map(TaskOffering::task).orElse(null);
        boolean stuck = call.flag("stuck");
        var narrowed = "(?::text IS NULL OR state = ?) AND (?::uuid IS NULL OR parent = ?)"
                + (stuck ? " AND " + Stuck.CONDITION : "");
        return tasks(call, "(?::uuid IS NULL OR id < ?)", narrowed, "id DESC", state, state, parent, parent);
    }

    private Answer queue(Call call) {
        return tasks(call, "(?::uuid IS NULL OR id > ?)", "wake_at IS NOT NULL", "id");
    }

    /// @param after the condition on the place in the order
    /// @param narrowed another condition, with its parameters
    private Answer tasks(Call call, String after, String narrowed, String order, @Nullable Object... parameters) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        var visible = actor.visibility();
        var target = call.parameter("target").orElse(null);
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var all = new ArrayList<@Nullable Object>(Arrays.asList(wanted.after(), wanted.after()));
            all.addAll(Arrays.asList(parameters));
            all.addAll(Arrays.asList(
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
                    wanted.toRead()));
            var tasks = context.tasks().select(transaction, """
                    WHERE %s AND %s
                      AND (?::text IS NULL OR target = ?) AND (?::uuid IS NULL OR tenant = ?)
                      AND (?::uuid IS NULL OR project = ?) AND (?::uuid IS NULL OR environment = ?)
                      AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[]))
                    ORDER BY %s LIMIT ?
                    """.formatted(after, narrowed, order), all.toArray());
            return wanted.page(tasks, task -> task.id().uuid(), shown -> shown);
        });
    }

    private Answer diagnose(Call call) {
        var task = find(call).task();
        return context.database().call(transaction -> Answer.of(200, diagnosis.of(transaction, task)));
    }

    /// Whoever may change the resource may have its failed task taken up again.
    private Answer retry(Change change) {
        var failed = find(change.call()).task();
        var transaction = change.transaction();
        change.actor().require(Access.EDITOR, failed.tenant(), failed.project());
        var target = context.resources().lock(transaction, failed.target());
        target.ifPresent(Facade::requireIdle);
        var again = change.retry(failed.id());
        target.ifPresent(resource -> context.resources()
                .occupy(transaction, resource.id(), again, context.engine().phase(failed.kind())));
        change.changes("task " + failed.id() + ": taken up again");
        change.audit("task.retry", failed.target(), failed.targetName(), failed.tenant(), failed.project());
        var task = context.tasks().find(transaction, again).orElseThrow();
        return answer(task).header("Location", "/v1/tasks/" + again);
    }

    private Answer prioritize(Change change) {
        var found = find(change.call()).task();
        change.actor().require(Access.OPERATOR, null, null);
        var priority = change.call().body(TaskPrioritize.class).priority();
        context.engine().prioritize(change.transaction(), found.id(), priority);
        change.changes("task " + found.id() + ": " + priority);
        change.audit("task.prioritize", found.target(), found.targetName(), found.tenant(), found.project());
        return answer(context.tasks().find(change.transaction(), found.id()).orElseThrow());
    }

    private static UUID task(String named) {
        return Id.tryParse(named)
                .filter(id -> id.kind() == IdKind.TASK)
                .orElseThrow(
                        () -> Failure.of(ProblemCode.VALIDATION_FAILED, named + " is not the identifier of a task."))
                .uuid();
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
        if (task.state() == TaskState.WAITING_APPROVAL) {
            ApprovalOffering.withdraw(context, change, task.id());
        } else {
            change.actor().require(Access.EDITOR, task.tenant(), task.project());
            context.engine().cancel(change.transaction(), task.id());
        }
        change.changes("task " + task.id() + ": cancelled");
        change.audit("task.cancel", task.target(), task.targetName(), task.tenant(), task.project());
        return answer(context.tasks().find(change.transaction(), task.id()).orElseThrow());
    }

    private Versioned find(Call call) {
        var named = call.named("task");
        var actor = new Actor(call.actor());
        return context.database()
                .call(transaction -> Id.tryParse(named)
                        .filter(id -> id.kind() == IdKind.TASK)
                        .flatMap(id -> context.tasks().find(transaction, id))
                        .filter(found -> sees(transaction, actor, found.task()))
                        .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no task " + named + ".")
                                .hint("See what there is: dv task list")));
    }

    /// Who asked for something sees what becomes of it, also where they see nothing else.
    private boolean sees(Transaction transaction, Actor actor, Task task) {
        return actor.sees(task.tenant(), task.project())
                || context.approvals().asked(transaction, actor.principal().id(), task.id());
    }

    private static Answer answer(Versioned found) {
        return Answer.of(200, found.task()).etag(found.version());
    }
}
