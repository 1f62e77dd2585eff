package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.Snapshot;
import no.dataverket.contract.api.Snapshot.SnapshotStatus;
import no.dataverket.contract.api.SnapshotCreate;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;

/// Snapshots: what a volume held at some time, to go back to. Taken and restored while nobody writes to it.
public final class SnapshotOffering implements Offering {

    private final Context context;
    private final Facade facade;
    private final StillVolumes volumes;

    public SnapshotOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.volumes = new StillVolumes(context);
    }

    /// What a snapshot is of.
    record Spec(Map<String, String> labels, Id volume, String volumeName, int sizeGib) {}

    /// What is known of a snapshot.
    record Known(List<Condition> conditions) {}

    private record Nothing() {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listSnapshots",
                call -> facade.list(
                        call,
                        IdKind.SNAPSHOT,
                        (transaction, found, blockers) -> found.stream()
                                .map(snapshot -> view(snapshot, blockers.apply(snapshot)))
                                .toList()),
                "getSnapshot",
                this::get,
                "createSnapshot",
                call -> context.mutations().run(call, this::create),
                "restoreSnapshot",
                call -> context.mutations().run(call, this::restore),
                "deleteSnapshot",
                call -> context.mutations().run(call, this::delete));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                CopySagas.takeSnapshot(new CopyHooks.Taking(context, facade, false)),
                CopySagas.restoreSnapshot(new CopyHooks.Restoring(context, facade)),
                CopySagas.deleteSnapshot(new CopyHooks.Deletion(context, facade, false)));
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var snapshot = facade.find(transaction, call, IdKind.SNAPSHOT, "snapshot", Access.VIEWER);
            return Answer.of(200, view(snapshot, facade.blockers(transaction, snapshot)))
                    .etag(snapshot.generation());
        });
    }

    private Answer create(Change change) {
        var body = change.call().body(SnapshotCreate.class);
        var transaction = change.transaction();
        var lineage =
                volumes.environment(transaction, change.actor(), body.tenant(), body.project(), body.environment());
        var environment = lineage.scope();
        var volume = volumes.ready(transaction, environment.id(), body.volume());
        var still = volumes.still(transaction, volume);
        int size = volume.spec(VolumeOffering.Spec.class).sizeGib();
        var labels = Objects.requireNonNullElse(body.labels(), Map.<String, String>of());
        var snapshot = new Resource(
                Id.next(IdKind.SNAPSHOT),
                environment.tenant(),
                environment.project(),
                environment.id(),
                volume.datacenter(),
                body.name(),
                1,
                Phase.PROVISIONING,
                JsonText.of(new Spec(labels, volume.id(), volume.name(), size)),
                JsonText.of(new Known(List.of())),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        context.resources().insert(transaction, snapshot);
        change.chargesLast(() ->
                context.budgets().charge(transaction, Facade.consumer(snapshot), StillVolumes.charges(lineage, size)));
        change.creates("snapshot " + snapshot.name() + " of volume " + volume.name());
        var task = change.begin(CopySagas.TAKE_SNAPSHOT, snapshot, 1, new CopySagas.Taking(still));
        volumes.occupy(transaction, still, task);
        return answer(change, snapshot.id(), task, Phase.PROVISIONING);
    }

    private Answer restore(Change change) {
        var transaction = change.transaction();
        var snapshot = facade.lock(transaction, change.call(), IdKind.SNAPSHOT, "snapshot", Access.EDITOR);
        Facade.requireIdle(snapshot);
        if (snapshot.phase() != Phase.READY) {
            throw StillVolumes.notReady(snapshot);
        }
        var volume = context.resources()
                .lock(transaction, snapshot.spec(Spec.class).volume())
                .orElseThrow(() -> new IllegalStateException("the volume of " + snapshot.id() + " is gone"));
        Facade.requireIdle(volume);
        var spec = volume.spec(VolumeOffering.Spec.class);
        Facade.requireUnprotected(volume.name(), spec.deletionProtection(), "dvce volume update");
        var still = volumes.still(transaction, volume);
        facade.consentToDeletion(
                change,
                volume,
                CopySagas.RESTORE_SNAPSHOT,
                DataRisk.LOSS,
                () -> VolumeOffering.view(transaction, volume, List.of()));
        context.resources().respecify(transaction, volume.id(), spec);
        change.deletes("what is on volume " + volume.name() + " now")
                .changes("volume " + volume.name() + ": what it was in snapshot " + snapshot.name())
                .becomes(spec);
        var input = new CopySagas.Restoring(snapshot.id(), still);
        var task = change.begin(CopySagas.RESTORE_SNAPSHOT, volume, volume.generation() + 1, input);
        volumes.occupy(transaction, still, task);
        context.resources().occupy(transaction, snapshot.id(), task, Phase.UPDATING);
        var stored = context.resources().find(transaction, volume.id()).orElseThrow();
        var shown = VolumeOffering.view(transaction, stored, facade.blockers(transaction, stored));
        return facade.accepted(transaction, task, shown, stored.generation());
    }

    private Answer delete(Change change) {
        var transaction = change.transaction();
        var snapshot = facade.lock(transaction, change.call(), IdKind.SNAPSHOT, "snapshot", Access.EDITOR);
        Preconditions.ifMatch(change.call(), snapshot.generation());
        Facade.requireIdle(snapshot);
        facade.consentToDeletion(
                change, snapshot, CopySagas.DELETE_SNAPSHOT, DataRisk.LOSS, () -> view(snapshot, List.of()));
        change.deletes("snapshot " + snapshot.name());
        var task = change.begin(CopySagas.DELETE_SNAPSHOT, snapshot, snapshot.generation(), new Nothing());
        return answer(change, snapshot.id(), task, Phase.DELETING);
    }

    private Answer answer(Change change, Id snapshot, Id task, Phase phase) {
        var transaction = change.transaction();
        context.resources().occupy(transaction, snapshot, task, phase);
        var stored = context.resources().find(transaction, snapshot).orElseThrow();
        var shown = view(stored, facade.blockers(transaction, stored));
        return facade.accepted(transaction, task, shown, stored.generation());
    }

    private static Snapshot view(Resource snapshot, List<Blocker> blockers) {
        var spec = snapshot.spec(Spec.class);
        return new Snapshot(
                snapshot.id(),
                snapshot.name(),
                Objects.requireNonNull(snapshot.tenant()),
                Objects.requireNonNull(snapshot.project()),
                Objects.requireNonNull(snapshot.environment()),
                snapshot.datacenter(),
                spec.labels(),
                spec.volume(),
                spec.volumeName(),
                spec.sizeGib(),
                snapshot.generation(),
                snapshot.createdAt(),
                new SnapshotStatus(
                        snapshot.phase(),
                        snapshot.status(Known.class).conditions(),
                        snapshot.activeTask() != null,
                        blockers,
                        snapshot.activeTask()));
    }
}
