package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.contract.api.VolumeCreate;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.offerings.VolumeAttachments.Attachment;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Lineage;

/// Decides whether something can be done about a volume, before anything is written.
final class VolumeAdmission {

    private final Context context;
    private final Admissions admissions;

    VolumeAdmission(Context context) {
        this.context = context;
        this.admissions = new Admissions(context);
    }

    /// A volume that can be accepted as far as budgets allow it.
    record Admitted(Lineage lineage, String datacenter, VolumeOffering.Spec spec, List<Charge> charges) {}

    /// @throws Failure for the first thing that is missing, with a violation for each
    Admitted admit(Transaction transaction, Actor actor, VolumeCreate body) {
        var checklist = new Checklist();
        var admitted = examine(transaction, actor, body, checklist);
        checklist.requireNone();
        return admitted.orElseThrow();
    }

    /// Looks for all that a volume needs.
    ///
    /// @throws Failure `INVALID_REFERENCE` for a project that is not the actor's to know
    Optional<Admitted> examine(Transaction transaction, Actor actor, VolumeCreate body, Checklist checklist) {
        var place = admissions.environment(
                transaction, actor, "volume", body.tenant(), body.project(), body.environment(), checklist);
        var datacenter = admissions.datacenter(transaction, body.datacenter(), checklist);
        var spec = new VolumeOffering.Spec(
                Objects.requireNonNullElse(body.labels(), Map.of()),
                Objects.requireNonNullElse(body.deletionProtection(), false),
                body.sizeGib());
        return place.flatMap(lineage -> datacenter
                .map(Datacenter::name)
                .map(site -> new Admitted(lineage, site, spec, charges(lineage, spec.sizeGib()))));
    }

    /// What a volume of another size uses.
    List<Charge> charges(Transaction transaction, Resource volume, int sizeGib) {
        var environment = Objects.requireNonNull(volume.environment());
        return charges(context.scopes().lineage(transaction, environment).orElseThrow(), sizeGib);
    }

    private static List<Charge> charges(Lineage lineage, int sizeGib) {
        return Dimensions.inScope(lineage, Dimensions.DISK_GIB, sizeGib);
    }

    /// The machine of the volume's environment that shall have it, locked, with no task on it, and off.
    ///
    /// @throws Failure `INVALID_REFERENCE`, `RESOURCE_BUSY`, `RESOURCE_NOT_READY`, `VALIDATION_FAILED`
    Resource writer(Transaction transaction, Resource volume, String named) {
        var environment = Objects.requireNonNull(volume.environment());
        var id = Id.tryParse(named);
        var found = id.isPresent()
                ? id.filter(parsed -> parsed.kind() == IdKind.VM)
                        .flatMap(parsed -> context.resources().find(transaction, parsed))
                        .filter(vm -> environment.equals(vm.environment()))
                : context.resources().named(transaction, IdKind.VM, environment, named);
        var vm = found.flatMap(seen -> context.resources().lock(transaction, seen.id()))
                .orElseThrow(() -> {
                    var detail = "There is no machine " + named + " in the volume's environment.";
                    return Failure.of(ProblemCode.INVALID_REFERENCE, detail)
                            .hint("See what there is: dvce vm list")
                            .violations(List.of(new Violation("/vm", "REFERENCE", detail)));
                });
        if (!vm.datacenter().equals(volume.datacenter())) {
            var detail = vm.name() + " is in " + vm.datacenter() + ", and the volume in " + volume.datacenter() + ".";
            throw Failure.of(ProblemCode.VALIDATION_FAILED, detail)
                    .violations(List.of(new Violation("/vm", "DATACENTER", detail)));
        }
        requireOff(vm);
        if (vm.status(VmKnown.class).hypervisor() == null) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, vm.name() + " was never made: it is " + vm.phase() + ".")
                    .hint("Delete it and create it again: dvce vm delete " + vm.name());
        }
        return vm;
    }

    /// The machine that has a volume, locked, with no task on it, and off.
    Resource writer(Transaction transaction, Attachment attachment) {
        var vm = context.resources()
                .lock(transaction, attachment.vm())
                .orElseThrow(() -> new IllegalStateException(attachment.vm() + " is gone and has a volume"));
        requireOff(vm);
        return vm;
    }

    private static void requireOff(Resource vm) {
        Facade.requireIdle(vm);
        if (vm.spec(VmSpec.class).running()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_READY,
                            vm.name() + " is to run, and its volumes change only while it is stopped.")
                    .hint("Stop it first: dvce vm stop " + vm.name());
        }
    }
}
