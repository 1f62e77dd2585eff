package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.Vm.NetworkInterface;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.LeaveHost;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Family;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import org.jspecify.annotations.Nullable;

/// Machines that get another hypervisor: from one that is proven to run nothing, or from one that they
/// leave in good order.
final class Moves {

    static final String EVACUATE = "vm.evacuate";
    static final String MIGRATE = "vm.migrate";

    private static final String MASKIN = MaskinMessages.SERVICE;
    private static final String NETT = NettMessages.SERVICE;
    private static final String NETWORK_STATE = "network state of the host";
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Context context;
    private final Facade facade;

    Moves(Context context, Facade facade) {
        this.context = context;
        this.facade = facade;
    }

    /// What a machine finds at its new place.
    record Leaving(
            Id from, Id image, List<VmSagas.WantedInterface> interfaces, MaskinMessages.@Nullable PlacementWish wish) {}

    /// From a hypervisor that is fenced.
    Saga evacuation() {
        return Saga.of(EVACUATE, 1)
                .finalStep("relocate", "placed on another hypervisor", MASKIN, Moves::relocation)
                .step("attach", "network realised there", NETT, Moves::attachment)
                .finalStep("resume", "disk taken over, machine started", MASKIN, Moves::resumption)
                .reliesOn("attach", NETWORK_STATE, FRESH)
                .build(new VmHooks.Evacuation(context, facade, EVACUATE));
    }

    /// From a hypervisor that is well. Whatever fails, the machine is taken up again where its place is by
    /// then.
    Saga migration() {
        return Saga.of(MIGRATE, 1)
                .step(
                        "leave",
                        "stopped, and taken off its hypervisor",
                        MASKIN,
                        vm -> new LeaveHost(vm.target(), vm.input(Leaving.class).from()),
                        vm -> new ResumeVm(vm.target(), null))
                .finalStep("relocate", "placed on another hypervisor", MASKIN, Moves::relocation)
                .step("attach", "network realised there", NETT, Moves::attachment)
                .finalStep("resume", "disk taken over, machine started", MASKIN, Moves::resumption)
                .reliesOn("attach", NETWORK_STATE, FRESH)
                .build(new VmHooks.Evacuation(context, facade, MIGRATE));
    }

    /// Machines of a hypervisor; one that could not be made has nothing to take up.
    List<Resource> made(Transaction transaction, Id hypervisor) {
        return context.resources().machinesOn(transaction, hypervisor).stream()
                .filter(vm -> vm.phase() != Phase.FAILED)
                .toList();
    }

    /// Begins to move a machine that nobody changes.
    Id begin(Transaction transaction, SagaProgress parent, Family.Nursery nursery, String kind, Resource vm) {
        var spec = vm.spec(VmSpec.class);
        var faces =
                Interfaces.of(transaction, vm.id()).stream().map(Moves::wanted).toList();
        var child = nursery.begin(new Family.Birth(
                kind,
                vm.id(),
                vm.name(),
                vm.generation(),
                vm.datacenter(),
                Json.tree(new Leaving(
                        parent.target(),
                        spec.image(),
                        faces,
                        MaskinMessages.PlacementWish.under(
                                spec.placement(), PlacementPolicies.of(transaction, vm.datacenter())))),
                new Family.Owner(vm.tenant(), vm.project(), vm.environment())));
        context.resources().occupy(transaction, vm.id(), child, Phase.UPDATING);
        facade.auditBirth(transaction, parent, kind, vm, child);
        return child;
    }

    private static VmSagas.WantedInterface wanted(NetworkInterface face) {
        return new VmSagas.WantedInterface(face.index(), face.network(), face.mac(), face.requestedAddress());
    }

    private static RelocateVm relocation(SagaProgress vm) {
        var input = vm.input(Leaving.class);
        var networks = input.interfaces().stream()
                .map(VmSagas.WantedInterface::network)
                .toList();
        return new RelocateVm(vm.target(), input.from(), input.image(), networks, input.wish());
    }

    private static AttachPorts attachment(SagaProgress vm) {
        var host = vm.result("relocate", VmPlaced.class).hypervisor();
        var faces = vm.input(Leaving.class).interfaces().stream()
                .map(VmSagas::wanted)
                .toList();
        return new AttachPorts(vm.target(), host, faces);
    }

    private static ResumeVm resumption(SagaProgress vm) {
        return new ResumeVm(
                vm.target(), vm.result("attach", PortsAttached.class).ports());
    }

    /// What becomes of the audit log and of a hypervisor's resource as its task ends. Its phase follows
    /// what is seen of it; the task changes what is believed of it.
    static final class Care implements Saga.Hooks {
        private final Context context;
        private final Facade facade;
        private final String action;

        Care(Context context, Facade facade, String action) {
            this.context = context;
            this.facade = facade;
            this.action = action;
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            settle(transaction, progress, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            settle(transaction, progress, cancelled ? "CANCELLED" : "FAILED");
        }

        private void settle(Transaction transaction, SagaProgress progress, String outcome) {
            var host = facade.target(transaction, progress);
            context.resources().settle(transaction, host.id(), host.phase());
            facade.auditEnd(transaction, progress, action, host, outcome);
        }
    }
}
