package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.Volume;
import no.dataverket.contract.api.Volume.VolumeStatus;
import no.dataverket.contract.api.VolumeAttach;
import no.dataverket.contract.api.VolumeCreate;
import no.dataverket.contract.api.VolumeGrow;
import no.dataverket.contract.api.VolumePatch;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.offerings.VolumeAttachments.Attachment;
import no.dataverket.sentral.tasks.Saga;
import org.jspecify.annotations.Nullable;

/// Data volumes: disks with a life of their own. A machine that is deleted leaves its volumes behind.
public final class VolumeOffering implements Offering {

    /// What guests see of an identifier as a disk's serial number, which has so many characters at most.
    private static final int SERIAL = 20;

    /// So many dependents are named.
    private static final int SHOWN = 10;

    private final Context context;
    private final Facade facade;
    private final VolumeAdmission admission;
    private final VolumeSagas sagas;

    public VolumeOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.admission = new VolumeAdmission(context);
        this.sagas = new VolumeSagas(context, facade);
    }

    /// What is wanted of a volume.
    record Spec(Map<String, String> labels, boolean deletionProtection, int sizeGib) {

        Spec patched(VolumePatch patch) {
            return new Spec(patch.labels(), patch.deletionProtection(), sizeGib);
        }

        Spec sized(int gib) {
            return new Spec(labels, deletionProtection, gib);
        }
    }

    /// What is known of a volume.
    record Known(int sizeGib, List<Condition> conditions) {

        Known saying(List<Condition> now) {
            return new Known(sizeGib, now);
        }
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listVolumes", call -> facade.list(call, IdKind.VOLUME, VolumeOffering::page),
                "getVolume", this::get,
                "createVolume", call -> context.mutations().run(call, this::create),
                "preflightVolume", this::preflight,
                "updateVolume", call -> context.mutations().run(call, this::update),
                "attachVolume", call -> context.mutations().run(call, this::attach),
                "detachVolume", call -> context.mutations().run(call, this::detach),
                "growVolume", call -> context.mutations().run(call, this::grow),
                "deleteVolume", call -> context.mutations().run(call, this::delete));
    }

    @Override
    public List<Saga> sagas() {
        return sagas.all();
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var volume = facade.find(transaction, call, IdKind.VOLUME, "volume", Access.VIEWER);
            var shown = view(transaction, volume, facade.blockers(transaction, volume));
            return Answer.of(200, shown).etag(volume.generation());
        });
    }

    private Answer create(Change change) {
        var body = change.call().body(VolumeCreate.class);
        var transaction = change.transaction();
        var admitted = admission.admit(transaction, change.actor(), body);
        var environment = admitted.lineage().scope();
        var volume = new Resource(
                Id.next(IdKind.VOLUME),
                environment.tenant(),
                environment.project(),
                environment.id(),
                admitted.datacenter(),
                body.name(),
                1,
                Phase.PROVISIONING,
                JsonText.of(admitted.spec()),
                JsonText.of(new Known(0, List.of())),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        context.resources().insert(transaction, volume);
        change.chargesLast(() -> context.budgets().charge(transaction, Facade.consumer(volume), admitted.charges()));
        change.creates("volume " + volume.name());
        var input =
                new VolumeSagas.Creating(volume.datacenter(), admitted.spec().sizeGib());
        return answer(change, volume.id(), change.begin("volume.create", volume, 1, input), Phase.PROVISIONING);
    }

    private Answer preflight(Call call) {
        return new Preflights(context).answer(call, "volume", "volume.create", this::create, (change, findings) -> {
            var body = change.call().body(VolumeCreate.class);
            return admission
                    .examine(change.transaction(), change.actor(), body, findings)
                    .map(found -> new Preflights.Subject(
                            IdKind.VOLUME,
                            found.lineage().scope().id(),
                            body.name(),
                            found.datacenter(),
                            found.charges()));
        });
    }

    private Answer update(Change change) {
        var transaction = change.transaction();
        var volume = facade.lock(transaction, change.call(), IdKind.VOLUME, "volume", Access.EDITOR);
        Preconditions.ifMatch(change.call(), volume.generation());
        var spec = volume.spec(Spec.class);
        var before = new VolumePatch(spec.labels(), spec.deletionProtection());
        var after = Bodies.read(Json.mergePatch(Json.tree(before), change.call().tree()), VolumePatch.class);
        var patched = spec.patched(after);
        context.resources().respecify(transaction, volume.id(), patched);
        change.changes("volume " + volume.name()).becomes(patched).audit("volume.update", volume);
        var stored = context.resources().find(transaction, volume.id()).orElseThrow();
        return Answer.of(200, view(transaction, stored, List.of())).etag(stored.generation());
    }

    private Answer attach(Change change) {
        var body = change.call().body(VolumeAttach.class);
        var transaction = change.transaction();
        var volume = idle(change);
        if (volume.phase() != Phase.READY) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, volume.name() + " is " + volume.phase() + ".")
                    .hint("See why: dvce volume get " + volume.name() + " -o yaml");
        }
        VolumeAttachments.of(transaction, volume.id()).ifPresent(held -> {
            throw inUse(transaction, volume, held);
        });
        var vm = admission.writer(transaction, volume, body.vm());
        int position = VolumeAttachments.freePosition(transaction, vm.id())
                .orElseThrow(() -> Failure.of(
                        ProblemCode.VALIDATION_FAILED,
                        "A machine has at most " + VolumeAttachments.MOST + " volumes."));
        VolumeAttachments.insert(transaction, new Attachment(volume.id(), vm.id(), position));
        change.changes("volume " + volume.name() + ": attached to " + vm.name());
        return handOver(change, "vm.attach-volume", vm, volume, position);
    }

    private Answer detach(Change change) {
        var transaction = change.transaction();
        var volume = idle(change);
        var held = VolumeAttachments.of(transaction, volume.id())
                .orElseThrow(() ->
                        Failure.of(ProblemCode.RESOURCE_NOT_READY, volume.name() + " is attached to no machine."));
        var vm = admission.writer(transaction, held);
        change.changes("volume " + volume.name() + ": detached from " + vm.name());
        return handOver(change, "vm.detach-volume", vm, volume, held.position());
    }

    /// The task is the machine's, and occupies both.
    private Answer handOver(Change change, String kind, Resource vm, Resource volume, int position) {
        var transaction = change.transaction();
        context.resources().respecify(transaction, vm.id(), vm.spec(VmSpec.class));
        var task = change.begin(kind, vm, vm.generation() + 1, new VolumeSagas.Handing(volume.id(), position));
        context.resources().occupy(transaction, vm.id(), task, Phase.UPDATING);
        return answer(change, volume.id(), task, Phase.UPDATING);
    }

    private Answer grow(Change change) {
        int size = change.call().body(VolumeGrow.class).sizeGib();
        var transaction = change.transaction();
        var volume = idle(change);
        var spec = volume.spec(Spec.class);
        if (volume.phase() == Phase.FAILED) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, volume.name() + " was never made.")
                    .hint("Delete it and create it again: dvce volume delete " + volume.name());
        }
        if (size < spec.sizeGib()) {
            var detail = "must be at least " + spec.sizeGib() + ": a volume does not shrink";
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "/size_gib: " + detail)
                    .violations(List.of(new Violation("/size_gib", "MINIMUM", detail)));
        }
        VolumeAttachments.of(transaction, volume.id()).ifPresent(held -> admission.writer(transaction, held));
        var grown = spec.sized(size);
        context.resources().respecify(transaction, volume.id(), grown);
        context.budgets().release(transaction, volume.id(), Dimensions.DISK_GIB);
        change.chargesLast(() -> context.budgets()
                .charge(transaction, Facade.consumer(volume), admission.charges(transaction, volume, size)));
        change.changes("volume " + volume.name() + ": from " + spec.sizeGib() + " to " + size + " GiB")
                .becomes(grown);
        var task = change.begin("volume.grow", volume, volume.generation() + 1, new VolumeSagas.Growing(size));
        return answer(change, volume.id(), task, Phase.UPDATING);
    }

    private Answer delete(Change change) {
        var transaction = change.transaction();
        var volume = facade.lock(transaction, change.call(), IdKind.VOLUME, "volume", Access.EDITOR);
        Preconditions.ifMatch(change.call(), volume.generation());
        Facade.requireIdle(volume);
        Facade.requireUnprotected(volume.name(), volume.spec(Spec.class).deletionProtection(), "dvce volume update");
        VolumeAttachments.of(transaction, volume.id()).ifPresent(held -> {
            throw inUse(transaction, volume, held);
        });
        requireNoSnapshots(transaction, volume);
        facade.consentToDeletion(
                change, volume, "volume.delete", DataRisk.LOSS, () -> view(transaction, volume, List.of()));
        change.deletes("volume " + volume.name() + " with all that is on it");
        var task = change.begin("volume.delete", volume, volume.generation(), new VolumeSagas.Nothing());
        return answer(change, volume.id(), task, Phase.DELETING);
    }

    /// Snapshots are beside their volume, and would go with it.
    private void requireNoSnapshots(Transaction transaction, Resource volume) {
        var snapshots = context.resources().snapshotsOf(transaction, volume.id(), SHOWN);
        if (!snapshots.isEmpty()) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, volume.name() + " has snapshots, which would go with it.")
                    .hint("Delete them first: dvce snapshot delete NAME; backups stay. See: dvce backup list")
                    .dependents(snapshots.stream()
                            .map(snapshot -> "snapshot/" + snapshot.name())
                            .toList());
        }
    }

    private Resource idle(Change change) {
        var volume = facade.lock(change.transaction(), change.call(), IdKind.VOLUME, "volume", Access.EDITOR);
        Facade.requireIdle(volume);
        return volume;
    }

    private Failure inUse(Transaction transaction, Resource volume, Attachment held) {
        var vm = context.resources()
                .find(transaction, held.vm())
                .map(Resource::name)
                .orElse(held.vm().toString());
        return Failure.of(ProblemCode.RESOURCE_IN_USE, volume.name() + " is attached to " + vm + ".")
                .hint("Stop the machine, then: dvce volume detach " + volume.name())
                .dependents(List.of("vm/" + vm));
    }

    private Answer answer(Change change, Id volume, Id task, Phase phase) {
        var transaction = change.transaction();
        context.resources().occupy(transaction, volume, task, phase);
        var stored = context.resources().find(transaction, volume).orElseThrow();
        var shown = view(transaction, stored, facade.blockers(transaction, stored));
        return facade.accepted(transaction, task, shown, stored.generation());
    }

    private static List<Volume> page(
            Transaction transaction, List<Resource> volumes, Function<Resource, List<Blocker>> blockers) {
        var attached = VolumeAttachments.of(
                transaction, volumes.stream().map(Resource::id).toList());
        return volumes.stream()
                .map(volume -> view(volume, attached.get(volume.id()), blockers.apply(volume)))
                .toList();
    }

    static Volume view(Transaction transaction, Resource volume, List<Blocker> blockers) {
        Optional<Attachment> attachment = VolumeAttachments.of(transaction, volume.id());
        return view(volume, attachment.orElse(null), blockers);
    }

    private static Volume view(Resource volume, @Nullable Attachment attachment, List<Blocker> blockers) {
        var spec = volume.spec(Spec.class);
        var known = volume.status(Known.class);
        var id = volume.id().toString();
        return new Volume(
                volume.id(),
                volume.name(),
                Objects.requireNonNull(volume.tenant()),
                Objects.requireNonNull(volume.project()),
                Objects.requireNonNull(volume.environment()),
                volume.datacenter(),
                spec.labels(),
                spec.sizeGib(),
                spec.deletionProtection(),
                volume.generation(),
                volume.createdAt(),
                new VolumeStatus(
                        volume.phase(),
                        known.conditions(),
                        attachment == null ? null : attachment.vm(),
                        attachment == null ? null : attachment.device(),
                        id.substring(id.length() - SERIAL),
                        known.sizeGib(),
                        volume.activeTask() != null,
                        blockers,
                        volume.activeTask()));
    }
}
