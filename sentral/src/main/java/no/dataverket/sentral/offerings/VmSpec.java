package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.VmPatch;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import org.jspecify.annotations.Nullable;

/// What is wanted of a machine. User data is not kept: the guest has it, and it may hold secrets.
///
/// @param shape by name, which says the size; null for a machine of its own size
record VmSpec(
        Map<String, String> labels,
        boolean deletionProtection,
        Id image,
        int vcpus,
        int memoryMib,
        int diskGib,
        List<String> sshAuthorizedKeys,
        boolean running,
        @Nullable PlacementWish placement,
        @Nullable String shape) {

    Shapes.Size size() {
        return new Shapes.Size(vcpus, memoryMib, diskGib);
    }

    VmSpec patched(VmPatch patch) {
        return with(patch.labels(), patch.deletionProtection(), image, size(), sshAuthorizedKeys, running, shape);
    }

    VmSpec running(boolean wanted) {
        return with(labels, deletionProtection, image, size(), sshAuthorizedKeys, wanted, shape);
    }

    VmSpec resized(Shapes.Size size, @Nullable String named) {
        return with(labels, deletionProtection, image, size, sshAuthorizedKeys, running, named);
    }

    VmSpec rebuilt(Id from, List<String> keys) {
        return with(labels, deletionProtection, from, size(), keys, running, shape);
    }

    private VmSpec with(
            Map<String, String> newLabels,
            boolean isProtected,
            Id from,
            Shapes.Size size,
            List<String> keys,
            boolean wanted,
            @Nullable String named) {
        return new VmSpec(
                newLabels,
                isProtected,
                from,
                size.vcpus(),
                size.memoryMib(),
                size.diskGib(),
                keys,
                wanted,
                placement,
                named);
    }
}
