package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.VmGuest;
import org.jspecify.annotations.Nullable;

/// What is known of a machine.
///
/// @param hypervisor where it was placed; null as long as it was not, and again once a failed creation was
///     undone
/// @param seedSha256 of what its guest was initialised from; null as long as nothing was made
/// @param guest what its guest tells of itself; null until that was looked at
record VmKnown(
        @Nullable Id hypervisor,
        @Nullable String hypervisorName,
        String power,
        @Nullable Instant observedAt,
        long observedGeneration,
        List<Condition> conditions,
        @Nullable String seedSha256,
        @Nullable VmGuest guest) {

    static final VmKnown NOTHING = new VmKnown(null, null, "UNKNOWN", null, 0, List.of(), null, null);

    VmKnown placed(Id host, String name) {
        return new VmKnown(host, name, power, observedAt, observedGeneration, conditions, seedSha256, guest);
    }

    VmKnown observed(String seen, Instant at) {
        return new VmKnown(hypervisor, hypervisorName, seen, at, observedGeneration, conditions, seedSha256, guest);
    }

    VmKnown realised(long generation, List<Condition> now) {
        return new VmKnown(hypervisor, hypervisorName, power, observedAt, generation, now, seedSha256, guest);
    }

    VmKnown saying(List<Condition> now) {
        return new VmKnown(hypervisor, hypervisorName, power, observedAt, observedGeneration, now, seedSha256, guest);
    }

    VmKnown telling(VmGuest seen) {
        return new VmKnown(
                hypervisor, hypervisorName, power, observedAt, observedGeneration, conditions, seedSha256, seen);
    }

    VmKnown initialised(String sha256) {
        return new VmKnown(
                hypervisor, hypervisorName, power, observedAt, observedGeneration, conditions, sha256, guest);
    }
}
