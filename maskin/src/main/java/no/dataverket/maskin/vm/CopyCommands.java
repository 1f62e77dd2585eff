package no.dataverket.maskin.vm;

import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.BackupTaken;
import no.dataverket.contract.command.MaskinMessages.DeleteBackup;
import no.dataverket.contract.command.MaskinMessages.DeleteSnapshot;
import no.dataverket.contract.command.MaskinMessages.RestoreBackup;
import no.dataverket.contract.command.MaskinMessages.RestoreSnapshot;
import no.dataverket.contract.command.MaskinMessages.TakeBackup;
import no.dataverket.contract.command.MaskinMessages.TakeSnapshot;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.volume.Backups;
import no.dataverket.maskin.volume.Snapshots;
import no.dataverket.maskin.volume.StoredVolume;
import no.dataverket.maskin.volume.Volumes;
import org.jspecify.annotations.Nullable;

/// Copies volumes while nobody writes to them: the machine that has one is seen to be off, and kept off
/// until the copy is there.
final class CopyCommands {

    private static final long GIB = 1L << 30;

    private final VmDesk desk;
    private final Vms vms;
    private final Volumes volumes;
    private final Snapshots snapshots;
    private final Backups backups;
    private final Turns turns;

    CopyCommands(VmDesk desk, Vms vms, Volumes volumes, Snapshots snapshots, Backups backups, Turns turns) {
        this.desk = desk;
        this.vms = vms;
        this.volumes = volumes;
        this.snapshots = snapshots;
        this.backups = backups;
        this.turns = turns;
    }

    Worker on(Worker worker) {
        return worker.on(TakeSnapshot.class, this::takeSnapshot)
                .on(DeleteSnapshot.class, this::deleteSnapshot)
                .on(RestoreSnapshot.class, this::restoreSnapshot)
                .on(TakeBackup.class, this::takeBackup)
                .on(DeleteBackup.class, this::deleteBackup)
                .on(RestoreBackup.class, this::restoreBackup);
    }

    Done takeSnapshot(Work<TakeSnapshot> work) {
        var command = work.command();
        try (var _ = still(command.volume());
                var _ = turns.hold(command.snapshot())) {
            snapshots.take(command.snapshot(), command.volume(), Claim.of(work), work.progress());
            return new Done("What is on the volume is kept.");
        }
    }

    Done deleteSnapshot(Work<DeleteSnapshot> work) {
        var command = work.command();
        try (var _ = turns.hold(command.snapshot())) {
            snapshots.remove(command.snapshot(), Claim.of(work));
            return new Done("Nothing of it is left.");
        }
    }

    /// The volume gets another lease, and its machine is told where it is now.
    Done restoreSnapshot(Work<RestoreSnapshot> work) {
        var command = work.command();
        try (var still = still(command.volume());
                var _ = turns.hold(command.snapshot())) {
            snapshots.restore(command.volume(), command.snapshot(), Claim.of(work), work.progress());
            still.writer().ifPresent(vm -> tell(vm, command.volume()));
            return new Done("The volume is as it was.");
        }
    }

    BackupTaken takeBackup(Work<TakeBackup> work) {
        var command = work.command();
        try (var _ = still(command.volume());
                var _ = turns.hold(command.backup())) {
            var taken = backups.take(command.backup(), command.volume(), Claim.of(work), work.progress());
            return new BackupTaken(taken.sizeBytes(), taken.storedBytes(), taken.digest());
        }
    }

    Done deleteBackup(Work<DeleteBackup> work) {
        var command = work.command();
        try (var _ = turns.hold(command.backup())) {
            backups.remove(command.backup(), Claim.of(work));
            return new Done("Nothing of it is left.");
        }
    }

    Done restoreBackup(Work<RestoreBackup> work) {
        var command = work.command();
        try (var _ = turns.hold(command.backup());
                var _ = turns.hold(command.volume())) {
            backups.restore(
                    command.volume(),
                    command.backup(),
                    command.datacenter(),
                    command.sizeGib() * GIB,
                    Claim.of(work),
                    work.progress());
            return new Done("It is there, and as it was written.");
        }
    }

    private void tell(StoredVm vm, Id volume) {
        var before = vm.requireSpec();
        before.volumes().stream()
                .filter(held -> held.volume().equals(volume))
                .findFirst()
                .ifPresent(held -> {
                    var path = volumes.lease(volume, vm.id(), held.position());
                    var data = new VmSpec.Data(volume, held.position(), path.toString(), StoredVolume.serial(volume));
                    var told = vms.revise(vm.id(), before.with(data));
                    desk.runtime(told).call(host -> host.ensureDefined(told.requireDefinition()));
                });
    }

    /// A volume that nobody writes to until this is closed.
    ///
    /// @param writer the machine that has it, which is off
    private record Still(Optional<StoredVm> writer, Turns.Hold ofVolume, Optional<Turns.Hold> ofWriter)
            implements AutoCloseable {
        @Override
        public void close() {
            ofVolume.close();
            ofWriter.ifPresent(Turns.Hold::close);
        }
    }

    /// Commands to the machine wait meanwhile, as do those to the volume.
    ///
    /// @throws Failure `RESOURCE_NOT_READY` if its machine is not off; `RESOURCE_BUSY` if it changes hands
    private Still still(Id volume) {
        var vm = writer(volume);
        var ofWriter = vm.map(turns::hold);
        Turns.@Nullable Hold ofVolume = null;
        try {
            ofVolume = turns.hold(volume);
            if (!writer(volume).equals(vm)) {
                throw Failure.of(ProblemCode.RESOURCE_BUSY, "Volume " + volume + " changes hands.");
            }
            var stored = vm.map(id -> vms.find(id).orElseThrow(() -> Vms.unknown(id)));
            stored.ifPresent(writer -> {
                writer.requireSpec();
                VolumeCommands.requireOff(writer, desk.runtime(writer));
            });
            return new Still(stored, ofVolume, ofWriter);
        } catch (RuntimeException refused) {
            if (ofVolume != null) {
                ofVolume.close();
            }
            ofWriter.ifPresent(Turns.Hold::close);
            throw refused;
        }
    }

    private Optional<Id> writer(Id volume) {
        return volumes.find(volume).flatMap(held -> Optional.ofNullable(held.vm()));
    }
}
