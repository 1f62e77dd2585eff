package no.dataverket.maskin.vm;

import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.LeaveHost;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.volume.StoredVolume;
import no.dataverket.maskin.volume.Volumes;

/// Takes machines off their hosts, and up where they have a new place. The storage is told first, of root disks and
/// of volumes, so that nobody who knows only the old place starts them there.
final class MoveCommands {

    private final VmDesk desk;
    private final Vms vms;
    private final Volumes volumes;
    private final Turns turns;
    private final Pace pace;

    MoveCommands(VmDesk desk, Vms vms, Volumes volumes, Turns turns, Pace pace) {
        this.desk = desk;
        this.vms = vms;
        this.volumes = volumes;
        this.turns = turns;
        this.pace = pace;
    }

    Worker on(Worker worker) {
        return worker.on(LeaveHost.class, this::leave).on(ResumeVm.class, this::resume);
    }

    /// The ownership rises first, then the host is told: whatever of the old one is still under way is
    /// refused there.
    Done leave(Work<LeaveHost> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            if (!vm.host().id().equals(command.from())) {
                return new Done("It has left already.");
            }
            if (vm.spec() == null) {
                throw Failure.of(ProblemCode.RESOURCE_NOT_READY, "Machine " + vm.id() + " is not provisioned yet.");
            }
            var runtime = desk.runtime(vm);
            var leaving = vms.leaving(vm.id());
            work.progress().accept("asking the guest to shut down");
            var mode = new StopMode.Graceful(pace.gracefulStop());
            runtime.call(host -> host.ensureStopped(leaving.runtimeId(), leaving.revision(), mode));
            runtime.call(host -> host.ensureLetGo(leaving.runtimeId(), leaving.revision(), pace.remove()));
            vms.left(vm.id());
            return new Done("It is stopped, and nothing but its disk is left on "
                    + vm.host().name() + ".");
        });
    }

    Done resume(Work<ResumeVm> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            if (vm.spec() == null) {
                return new Done("It was never started.");
            }
            var ports = command.ports();
            var faced = ports == null
                    ? vm.spec()
                    : vm.spec().withNics(ports.stream().map(VmSpec::nic).toList());
            var runtime = desk.runtime(vm);
            work.progress().accept("taking its disks over on " + vm.host().name());
            var spec = faced.withVolumes(
                    faced.volumes().stream().map(held -> takeOver(vm, held)).toList());
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

    /// From here on whoever knows the volume by an earlier lease finds nothing.
    private VmSpec.Data takeOver(StoredVm vm, VmSpec.Data held) {
        try (var _ = turns.hold(held.volume())) {
            var path = volumes.lease(held.volume(), vm.id(), held.position());
            return new VmSpec.Data(held.volume(), held.position(), path.toString(), StoredVolume.serial(held.volume()));
        }
    }
}
