package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Accepted;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.Task;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Consent;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.ResourceFilter;
import no.dataverket.sentral.tasks.Runbooks;
import no.dataverket.sentral.tasks.SagaProgress;
import no.dataverket.sentral.tenancy.Budgets.Consumer;
import org.jspecify.annotations.Nullable;

/// What all offerings do alike: finding a resource that the actor may see, answering with it, and ending its
/// tasks.
final class Facade {

    /// Condition of what runs with reduced capability.
    static final String REDUCED = "Degraded";

    private final Context context;

    Facade(Context context) {
        this.context = context;
    }

    /// Shows a whole page at once, so that what belongs to its resources is read in one go.
    interface PageView<V> {
        List<V> show(Transaction transaction, List<Resource> resources, Function<Resource, List<Blocker>> blockers);
    }

    /// A tenant's resource by the path, locked.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND`, also for what is not the actor's to know; `ACTION_FORBIDDEN`
    Resource lock(Transaction transaction, Call call, IdKind kind, String parameter, Access least) {
        var found = find(transaction, call, kind, parameter, least);
        return context.resources()
                .lock(transaction, found.id())
                .orElseThrow(() -> notFound(kind, call.named(parameter)));
    }

    /// A tenant's resource by the path.
    Resource find(Transaction transaction, Call call, IdKind kind, String parameter, Access least) {
        var actor = new Actor(call.actor());
        var named = call.named(parameter);
        var id = Id.tryParse(named);
        var resource = id.isPresent()
                ? id.filter(parsed -> parsed.kind() == kind)
                        .flatMap(parsed -> context.resources().find(transaction, parsed))
                : byName(transaction, actor, call, kind, named);
        var visible = resource.filter(found -> actor.sees(found.tenant(), found.project()))
                .orElseThrow(() -> notFound(kind, named));
        actor.require(least, visible.tenant(), visible.project());
        return visible;
    }

    /// A list of a tenant's resources.
    <V> Answer list(Call call, IdKind kind, PageView<V> view) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var filter = Filters.of(call, scope);
            var read = context.resources()
                    .list(transaction, kind, actor.visibility(), filter, wanted.after(), wanted.toRead());
            var blockers = blockers(transaction, read);
            return wanted.page(
                    read,
                    resource -> resource.id().uuid(),
                    shown -> view.show(transaction, shown, resource -> blockersOf(resource, blockers)));
        });
    }

    /// What the resource's task waits for.
    List<Blocker> blockers(Transaction transaction, Resource resource) {
        return blockersOf(resource, blockers(transaction, List.of(resource)));
    }

    /// 202 with the resource as it stands and the task that changes it.
    <V> Answer accepted(Transaction transaction, Id task, V view, long generation) {
        return accepted(context.tasks().begun(transaction, task), view, generation);
    }

    <V> Answer accepted(Task started, V view, long generation) {
        return Answer.of(202, new Accepted<>(view, started))
                .header("Location", "/v1/tasks/" + started.id())
                .etag(generation);
    }

    /// Lets a tenant's resource be deleted, with the consent that the tenant's policy asks for.
    void consentToDeletion(Change change, Resource resource, String action, DataRisk risk, Supplier<Record> view) {
        var tenant = Objects.requireNonNull(resource.tenant());
        change.needs(consent(
                resource,
                action,
                new Sensitivity(Reach.RESOURCE, false, risk),
                context.approvalPolicies().of(change.transaction(), tenant).deletions(),
                Access.TENANT_ADMIN,
                view));
    }

    /// What a change of a resource is about.
    static Consent consent(
            Resource resource,
            String action,
            Sensitivity sensitivity,
            AutomationClass least,
            Access decider,
            Supplier<Record> view) {
        return new Consent(
                action,
                sensitivity,
                least,
                decider,
                resource.id(),
                resource.name(),
                resource.generation(),
                resource.tenant(),
                resource.project(),
                resource.environment(),
                resource.datacenter(),
                null,
                approval -> view.get());
    }

    /// Refuses while another task changes the resource.
    ///
    /// @throws Failure `RESOURCE_BUSY`
    static void requireIdle(Resource resource) {
        var task = resource.activeTask();
        if (task != null) {
            throw Failure.of(ProblemCode.RESOURCE_BUSY, "The task " + task + " is changing " + resource.name() + ".")
                    .hint("Wait for it: dv task wait " + task + "; or stop it: dv task cancel " + task)
                    .parameters(Map.of("task", task.toString()));
        }
    }

    /// @param command that changes it, as in `dvce vm update`
    /// @throws Failure `DELETION_PROTECTED`
    static void requireUnprotected(String name, boolean deletionProtection, String command) {
        if (deletionProtection) {
            throw Failure.of(ProblemCode.DELETION_PROTECTED, name + " is protected against deletion.")
                    .hint("If it is to go all the same: " + command + " " + name + " --deletion-protection false");
        }
    }

    /// The resource as one that uses what budgets limit.
    static Consumer consumer(Resource resource) {
        return new Consumer(
                resource.id(),
                Objects.requireNonNull(resource.tenant()),
                resource.project(),
                resource.environment(),
                resource.datacenter());
    }

    /// Writes how a task ended into the audit log.
    void auditEnd(Transaction transaction, SagaProgress progress, String action, Resource target, String outcome) {
        audit(transaction, progress, action, target, progress.task(), outcome);
    }

    /// Writes into the audit log that a task began another one.
    void auditBirth(Transaction transaction, SagaProgress parent, String action, Resource target, Id child) {
        audit(transaction, parent, action, target, child, "ACCEPTED");
    }

    private void audit(
            Transaction transaction, SagaProgress progress, String action, Resource target, Id task, String outcome) {
        context.audit()
                .write(
                        transaction,
                        new AuditEntry(
                                Id.next(IdKind.AUDIT_ENTRY),
                                Instant.now().truncatedTo(ChronoUnit.MICROS),
                                progress.actor(),
                                action,
                                target.id(),
                                target.name(),
                                target.tenant(),
                                target.project(),
                                target.environment(),
                                progress.requestId(),
                                task,
                                outcome,
                                null,
                                null,
                                List.of()));
    }

    /// The resource that a task is about, locked in the engine's transaction.
    Resource target(Transaction transaction, SagaProgress progress) {
        return context.resources()
                .lock(transaction, progress.target())
                .orElseThrow(() -> new IllegalStateException(progress.target() + " is gone"));
    }

    /// The condition that says why a resource failed.
    static List<Condition> failed(SagaProgress progress, boolean cancelled, boolean undone) {
        @Nullable Problem problem = progress.error();
        var reason = problem == null ? "Failed" : problem.code();
        var message = problem == null ? "The task failed." : problem.detail();
        var left = undone ? "" : " Not everything could be undone; see the task.";
        return List.of(new Condition(
                "Ready", false, cancelled ? "Cancelled" : reason, message + left, Instant.now(), Runbooks.TASK_FAILED));
    }

    static List<Condition> ready(String message) {
        return List.of(new Condition("Ready", true, "Realised", message, Instant.now(), null));
    }

    /// Like [#ready], and what had to be done without.
    static List<Condition> ready(String message, SagaProgress progress) {
        if (progress.skipped().isEmpty()) {
            return ready(message);
        }
        var reduced = new Condition(
                REDUCED,
                true,
                "DependencyAway",
                String.join(" ", progress.skipped()),
                Instant.now(),
                Runbooks.SERVICE_DOWN);
        return List.of(ready(message).getFirst(), reduced);
    }

    static Phase phaseOfEnd(Phase before, boolean undone) {
        return undone ? before : Phase.DEGRADED;
    }

    static Failure notFound(IdKind kind, String named) {
        var noun = kind.name().toLowerCase(java.util.Locale.ROOT);
        var tool = kind == IdKind.NETWORK ? "dvnet" : "dvce";
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no " + noun + " " + named + " here.")
                .hint("List what there is: " + tool + " " + noun + " list; a name needs its scope: --project, --env");
    }

    private java.util.Optional<Resource> byName(
            Transaction transaction, Actor actor, Call call, IdKind kind, String named) {
        var scope = context.finder().ofQuery(transaction, actor, call);
        var environment = scope.environmentId();
        if (environment != null) {
            return context.resources().named(transaction, kind, environment, named);
        }
        // Without a full scope the name is good as long as only one resource that the actor can see has it.
        var filter = ResourceFilter.in(scope.tenantId(), scope.projectId(), null, null);
        var found = context.resources().visibleNamed(transaction, kind, actor.visibility(), filter, named);
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one environment has a " + named + ".")
                    .hint("Say which: --project NAME --env NAME, or use the identifier.");
        }
        return found.stream().findFirst();
    }

    private Map<Id, Blocker> blockers(Transaction transaction, List<Resource> resources) {
        var tasks = new ArrayList<Id>();
        for (var resource : resources) {
            var task = resource.activeTask();
            if (task != null) {
                tasks.add(task);
            }
        }
        return context.tasks().blockers(transaction, tasks);
    }

    private static List<Blocker> blockersOf(Resource resource, Map<Id, Blocker> blockers) {
        var task = resource.activeTask();
        var blocker = task == null ? null : blockers.get(task);
        return blocker == null ? List.of() : List.of(blocker);
    }
}
