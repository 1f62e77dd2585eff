package no.dataverket.maskin.vm;

import no.dataverket.contract.Id;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.ReleaseVm;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.claim.Tombstones;
import no.dataverket.maskin.placement.Placement;
import no.dataverket.maskin.volume.Volumes;

/// Removes machines. Room is given back only when nothing of the machine is left on its host.
final class RemovalCommands {

    private final VmDesk desk;
    private final Vms vms;
    private final Database database;
    private final VmNews news;
    private final Volumes volumes;
    private final Pace pace;

    RemovalCommands(VmDesk desk, Vms vms, Database database, VmNews news, Volumes volumes, Pace pace) {
        this.desk = desk;
        this.vms = vms;
        this.database = database;
        this.news = news;
        this.volumes = volumes;
        this.pace = pace;
    }

    Worker on(Worker worker) {
        return worker.on(DeleteVm.class, work -> remove(work, work.command().vm()))
                .on(ReleaseVm.class, work -> remove(work, work.command().vm()));
    }

    private Done remove(Work<?> work, Id id) {
        return desk.serveIfThere(work, id, vm -> remove(work, vm), () -> {
            database.run(transaction -> Tombstones.bury(transaction, id, Claim.of(work), 1, 0));
            return new Done("Nothing was there.");
        });
    }

    private Done remove(Work<?> work, StoredVm vm) {
        boolean onHost = vm.state() != StoredVm.State.PLACED;
        if (onHost) {
            vms.beginRemoval(vm.id());
            clear(vm);
        }
        var volumes = database.call(transaction -> {
            var held = Volumes.releaseAll(transaction, vm.id());
            Placement.release(transaction, vm.id());
            Tombstones.bury(transaction, vm.id(), Claim.of(work), buriedAs(vm), vm.revisionNumber());
            if (onHost) {
                news.tell(
                        transaction,
                        news.unjudged(vm.id(), vm.host().id(), StoredVm.ABSENT, ""),
                        Origin.following(work.envelope()));
            }
            return held;
        });
        volumes.forEach(this.volumes::settle);
        return new Done(
                vm.fenced()
                        ? vm.host().name() + " is fenced and does not bring it back."
                        : "Nothing of it is left on " + vm.host().name() + ".");
    }

    /// What a fenced host still has is of an earlier ownership, and so it goes when that host returns.
    private static long buriedAs(StoredVm vm) {
        return vm.fenced() ? vm.ownership() + 1 : vm.ownership();
    }

    /// A fenced host is proven to run nothing. What it has left of a removed machine goes when it returns.
    private void clear(StoredVm vm) {
        if (!vm.fenced()) {
            desk.runtime(vm).call(host -> host.ensureAbsent(vm.runtimeId(), vm.revision(), pace.remove()));
        }
    }
}
