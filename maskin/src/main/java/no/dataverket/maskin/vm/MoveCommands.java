package no.dataverket.maskin.vm;

import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;

/// Takes machines up where they have a new place. The storage is told first, so that nobody who knows only
/// the old place starts them there.
final class MoveCommands {

    private final VmDesk desk;
    private final Vms vms;

    MoveCommands(VmDesk desk, Vms vms) {
        this.desk = desk;
        this.vms = vms;
    }

    Worker on(Worker worker) {
        return worker.on(ResumeVm.class, this::resume);
    }

    Done resume(Work<ResumeVm> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            if (vm.spec() == null) {
                return new Done("It was never started.");
            }
            var spec = vm.spec()
                    .withNics(command.ports().stream().map(VmSpec::nic).toList());
            var runtime = desk.runtime(vm);
            work.progress().accept("taking its disk over on " + vm.host().name());
            runtime.call(host -> {
                host.ensureAdopted(vm.runtimeId(), vm.revision());
                return host.ensureDefined(spec.definition(vm.id(), vm.revision()));
            });
            vms.resumed(vm.id(), spec);
            if (vm.wantedRunning()) {
                desk.start(work, vm, runtime);
                return new Done("runs on " + vm.host().name());
            }
            desk.look(work, vm, runtime);
            return new Done("is off on " + vm.host().name());
        });
    }
}
