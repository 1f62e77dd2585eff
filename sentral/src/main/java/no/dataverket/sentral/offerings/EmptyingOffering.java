package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Consent;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.ResourceFilter;
import no.dataverket.sentral.tasks.Family;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import no.dataverket.sentral.tenancy.Scope;
import no.dataverket.sentral.tenancy.Visibility;

/// Empties an environment: a task for each machine, then one for each snapshot, backup, volume and
/// network, all children of one. What is created meanwhile goes too; what another task is changing is
/// waited for.
public final class EmptyingOffering implements Offering {

    private static final String KIND = "environment.empty";
    private static final Duration LIMIT = Duration.ofHours(12);

    /// So many are looked at in one transaction.
    private static final int PORTION = 100;

    private static final int NAMED = 500;
    private static final Visibility ALL = new Visibility(true, List.of(), List.of(), List.of());

    private final Context context;
    private final Facade facade;
    private final TenancyOffering tenancy;

    public EmptyingOffering(Context context, TenancyOffering tenancy) {
        this.context = context;
        this.facade = new Facade(context);
        this.tenancy = tenancy;
    }

    private record Nothing() {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("emptyEnvironment", call -> context.mutations().run(call, this::empty));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                Saga.of(KIND, 3)
                        .tasks("machines", "machines deleted", this::machines)
                        .tasks("snapshots", "snapshots deleted", this::snapshots)
                        .tasks("backups", "backups deleted", this::backups)
                        .tasks("volumes", "volumes deleted", this::volumes)
                        .tasks("networks", "networks deleted", this::networks)
                        .atMost(LIMIT)
                        .build(new Emptied()),
                // For tasks that began before there were snapshots and backups.
                Saga.of(KIND, 2)
                        .tasks("machines", "machines deleted", this::machines)
                        .tasks("volumes", "volumes deleted", this::volumes)
                        .tasks("networks", "networks deleted", this::networks)
                        .atMost(LIMIT)
                        .build(new Emptied()),
                // For tasks that began before there were volumes.
                Saga.of(KIND, 1)
                        .tasks("machines", "machines deleted", this::machines)
                        .tasks("networks", "networks deleted", this::networks)
                        .atMost(LIMIT)
                        .build(new Emptied()));
    }

    private Answer empty(Change change) {
        var transaction = change.transaction();
        var environment = tenancy.locked(change, IdKind.ENVIRONMENT);
        Facade.requireUnprotected(environment.name(), environment.deletionProtection(), "dv environment update");
        var open = context.tasks()
                .select(
                        transaction,
                        "WHERE target = ? AND wake_at IS NOT NULL AND state <> 'WAITING_APPROVAL'",
                        environment.id().toString());
        if (!open.isEmpty()) {
            var task = open.getFirst().id();
            throw Failure.of(ProblemCode.RESOURCE_BUSY, "The task " + task + " is emptying " + environment.name() + ".")
                    .parameters(Map.of("task", task.toString()));
        }
        var content = new ArrayList<>(in(transaction, IdKind.VM, environment.id(), NAMED));
        content.addAll(in(transaction, IdKind.SNAPSHOT, environment.id(), NAMED));
        content.addAll(in(transaction, IdKind.BACKUP, environment.id(), NAMED));
        content.addAll(in(transaction, IdKind.VOLUME, environment.id(), NAMED));
        content.addAll(in(transaction, IdKind.NETWORK, environment.id(), NAMED));
        var kept = content.stream()
                .filter(EmptyingOffering::isProtected)
                .map(Resource::name)
                .toList();
        if (!kept.isEmpty()) {
            throw refused(kept);
        }
        content.forEach(resource -> requireOurs(transaction, resource));
        consent(change, environment);
        content.forEach(resource -> change.deletes(noun(resource.id().kind()) + " " + resource.name()));
        var task = change.begin(KIND, environment, new Nothing());
        return facade.accepted(transaction, task, tenancy.view(transaction, environment), environment.generation());
    }

    /// Nobody empties an environment who may not delete what is in it.
    private void consent(Change change, Scope environment) {
        var transaction = change.transaction();
        change.needs(new Consent(
                KIND,
                new Sensitivity(Reach.RESOURCE, false, DataRisk.LOSS),
                context.approvalPolicies().of(transaction, environment.tenant()).deletions(),
                Access.TENANT_ADMIN,
                environment.id(),
                environment.name(),
                environment.generation(),
                environment.tenant(),
                environment.project(),
                environment.environment(),
                null,
                null,
                approval -> tenancy.view(transaction, environment)));
    }

    private Family.Progress machines(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        return delete(transaction, parent, nursery, IdKind.VM);
    }

    private Family.Progress snapshots(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        return delete(transaction, parent, nursery, IdKind.SNAPSHOT);
    }

    private Family.Progress backups(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        return delete(transaction, parent, nursery, IdKind.BACKUP);
    }

    private Family.Progress volumes(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        return delete(transaction, parent, nursery, IdKind.VOLUME);
    }

    private Family.Progress networks(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        return delete(transaction, parent, nursery, IdKind.NETWORK);
    }

    private Family.Progress delete(Transaction transaction, SagaProgress parent, Family.Nursery nursery, IdKind kind) {
        var action = noun(kind) + ".delete";
        var waitsFor = new ArrayList<Id>();
        for (var seen : in(transaction, kind, parent.target(), PORTION)) {
            var resource = context.resources().lock(transaction, seen.id());
            if (resource.isPresent()) {
                var busy = resource.get().activeTask();
                waitsFor.add(busy == null ? begin(transaction, parent, nursery, action, resource.get()) : busy);
            }
        }
        return new Family.Progress(!waitsFor.isEmpty(), waitsFor);
    }

    private Id begin(
            Transaction transaction, SagaProgress parent, Family.Nursery nursery, String action, Resource resource) {
        if (isProtected(resource)) {
            throw refused(List.of(resource.name()));
        }
        if (resource.id().kind() == IdKind.NETWORK
                && !Interfaces.machinesOn(transaction, resource.id()).isEmpty()) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, "Machines are attached to " + resource.name() + ".")
                    .hint("See which, and detach them: dvnet network delete " + resource.name() + " --dry-run");
        }
        var child = nursery.begin(new Family.Birth(
                action,
                resource.id(),
                resource.name(),
                resource.generation(),
                resource.datacenter(),
                Json.tree(new Nothing())));
        context.resources().occupy(transaction, resource.id(), child, Phase.DELETING);
        facade.auditBirth(transaction, parent, action, resource, child);
        return child;
    }

    /// What others may use is not emptied with what is ours.
    private static void requireOurs(Transaction transaction, Resource resource) {
        if (resource.id().kind() == IdKind.NETWORK && SharedNetworks.isShared(transaction, resource.id())) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, resource.name() + " is shared with others.")
                    .hint("End that first: dvnet network unshare " + resource.name() + " --scope SCOPE");
        }
    }

    private List<Resource> in(Transaction transaction, IdKind kind, Id environment, int limit) {
        var filter = ResourceFilter.in(null, null, environment, null);
        return context.resources().list(transaction, kind, ALL, filter, null, limit);
    }

    private static boolean isProtected(Resource resource) {
        return resource.spec().path("deletion_protection").asBoolean();
    }

    private static Failure refused(List<String> names) {
        return Failure.of(ProblemCode.DELETION_PROTECTED, String.join(", ", names) + ": protected against deletion.")
                .dependents(names);
    }

    private static String noun(IdKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// The environment itself stays as it is, so there is only the audit log to be told.
    private final class Emptied implements Saga.Hooks {

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            tell(transaction, progress, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            tell(transaction, progress, cancelled ? "CANCELLED" : "FAILED");
        }

        private void tell(Transaction transaction, SagaProgress progress, String outcome) {
            context.scopes()
                    .find(transaction, progress.target())
                    .ifPresent(environment -> context.audit()
                            .write(
                                    transaction,
                                    new AuditEntry(
                                            Id.next(IdKind.AUDIT_ENTRY),
                                            Instant.now().truncatedTo(ChronoUnit.MICROS),
                                            progress.actor(),
                                            KIND,
                                            environment.id(),
                                            environment.name(),
                                            environment.tenant(),
                                            environment.project(),
                                            environment.environment(),
                                            progress.requestId(),
                                            progress.task(),
                                            outcome,
                                            null,
                                            null,
                                            List.of())));
        }
    }
}
