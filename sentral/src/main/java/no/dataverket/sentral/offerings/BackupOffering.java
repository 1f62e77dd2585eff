package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Backup;
import no.dataverket.contract.api.Backup.BackupStatus;
import no.dataverket.contract.api.BackupCreate;
import no.dataverket.contract.api.BackupRestore;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;
import org.jspecify.annotations.Nullable;

/// Backups: copies of volumes that outlive them. Taken while nobody writes to the volume; a restore
/// makes a new one.
public final class BackupOffering implements Offering {

    private final Context context;
    private final Facade facade;
    private final StillVolumes volumes;

    public BackupOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.volumes = new StillVolumes(context);
    }

    /// What a backup is of.
    record Spec(Map<String, String> labels, Id volume, String volumeName, int sizeGib) {}

    /// What is known of a backup.
    ///
    /// @param digest null until it is there
    record Known(long storedBytes, @Nullable String digest, List<Condition> conditions) {

        Known saying(List<Condition> now) {
            return new Known(storedBytes, digest, now);
        }
    }

    private record Nothing() {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listBackups",
                call -> facade.list(
                        call,
                        IdKind.BACKUP,
                        (transaction, found, blockers) -> found.stream()
                                .map(backup -> view(backup, blockers.apply(backup)))
                                .toList()),
                "getBackup",
                this::get,
                "createBackup",
                call -> context.mutations().run(call, this::create),
                "restoreBackup",
                call -> context.mutations().run(call, this::restore),
                "deleteBackup",
                call -> context.mutations().run(call, this::delete));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                CopySagas.takeBackup(new CopyHooks.Taking(context, facade, true)),
                CopySagas.restoreBackup(new CopyHooks.Creation(context, facade)),
                CopySagas.deleteBackup(new CopyHooks.Deletion(context, facade, true)));
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var backup = facade.find(transaction, call, IdKind.BACKUP, "backup", Access.VIEWER);
            return Answer.of(200, view(backup, facade.blockers(transaction, backup)))
                    .etag(backup.generation());
        });
    }

    private Answer create(Change change) {
        var body = change.call().body(BackupCreate.class);
        var transaction = change.transaction();
        var lineage =
                volumes.environment(transaction, change.actor(), body.tenant(), body.project(), body.environment());
        var environment = lineage.scope();
        var volume = volumes.ready(transaction, environment.id(), body.volume());
        var still = volumes.still(transaction, volume);
        int size = volume.spec(VolumeOffering.Spec.class).sizeGib();
        var labels = Objects.requireNonNullElse(body.labels(), Map.<String, String>of());
        var backup = new Resource(
                Id.next(IdKind.BACKUP),
                environment.tenant(),
                environment.project(),
                environment.id(),
                volume.datacenter(),
                body.name(),
                1,
                Phase.PROVISIONING,
                JsonText.of(new Spec(labels, volume.id(), volume.name(), size)),
                JsonText.of(new Known(0, null, List.of())),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        context.resources().insert(transaction, backup);
        change.chargesLast(() ->
                context.budgets().charge(transaction, Facade.consumer(backup), StillVolumes.charges(lineage, size)));
        change.creates("backup " + backup.name() + " of volume " + volume.name());
        var task = change.begin(CopySagas.TAKE_BACKUP, backup, 1, new CopySagas.Taking(still));
        volumes.occupy(transaction, still, task);
        return answer(change, backup.id(), task, Phase.PROVISIONING);
    }

    /// The new volume is of the backup's environment and datacenter, and as large.
    private Answer restore(Change change) {
        var body = change.call().body(BackupRestore.class);
        var transaction = change.transaction();
        var backup = facade.lock(transaction, change.call(), IdKind.BACKUP, "backup", Access.EDITOR);
        Facade.requireIdle(backup);
        if (backup.phase() != Phase.READY) {
            throw StillVolumes.notReady(backup);
        }
        var environment = Objects.requireNonNull(backup.environment());
        var lineage = context.scopes().lineage(transaction, environment).orElseThrow();
        new Policies().require(transaction, change.actor(), "volume", backup.tenant(), backup.project());
        int size = backup.spec(Spec.class).sizeGib();
        var spec = new VolumeOffering.Spec(
                Objects.requireNonNullElse(body.labels(), Map.of()),
                Objects.requireNonNullElse(body.deletionProtection(), false),
                size);
        var volume = new Resource(
                Id.next(IdKind.VOLUME),
                backup.tenant(),
                backup.project(),
                environment,
                backup.datacenter(),
                body.name(),
                1,
                Phase.PROVISIONING,
                JsonText.of(spec),
                JsonText.of(new VolumeOffering.Known(0, List.of())),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        context.resources().insert(transaction, volume);
        change.chargesLast(() ->
                context.budgets().charge(transaction, Facade.consumer(volume), StillVolumes.charges(lineage, size)));
        change.creates("volume " + volume.name() + " from backup " + backup.name());
        var input = new CopySagas.Creating(backup.id(), backup.datacenter(), size);
        var task = change.begin(CopySagas.RESTORE_BACKUP, volume, 1, input);
        context.resources().occupy(transaction, backup.id(), task, Phase.UPDATING);
        context.resources().occupy(transaction, volume.id(), task, Phase.PROVISIONING);
        var stored = context.resources().find(transaction, volume.id()).orElseThrow();
        var shown = VolumeOffering.view(transaction, stored, facade.blockers(transaction, stored));
        return facade.accepted(transaction, task, shown, stored.generation());
    }

    private Answer delete(Change change) {
        var transaction = change.transaction();
        var backup = facade.lock(transaction, change.call(), IdKind.BACKUP, "backup", Access.EDITOR);
        Preconditions.ifMatch(change.call(), backup.generation());
        Facade.requireIdle(backup);
        facade.consentToDeletion(change, backup, CopySagas.DELETE_BACKUP, DataRisk.LOSS, () -> view(backup, List.of()));
        change.deletes("backup " + backup.name() + " of volume "
                + backup.spec(Spec.class).volumeName());
        var task = change.begin(CopySagas.DELETE_BACKUP, backup, backup.generation(), new Nothing());
        return answer(change, backup.id(), task, Phase.DELETING);
    }

    private Answer answer(Change change, Id backup, Id task, Phase phase) {
        var transaction = change.transaction();
        context.resources().occupy(transaction, backup, task, phase);
        var stored = context.resources().find(transaction, backup).orElseThrow();
        var shown = view(stored, facade.blockers(transaction, stored));
        return facade.accepted(transaction, task, shown, stored.generation());
    }

    private static Backup view(Resource backup, List<Blocker> blockers) {
        var spec = backup.spec(Spec.class);
        var known = backup.status(Known.class);
        return new Backup(
                backup.id(),
                backup.name(),
                Objects.requireNonNull(backup.tenant()),
                Objects.requireNonNull(backup.project()),
                Objects.requireNonNull(backup.environment()),
                backup.datacenter(),
                spec.labels(),
                spec.volume(),
                spec.volumeName(),
                spec.sizeGib(),
                backup.generation(),
                backup.createdAt(),
                new BackupStatus(
                        backup.phase(),
                        known.conditions(),
                        known.storedBytes(),
                        known.digest(),
                        backup.activeTask() != null,
                        blockers,
                        backup.activeTask()));
    }
}
