package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Scope;

/// What budgets count.
final class Dimensions {

    static final String VMS = "vms";
    static final String VCPUS = "vcpus";
    static final String MEMORY_MIB = "memory_mib";
    static final String NETWORKS = "networks";
    static final String ADDRESSES = "addresses";

    private Dimensions() {}

    /// A charge to the environment, the project and the tenant alike.
    static List<Charge> inScope(ScopeFinder.Found scope, Id tenant, String dimension, long amount) {
        var charges = new ArrayList<Charge>();
        scope.environment().ifPresent(found -> charges.add(charge("environment", found, dimension, amount)));
        scope.project().ifPresent(found -> charges.add(charge("project", found, dimension, amount)));
        charges.add(new Charge(tenant, dimension, amount, "the tenant", ProblemCode.QUOTA_EXCEEDED));
        return charges;
    }

    private static Charge charge(String kind, Scope scope, String dimension, long amount) {
        return new Charge(scope.id(), dimension, amount, kind + " " + scope.name(), ProblemCode.QUOTA_EXCEEDED);
    }
}
