package no.dataverket.sentral.tenancy;

import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.ApprovalPolicy;
import no.dataverket.contract.api.ApprovalPolicyPatch;
import no.dataverket.contract.api.Quotas;
import no.dataverket.core.db.Transaction;

/// What needs an approval in tenants, beyond what needs one everywhere.
public final class ApprovalPolicies {

    /// The policy of a tenant; the usual one where nobody said anything.
    public ApprovalPolicy of(Transaction transaction, Id tenant) {
        return transaction
                .first(
                        "SELECT policy, generation FROM tenancy.approval_policy WHERE tenant = ?",
                        row -> policy(tenant, row.json("policy", ApprovalPolicyPatch.class), row.number("generation")),
                        tenant)
                .orElseGet(() -> ApprovalPolicy.usual(tenant));
    }

    /// Writes a policy, and raises its generation. Whoever reads it to decide holds the tenant.
    public ApprovalPolicy set(Transaction transaction, Id tenant, ApprovalPolicyPatch policy) {
        return transaction.one("""
                INSERT INTO tenancy.approval_policy AS known (tenant, policy, generation) VALUES (?, ?::jsonb, 2)
                ON CONFLICT (tenant) DO UPDATE SET policy = excluded.policy, generation = known.generation + 1
                RETURNING generation
                """, row -> policy(tenant, policy, row.number("generation")), tenant, policy);
    }

    private static ApprovalPolicy policy(Id tenant, ApprovalPolicyPatch stored, long generation) {
        return new ApprovalPolicy(
                tenant, Objects.requireNonNullElse(stored.quotaCeiling(), Quotas.NONE), stored.deletions(), generation);
    }
}
