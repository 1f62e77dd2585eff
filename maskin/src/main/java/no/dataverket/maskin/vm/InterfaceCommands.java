package no.dataverket.maskin.vm;

import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemKind;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.AttachInterface;
import no.dataverket.contract.command.MaskinMessages.DetachInterface;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.runtime.NicOutcome;

/// Plugs and unplugs interfaces.
final class InterfaceCommands {

    private final VmDesk desk;
    private final Vms vms;
    private final Pace pace;

    InterfaceCommands(VmDesk desk, Vms vms, Pace pace) {
        this.desk = desk;
        this.vms = vms;
        this.pace = pace;
    }

    Worker on(Worker worker) {
        return worker.on(AttachInterface.class, this::attach).on(DetachInterface.class, this::detach);
    }

    Done attach(Work<AttachInterface> work) {
        return desk.serve(work, work.command().vm(), vm -> {
            var nic = VmSpec.nic(work.command().port());
            return bringUp(work, vm, vm.requireSpec().with(nic));
        });
    }

    Done detach(Work<DetachInterface> work) {
        var command = work.command();
        return desk.serveIfThere(
                work,
                command.vm(),
                vm -> vm.spec() == null || vm.state() != StoredVm.State.DEFINED
                        ? new Done("The machine has no interfaces.")
                        : bringUp(work, vm, vm.requireSpec().without(command.index())),
                () -> new Done("There is no such machine any more."));
    }

    /// What the host refuses for good is not kept, or the machine could not start again.
    private Done bringUp(Work<?> work, StoredVm vm, VmSpec wanted) {
        var before = vm.requireSpec();
        var definition = wanted.definition(vm.id(), vm.revision());
        var runtime = desk.runtime(vm);
        vms.redefine(vm.id(), wanted);
        try {
            var outcome = runtime.call(host -> host.ensureNics(definition, pace.unplug()));
            desk.look(work, vm, runtime);
            return new Done(
                    outcome == NicOutcome.AT_NEXT_START
                            ? "It takes effect when the machine is started next."
                            : "The machine has it.");
        } catch (Failure refused) {
            if (refused.code().kind() != ProblemKind.UNAVAILABLE) {
                vms.redefine(vm.id(), before);
            }
            throw refused;
        }
    }
}
