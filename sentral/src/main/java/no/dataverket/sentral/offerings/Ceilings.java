package no.dataverket.sentral.offerings;

import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Quotas;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/// Limits held against a ceiling: what a tenant is given without asking anybody else.
final class Ceilings {

    private final Context context;

    Ceilings(Context context) {
        this.context = context;
    }

    /// Refuses limits that pass the tenant's ceiling: they are asked for in another way.
    ///
    /// @throws Failure `APPROVAL_REQUIRED`
    void requireBelow(Transaction transaction, Scope tenant, @Nullable Quotas before, @Nullable Quotas after) {
        var was = Objects.requireNonNullElse(before, Quotas.NONE);
        var wanted = Objects.requireNonNullElse(after, Quotas.NONE);
        if (passed(transaction, tenant, was, wanted)) {
            // A limit can be raised, and not be taken away, where there is a ceiling.
            var ceiling =
                    context.approvalPolicies().of(transaction, tenant.id()).quotaCeiling();
            var flags = new StringBuilder();
            Json.mergePatch(Json.tree(ceiling), Json.tree(wanted))
                    .properties()
                    .forEach(limit -> flags.append(" --quotas ")
                            .append(limit.getKey())
                            .append('=')
                            .append(limit.getValue()));
            throw Failure.of(ProblemCode.APPROVAL_REQUIRED, "The limits pass the ceiling of " + tenant.name() + ".")
                    .hint("Ask for it: dv tenant raise-quotas " + tenant.name() + flags + " --reason WHY");
        }
    }

    /// Whether any limit is above the tenant's ceiling that was not as high before.
    boolean passed(Transaction transaction, Scope tenant, Quotas before, Quotas after) {
        return passedBy(context.approvalPolicies().of(transaction, tenant.id()).quotaCeiling(), before, after);
    }

    /// Whether any limit is above its ceiling. A limit that is absent is above every ceiling; a ceiling that is
    /// absent is never passed.
    static boolean passed(Quotas ceiling, Quotas limits) {
        return passed(ceiling.vms(), limits.vms())
                || passed(ceiling.vcpus(), limits.vcpus())
                || passed(ceiling.runningVcpus(), limits.runningVcpus())
                || passed(ceiling.memoryMib(), limits.memoryMib())
                || passed(ceiling.diskGib(), limits.diskGib())
                || passed(ceiling.networks(), limits.networks());
    }

    /// Whether any limit is above its ceiling that was not as high before.
    static boolean passedBy(Quotas ceiling, Quotas before, Quotas after) {
        return passedBy(ceiling.vms(), before.vms(), after.vms())
                || passedBy(ceiling.vcpus(), before.vcpus(), after.vcpus())
                || passedBy(ceiling.runningVcpus(), before.runningVcpus(), after.runningVcpus())
                || passedBy(ceiling.memoryMib(), before.memoryMib(), after.memoryMib())
                || passedBy(ceiling.diskGib(), before.diskGib(), after.diskGib())
                || passedBy(ceiling.networks(), before.networks(), after.networks());
    }

    private static boolean passedBy(@Nullable Long ceiling, @Nullable Long before, @Nullable Long after) {
        return passed(ceiling, after) && passed(before, after);
    }

    private static boolean passed(@Nullable Long ceiling, @Nullable Long limit) {
        return ceiling != null && (limit == null || limit > ceiling);
    }
}
