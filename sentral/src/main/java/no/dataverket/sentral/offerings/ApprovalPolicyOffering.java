package no.dataverket.sentral.offerings;

import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ApprovalPolicy;
import no.dataverket.contract.api.ApprovalPolicyPatch;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Quotas;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Consent;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.tenancy.Scope;

/// What needs an approval in a tenant, beyond what needs one everywhere.
public final class ApprovalPolicyOffering implements Offering {

    private final Context context;
    private final Facade facade;

    public ApprovalPolicyOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "getApprovalPolicy",
                this::get,
                "updateApprovalPolicy",
                call -> context.mutations().run(call, this::update));
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var policy = context.approvalPolicies()
                    .of(transaction, find(transaction, call).id());
            return Answer.of(200, policy).etag(policy.generation());
        });
    }

    private Answer update(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var tenant = context.scopes()
                .lock(transaction, find(transaction, change.call()).id())
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no such tenant any more."));
        var policy = context.approvalPolicies().of(transaction, tenant.id());
        Preconditions.ifMatch(change.call(), policy.generation());
        var before = patch(policy);
        var after = Bodies.read(Json.mergePatch(Json.tree(before), change.call().tree()), ApprovalPolicyPatch.class);
        if (loosens(policy, after)) {
            change.needs(new Consent(
                    "approval-policy.update",
                    new Sensitivity(Reach.TENANT, true, DataRisk.INTERRUPTION),
                    AutomationClass.AUTO,
                    Access.OPERATOR,
                    tenant.id(),
                    tenant.name(),
                    policy.generation(),
                    tenant.id(),
                    null,
                    null,
                    null,
                    null,
                    approval -> policy));
        }
        var stored = context.approvalPolicies().set(transaction, tenant.id(), after);
        var task = change.changes("approval policy of " + tenant.name())
                .was(before)
                .becomes(after)
                .done("approval-policy.update", tenant);
        return facade.accepted(transaction, task, stored, stored.generation());
    }

    /// Whether more than before is possible without somebody's consent.
    private static boolean loosens(ApprovalPolicy before, ApprovalPolicyPatch after) {
        var ceiling = Objects.requireNonNullElse(after.quotaCeiling(), Quotas.NONE);
        return after.deletions().compareTo(before.deletions()) < 0 || Ceilings.passed(before.quotaCeiling(), ceiling);
    }

    private Scope find(Transaction transaction, Call call) {
        return context.finder()
                .one(
                        transaction,
                        new Actor(call.actor()),
                        IdKind.TENANT,
                        null,
                        call.named("tenant"),
                        ProblemCode.RESOURCE_NOT_FOUND);
    }

    private static ApprovalPolicyPatch patch(ApprovalPolicy policy) {
        return new ApprovalPolicyPatch(policy.quotaCeiling(), policy.deletions());
    }
}
