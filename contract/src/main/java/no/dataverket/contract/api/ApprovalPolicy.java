package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// What needs an approval in a tenant, beyond what needs one everywhere.
public record ApprovalPolicy(
        @Field("Tenant.") Id tenant,

        @Field("Up to where the tenant's limits are raised without an approval; what is absent has no such ceiling.")
        Quotas quotaCeiling,

        @Field("Least class of deleting machines, networks and projects: raises what is computed, never lowers it.")
        AutomationClass deletions,

        @Field("Rises with each change.") long generation) {

    /// What holds where nobody said anything.
    public static ApprovalPolicy usual(Id tenant) {
        return new ApprovalPolicy(tenant, Quotas.NONE, AutomationClass.AUTO, 1);
    }
}
