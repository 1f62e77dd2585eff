package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.Availability;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Project;
import no.dataverket.contract.api.ProjectRequest;
import no.dataverket.contract.api.QuotaRaise;
import no.dataverket.contract.api.Quotas;
import no.dataverket.contract.api.ScopePurge;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Consent;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.tenancy.Lineage;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/// What is asked for about tenants and projects, and done once those who may have consented: a project to begin
/// with, limits above the ceiling, deletion with all that hangs below.
public final class ScopeRequestOffering implements Offering {

    private static final String FIRST_ENVIRONMENT = "prod";

    private final Context context;
    private final TenancyOffering tenancy;
    private final Facade facade;
    private final Limits limits;
    private final Ceilings ceilings;
    private final Policies policies = new Policies();

    public ScopeRequestOffering(Context context, TenancyOffering tenancy) {
        this.context = context;
        this.tenancy = tenancy;
        this.facade = new Facade(context);
        this.limits = new Limits(context);
        this.ceilings = new Ceilings(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "requestProject", call -> context.mutations().run(call, this::requestProject),
                "raiseTenantQuotas", call -> context.mutations().run(call, this::raiseQuotas),
                "purgeTenant", call -> context.mutations().run(call, change -> purge(change, IdKind.TENANT)),
                "purgeProject", call -> context.mutations().run(call, change -> purge(change, IdKind.PROJECT)));
    }

    private Answer requestProject(Change change) {
        var transaction = change.transaction();
        var body = change.call().body(ProjectRequest.class);
        var tenant = context.finder().tenant(transaction, change.actor(), body.tenant(), ProblemCode.INVALID_REFERENCE);
        tenancy.hold(transaction, tenant);
        var decider = decider(transaction, tenant);
        requireFreeName(transaction, tenant, body.name());
        var quotas = Objects.requireNonNullElse(body.quotas(), Quotas.NONE);
        change.needs(new Consent(
                "project.request",
                new Sensitivity(Reach.PROJECT, true, DataRisk.NONE),
                change.actor().may(decider, tenant.id(), null) ? AutomationClass.AUTO : AutomationClass.ONE_APPROVAL,
                decider,
                tenant.id(),
                body.name(),
                tenant.generation(),
                tenant.id(),
                null,
                null,
                null,
                body.reason(),
                approval -> {
                    var scope = project(projectOf(approval), tenant, body);
                    return new Project(
                            scope.id(),
                            scope.name(),
                            tenant.id(),
                            scope.description(),
                            scope.labels(),
                            quotas,
                            Quotas.NONE,
                            false,
                            scope.generation(),
                            scope.createdAt());
                }));
        var id = change.approved().map(ScopeRequestOffering::projectOf).orElseGet(() -> Id.next(IdKind.PROJECT));
        var project = project(id, tenant, body);
        var environment = TenancyOffering.scope(
                Id.next(IdKind.ENVIRONMENT),
                id,
                tenant.id(),
                id,
                Objects.requireNonNullElse(body.environment(), FIRST_ENVIRONMENT),
                null,
                null,
                null);
        context.scopes().insert(transaction, project);
        context.scopes().insert(transaction, environment);
        limits.set(transaction, lineage(transaction, id), quotas);
        change.creates("project " + project.name()).creates("environment " + environment.name());
        var task = change.becomes(body).done("project.request", project);
        return accepted(transaction, task, project);
    }

    /// Who makes a project with an environment here, and so decides whether somebody else gets one.
    ///
    /// @throws Failure `OFFERING_NOT_ENABLED`
    private Access decider(Transaction transaction, Scope tenant) {
        boolean gated = false;
        for (var offering : List.of("project", "environment")) {
            var availability =
                    policies.of(transaction, offering, tenant.id(), null).availability();
            if (availability == Availability.DISABLED) {
                throw Failure.of(
                                ProblemCode.OFFERING_NOT_ENABLED,
                                "The offering " + offering + " is not enabled in " + tenant.name() + ".")
                        .hint("See what is: dv offering list --tenant " + tenant.name());
            }
            gated |= availability == Availability.OPERATOR_GATED;
        }
        return gated ? Access.OPERATOR : Access.TENANT_ADMIN;
    }

    private Answer raiseQuotas(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var body = change.call().body(QuotaRaise.class);
        var tenant = locked(change, IdKind.TENANT);
        var before = tenancy.desired(transaction, tenant);
        var was = Objects.requireNonNullElse(before.quotas(), Quotas.NONE);
        var patched = Json.mergePatch(Json.tree(was), Json.tree(body.quotas()));
        var quotas = Json.convert(patched, Quotas.class);
        if (ceilings.passed(transaction, tenant, was, quotas)) {
            var sensitivity = new Sensitivity(Reach.DATACENTER, true, DataRisk.INTERRUPTION);
            change.needs(consent(
                    "tenant.raise-quotas",
                    sensitivity,
                    AutomationClass.AUTO,
                    Access.OPERATOR,
                    tenant,
                    body.reason(),
                    tenancy.view(transaction, tenant)));
        }
        context.scopes().update(transaction, tenant);
        limits.set(transaction, lineage(transaction, tenant.id()), quotas);
        var stored = context.scopes().find(transaction, tenant.id()).orElseThrow();
        var task = change.changes("limits of " + tenant.name())
                .was(was)
                .becomes(quotas)
                .done("tenant.raise-quotas", stored);
        return accepted(transaction, task, stored);
    }

    /// Deletes a scope with those below it. What was made in them must be gone: nobody loses a machine by deleting
    /// a project.
    private Answer purge(Change change, IdKind kind) {
        var transaction = change.transaction();
        var body = change.call().body(ScopePurge.class);
        var scope = locked(change, kind);
        var all = new ArrayList<Scope>();
        collect(transaction, scope, all);
        for (var each : all) {
            Facade.requireUnprotected(each.name(), each.deletionProtection(), "dv " + noun(each) + " update");
        }
        requireEmpty(transaction, scope, all);
        var least = context.approvalPolicies().of(transaction, scope.tenant()).deletions();
        var reach = kind == IdKind.TENANT ? Reach.TENANT : Reach.PROJECT;
        var decider = kind == IdKind.TENANT ? Access.OPERATOR : Access.TENANT_ADMIN;
        var action = kind == IdKind.TENANT ? "tenant.purge" : "project.purge";
        var view = tenancy.view(transaction, scope);
        // Nothing is left in it, but its tokens and names end, and what is built on them with it.
        var sensitivity = new Sensitivity(reach, false, DataRisk.INTERRUPTION);
        change.needs(consent(action, sensitivity, least, decider, scope, body.reason(), view));
        change.was(tenancy.desired(transaction, scope));
        for (var each : all.reversed()) {
            context.scopes().delete(transaction, each.id());
            context.budgets().remove(transaction, each.id());
            policies.remove(transaction, each.id());
            SharedNetworks.forgetScope(transaction, each.id());
            Shapes.forgetScope(transaction, each.id());
            change.deletes(noun(each) + " " + each.name());
        }
        var task = change.done(action, scope);
        return facade.accepted(transaction, task, view, scope.generation());
    }

    private void collect(Transaction transaction, Scope scope, List<Scope> all) {
        all.add(scope);
        for (var child : context.scopes().below(transaction, scope.id())) {
            collect(transaction, child, all);
        }
    }

    private void requireEmpty(Transaction transaction, Scope scope, List<Scope> all) {
        var held = new ArrayList<String>();
        for (var each : all) {
            if (each.id().kind() == IdKind.ENVIRONMENT) {
                context.resources().namesIn(transaction, each.id()).forEach(name -> held.add(each.name() + "/" + name));
            }
        }
        if (!held.isEmpty()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            "In " + scope.name() + " there still is " + String.join(", ", held) + ".")
                    .dependents(held);
        }
    }

    private Lineage lineage(Transaction transaction, Id scope) {
        return context.scopes().lineage(transaction, scope).orElseThrow();
    }

    private Scope locked(Change change, IdKind kind) {
        var transaction = change.transaction();
        var found = tenancy.find(transaction, change.call(), kind);
        change.actor().require(change.call().operation().access(), found.tenant(), found.project());
        return context.scopes()
                .lock(transaction, found.id())
                .orElseThrow(
                        () -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no " + found.name() + " any more."));
    }

    private void requireFreeName(Transaction transaction, Scope tenant, String name) {
        if (context.scopes().named(transaction, tenant.id(), name).isPresent()) {
            throw Failure.of(ProblemCode.NAME_TAKEN, "The name " + name + " is taken.");
        }
    }

    private Answer accepted(Transaction transaction, Id task, Scope scope) {
        var stored = context.scopes().find(transaction, scope.id()).orElseThrow();
        return facade.accepted(transaction, task, tenancy.view(transaction, stored), stored.generation());
    }

    private static Consent consent(
            String action,
            Sensitivity sensitivity,
            AutomationClass least,
            Access decider,
            Scope scope,
            @Nullable String reason,
            Record view) {
        return new Consent(
                action,
                sensitivity,
                least,
                decider,
                scope.id(),
                scope.name(),
                scope.generation(),
                scope.tenant(),
                scope.project(),
                scope.environment(),
                null,
                reason,
                approval -> view);
    }

    private static String noun(Scope scope) {
        return scope.id().kind().name().toLowerCase(Locale.ROOT);
    }

    private static Scope project(Id id, Scope tenant, ProjectRequest body) {
        return TenancyOffering.scope(id, tenant.id(), tenant.id(), id, body.name(), body.description(), null, null);
    }

    /// The project that an approval makes: its identifier is known as soon as it is asked for.
    private static Id projectOf(Id approval) {
        return new Id(IdKind.PROJECT, approval.uuid());
    }
}
