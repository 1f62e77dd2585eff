package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// What waits for somebody's consent, what may be asked for in that way, and which tenants ask for more of it.
final class ApprovalOperations {

    private static final List<String> APPROVAL = List.of(
            "ID=id",
            "ACTION=action",
            "SUBJECT=subject_name",
            "REACH=blast_radius.reach",
            "CLASS=automation_class",
            "STATE=state",
            "BY=requested_by",
            "EXPIRES=expires_at");
    private static final List<String> POLICY =
            List.of("TENANT=tenant", "DELETIONS=deletions", "MOST_VMS=quota_ceiling.vms", "GENERATION=generation");
    private static final List<String> SHARED =
            List.of("NAME=name", "DATACENTER=datacenter", "PREFIX=prefix", "FOR=address", "NETWORK=network");
    private static final List<String> SCOPE =
            List.of("NAME=name", "VMS=usage.vms", "OF=quotas.vms", "AGE=created_at", "ID=id");

    private ApprovalOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listApprovals", "/v1/approvals", "List what waits for consent, and what has waited; newest first")
                        .lists(Approval.class)
                        .text("state", "Only in this state.")
                        .cli(
                                "dv",
                                "approval",
                                "list",
                                APPROVAL,
                                "dv approval list",
                                "dv approval list --state PENDING",
                                "dv approval list -o json")
                        .build(),
                get("getApproval", "/v1/approvals/{approval}", "Get an approval with what would be carried out")
                        .answers(Approval.class)
                        .cli(
                                "dv",
                                "approval",
                                "get",
                                APPROVAL,
                                "dv approval get APPROVAL",
                                "dv approval get APPROVAL -o yaml",
                                "dv approval list")
                        .build(),
                post("approveApproval", "/v1/approvals/{approval}:approve", "Approve; what was asked for goes on")
                        .takes(ApprovalGrant.class)
                        .answers(Approval.class)
                        .build(),
                post(
                                "rejectApproval",
                                "/v1/approvals/{approval}:reject",
                                "Refuse; nothing of what was asked for happens")
                        .takes(ApprovalRefusal.class)
                        .answers(Approval.class)
                        .cli(
                                "dv",
                                "approval",
                                "reject",
                                APPROVAL,
                                "dv approval reject APPROVAL --reason 'not before the audit'",
                                "dv approval get APPROVAL",
                                "dv approval list")
                        .build(),
                post(
                                "withdrawApproval",
                                "/v1/approvals/{approval}:withdraw",
                                "Take back what you asked for; nothing of it happens")
                        .answers(Approval.class)
                        .cli(
                                "dv",
                                "approval",
                                "withdraw",
                                APPROVAL,
                                "dv approval withdraw APPROVAL",
                                "dv approval get APPROVAL",
                                "dv approval list --state PENDING")
                        .build(),
                get(
                                "getApprovalPolicy",
                                "/v1/tenants/{tenant}/approval-policy",
                                "Get what needs an approval in a tenant, beyond what needs one everywhere")
                        .answers(ApprovalPolicy.class)
                        .cli(
                                "dv",
                                "approval-policy",
                                "get",
                                POLICY,
                                "dv approval-policy get acme",
                                "dv approval-policy get acme -o json",
                                "dv tenant list")
                        .build(),
                patch(
                                "updateApprovalPolicy",
                                "/v1/operator/tenants/{tenant}/approval-policy",
                                "Change what needs an approval in a tenant; asking for less waits for an approval itself")
                        .by(Access.OPERATOR)
                        .takes(ApprovalPolicyPatch.class)
                        .starts(ApprovalPolicy.class)
                        .guarded()
                        .cli(
                                "dv",
                                "approval-policy",
                                "update",
                                POLICY,
                                "dv approval-policy update acme --deletions ONE_APPROVAL",
                                "dv approval-policy update acme --quota-ceiling vms=400",
                                "dv approval-policy get acme")
                        .build(),
                post(
                                "raiseTenantQuotas",
                                "/v1/operator/tenants/{tenant}:raise-quotas",
                                "Set a tenant's limits; waits for an approval where they pass its ceiling")
                        .by(Access.OPERATOR)
                        .takes(QuotaRaise.class)
                        .starts(Tenant.class)
                        .cli(
                                "dv",
                                "tenant",
                                "raise-quotas",
                                SCOPE,
                                "dv tenant raise-quotas acme --quotas vms=400",
                                "dv tenant raise-quotas acme --quotas vms=400 --reason 'the season'",
                                "dv tenant get acme")
                        .build(),
                post(
                                "purgeTenant",
                                "/v1/operator/tenants/{tenant}:purge",
                                "Delete a tenant with its projects and environments; waits for an approval")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.OPERATOR)
                        .takes(ScopePurge.class)
                        .starts(Tenant.class)
                        .cli(
                                "dv",
                                "tenant",
                                "purge",
                                SCOPE,
                                "dv tenant purge acme --reason 'the contract ended' --yes",
                                "dv tenant purge acme --dry-run",
                                "dv approval list --state PENDING")
                        .build(),
                post(
                                "purgeProject",
                                "/v1/projects/{project}:purge",
                                "Delete a project with its environments; waits for an approval")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.TENANT_ADMIN)
                        .takes(ScopePurge.class)
                        .starts(Project.class)
                        .scoped("tenant")
                        .cli(
                                "dv",
                                "project",
                                "purge",
                                SCOPE,
                                "dv project purge shop --tenant acme --yes",
                                "dv project purge shop --tenant acme --dry-run",
                                "dv approval list --state PENDING")
                        .build(),
                get(
                                "listSharedNetworks",
                                "/v1/shared-networks",
                                "List the networks of others that machines may be attached to")
                        .lists(SharedNetwork.class)
                        .scoped("tenant", "project")
                        .cli(
                                "dvnet",
                                "shared-network",
                                "list",
                                SHARED,
                                "dvnet shared-network list",
                                "dvnet shared-network list --project shop",
                                "dvnet shared-network list -o json")
                        .build(),
                post(
                                "shareNetwork",
                                "/v1/operator/networks/{network}:share",
                                "Let machines of another tenant or project be attached to a network")
                        .by(Access.OPERATOR)
                        .takes(NetworkShare.class)
                        .answers(SharedNetwork.class)
                        .scoped("tenant", "project", "environment")
                        .cli(
                                "dvnet",
                                "network",
                                "share",
                                SHARED,
                                "dvnet network share backbone --scope acme",
                                "dvnet network share backbone --scope acme/shop",
                                "dvnet shared-network list")
                        .build(),
                post(
                                "unshareNetwork",
                                "/v1/operator/networks/{network}:unshare",
                                "Let no further machines of another tenant or project be attached to a network")
                        .by(Access.OPERATOR)
                        .takes(NetworkShare.class)
                        .answers(SharedNetwork.class)
                        .scoped("tenant", "project", "environment")
                        .cli(
                                "dvnet",
                                "network",
                                "unshare",
                                SHARED,
                                "dvnet network unshare backbone --scope acme",
                                "dvnet network unshare backbone --scope acme/shop",
                                "dvnet shared-network list")
                        .build(),
                post(
                                "requestProject",
                                "/v1/projects:request",
                                "Ask for a project with its first environment; waits for an approval where you may not create one")
                        .takes(ProjectRequest.class)
                        .starts(Project.class)
                        .cli(
                                "dv",
                                "project",
                                "request",
                                SCOPE,
                                "dv project request shop --tenant acme --reason 'the new shop'",
                                "dv project request shop --tenant acme --environment test --quotas vms=10",
                                "dv approval list")
                        .build());
    }
}
