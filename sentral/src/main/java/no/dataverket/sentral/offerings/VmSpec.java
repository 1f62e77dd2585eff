package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.VmPatch;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import org.jspecify.annotations.Nullable;

/// What is wanted of a machine. User data is not kept: the guest has it, and it may hold secrets.
record VmSpec(
        Map<String, String> labels,
        boolean deletionProtection,
        Id image,
        int vcpus,
        int memoryMib,
        int diskGib,
        List<String> sshAuthorizedKeys,
        boolean running,
        @Nullable PlacementWish placement) {

    VmSpec patched(VmPatch patch) {
        return new VmSpec(
                patch.labels(),
                patch.deletionProtection(),
                image,
                vcpus,
                memoryMib,
                diskGib,
                sshAuthorizedKeys,
                running,
                placement);
    }

    VmSpec running(boolean wanted) {
        return new VmSpec(
                labels, deletionProtection, image, vcpus, memoryMib, diskGib, sshAuthorizedKeys, wanted, placement);
    }
}
