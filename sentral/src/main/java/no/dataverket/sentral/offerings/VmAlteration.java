package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.VmResize;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;
import org.jspecify.annotations.Nullable;

/// Decides whether a machine that is there can have another size, or be made anew, before anything is written.
final class VmAlteration {

    private final Context context;

    VmAlteration(Context context) {
        this.context = context;
    }

    /// A size that a machine can get.
    ///
    /// @param shape that says it; null for one of its own
    record Resized(Shapes.Size size, @Nullable String shape) {}

    /// @throws Failure `VALIDATION_FAILED` for no change, or none that the image or the machine's
    ///     hypervisor allows, `DISK_CANNOT_SHRINK`, `INVALID_REFERENCE`, `NO_CAPACITY` where no host is
    ///     large enough at all
    Resized resized(Transaction transaction, Resource vm, VmResize body) {
        var spec = vm.spec(VmSpec.class);
        var named = body.shape();
        var shape = named == null
                ? null
                : Shapes.usable(
                        transaction, named, Objects.requireNonNull(vm.tenant()), Objects.requireNonNull(vm.project()));
        var size = shape == null
                ? new Shapes.Size(
                        Objects.requireNonNullElse(body.vcpus(), spec.vcpus()),
                        Objects.requireNonNullElse(body.memoryMib(), spec.memoryMib()),
                        Objects.requireNonNullElse(body.diskGib(), spec.diskGib()))
                : shape.size();
        var violations = new ArrayList<Violation>();
        if (shape != null) {
            VmRules.saidByShape("/vcpus", body.vcpus(), violations);
            VmRules.saidByShape("/memory_mib", body.memoryMib(), violations);
            VmRules.saidByShape("/disk_gib", body.diskGib(), violations);
            if (shape.hypervisorClass() != null && !shape.hypervisorClass().equals(hostClass(spec))) {
                violations.add(new Violation(
                        "/shape", "CLASS", "is for other hypervisors, and the machine stays on the one that it is on"));
            }
        }
        int least = context.resources()
                .find(transaction, spec.image())
                .map(image -> image.status(ImageOffering.Known.class).minMemoryMib())
                .orElse(0);
        if (size.memoryMib() < least) {
            violations.add(new Violation(
                    shape == null ? "/memory_mib" : "/shape",
                    "MINIMUM",
                    "must have at least " + least + " MiB of memory for this image"));
        }
        if (size.equals(spec.size())) {
            violations.add(new Violation("", "UNCHANGED", "the machine has this size"));
        }
        VmRules.refuse(violations);
        if (size.diskGib() < spec.diskGib()) {
            var detail = "The disk has " + spec.diskGib() + " GiB, and " + size.diskGib() + " GiB would be less.";
            throw Failure.of(ProblemCode.DISK_CANNOT_SHRINK, detail)
                    .violations(List.of(
                            new Violation(shape == null ? "/disk_gib" : "/shape", "DISK_CANNOT_SHRINK", detail)));
        }
        VmRules.requireLargeEnoughHost(context, transaction, vm.datacenter(), size);
        return new Resized(size, shape == null ? null : shape.name());
    }

    /// The image that a machine can be made from anew, held until the transaction ends.
    ///
    /// @throws Failure `INVALID_REFERENCE`, `RESOURCE_NOT_READY`, or `VALIDATION_FAILED` where the machine
    ///     is too small
    Id rebuiltFrom(Transaction transaction, Resource vm, @Nullable String named) {
        var spec = vm.spec(VmSpec.class);
        var wanted = Objects.requireNonNullElse(named, spec.image().toString());
        var image = ImageOffering.find(context, transaction, vm.datacenter(), wanted)
                .orElseThrow(() -> VmRules.absent(
                        "/image",
                        "There is no image " + wanted + " in " + vm.datacenter() + ".",
                        "See what there is: dvce image list --datacenter " + vm.datacenter()));
        VmRules.requireReady(image);
        var known = image.status(ImageOffering.Known.class);
        var violations = new ArrayList<Violation>();
        if (spec.memoryMib() < known.minMemoryMib()) {
            violations.add(
                    new Violation("/image", "MINIMUM", "needs at least " + known.minMemoryMib() + " MiB of memory"));
        }
        if (spec.diskGib() < VmRules.smallestDisk(known)) {
            violations.add(new Violation(
                    "/image", "MINIMUM", "needs a disk of at least " + VmRules.smallestDisk(known) + " GiB"));
        }
        VmRules.refuse(violations);
        return image.id();
    }

    private static @Nullable String hostClass(VmSpec spec) {
        var wish = spec.placement();
        return wish == null ? null : wish.hostClass();
    }
}
