package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Quota;
import no.dataverket.contract.api.Quota.QuotaInDatacenter;
import no.dataverket.contract.api.Quotas;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tenancy.Budgets;
import no.dataverket.sentral.tenancy.Budgets.Budget;
import no.dataverket.sentral.tenancy.Lineage;
import org.jspecify.annotations.Nullable;

/// The limits of tenants, projects and environments: budgets as the public API speaks of them.
final class Limits {

    private final Context context;

    Limits(Context context) {
        this.context = context;
    }

    /// Writes the limits on all datacenters together; one left out is taken away.
    void set(Transaction transaction, Lineage lineage, @Nullable Quotas quotas) {
        var wanted = byDimension(quotas == null ? Quotas.NONE : quotas);
        requireWithinParents(transaction, lineage, Budgets.EVERYWHERE, wanted);
        for (var dimension : Dimensions.LIMITED) {
            context.budgets().set(transaction, lineage.scope().id(), dimension, wanted.get(dimension));
        }
    }

    /// Writes the limits on one datacenter; one left out is taken away.
    void setIn(Transaction transaction, Lineage lineage, String datacenter, Quotas quotas) {
        var wanted = byDimension(quotas);
        requireWithinParents(transaction, lineage, datacenter, wanted);
        for (var dimension : Dimensions.LIMITED) {
            context.budgets().setIn(transaction, lineage.scope().id(), dimension, datacenter, wanted.get(dimension));
        }
    }

    /// Limits on all datacenters together.
    Quotas limits(Transaction transaction, Id owner) {
        return limits(context.budgets().of(transaction, owner), Budgets.EVERYWHERE);
    }

    /// Use in all datacenters together.
    Quotas usage(Transaction transaction, Id owner) {
        return usage(context.budgets().of(transaction, owner), Budgets.EVERYWHERE);
    }

    /// Limits on one datacenter.
    Quotas limitsIn(Transaction transaction, Id owner, String datacenter) {
        return limits(context.budgets().of(transaction, owner), datacenter);
    }

    /// Limits and use of scopes as they stand, in the order given.
    List<Quota> quotas(Transaction transaction, List<Lineage> lineages) {
        var owners = lineages.stream().map(lineage -> lineage.scope().id()).toList();
        var budgets = context.budgets().of(transaction, owners);
        var allotted = context.budgets().ofChildren(transaction, owners);
        return lineages.stream()
                .map(lineage -> {
                    var owner = lineage.scope().id().uuid();
                    return quota(
                            lineage, budgets.getOrDefault(owner, List.of()), allotted.getOrDefault(owner, List.of()));
                })
                .toList();
    }

    private static Quota quota(Lineage lineage, List<Budget> budgets, List<Budget> allotted) {
        return new Quota(
                lineage.scope().id(),
                lineage.address(),
                limits(budgets, Budgets.EVERYWHERE),
                usage(budgets, Budgets.EVERYWHERE),
                usage(allotted, Budgets.EVERYWHERE),
                inDatacenters(budgets),
                lineage.scope().generation());
    }

    private static List<QuotaInDatacenter> inDatacenters(List<Budget> budgets) {
        return budgets.stream()
                .map(Budget::datacenter)
                .filter(datacenter -> !datacenter.equals(Budgets.EVERYWHERE))
                .distinct()
                .map(datacenter ->
                        new QuotaInDatacenter(datacenter, limits(budgets, datacenter), usage(budgets, datacenter)))
                .toList();
    }

    private static Quotas limits(List<Budget> budgets, String datacenter) {
        var values = new HashMap<String, Long>();
        for (var budget : budgets) {
            var most = budget.most();
            if (most != null && budget.datacenter().equals(datacenter)) {
                values.put(budget.dimension(), most);
            }
        }
        return quotas(values);
    }

    private static Quotas usage(List<Budget> budgets, String datacenter) {
        var values = new HashMap<String, Long>();
        budgets.stream()
                .filter(budget -> budget.datacenter().equals(datacenter))
                .forEach(budget -> values.put(budget.dimension(), budget.used()));
        return quotas(values);
    }

    /// A limit above one of those that hold further up would promise what can't be had.
    private void requireWithinParents(
            Transaction transaction, Lineage lineage, String datacenter, Map<String, Long> wanted) {
        var violations = new ArrayList<Violation>();
        for (var scope : lineage.downwards()) {
            boolean above = !scope.equals(lineage.scope());
            for (var budget : context.budgets().of(transaction, scope.id())) {
                boolean here = budget.datacenter().equals(datacenter);
                boolean holds = above
                        ? here || budget.datacenter().equals(Budgets.EVERYWHERE)
                        : !here && budget.datacenter().equals(Budgets.EVERYWHERE);
                var most = budget.most();
                var asked = wanted.get(budget.dimension());
                if (holds && most != null && asked != null && asked > most) {
                    violations.add(new Violation(
                            "/limits/" + budget.dimension(),
                            "MAXIMUM",
                            "must be at most " + most + ", the limit of " + lineage.address(scope)
                                    + (budget.datacenter().isEmpty() ? "" : " in " + budget.datacenter())));
                }
            }
        }
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw Failure.of(ProblemCode.VALIDATION_FAILED, first.pointer() + ": " + first.detail())
                    .hint("See what there is to share out: dv quota get "
                            + lineage.address(lineage.downwards().getFirst()))
                    .violations(violations);
        }
    }

    private static Quotas quotas(Map<String, Long> values) {
        return new Quotas(
                values.get(Dimensions.VMS),
                values.get(Dimensions.VCPUS),
                values.get(Dimensions.RUNNING_VCPUS),
                values.get(Dimensions.MEMORY_MIB),
                values.get(Dimensions.DISK_GIB),
                values.get(Dimensions.NETWORKS));
    }

    private static Map<String, Long> byDimension(Quotas quotas) {
        var values = new HashMap<String, Long>();
        put(values, Dimensions.VMS, quotas.vms());
        put(values, Dimensions.VCPUS, quotas.vcpus());
        put(values, Dimensions.RUNNING_VCPUS, quotas.runningVcpus());
        put(values, Dimensions.MEMORY_MIB, quotas.memoryMib());
        put(values, Dimensions.DISK_GIB, quotas.diskGib());
        put(values, Dimensions.NETWORKS, quotas.networks());
        return values;
    }

    private static void put(Map<String, Long> values, String dimension, @Nullable Long value) {
        if (value != null) {
            values.put(dimension, value);
        }
    }
}
