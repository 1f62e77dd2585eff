package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.Environment;
import no.dataverket.contract.api.EnvironmentCreate;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Preflight.Requirement;
import no.dataverket.contract.api.Project;
import no.dataverket.contract.api.ProjectCreate;
import no.dataverket.contract.api.Quotas;
import no.dataverket.contract.api.ScopePatch;
import no.dataverket.contract.api.Tenant;
import no.dataverket.contract.api.TenantCreate;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.tenancy.Lineage;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/// Tenants, projects and environments.
public final class TenancyOffering implements Offering {

    private final Context context;
    private final Limits limits;
    private final Ceilings ceilings;
    private final Policies policies = new Policies();

    public TenancyOffering(Context context) {
        this.context = context;
        this.limits = new Limits(context);
        this.ceilings = new Ceilings(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        var endpoints = new HashMap<String, Endpoint>();
        endpoints.put("createTenant", call -> context.mutations().run(call, this::createTenant));
        endpoints.put("createProject", call -> context.mutations().run(call, this::createProject));
        endpoints.put("createEnvironment", call -> context.mutations().run(call, this::createEnvironment));
        endpoints.put("preflightProject", this::preflightProject);
        endpoints.put("preflightEnvironment", this::preflightEnvironment);
        for (var kind : List.of(IdKind.TENANT, IdKind.PROJECT, IdKind.ENVIRONMENT)) {
            var noun = noun(kind);
            var title = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
            endpoints.put("list" + title + "s", call -> list(call, kind));
            endpoints.put("get" + title, call -> get(call, kind));
            endpoints.put("update" + title, call -> context.mutations().run(call, change -> update(change, kind)));
            endpoints.put("delete" + title, call -> context.mutations().run(call, change -> delete(change, kind)));
        }
        return endpoints;
    }

    private Answer createTenant(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(TenantCreate.class);
        var id = Id.next(IdKind.TENANT);
        return create(
                change,
                scope(id, null, id, null, body.name(), body.description(), body.labels(), body.deletionProtection()),
                body.quotas());
    }

    private Answer createProject(Change change) {
        var body = change.call().body(ProjectCreate.class);
        var transaction = change.transaction();
        var tenant = context.finder().tenant(transaction, change.actor(), body.tenant(), ProblemCode.INVALID_REFERENCE);
        var checklist = new Checklist();
        allowed(change, Access.TENANT_ADMIN, tenant, checklist);
        checklist.requireNone();
        hold(transaction, tenant);
        var id = Id.next(IdKind.PROJECT);
        return create(
                change,
                scope(
                        id,
                        tenant.id(),
                        tenant.id(),
                        id,
                        body.name(),
                        body.description(),
                        body.labels(),
                        body.deletionProtection()),
                body.quotas());
    }

    private Answer createEnvironment(Change change) {
        var body = change.call().body(EnvironmentCreate.class);
        var transaction = change.transaction();
        var project = projectOf(change, body);
        var checklist = new Checklist();
        allowed(change, Access.EDITOR, project, checklist);
        checklist.requireNone();
        hold(transaction, project);
        return create(
                change,
                scope(
                        Id.next(IdKind.ENVIRONMENT),
                        project.id(),
                        project.tenant(),
                        project.id(),
                        body.name(),
                        body.description(),
                        body.labels(),
                        body.deletionProtection()),
                body.quotas());
    }

    private Answer preflightProject(Call call) {
        return new Preflights(context).answer(call, "project", null, this::createProject, (change, checklist) -> {
            var body = change.call().body(ProjectCreate.class);
            var tenant = context.finder()
                    .tenant(change.transaction(), change.actor(), body.tenant(), ProblemCode.INVALID_REFERENCE);
            allowed(change, Access.TENANT_ADMIN, tenant, checklist);
            return Optional.empty();
        });
    }

    private Answer preflightEnvironment(Call call) {
        return new Preflights(context)
                .answer(call, "environment", null, this::createEnvironment, (change, checklist) -> {
                    allowed(
                            change,
                            Access.EDITOR,
                            projectOf(change, change.call().body(EnvironmentCreate.class)),
                            checklist);
                    return Optional.empty();
                });
    }

    private Scope projectOf(Change change, EnvironmentCreate body) {
        var transaction = change.transaction();
        var tenant = context.finder().tenant(transaction, change.actor(), body.tenant(), ProblemCode.INVALID_REFERENCE);
        return context.finder()
                .one(
                        transaction,
                        change.actor(),
                        IdKind.PROJECT,
                        tenant.id(),
                        body.project(),
                        ProblemCode.INVALID_REFERENCE);
    }

    /// Whether the actor may create what hangs under a scope.
    private void allowed(Change change, Access least, Scope parent, Checklist checklist) {
        checklist.check(
                Requirement.ROLE,
                "your role allows it",
                () -> change.actor().require(least, parent.tenant(), parent.project()));
        checklist.check(
                Requirement.AVAILABILITY,
                "the offering is open to you",
                () -> policies.require(
                        change.transaction(),
                        change.actor(),
                        parent.id().kind() == IdKind.TENANT ? "project" : "environment",
                        parent.tenant(),
                        parent.project()));
    }

    private Answer create(Change change, Scope scope, @Nullable Quotas quotas) {
        var transaction = change.transaction();
        context.scopes().insert(transaction, scope);
        limits.set(transaction, lineage(transaction, scope.id()), quotas);
        change.creates(noun(scope.id().kind()) + " " + scope.name());
        change.becomes(new ScopePatch(scope.description(), scope.labels(), quotas, scope.deletionProtection()))
                .audit(noun(scope.id().kind()) + ".create", scope);
        var stored = context.scopes().find(transaction, scope.id()).orElseThrow();
        return Answer.of(201, view(transaction, stored))
                .header("Location", "/v1/" + noun(scope.id().kind()) + "s/" + scope.id())
                .etag(stored.generation());
    }

    private Answer list(Call call, IdKind kind) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var parent =
                    kind == IdKind.ENVIRONMENT ? scope.projectId() : kind == IdKind.PROJECT ? scope.tenantId() : null;
            var read = context.scopes()
                    .list(transaction, kind, parent, actor.visibility(), wanted.after(), wanted.toRead());
            return wanted.page(
                    read,
                    found -> found.id().uuid(),
                    shown -> shown.stream()
                            .map(found -> view(transaction, found))
                            .toList());
        });
    }

    private Answer get(Call call, IdKind kind) {
        return context.database().call(transaction -> {
            var scope = find(transaction, call, kind);
            return Answer.of(200, view(transaction, scope)).etag(scope.generation());
        });
    }

    private Answer update(Change change, IdKind kind) {
        var transaction = change.transaction();
        var scope = locked(change, kind);
        var before = desired(transaction, scope);
        var patched = Json.mergePatch(Json.tree(before), change.call().tree());
        var after = Bodies.read(patched, ScopePatch.class);
        if (kind == IdKind.TENANT) {
            ceilings.requireBelow(transaction, scope, before.quotas(), after.quotas());
        }
        context.scopes()
                .update(
                        transaction,
                        scope(
                                scope.id(),
                                scope.parent(),
                                scope.tenant(),
                                scope.project(),
                                scope.name(),
                                after.description(),
                                after.labels(),
                                after.deletionProtection()));
        limits.set(transaction, lineage(transaction, scope.id()), after.quotas());
        change.changes(noun(kind) + " " + scope.name())
                .was(before)
                .becomes(after)
                .audit(noun(kind) + ".update", scope);
        var stored = context.scopes().find(transaction, scope.id()).orElseThrow();
        return Answer.of(200, view(transaction, stored)).etag(stored.generation());
    }

    private void requireFreeDeletion(Transaction transaction, Scope project) {
        var least = context.approvalPolicies().of(transaction, project.tenant()).deletions();
        if (least.compareTo(AutomationClass.AUTO_WITH_NOTICE) > 0) {
            throw Failure.of(ProblemCode.APPROVAL_REQUIRED, "Deleting " + project.name() + " needs " + least + ".")
                    .hint("Ask for it: dv project purge " + project.name() + " --reason WHY");
        }
    }

    private Answer delete(Change change, IdKind kind) {
        var transaction = change.transaction();
        var scope = locked(change, kind);
        Facade.requireUnprotected(scope.name(), scope.deletionProtection(), "dv " + noun(kind) + " update");
        if (kind == IdKind.PROJECT) {
            requireFreeDeletion(transaction, scope);
        }
        var dependents = kind == IdKind.ENVIRONMENT
                ? context.resources().namesIn(transaction, scope.id())
                : context.scopes().children(transaction, scope.id());
        if (!dependents.isEmpty()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            scope.name() + " still holds " + String.join(", ", dependents) + ".")
                    .dependents(dependents);
        }
        change.was(desired(transaction, scope));
        context.scopes().delete(transaction, scope.id());
        context.budgets().remove(transaction, scope.id());
        policies.remove(transaction, scope.id());
        SharedNetworks.forgetScope(transaction, scope.id());
        Shapes.forgetScope(transaction, scope.id());
        change.deletes(noun(kind) + " " + scope.name()).audit(noun(kind) + ".delete", scope);
        return Answer.nothing();
    }

    ScopePatch desired(Transaction transaction, Scope scope) {
        return new ScopePatch(
                scope.description(),
                scope.labels(),
                limits.limits(transaction, scope.id()),
                scope.deletionProtection());
    }

    /// A scope by the path, locked, as its operation demands it.
    Scope locked(Change change, IdKind kind) {
        var transaction = change.transaction();
        var found = find(transaction, change.call(), kind);
        var least = change.call().operation().access();
        change.actor().require(least, found.tenant(), found.project());
        var scope = context.scopes().lock(transaction, found.id()).orElseThrow(() -> missing(kind, found.name()));
        Preconditions.ifMatch(change.call(), scope.generation());
        return scope;
    }

    Scope find(Transaction transaction, Call call, IdKind kind) {
        var actor = new Actor(call.actor());
        var named = call.named(noun(kind));
        if (kind == IdKind.PROJECT && Id.tryParse(named).isEmpty()) {
            return context.finder().project(transaction, actor, call.parameter("tenant"), named);
        }
        var scope = context.finder().ofQuery(transaction, actor, call);
        var parent = kind == IdKind.ENVIRONMENT ? scope.projectId() : null;
        if (kind == IdKind.ENVIRONMENT && parent == null && Id.tryParse(named).isEmpty()) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "An environment is found by its name only in a project.")
                    .hint("Say which project: --project NAME");
        }
        return context.finder().one(transaction, actor, kind, parent, named, ProblemCode.RESOURCE_NOT_FOUND);
    }

    private Lineage lineage(Transaction transaction, Id scope) {
        return context.scopes().lineage(transaction, scope).orElseThrow();
    }

    void hold(Transaction transaction, Scope scope) {
        if (context.scopes().hold(transaction, scope.id()).isEmpty()) {
            throw missing(scope.id().kind(), scope.name());
        }
    }

    /// A scope as the API shows it.
    Record view(Transaction transaction, Scope scope) {
        var quotas = limits.limits(transaction, scope.id());
        var usage = limits.usage(transaction, scope.id());
        return switch (scope.id().kind()) {
            case TENANT ->
                new Tenant(
                        scope.id(),
                        scope.name(),
                        scope.description(),
                        scope.labels(),
                        quotas,
                        usage,
                        scope.deletionProtection(),
                        scope.generation(),
                        scope.createdAt());
            case PROJECT ->
                new Project(
                        scope.id(),
                        scope.name(),
                        scope.tenant(),
                        scope.description(),
                        scope.labels(),
                        quotas,
                        usage,
                        scope.deletionProtection(),
                        scope.generation(),
                        scope.createdAt());
            default ->
                new Environment(
                        scope.id(),
                        scope.name(),
                        scope.tenant(),
                        Objects.requireNonNull(scope.project()),
                        scope.description(),
                        scope.labels(),
                        quotas,
                        usage,
                        scope.deletionProtection(),
                        scope.generation(),
                        scope.createdAt());
        };
    }

    static Scope scope(
            Id id,
            @Nullable Id parent,
            Id tenant,
            @Nullable Id project,
            String name,
            @Nullable String description,
            @Nullable Map<String, String> labels,
            @Nullable Boolean deletionProtection) {
        return new Scope(
                id,
                parent,
                tenant,
                project,
                name,
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(labels, Map.of()),
                Objects.requireNonNullElse(deletionProtection, false),
                1,
                Instant.now());
    }

    private static Failure missing(IdKind kind, String name) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no " + noun(kind) + " " + name + " any more.");
    }

    private static String noun(IdKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
