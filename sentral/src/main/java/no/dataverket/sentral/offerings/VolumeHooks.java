package no.dataverket.sentral.offerings;

import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;

/// What becomes of a volume's resource as its tasks go on.
abstract sealed class VolumeHooks implements Saga.Hooks {

    final Context context;
    final Facade facade;
    private final String action;

    private VolumeHooks(Context context, Facade facade, String action) {
        this.context = context;
        this.facade = facade;
        this.action = action;
    }

    void settle(
            Transaction transaction,
            SagaProgress progress,
            Resource volume,
            Phase phase,
            VolumeOffering.Known known,
            String outcome) {
        context.resources().settle(transaction, volume.id(), phase, known);
        facade.auditEnd(transaction, progress, action, volume, outcome);
    }

    static String outcome(boolean cancelled) {
        return cancelled ? "CANCELLED" : "FAILED";
    }

    static final class Creation extends VolumeHooks {
        Creation(Context context, Facade facade) {
            super(context, facade, "volume.create");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var volume = facade.target(transaction, progress);
            int size = progress.input(VolumeSagas.Creating.class).sizeGib();
            var known = new VolumeOffering.Known(size, Facade.ready("The volume is there."));
            settle(transaction, progress, volume, Phase.READY, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var volume = facade.target(transaction, progress);
            if (undone) {
                context.budgets().release(transaction, volume.id());
            }
            var known = new VolumeOffering.Known(0, Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, volume, Phase.FAILED, known, outcome(cancelled));
        }
    }

    static final class Growth extends VolumeHooks {
        Growth(Context context, Facade facade) {
            super(context, facade, "volume.grow");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var volume = facade.target(transaction, progress);
            int size = progress.input(VolumeSagas.Growing.class).sizeGib();
            var known = new VolumeOffering.Known(size, Facade.ready("The volume has its size."));
            settle(transaction, progress, volume, Phase.READY, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var volume = facade.target(transaction, progress);
            var known = volume.status(VolumeOffering.Known.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, volume, Phase.DEGRADED, known, outcome(cancelled));
        }
    }

    static final class Deletion extends VolumeHooks {
        Deletion(Context context, Facade facade) {
            super(context, facade, "volume.delete");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var volume = facade.target(transaction, progress);
            context.budgets().release(transaction, volume.id());
            context.resources().delete(transaction, volume.id());
            facade.auditEnd(transaction, progress, "volume.delete", volume, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var volume = facade.target(transaction, progress);
            var known = volume.status(VolumeOffering.Known.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, volume, Phase.DEGRADED, known, outcome(cancelled));
        }
    }

    /// The task is the machine's; the volume waits with it.
    static final class Handover extends VolumeHooks {
        private final boolean attaches;

        Handover(Context context, Facade facade, boolean attaches) {
            super(context, facade, attaches ? "vm.attach-volume" : "vm.detach-volume");
            this.attaches = attaches;
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var said = attaches ? "The machine has the volume." : "The machine has given the volume back.";
            if (!attaches) {
                forget(transaction, progress);
            }
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).realised(progress.generation(), Facade.ready(said));
            end(transaction, progress, vm, VmHooks.phaseOf(vm), known, "SUCCEEDED");
            volume(transaction, progress, Phase.READY);
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            boolean back = attaches && undone;
            if (back) {
                forget(transaction, progress);
            }
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).saying(Facade.failed(progress, cancelled, undone));
            var phase = back ? VmHooks.phaseOf(vm) : Phase.DEGRADED;
            end(transaction, progress, vm, phase, known, outcome(cancelled));
            volume(transaction, progress, back ? Phase.READY : Phase.DEGRADED);
        }

        private void forget(Transaction transaction, SagaProgress progress) {
            VolumeAttachments.delete(
                    transaction, progress.input(VolumeSagas.Handing.class).volume());
        }

        private void volume(Transaction transaction, SagaProgress progress, Phase phase) {
            context.resources()
                    .settle(
                            transaction,
                            progress.input(VolumeSagas.Handing.class).volume(),
                            phase);
        }

        private void end(
                Transaction transaction,
                SagaProgress progress,
                Resource vm,
                Phase phase,
                VmKnown known,
                String outcome) {
            context.resources().settle(transaction, vm.id(), phase, known);
            facade.auditEnd(transaction, progress, attaches ? "vm.attach-volume" : "vm.detach-volume", vm, outcome);
        }
    }
}
