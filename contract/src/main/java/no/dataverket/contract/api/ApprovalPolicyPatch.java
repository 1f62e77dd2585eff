package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// What may be changed on what needs an approval in a tenant.
public record ApprovalPolicyPatch(
        @Field("Up to where the tenant's limits are raised without an approval.") @Nullable
        Quotas quotaCeiling,

        @Field("Least class of deleting machines, networks and projects.")
        AutomationClass deletions) {}
