package no.dataverket.sentral.offerings;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.MaskinMessages.BackupTaken;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;

/// What becomes of volumes and their copies as tasks go on.
abstract sealed class CopyHooks implements Saga.Hooks {

    final Context context;
    final Facade facade;
    final StillVolumes volumes;
    private final String action;

    private CopyHooks(Context context, Facade facade, String action) {
        this.context = context;
        this.facade = facade;
        this.volumes = new StillVolumes(context);
        this.action = action;
    }

    void settle(
            Transaction transaction,
            SagaProgress progress,
            Resource target,
            Phase phase,
            Record known,
            String outcome) {
        context.resources().settle(transaction, target.id(), phase, known);
        facade.auditEnd(transaction, progress, action, target, outcome);
    }

    static String outcome(boolean cancelled) {
        return cancelled ? "CANCELLED" : "FAILED";
    }

    /// A snapshot or a backup is taken.
    static final class Taking extends CopyHooks {
        private final boolean backup;

        Taking(Context context, Facade facade, boolean backup) {
            super(context, facade, backup ? CopySagas.TAKE_BACKUP : CopySagas.TAKE_SNAPSHOT);
            this.backup = backup;
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var copy = facade.target(transaction, progress);
            settle(transaction, progress, copy, Phase.READY, known(progress), "SUCCEEDED");
            giveBack(transaction, progress);
        }

        private Record known(SagaProgress progress) {
            if (backup) {
                var taken = progress.result("take", BackupTaken.class);
                return new BackupOffering.Known(
                        taken.storedBytes(), taken.digest(), Facade.ready("The backup is there."));
            }
            return new SnapshotOffering.Known(Facade.ready("The snapshot is there."));
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var copy = facade.target(transaction, progress);
            if (undone) {
                context.budgets().release(transaction, copy.id());
            }
            var why = Facade.failed(progress, cancelled, undone);
            settle(transaction, progress, copy, Phase.FAILED, empty(why), outcome(cancelled));
            giveBack(transaction, progress);
        }

        private Record empty(List<Condition> conditions) {
            return backup ? new BackupOffering.Known(0, null, conditions) : new SnapshotOffering.Known(conditions);
        }

        private void giveBack(Transaction transaction, SagaProgress progress) {
            volumes.giveBack(
                    transaction,
                    progress,
                    progress.input(CopySagas.Taking.class).still());
        }
    }

    /// A snapshot or a backup goes.
    static final class Deletion extends CopyHooks {
        private final boolean backup;

        Deletion(Context context, Facade facade, boolean backup) {
            super(context, facade, backup ? CopySagas.DELETE_BACKUP : CopySagas.DELETE_SNAPSHOT);
            this.backup = backup;
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var copy = facade.target(transaction, progress);
            context.budgets().release(transaction, copy.id());
            context.resources().delete(transaction, copy.id());
            facade.auditEnd(
                    transaction,
                    progress,
                    backup ? CopySagas.DELETE_BACKUP : CopySagas.DELETE_SNAPSHOT,
                    copy,
                    "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var copy = facade.target(transaction, progress);
            var why = Facade.failed(progress, cancelled, undone);
            var known = backup ? copy.status(BackupOffering.Known.class).saying(why) : new SnapshotOffering.Known(why);
            settle(transaction, progress, copy, Phase.DEGRADED, known, outcome(cancelled));
        }
    }

    /// A volume becomes what it was. The task is the volume's; snapshot and machine wait with it.
    static final class Restoring extends CopyHooks {
        Restoring(Context context, Facade facade) {
            super(context, facade, CopySagas.RESTORE_SNAPSHOT);
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var volume = facade.target(transaction, progress);
            var known = volume.status(VolumeOffering.Known.class)
                    .saying(Facade.ready("The volume is what it was when the snapshot was taken."));
            settle(transaction, progress, volume, Phase.READY, known, "SUCCEEDED");
            giveBack(transaction, progress);
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var volume = facade.target(transaction, progress);
            var known = volume.status(VolumeOffering.Known.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, volume, Phase.DEGRADED, known, outcome(cancelled));
            giveBack(transaction, progress);
        }

        private void giveBack(Transaction transaction, SagaProgress progress) {
            var input = progress.input(CopySagas.Restoring.class);
            volumes.giveBackMachine(transaction, progress, input.still());
            volumes.giveBack(transaction, progress, input.snapshot(), Phase.READY);
        }
    }

    /// A volume is made from a backup, which waits with it.
    static final class Creation extends CopyHooks {
        Creation(Context context, Facade facade) {
            super(context, facade, CopySagas.RESTORE_BACKUP);
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var volume = facade.target(transaction, progress);
            int size = progress.input(CopySagas.Creating.class).sizeGib();
            var known = new VolumeOffering.Known(size, Facade.ready("The volume is what the backup holds."));
            settle(transaction, progress, volume, Phase.READY, known, "SUCCEEDED");
            volumes.giveBack(transaction, progress, backup(progress), Phase.READY);
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var volume = facade.target(transaction, progress);
            if (undone) {
                context.budgets().release(transaction, volume.id());
            }
            var known = new VolumeOffering.Known(0, Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, volume, Phase.FAILED, known, outcome(cancelled));
            volumes.giveBack(transaction, progress, backup(progress), Phase.READY);
        }

        private static Id backup(SagaProgress progress) {
            return progress.input(CopySagas.Creating.class).backup();
        }
    }
}
