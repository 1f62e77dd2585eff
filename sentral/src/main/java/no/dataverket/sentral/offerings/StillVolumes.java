package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.SagaProgress;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Lineage;
import org.jspecify.annotations.Nullable;

/// Volumes to which nobody writes while a task copies them: it occupies the volume, and the machine that
/// has it, which is off.
final class StillVolumes {

    private final Context context;
    private final Admissions admissions;
    private final VolumeAdmission admission;

    StillVolumes(Context context) {
        this.context = context;
        this.admissions = new Admissions(context);
        this.admission = new VolumeAdmission(context);
    }

    /// What the task keeps still, and how it was before.
    ///
    /// @param vm null where no machine has the volume
    record Still(
            Id volume,
            Phase phase,
            @Nullable Id vm,
            @Nullable Phase vmPhase) {}

    /// The environment in which a copy is made.
    Lineage environment(
            Transaction transaction, Actor actor, @Nullable String tenant, String project, String environment) {
        var checklist = new Checklist();
        var found = admissions.environment(transaction, actor, "volume", tenant, project, environment, checklist);
        checklist.requireNone();
        return found.orElseThrow();
    }

    /// A volume of an environment that can be copied, locked.
    ///
    /// @throws Failure `INVALID_REFERENCE`, `RESOURCE_BUSY`, `RESOURCE_NOT_READY`
    Resource ready(Transaction transaction, Id environment, String named) {
        var id = Id.tryParse(named);
        var found = id.isPresent()
                ? id.filter(parsed -> parsed.kind() == IdKind.VOLUME)
                        .flatMap(parsed -> context.resources().find(transaction, parsed))
                        .filter(volume -> environment.equals(volume.environment()))
                : context.resources().named(transaction, IdKind.VOLUME, environment, named);
        var volume = found.flatMap(seen -> context.resources().lock(transaction, seen.id()))
                .orElseThrow(() -> {
                    var detail = "There is no volume " + named + " in this environment.";
                    return Failure.of(ProblemCode.INVALID_REFERENCE, detail)
                            .hint("See what there is: dvce volume list")
                            .violations(List.of(new Violation("/volume", "REFERENCE", detail)));
                });
        Facade.requireIdle(volume);
        if (volume.phase() != Phase.READY) {
            throw notReady(volume);
        }
        return volume;
    }

    static Failure notReady(Resource resource) {
        var noun = resource.id().kind().name().toLowerCase(java.util.Locale.ROOT);
        return Failure.of(ProblemCode.RESOURCE_NOT_READY, resource.name() + " is " + resource.phase() + ".")
                .hint("See why: dvce " + noun + " get " + resource.name() + " -o yaml");
    }

    /// Finds who has a locked volume.
    ///
    /// @throws Failure `RESOURCE_NOT_READY` if that machine is to run; `RESOURCE_BUSY`
    Still still(Transaction transaction, Resource volume) {
        Optional<Resource> vm = VolumeAttachments.of(transaction, volume.id())
                .map(attachment -> admission.writer(transaction, attachment));
        return new Still(
                volume.id(),
                volume.phase(),
                vm.map(Resource::id).orElse(null),
                vm.map(Resource::phase).orElse(null));
    }

    /// Keeps both until the task ends.
    void occupy(Transaction transaction, Still still, Id task) {
        context.resources().occupy(transaction, still.volume(), task, Phase.UPDATING);
        if (still.vm() != null) {
            context.resources().occupy(transaction, still.vm(), task, Phase.UPDATING);
        }
    }

    /// Gives both back as they were.
    void giveBack(Transaction transaction, SagaProgress progress, Still still) {
        giveBack(transaction, progress, still.volume(), still.phase());
        giveBackMachine(transaction, progress, still);
    }

    void giveBackMachine(Transaction transaction, SagaProgress progress, Still still) {
        if (still.vm() != null && still.vmPhase() != null) {
            giveBack(transaction, progress, still.vm(), still.vmPhase());
        }
    }

    /// Gives back what the task keeps.
    void giveBack(Transaction transaction, SagaProgress progress, Id id, Phase phase) {
        context.resources()
                .lock(transaction, id)
                .filter(kept -> progress.task().equals(kept.activeTask()))
                .ifPresent(kept -> context.resources().settle(transaction, id, phase));
    }

    /// What a copy of a volume uses: as much as the volume does.
    static List<Charge> charges(Lineage lineage, int sizeGib) {
        return Dimensions.inScope(lineage, Dimensions.DISK_GIB, sizeGib);
    }
}
