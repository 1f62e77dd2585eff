package no.dataverket.sentral.offerings;

import java.util.List;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;
import org.jspecify.annotations.Nullable;

/// What holds for a machine whether it is made, changed or made anew.
final class VmRules {

    private static final long GIB = 1L << 30;

    private VmRules() {}

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            (first.pointer() + ": " + first.detail()).replaceFirst("^: ", ""))
                    .violations(violations);
        }
    }

    static void requireReady(Resource image) {
        if (image.phase() != Phase.READY) {
            throw Failure.of(
                    ProblemCode.RESOURCE_NOT_READY, "The image " + image.name() + " is " + image.phase() + ".");
        }
    }

    static void saidByShape(String pointer, @Nullable Integer value, List<Violation> violations) {
        if (value != null) {
            violations.add(new Violation(pointer, "CONFLICT", "is said by the shape"));
        }
    }

    /// The least that a disk can have, GiB.
    static int smallestDisk(ImageOffering.Known image) {
        return (int) Math.max(1, (image.virtualSizeBytes() + GIB - 1) / GIB);
    }

    /// Whether the machine would fit on the largest host if that were empty. Whether there is room now is
    /// decided by the datacenter's budget, in the same transaction, and by placement.
    static void requireLargeEnoughHost(Context context, Transaction transaction, String datacenter, Shapes.Size size) {
        boolean fits = context.resources().anyHypervisorOfSize(transaction, datacenter, size.vcpus(), size.memoryMib());
        if (!fits) {
            throw Failure.of(
                    ProblemCode.NO_CAPACITY,
                    "No hypervisor in " + datacenter + " can run a machine of " + size.vcpus() + " vCPUs and "
                            + size.memoryMib() + " MiB.");
        }
    }

    static Failure absent(String pointer, String detail, String hint) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, detail)
                .hint(hint)
                .violations(List.of(new Violation(pointer, "REFERENCE", detail)));
    }
}
