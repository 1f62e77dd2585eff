package no.dataverket.maskin.vm;

import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.ProblemKind;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.AttachVolume;
import no.dataverket.contract.command.MaskinMessages.CreateVolume;
import no.dataverket.contract.command.MaskinMessages.DeleteVolume;
import no.dataverket.contract.command.MaskinMessages.DetachVolume;
import no.dataverket.contract.command.MaskinMessages.GrowVolume;
import no.dataverket.contract.command.MaskinMessages.VolumeAttached;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.volume.StoredVolume;
import no.dataverket.maskin.volume.Volumes;

/// Makes volumes, and says which machine writes to them. That changes only while the machine is seen to be off: one
/// that can't be asked keeps its volumes.
final class VolumeCommands {

    private static final long GIB = 1L << 30;

    private final VmDesk desk;
    private final Vms vms;
    private final Volumes volumes;
    private final Turns turns;

    VolumeCommands(VmDesk desk, Vms vms, Volumes volumes, Turns turns) {
        this.desk = desk;
        this.vms = vms;
        this.volumes = volumes;
        this.turns = turns;
    }

    Worker on(Worker worker) {
        return worker.on(CreateVolume.class, this::create)
                .on(GrowVolume.class, this::grow)
                .on(DeleteVolume.class, this::delete)
                .on(AttachVolume.class, this::attach)
                .on(DetachVolume.class, this::detach);
    }

    Done create(Work<CreateVolume> work) {
        var command = work.command();
        try (var _ = turns.hold(command.volume())) {
            volumes.create(command.volume(), command.datacenter(), command.sizeGib() * GIB, Claim.of(work));
            return new Done("It is there, " + command.sizeGib() + " GiB.");
        }
    }

    Done grow(Work<GrowVolume> work) {
        var command = work.command();
        try (var _ = turns.hold(command.volume())) {
            volumes.find(command.volume())
                    .flatMap(held -> Optional.ofNullable(held.vm()))
                    .flatMap(vms::find)
                    .ifPresent(writer -> requireOff(writer, desk.runtime(writer)));
            volumes.grow(command.volume(), command.sizeGib() * GIB, Claim.of(work));
            return new Done("It has " + command.sizeGib() + " GiB.");
        }
    }

    Done delete(Work<DeleteVolume> work) {
        var command = work.command();
        try (var _ = turns.hold(command.volume())) {
            volumes.remove(command.volume(), Claim.of(work));
            return new Done("Nothing of it is left.");
        }
    }

    VolumeAttached attach(Work<AttachVolume> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            var before = vm.requireSpec();
            var runtime = desk.runtime(vm);
            requireOff(vm, runtime);
            try (var _ = turns.hold(command.volume())) {
                var path = volumes.lease(command.volume(), vm.id(), command.position());
                var data = new VmSpec.Data(
                        command.volume(), command.position(), path.toString(), StoredVolume.serial(command.volume()));
                define(vm, runtime, before, before.with(data));
                return new VolumeAttached("/dev/" + data.disk().device(), data.serial());
            }
        });
    }

    Done detach(Work<DetachVolume> work) {
        var command = work.command();
        return desk.serveIfThere(
                work,
                command.vm(),
                vm -> {
                    withdraw(vm, command.volume());
                    release(command.volume(), vm.id());
                    return new Done("The machine has it no more.");
                },
                () -> {
                    release(command.volume(), command.vm());
                    return new Done("There is no such machine any more.");
                });
    }

    private void release(Id volume, Id vm) {
        try (var _ = turns.hold(volume)) {
            volumes.release(volume, vm);
        }
    }

    /// Takes a volume out of the machine's definition. One that moves or is being removed may still run somewhere, and
    /// is refused.
    private void withdraw(StoredVm vm, Id volume) {
        var definition = vm.spec();
        if (definition == null || !has(vm.id(), definition, volume)) {
            return;
        }
        switch (vm.state()) {
            // Nothing is on the host that could write.
            case PLACED, PREPARED -> vms.redefine(vm.id(), definition.withoutVolume(volume));
            case DEFINED, MOVING, REMOVING -> {
                var before = vm.requireSpec();
                var runtime = desk.runtime(vm);
                requireOff(vm, runtime);
                define(vm, runtime, before, before.withoutVolume(volume));
            }
        }
    }

    private boolean has(Id vm, VmSpec definition, Id volume) {
        return definition.volumes().stream().anyMatch(held -> held.volume().equals(volume))
                || volumes.find(volume).filter(held -> vm.equals(held.vm())).isPresent();
    }

    /// What the host refuses for good is not kept, or the machine could not start again.
    private void define(StoredVm vm, HostRuntime runtime, VmSpec before, VmSpec wanted) {
        vms.redefine(vm.id(), wanted);
        try {
            runtime.call(host -> host.ensureDefined(wanted.definition(vm.id(), vm.revision())));
        } catch (Failure refused) {
            if (refused.code().kind() != ProblemKind.UNAVAILABLE) {
                vms.redefine(vm.id(), before);
            }
            throw refused;
        }
    }

    /// Wanted off is not enough, and neither is being off by chance.
    static void requireOff(StoredVm vm, HostRuntime runtime) {
        var power = VmDesk.power(runtime.call(host -> host.observe(vm.runtimeId())));
        boolean off = power.equals(StoredVm.OFF) || power.equals("CRASHED") || power.equals(StoredVm.ABSENT);
        if (vm.wantedRunning() || !off) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_READY,
                            "Machine " + vm.id() + " is " + power + ", and volumes change hands only while it is off.")
                    .hint("Stop it first: dvce vm stop NAME");
        }
    }
}
