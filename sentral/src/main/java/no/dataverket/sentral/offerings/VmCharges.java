package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Budgets.Limiter;
import no.dataverket.sentral.tenancy.Lineage;

/// What machines cost their scopes and their datacenter.
final class VmCharges {

    private final Context context;

    VmCharges(Context context) {
        this.context = context;
    }

    /// What a machine uses beyond what it keeps while it is stopped.
    List<Charge> running(Transaction transaction, Resource vm, VmSpec spec) {
        var environment = Objects.requireNonNull(vm.environment());
        var lineage = context.scopes().lineage(transaction, environment).orElseThrow();
        return Dimensions.inScope(lineage, Dimensions.RUNNING_VCPUS, spec.vcpus());
    }

    /// What a machine of this size is charged.
    List<Charge> size(Transaction transaction, Resource vm, Shapes.Size size) {
        var lineage = context.scopes()
                .lineage(transaction, Objects.requireNonNull(vm.environment()))
                .orElseThrow();
        var datacenter =
                context.datacenters().find(transaction, vm.datacenter()).orElseThrow();
        return sized(lineage, datacenter, size);
    }

    /// What a machine is charged that is to be made.
    static List<Charge> creation(
            Lineage lineage, Datacenter datacenter, VmSpec spec, List<VmAdmission.Attachment> networks) {
        var charges = new ArrayList<Charge>();
        charges.addAll(Dimensions.inScope(lineage, Dimensions.VMS, 1));
        charges.addAll(sized(lineage, datacenter, spec.size()));
        networks.forEach(network -> charges.add(network.charge()));
        return charges;
    }

    /// What the size costs, of a machine that runs.
    private static List<Charge> sized(Lineage lineage, Datacenter datacenter, Shapes.Size size) {
        var charges = new ArrayList<Charge>();
        charges.addAll(Dimensions.inScope(lineage, Dimensions.VCPUS, size.vcpus()));
        charges.addAll(Dimensions.inScope(lineage, Dimensions.RUNNING_VCPUS, size.vcpus()));
        charges.addAll(Dimensions.inScope(lineage, Dimensions.MEMORY_MIB, size.memoryMib()));
        charges.addAll(Dimensions.inScope(lineage, Dimensions.DISK_GIB, size.diskGib()));
        var site = new Limiter(datacenter.id(), "datacenter " + datacenter.name(), null, ProblemCode.NO_CAPACITY);
        charges.add(new Charge(site, Dimensions.VCPUS, size.vcpus()));
        charges.add(new Charge(site, Dimensions.MEMORY_MIB, size.memoryMib()));
        return charges;
    }
}
