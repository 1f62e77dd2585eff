package no.dataverket.sentral.offerings;

import java.time.Duration;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.DeleteBackup;
import no.dataverket.contract.command.MaskinMessages.DeleteSnapshot;
import no.dataverket.contract.command.MaskinMessages.DeleteVolume;
import no.dataverket.contract.command.MaskinMessages.RestoreBackup;
import no.dataverket.contract.command.MaskinMessages.RestoreSnapshot;
import no.dataverket.contract.command.MaskinMessages.TakeBackup;
import no.dataverket.contract.command.MaskinMessages.TakeSnapshot;
import no.dataverket.sentral.tasks.Saga;

/// The sagas of snapshots and backups. Copying takes as long as a disk is large.
final class CopySagas {

    static final String TAKE_SNAPSHOT = "snapshot.create";
    static final String DELETE_SNAPSHOT = "snapshot.delete";
    static final String RESTORE_SNAPSHOT = "volume.restore";
    static final String TAKE_BACKUP = "backup.create";
    static final String DELETE_BACKUP = "backup.delete";
    static final String RESTORE_BACKUP = "volume.create-from-backup";

    private static final String MASKIN = MaskinMessages.SERVICE;
    private static final Duration COPYING = Duration.ofHours(4);
    private static final Duration TASK = Duration.ofHours(24);

    private CopySagas() {}

    /// What is copied.
    record Taking(StillVolumes.Still still) {}

    /// What a volume is made again from.
    record Restoring(Id snapshot, StillVolumes.Still still) {}

    /// What a volume is made from.
    record Creating(Id backup, String datacenter, int sizeGib) {}

    static Saga takeSnapshot(Saga.Hooks hooks) {
        return Saga.of(TAKE_SNAPSHOT, 1)
                .step(
                        "take",
                        "volume copied",
                        MASKIN,
                        snapshot -> new TakeSnapshot(
                                snapshot.target(),
                                snapshot.input(Taking.class).still().volume()),
                        snapshot -> new DeleteSnapshot(snapshot.target()))
                .within(COPYING)
                .atMost(TASK)
                .build(hooks);
    }

    static Saga deleteSnapshot(Saga.Hooks hooks) {
        return Saga.of(DELETE_SNAPSHOT, 1)
                .finalStep("delete", "snapshot removed", MASKIN, snapshot -> new DeleteSnapshot(snapshot.target()))
                .build(hooks);
    }

    static Saga restoreSnapshot(Saga.Hooks hooks) {
        return Saga.of(RESTORE_SNAPSHOT, 1)
                .finalStep(
                        "restore",
                        "volume made what it was",
                        MASKIN,
                        volume -> new RestoreSnapshot(
                                volume.target(), volume.input(Restoring.class).snapshot()))
                .within(COPYING)
                .atMost(TASK)
                .build(hooks);
    }

    static Saga takeBackup(Saga.Hooks hooks) {
        return Saga.of(TAKE_BACKUP, 1)
                .step(
                        "take",
                        "volume copied",
                        MASKIN,
                        backup -> new TakeBackup(
                                backup.target(),
                                backup.input(Taking.class).still().volume()),
                        backup -> new DeleteBackup(backup.target()))
                .within(COPYING)
                .atMost(TASK)
                .build(hooks);
    }

    static Saga deleteBackup(Saga.Hooks hooks) {
        return Saga.of(DELETE_BACKUP, 1)
                .finalStep("delete", "backup removed", MASKIN, backup -> new DeleteBackup(backup.target()))
                .build(hooks);
    }

    static Saga restoreBackup(Saga.Hooks hooks) {
        return Saga.of(RESTORE_BACKUP, 1)
                .step(
                        "restore",
                        "backup checked, volume made",
                        MASKIN,
                        volume -> {
                            var from = volume.input(Creating.class);
                            return new RestoreBackup(volume.target(), from.backup(), from.datacenter(), from.sizeGib());
                        },
                        volume -> new DeleteVolume(volume.target()))
                .within(COPYING)
                .atMost(TASK)
                .build(hooks);
    }
}
