package no.dataverket.maskin.vm;

import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.ClearVm;
import no.dataverket.contract.command.MaskinMessages.GrowDisk;
import no.dataverket.contract.command.MaskinMessages.ReserveRoom;
import no.dataverket.contract.command.MaskinMessages.ResizeVm;
import no.dataverket.core.db.Database;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.image.Images;
import no.dataverket.maskin.placement.Placement;
import no.dataverket.maskin.runtime.DiskRequest;

/// Gives machines another size, and clears away what a machine was made of so that it can be made anew, on
/// the host that they are on.
final class SizeCommands {

    private static final long GIB = 1L << 30;

    private final VmDesk desk;
    private final Vms vms;
    private final Database database;
    private final Images images;
    private final Pace pace;

    SizeCommands(VmDesk desk, Vms vms, Database database, Images images, Pace pace) {
        this.desk = desk;
        this.vms = vms;
        this.database = database;
        this.images = images;
        this.pace = pace;
    }

    Worker on(Worker worker) {
        return worker.on(ReserveRoom.class, this::reserve)
                .on(ResizeVm.class, this::resize)
                .on(GrowDisk.class, this::grow)
                .on(ClearVm.class, this::clear);
    }

    Done reserve(Work<ReserveRoom> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            database.run(transaction -> Placement.resize(transaction, vm.id(), command.vcpus(), command.memoryMib()));
            return new Done(command.vcpus() + " vcpus and " + command.memoryMib() + " MiB are kept for it on "
                    + vm.host().name());
        });
    }

    Done resize(Work<ResizeVm> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            var spec = vm.requireSpec();
            if (command.vcpus() > vm.vcpus() || command.memoryMib() > vm.memoryMib()) {
                throw Failure.of(
                        ProblemCode.VALIDATION_FAILED,
                        "Room was reserved for " + vm.vcpus() + " vcpus and " + vm.memoryMib() + " MiB, not for "
                                + command.vcpus() + " vcpus and " + command.memoryMib() + " MiB.");
            }
            vms.redefine(vm.id(), spec.sized(command.vcpus(), command.memoryMib()));
            desk.define(desk.again(vm), desk.runtime(vm));
            return new Done(
                    "it has " + command.vcpus() + " vcpus and " + command.memoryMib() + " MiB at its next start");
        });
    }

    Done grow(Work<GrowDisk> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.requireSpec();
            var image = images.find(Objects.requireNonNull(vm.image()))
                    .orElseThrow(() -> Failure.of(
                            ProblemCode.RESOURCE_NOT_READY, "The image " + vm.image() + " is not in the store."));
            var disk = desk.runtime(vm)
                    .call(host -> host.ensureDisk(new DiskRequest(
                            vm.runtimeId(),
                            vm.revision(),
                            image.path(image.manifest().disk()),
                            image.manifest().format(),
                            command.diskGib() * GIB)));
            return new Done("its disk has " + disk.sizeBytes() / GIB + " GiB");
        });
    }

    /// Whatever is on the host goes under one revision, and what comes after comes under the next: a
    /// machine that was removed never comes back by a late command.
    Done clear(Work<ClearVm> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            if (vm.state() == StoredVm.State.PLACED && command.image().equals(vm.image())) {
                return new Done("It was cleared before.");
            }
            var image = database.call(transaction -> images.get(transaction, command.image()));
            DiskCommands.refuseTooSmall(command.diskGib(), image);
            work.progress().accept("removing its old disk on " + vm.host().name());
            desk.runtime(vm).call(host -> host.ensureAbsent(vm.runtimeId(), vm.revision(), pace.remove()));
            database.run(transaction -> vms.cleared(transaction, vm.id(), command.image()));
            return new Done("Nothing of it is left on " + vm.host().name() + ".");
        });
    }
}
