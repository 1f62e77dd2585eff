package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// Limits, and what was used.
final class QuotaOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> QUOTA = List.of(
            "SCOPE=address",
            "VMS=usage.vms",
            "VMS_LIMIT=limits.vms",
            "VCPUS=usage.vcpus",
            "VCPUS_LIMIT=limits.vcpus",
            "MEMORY_MIB=usage.memory_mib",
            "MEMORY_MIB_LIMIT=limits.memory_mib");
    private static final List<String> TOTAL = List.of(
            "SCOPE=address",
            "DATACENTER=datacenter",
            "DIMENSION=dimension",
            "UNIT_SECONDS=unit_seconds",
            "NOW=amount_at_end");
    private static final List<String> INTERVAL = List.of(
            "RESOURCE=resource",
            "DIMENSION=dimension",
            "AMOUNT=amount",
            "DATACENTER=datacenter",
            "BEGAN=began",
            "ENDED=ended");
    private static final String FROM = "Beginning of the period, RFC 3339; the beginning of this month if left out.";
    private static final String UNTIL = "End of the period, RFC 3339; now if left out.";

    private QuotaOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listQuotas", "/v1/quotas", "Limits and use of tenants, projects and environments")
                        .lists(Quota.class)
                        .scoped("tenant", "project")
                        .text("level", "Only of this level: TENANT, PROJECT or ENVIRONMENT.")
                        .cli(
                                "dv",
                                "quota",
                                "list",
                                QUOTA,
                                "dv quota list",
                                "dv quota list --tenant acme --level PROJECT",
                                "dv quota list --project shop -o csv")
                        .build(),
                get("getQuota", "/v1/quotas/{scope}", "Limits and use of a tenant, a project or an environment")
                        .answers(Quota.class)
                        .cli(
                                "dv",
                                "quota",
                                "get",
                                QUOTA,
                                "dv quota get acme",
                                "dv quota get acme/shop",
                                "dv quota get acme/shop/prod -o json")
                        .build(),
                patch("setQuota", "/v1/quotas/{scope}", "Change limits: operators a tenant's, tenants their projects'")
                        .by(Access.EDITOR)
                        .takes(QuotaPatch.class)
                        .answers(Quota.class)
                        .guarded()
                        .cli(
                                "dv",
                                "quota",
                                "set",
                                QUOTA,
                                "dv quota set acme --limits vms=100,vcpus=400",
                                "dv quota set acme/shop --limits vms=40 --datacenter lab1",
                                "dv quota set acme/shop/prod --limits vms-")
                        .build(),
                get("listUsage", "/v1/usage", "What was used in a period, by environment, datacenter and dimension")
                        .lists(UsageTotal.class)
                        .scoped(SCOPE)
                        .text("datacenter", "Only in this datacenter.")
                        .text("dimension", "Only of this dimension.")
                        .text("from", FROM)
                        .text("until", UNTIL)
                        .cli(
                                "dv",
                                "usage",
                                "show",
                                TOTAL,
                                "dv usage show",
                                "dv usage show --project shop --from 2026-11-01T00:00:00Z --until 2026-12-01T00:00:00Z",
                                "dv usage show --tenant acme -o csv")
                        .build(),
                get("listUsageIntervals", "/v1/usage/intervals", "When which resource used how much")
                        .lists(UsageInterval.class)
                        .scoped(SCOPE)
                        .text("datacenter", "Only in this datacenter.")
                        .text("dimension", "Only of this dimension.")
                        .text("resource", "Only of this resource, by identifier.")
                        .text("from", FROM)
                        .text("until", UNTIL)
                        .cli(
                                "dv",
                                "usage",
                                "intervals",
                                INTERVAL,
                                "dv usage intervals --project shop",
                                "dv usage intervals --dimension running_vcpus",
                                "dv usage intervals --tenant acme -o csv")
                        .build(),
                get(
                                "checkUsage",
                                "/v1/operator/usage-check",
                                "Compare budgets, charges, usage and the events that usage is derived from")
                        .by(Access.OPERATOR)
                        .answers(UsageCheck.class)
                        .build());
    }
}
