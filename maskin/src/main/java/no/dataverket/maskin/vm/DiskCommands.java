package no.dataverket.maskin.vm;

import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.MaskinMessages.DiskPrepared;
import no.dataverket.contract.command.MaskinMessages.PrepareDisk;
import no.dataverket.core.db.Database;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.image.Images;
import no.dataverket.maskin.image.StoredImage;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.SeedFiles;
import no.dataverket.maskin.runtime.SeedRequest;

/// Makes the files of machines.
final class DiskCommands {

    private static final long GIB = 1L << 30;

    private final VmDesk desk;
    private final Vms vms;
    private final Database database;
    private final Images images;

    DiskCommands(VmDesk desk, Vms vms, Database database, Images images) {
        this.desk = desk;
        this.vms = vms;
        this.database = database;
        this.images = images;
    }

    Worker on(Worker worker) {
        return worker.on(PrepareDisk.class, this::prepare);
    }

    DiskPrepared prepare(Work<PrepareDisk> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            refuseOtherImage(command, vm);
            var image = database.call(transaction -> {
                var found = images.get(transaction, command.image());
                refuseTooSmall(command.diskGib(), found);
                vms.prepare(transaction, vm.id(), command.image());
                return found;
            });
            images.requireIntact(image);
            var runtime = desk.runtime(vm);
            work.progress().accept("making the disk on " + vm.host().name());
            var disk = runtime.call(host -> host.ensureDisk(new DiskRequest(
                    vm.runtimeId(),
                    vm.revision(),
                    image.path(image.manifest().disk()),
                    image.manifest().format(),
                    command.diskGib() * GIB)));
            var request = new SeedRequest(
                    vm.runtimeId(),
                    vm.revision(),
                    command.hostname(),
                    GuestData.userData(command.userData(), command.sshAuthorizedKeys()),
                    GuestData.networks(command.ports()));
            var seed = runtime.call(host -> host.ensureSeed(request));
            vms.prepared(vm.id(), disk.path().toString(), seed.path().toString());
            var note = "disk of " + command.diskGib() + " GiB from "
                    + image.manifest().name() + "@" + image.manifest().version() + " on "
                    + vm.host().name();
            return new DiskPrepared(note, SeedFiles.of(request).sha256());
        });
    }

    /// A disk leans on the image that it was made from.
    private static void refuseOtherImage(PrepareDisk command, StoredVm vm) {
        if (vm.image() != null && !vm.image().equals(command.image())) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, "The machine's disk is made from image " + vm.image() + ".")
                    .hint("Delete the machine and create it again from the other image.");
        }
    }

    static void refuseTooSmall(int diskGib, StoredImage image) {
        if (diskGib * GIB < image.manifest().virtualSizeBytes()) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "A disk of " + diskGib + " GiB is smaller than the image, which has "
                                    + image.manifest().virtualSizeBytes() + " bytes.")
                    .hint("Ask for a larger disk.");
        }
    }
}
