package no.dataverket.maskin.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The virtual machines of one host.
///
/// Promises of each implementation:
/// - Each operation is idempotent: asked for again, after an answer or after none, it ends in the same state.
/// - Each change is made under a [Revision]. One lower than what the host has acted under is refused with
///   [StaleWriter]; a higher one is remembered, even if there's nothing else to change.
/// - A VM that was removed under a revision can't come back under that one or a lower one.
/// - Domains without our metadata are never changed. Asking for a change of one fails with
///   [RuntimeFailure.Kind#CONFLICT].
/// - "Can't be asked" is never taken for "isn't there" or "is off".
/// - Operations on different VMs may run at the same time; those on one VM wait for each other.
///
/// All methods may block, are safe for use by several threads, and throw [RuntimeFailure].
public interface VmRuntime extends AutoCloseable {

    /// What this runtime can do beyond the operations that each must have.
    Set<Capability> capabilities();

    /// What the host is.
    HostFacts facts();

    /// All that is on the host. It's complete or it fails.
    Inventory observeAll();

    /// One VM; empty when the hypervisor says that it has none by that id.
    ///
    /// @throws RuntimeFailure `CONFLICT` when the domain by that id isn't ours
    Optional<ObservedVm> observe(VmId vm);

    /// Makes the root disk, or grows it. A disk never shrinks and never changes its base.
    ///
    /// @throws RuntimeFailure `CONFLICT` when the base image is missing or the disk has another one; `INVALID`
    ///     when the size is less than the base's or the disk's; `NO_SPACE`
    Disk ensureDisk(DiskRequest request);

    /// Makes the seed volume, or replaces one with other content. A guest that runs keeps what it read.
    Seed ensureSeed(SeedRequest request);

    /// Makes the host know the VM just so. An active VM runs on as it was started until its next cold start;
    /// see [ObservedVm#runsOldDefinition].
    ///
    /// @throws RuntimeFailure `INVALID` when the hypervisor can't make sense of the definition
    DefineOutcome ensureDefined(VmDefinition definition);

    /// Defines the VM and brings the network interfaces of a running one to those of the definition, by
    /// plugging, unplugging and changing VLANs.
    ///
    /// @param limit for the guest to let go of interfaces; after it the call fails with `TIMEOUT`
    NicOutcome ensureNics(VmDefinition definition, Duration limit);

    /// Starts the VM from its definition, or resumes a paused one. Returns when the hypervisor runs it; the
    /// guest takes longer.
    ///
    /// @throws RuntimeFailure `NOT_FOUND` when it isn't defined; `CONFLICT` when a bridge or file is missing;
    ///     `NO_SPACE` when the hypervisor says that memory is used up
    StartOutcome ensureRunning(VmId vm, Revision revision, Duration limit);

    /// Stops the VM. A VM that isn't on the host counts as stopped.
    StopOutcome ensureStopped(VmId vm, Revision revision, StopMode mode);

    /// Stops and starts the VM cold, once for each token, so that it takes up its newest definition.
    ///
    /// @throws RuntimeFailure `NOT_FOUND` when it isn't defined
    RebootOutcome reboot(VmId vm, Revision revision, RebootRequest request);

    /// Destroys the VM, its definition and its files, and remembers the revision against late commands. A VM
    /// may be made again by the same id under a higher revision only.
    RemoveOutcome ensureAbsent(VmId vm, Revision revision, Duration limit);

    /// Takes over a VM whose files another host made, on storage that both see. From then on no host starts
    /// it under an earlier epoch, as the storage tells each of the newest. It isn't defined here yet.
    ///
    /// @throws RuntimeFailure `NOT_FOUND` when its files aren't to be seen here
    void ensureAdopted(VmId vm, Revision revision);

    /// Lets go of a VM that another host has by now: destroys its domain and its definition, and leaves its
    /// files, which the other may use.
    ///
    /// @return whether there was a domain
    boolean ensureLetGo(VmId vm, Revision revision, Duration limit);

    /// Reads from the console log.
    ///
    /// @param from offset of the first byte wanted, from 0
    /// @param maxBytes how much to answer at most, at least 1
    /// @throws RuntimeFailure `NOT_FOUND` when the VM isn't on the host
    ConsoleChunk consoleLog(VmId vm, long from, int maxBytes);

    /// Opens the serial console of a VM that runs. One is open for a VM at a time.
    ///
    /// @param takeOver ends the one that's open already, whoever opened it
    /// @throws RuntimeFailure `NOT_FOUND` when the VM isn't on the host; `CONFLICT` when it doesn't run, or when
    ///     somebody has its console
    Console openConsole(VmId vm, boolean takeOver, Console.Screen screen);

    /// What the agent inside the guest tells of it; empty when it has none, or none that answers within some
    /// seconds.
    Optional<GuestFacts> guest(VmId vm);

    /// What each active VM on the host uses. Domains of others may be among them.
    List<VmUsage> usage();

    /// Brings hints to the listener, one at a time, until the watch or the runtime is closed. What the listener
    /// throws is logged and ignored.
    Watch watch(Consumer<RuntimeHint> listener);

    /// Lets go of the hypervisor. VMs run on.
    @Override
    void close();
}
