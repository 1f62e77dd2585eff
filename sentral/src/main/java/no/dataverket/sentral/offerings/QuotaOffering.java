package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.QuotaPatch;
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

/// Quotas: who may use how much. Operators limit tenants, tenants their projects, projects their environments.
/// The limits one level below may add up to more than the limit above, which holds all the same.
public final class QuotaOffering implements Offering {

    private static final List<IdKind> LEVELS = List.of(IdKind.TENANT, IdKind.PROJECT, IdKind.ENVIRONMENT);

    private final Context context;
    private final Limits limits;
    private final Ceilings ceilings;

    public QuotaOffering(Context context) {
        this.context = context;
        this.limits = new Limits(context);
        this.ceilings = new Ceilings(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listQuotas",
                this::list,
                "getQuota",
                this::get,
                "setQuota",
                call -> context.mutations().run(call, this::set));
    }

    private Answer list(Call call) {
        var actor = new Actor(call.actor());
        var wanted = Pages.of(call);
        var level = call.parameter("level").map(QuotaOffering::level).orElse(null);
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var read = context.scopes()
                    .lineages(
                            transaction,
                            level,
                            scope.tenantId(),
                            scope.projectId(),
                            actor.visibility(),
                            wanted.after(),
                            wanted.toRead());
            return wanted.page(
                    read, lineage -> lineage.scope().id().uuid(), lineages -> limits.quotas(transaction, lineages));
        });
    }

    private static IdKind level(String written) {
        return LEVELS.stream()
                .filter(level -> level.name().equals(written))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                        ProblemCode.VALIDATION_FAILED,
                        "level must be TENANT, PROJECT or ENVIRONMENT, not " + written + "."));
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> answer(transaction, find(transaction, call)));
    }

    private Answer set(Change change) {
        var transaction = change.transaction();
        var found = find(transaction, change.call());
        var scope = found.scope();
        var kind = scope.id().kind();
        change.actor().require(leastToSet(kind), scope.tenant(), scope.project());
        var locked = context.scopes()
                .lock(transaction, scope.id())
                .orElseThrow(() ->
                        Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no " + found.address() + " any more."));
        Preconditions.ifMatch(change.call(), locked.generation());
        var datacenter = change.call().tree().path("datacenter");
        if (datacenter.isString()) {
            setIn(change, found, datacenter.stringValue());
        } else {
            var before = new QuotaPatch(null, limits.limits(transaction, scope.id()));
            var after = patched(change.call(), before);
            if (kind == IdKind.TENANT) {
                ceilings.requireBelow(transaction, locked, before.limits(), after.limits());
            }
            limits.set(transaction, found, after.limits());
            change.was(before).becomes(after);
        }
        context.scopes().update(transaction, locked);
        change.changes("quota of " + found.address())
                .audit(kind.name().toLowerCase(Locale.ROOT) + ".set-quota", locked);
        return answer(
                transaction, context.scopes().lineage(transaction, scope.id()).orElseThrow());
    }

    private void setIn(Change change, Lineage found, String named) {
        var transaction = change.transaction();
        var datacenter = context.datacenters()
                .find(transaction, named)
                .orElseThrow(() -> Failure.of(ProblemCode.INVALID_REFERENCE, "There is no datacenter " + named + ".")
                        .hint("See what there is: dv datacenter list"))
                .name();
        var before = new QuotaPatch(
                datacenter, limits.limitsIn(transaction, found.scope().id(), datacenter));
        limits.setIn(
                transaction, found, datacenter, patched(change.call(), before).limits());
    }

    private static QuotaPatch patched(Call call, QuotaPatch before) {
        return Bodies.read(Json.mergePatch(Json.tree(before), call.tree()), QuotaPatch.class);
    }

    private Lineage find(Transaction transaction, Call call) {
        return context.finder().at(transaction, new Actor(call.actor()), call.named("scope"));
    }

    private Answer answer(Transaction transaction, Lineage found) {
        var quota = limits.quotas(transaction, List.of(found)).getFirst();
        return Answer.of(200, quota).etag(quota.generation());
    }

    private static Access leastToSet(IdKind kind) {
        return switch (kind) {
            case TENANT -> Access.OPERATOR;
            case PROJECT -> Access.TENANT_ADMIN;
            default -> Access.EDITOR;
        };
    }
}
