package no.dataverket.maskin.host;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.api.FenceProof;
import no.dataverket.contract.command.HostVerdict;
import no.dataverket.contract.command.MaskinMessages.DriftPolicy;
import org.jspecify.annotations.Nullable;

/// A host as it is registered.
///
/// @param generation of the registration or the last change to it
/// @param message why it can't be reached, or what else people should know
/// @param reachableChangedAt when it last went away or came back
/// @param vms machines that are placed on it
/// @param lost whether it has been away for so long that nobody knows what it runs
/// @param storage of its machines' disks that it shares with others; its own where null
/// @param quarantine why it gets no machines; null where it is in no quarantine
/// @param fence the proof that it ran nothing; null where it is not fenced
/// @param drift what is done about its machines that are not as they should be
/// @param strangers names of domains of which nothing is known, as many as are told
/// @param maintenance whether its machines leave for work on it
/// @param verdict what was judged of it last by its failures; null where it never failed like that
public record Host(
        HostAddress address,
        long generation,
        boolean schedulable,
        boolean reachable,
        @Nullable String message,
        Instant reachableChangedAt,
        int vcpus,
        int memoryMib,
        int vcpusReserved,
        int memoryMibReserved,
        String machineType,
        int foreignDomains,
        int vms,
        boolean lost,
        @Nullable String storage,
        @Nullable String quarantine,
        @Nullable FenceProof fence,
        boolean maintenance,
        DriftPolicy drift,
        List<String> strangers,
        @Nullable HostVerdict verdict) {

    /// What is done about its machines now: while people work on it, or nobody knows what it runs, nothing.
    public DriftPolicy driftNow() {
        return maintenance || lost || fence != null ? DriftPolicy.REPORT : drift;
    }

    public String name() {
        return address.name();
    }
}
