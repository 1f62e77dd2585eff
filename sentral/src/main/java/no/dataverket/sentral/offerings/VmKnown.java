package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Condition;
import org.jspecify.annotations.Nullable;

/// What is known of a machine.
///
/// @param hypervisor where it was placed; null as long as it was not, and again once a failed creation was
///     undone
record VmKnown(
        @Nullable Id hypervisor,
        @Nullable String hypervisorName,
        String power,
        @Nullable Instant observedAt,
        long observedGeneration,
        List<Condition> conditions) {

    static final VmKnown NOTHING = new VmKnown(null, null, "UNKNOWN", null, 0, List.of());

    VmKnown placed(Id host, String name) {
        return new VmKnown(host, name, power, observedAt, observedGeneration, conditions);
    }

    VmKnown observed(String seen, Instant at) {
        return new VmKnown(hypervisor, hypervisorName, seen, at, observedGeneration, conditions);
    }

    VmKnown realised(long generation, List<Condition> now) {
        return new VmKnown(hypervisor, hypervisorName, power, observedAt, generation, now);
    }

    VmKnown saying(List<Condition> now) {
        return new VmKnown(hypervisor, hypervisorName, power, observedAt, observedGeneration, now);
    }
}
