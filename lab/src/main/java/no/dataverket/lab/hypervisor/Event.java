package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import no.dataverket.lab.hypervisor.RunInterval.Moment;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;

/// What can happen on a simulated host. Its state is the sum of these, and its journal is their list.
sealed interface Event {

    /// A disk was made, or grew.
    record DiskMade(VmId vm, Path base, long sizeBytes) implements Event {}

    record SeedMade(VmId vm, String digest) implements Event {}

    record Defined(VmDefinition definition) implements Event {}

    /// A higher revision was seen.
    record Raised(VmId vm, Revision revision) implements Event {}

    /// A running VM was brought up to its definition.
    record BroughtUp(VmId vm) implements Event {}

    record Started(VmId vm, String runtimeId, Moment at) implements Event {}

    /// A VM was paused or resumed.
    record PowerChanged(VmId vm, Power power) implements Event {}

    /// A run ended, and left this power state.
    record Ended(VmId vm, Power power, Moment at) implements Event {}

    record Rebooted(VmId vm, String token) implements Event {}

    /// The guest listens to shutdown requests from now on, or no longer does.
    record GuestChanged(VmId vm, boolean deaf) implements Event {}

    /// Files that another host made were taken over.
    record Adopted(VmId vm, Path base, long sizeBytes, String digest, Revision revision) implements Event {}

    /// The domain went, the files stayed for another host.
    record LetGo(VmId vm, Revision revision) implements Event {}

    record Removed(VmId vm, Revision revision) implements Event {}

    /// The domain is gone, its files are there, and no one of ours did it.
    record Undefined(VmId vm) implements Event {}

    /// The VM is gone, and no one of ours did it.
    record Vanished(VmId vm) implements Event {}

    record ForeignSeen(String name) implements Event {}

    record ForeignGone(String name) implements Event {}
}
