package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Budgets.Limiter;
import no.dataverket.sentral.tenancy.Lineage;
import no.dataverket.sentral.tenancy.Scope;

/// What budgets count. A machine keeps its place on its host while it is stopped, so it keeps using machines,
/// virtual CPUs, memory and disk; only running virtual CPUs are given back.
final class Dimensions {

    static final String VMS = "vms";
    static final String VCPUS = "vcpus";
    static final String RUNNING_VCPUS = "running_vcpus";
    static final String MEMORY_MIB = "memory_mib";
    static final String DISK_GIB = "disk_gib";
    static final String NETWORKS = "networks";
    static final String ADDRESSES = "addresses";

    /// Those on which a tenant, a project or an environment can have a limit.
    static final List<String> LIMITED = List.of(VMS, VCPUS, RUNNING_VCPUS, MEMORY_MIB, DISK_GIB, NETWORKS);

    private Dimensions() {}

    /// A charge to the environment, the project and the tenant alike.
    static List<Charge> inScope(Lineage lineage, String dimension, long amount) {
        var charges = new ArrayList<Charge>();
        for (var scope : lineage.upwards()) {
            charges.add(new Charge(limiter(lineage, scope), dimension, amount));
        }
        return charges;
    }

    private static Limiter limiter(Lineage lineage, Scope scope) {
        var kind = scope.id().kind();
        var noun = kind.name().toLowerCase(Locale.ROOT);
        var label = kind == IdKind.TENANT ? "the tenant" : noun + " " + scope.name();
        return new Limiter(scope.id(), label, lineage.address(scope), ProblemCode.QUOTA_EXCEEDED);
    }
}
