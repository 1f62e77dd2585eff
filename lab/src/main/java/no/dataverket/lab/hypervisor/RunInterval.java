package no.dataverket.lab.hypervisor;

import java.time.Instant;
import java.util.Optional;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmId;

/// One run of a VM on a simulated host: what a checker needs to prove that no VM ran twice.
///
/// @param vm which VM
/// @param host name of the host
/// @param runtimeId of the run
/// @param revision that the host held when the run began
/// @param started when it began
/// @param ended when it ended; empty while it runs
public record RunInterval(
        VmId vm, String host, String runtimeId, Revision revision, Moment started, Optional<Moment> ended) {

    /// A point in a history.
    ///
    /// @param tick order of all events on the hosts of one fleet, without gaps in meaning: no two are equal
    /// @param at wall clock, for people
    public record Moment(long tick, Instant at) {}

    /// Whether both ran at some tick.
    public boolean overlaps(RunInterval other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(RunInterval other) {
        return other.ended.isEmpty() || started.tick() < other.ended.get().tick();
    }
}
