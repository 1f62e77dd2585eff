package no.dataverket.lab.hypervisor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.ConsoleChunk;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Disk;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.HostFacts;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.NicOutcome;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.RemoveOutcome;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.Seed;
import no.dataverket.maskin.runtime.SeedFiles;
import no.dataverket.maskin.runtime.SeedRequest;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.runtime.VmUsage;
import no.dataverket.maskin.runtime.Watch;

/// A hypervisor host that keeps its VMs in memory.
///
/// It answers at once unless [#faults] say otherwise, and lets things happen on the host through [#backdoor].
/// Guests boot, and shut down when asked, in no time; a deaf one is destroyed without waiting for the limit.
/// With a journal, its VMs outlive the process, as those of a real hypervisor do; so they run on while no
/// process is there.
public final class SimulatedRuntime implements VmRuntime {

    /// The machine model of simulated hosts.
    public static final String MACHINE_TYPE = "sim-1.0";

    private final SimulatedHost host;
    private final Faults faults;
    private final Backdoor backdoor;
    private final BooleanSupplier unplugged;
    private final BooleanSupplier broken;

    SimulatedRuntime(SimulatedHost host, long seed) {
        this(host, seed, () -> false, () -> false);
    }

    /// @param unplugged whether somebody holds the plug in their hand
    /// @param broken whether nothing can be started there
    SimulatedRuntime(SimulatedHost host, long seed, BooleanSupplier unplugged, BooleanSupplier broken) {
        this.host = host;
        this.unplugged = unplugged;
        this.broken = broken;
        faults = new Faults(seed ^ host.hostname().hashCode(), host.time());
        backdoor = new Backdoor(host, faults);
    }

    /// A single host whose VMs are gone with it.
    public static SimulatedRuntime inMemory(String hostname, HostSize size) {
        return new SimulatedRuntime(new SimulatedHost(hostname, size, alone()), 0);
    }

    /// A single host whose VMs are kept in a file.
    ///
    /// @throws java.io.UncheckedIOException when the file can't be read or written
    public static SimulatedRuntime journaled(String hostname, HostSize size, Path journal) {
        return new SimulatedRuntime(new SimulatedHost(hostname, size, alone(), journal), 0);
    }

    private static SimulatedHost.Fleet alone() {
        return new SimulatedHost.Fleet();
    }

    /// What goes wrong here.
    public Faults faults() {
        return faults;
    }

    /// What happens here without the platform's doing.
    public Backdoor backdoor() {
        return backdoor;
    }

    /// The host's name.
    public String hostname() {
        return host.hostname();
    }

    /// A VM as who stands before the host sees it, whether it answers or not.
    public Optional<ObservedVm> seen(VmId vm) {
        return host.locked(state -> {
            var known = state.find(vm);
            return known == null ? Optional.<ObservedVm>empty() : known.observed();
        });
    }

    /// The VMs that have a domain here, whether the host answers or not, in the order in which they came.
    List<VmId> defined() {
        return host.locked(HostState::defined);
    }

    /// The VMs that are active here, whether the host answers or not, in the order in which they came.
    List<VmId> active() {
        return host.locked(HostState::active);
    }

    /// All runs of all VMs, those that go on included, in no certain order.
    public List<RunInterval> runs() {
        return host.runs();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public HostFacts facts() {
        return call(
                Operation.FACTS,
                _ -> new HostFacts(
                        host.hostname(),
                        host.size().vcpus(),
                        host.size().memoryMib(),
                        Virtualization.EMULATION,
                        "Dataverket simulated hypervisor",
                        MACHINE_TYPE,
                        "a simulated host runs no real guests"));
    }

    @Override
    public Inventory observeAll() {
        return call(Operation.OBSERVE_ALL, state -> {
            var vms = state.vms().values().stream()
                    .flatMap(vm -> vm.observed().stream())
                    .toList();
            var leftovers = state.vms().entrySet().stream()
                    .filter(vm -> vm.getValue().definition == null)
                    .map(vm -> vm.getKey())
                    .toList();
            return new Inventory(vms, state.foreign(), leftovers);
        });
    }

    @Override
    public Optional<ObservedVm> observe(VmId vm) {
        return call(Operation.OBSERVE, state -> {
            var known = state.find(vm);
            return known == null ? Optional.<ObservedVm>empty() : known.observed();
        });
    }

    @Override
    public Disk ensureDisk(DiskRequest request) {
        return call(Operation.ENSURE_DISK, state -> {
            state.refuseRemoved(request.vm(), request.revision());
            var path = host.directory(request.vm()).resolve("disk.qcow2");
            var known = state.find(request.vm());
            var present = known == null ? 0 : known.diskBytes;
            if (known != null && known.base != null && !known.base.equals(request.base())) {
                throw new RuntimeFailure(Kind.CONFLICT, "the disk of VM " + request.vm() + " has another base image");
            }
            if (request.sizeBytes() < present) {
                throw new RuntimeFailure(Kind.INVALID, "the disk of VM " + request.vm() + " can't shrink");
            }
            if (request.sizeBytes() > present) {
                refuseBeyond(
                        "disk space",
                        state.diskBytes() - present + request.sizeBytes(),
                        host.size().diskBytes());
                host.happen(request.vm(), new Event.DiskMade(request.vm(), request.base(), request.sizeBytes()));
            }
            return new Disk(path, request.sizeBytes(), present == 0);
        });
    }

    @Override
    public Seed ensureSeed(SeedRequest request) {
        return call(Operation.ENSURE_SEED, state -> {
            state.refuseRemoved(request.vm(), request.revision());
            var digest = digest(SeedFiles.of(request));
            var known = state.find(request.vm());
            var changed = known == null || !known.seedDigest.equals(digest);
            if (changed) {
                host.happen(request.vm(), new Event.SeedMade(request.vm(), digest));
            }
            return new Seed(host.directory(request.vm()).resolve("seed.iso"), changed);
        });
    }

    @Override
    public DefineOutcome ensureDefined(VmDefinition definition) {
        return call(Operation.ENSURE_DEFINED, state -> define(state, definition));
    }

    @Override
    public NicOutcome ensureNics(VmDefinition definition, Duration limit) {
        return call(Operation.ENSURE_NICS, state -> {
            var outcome = define(state, definition);
            var run = state.defined(definition.id()).run;
            if (run == null) {
                return outcome == DefineOutcome.UNCHANGED ? NicOutcome.UNCHANGED : NicOutcome.AT_NEXT_START;
            }
            if (run.nics.equals(definition.nics())) {
                return NicOutcome.UNCHANGED;
            }
            host.happen(definition.id(), new Event.BroughtUp(definition.id()));
            return NicOutcome.APPLIED;
        });
    }

    @Override
    public StartOutcome ensureRunning(VmId vm, Revision revision, Duration limit) {
        return call(Operation.ENSURE_RUNNING, state -> {
            var known = findForChange(state, vm, revision);
            return switch (known.power) {
                case RUNNING -> StartOutcome.ALREADY_RUNNING;
                case PAUSED -> {
                    host.happen(vm, new Event.PowerChanged(vm, Power.RUNNING));
                    yield StartOutcome.RESUMED;
                }
                case OFF, CRASHED, UNKNOWN -> {
                    start(state, vm);
                    yield StartOutcome.STARTED;
                }
            };
        });
    }

    @Override
    public StopOutcome ensureStopped(VmId vm, Revision revision, StopMode mode) {
        return call(Operation.ENSURE_STOPPED, state -> {
            if (!state.isDefined(vm)) {
                state.refuseStale(vm, revision);
                return StopOutcome.ALREADY_OFF;
            }
            return stop(vm, findForChange(state, vm, revision), mode);
        });
    }

    @Override
    public RebootOutcome reboot(VmId vm, Revision revision, RebootRequest request) {
        return call(Operation.REBOOT, state -> {
            var known = findForChange(state, vm, revision);
            if (known.rebootToken.equals(request.token())) {
                return RebootOutcome.ALREADY_DONE;
            }
            stop(vm, known, request.mode());
            start(state, vm);
            host.happen(vm, new Event.Rebooted(vm, request.token()));
            return RebootOutcome.REBOOTED;
        });
    }

    @Override
    public RemoveOutcome ensureAbsent(VmId vm, Revision revision, Duration limit) {
        return call(Operation.ENSURE_ABSENT, state -> {
            state.refuseStale(vm, revision);
            var known = state.find(vm);
            if (known != null && known.run != null) {
                host.happen(vm, new Event.Ended(vm, Power.OFF, host.now()));
            }
            if (known != null || !revision.equals(state.tombstone(vm))) {
                host.happen(vm, new Event.Removed(vm, revision));
            }
            return known == null ? RemoveOutcome.ALREADY_ABSENT : RemoveOutcome.REMOVED;
        });
    }

    @Override
    public void ensureAdopted(VmId vm, Revision revision) {
        call(Operation.ENSURE_ADOPTED, state -> {
            state.refuseRemoved(vm, revision);
            var file = host.storage()
                    .find(vm)
                    .orElseThrow(() -> new RuntimeFailure(
                            Kind.NOT_FOUND, "the disk of VM " + vm + " isn't to be seen on " + host.hostname()));
            if (state.find(vm) == null || host.storage().epoch(vm) < revision.epoch()) {
                host.happen(vm, new Event.Adopted(vm, file.base(), file.sizeBytes(), file.digest(), revision));
            }
            return file;
        });
    }

    @Override
    public boolean ensureLetGo(VmId vm, Revision revision, Duration limit) {
        return call(Operation.ENSURE_LET_GO, state -> {
            state.refuseStale(vm, revision);
            var known = state.find(vm);
            if (known == null) {
                return false;
            }
            if (known.run != null) {
                host.happen(vm, new Event.Ended(vm, Power.OFF, host.now()));
            }
            host.happen(vm, new Event.LetGo(vm, revision));
            return true;
        });
    }

    /// Each start writes one line, so that the log needn't be kept: it's known from the number of starts.
    @Override
    public ConsoleChunk consoleLog(VmId vm, long from, int maxBytes) {
        return call(Operation.CONSOLE_LOG, state -> {
            var known = state.defined(vm);
            var log = new StringBuilder();
            for (var start = 1; start <= known.starts; start++) {
                log.append(String.format(Locale.ROOT, "SIM: READY %s start=%06d%n", vm.domainName(), start));
            }
            var bytes = log.toString().getBytes(StandardCharsets.UTF_8);
            var first = (int) Math.min(Math.max(from, 0), bytes.length);
            var end = (int) Math.min((long) first + maxBytes, bytes.length);
            return new ConsoleChunk(first, Arrays.copyOfRange(bytes, first, end), end);
        });
    }

    /// What is typed there isn't in the log.
    @Override
    public Console openConsole(VmId vm, boolean takeOver, Console.Screen screen) {
        return call(Operation.OPEN_CONSOLE, state -> {
            var run = state.defined(vm).run;
            if (run == null) {
                throw new RuntimeFailure(Kind.CONFLICT, "VM " + vm + " doesn't run on " + host.hostname());
            }
            var open = run.console;
            if (open != null && open.isOpen()) {
                if (!takeOver) {
                    throw new RuntimeFailure(Kind.CONFLICT, "somebody has the console of VM " + vm);
                }
                open.end("somebody else took the console");
            }
            var console = new SimulatedConsole(vm.domainName(), screen);
            run.console = console;
            return console;
        });
    }

    /// A deaf guest has an agent that says nothing.
    @Override
    public Optional<GuestFacts> guest(VmId vm) {
        return call(Operation.GUEST, state -> {
            var known = state.find(vm);
            return known == null ? Optional.<GuestFacts>empty() : known.guest();
        });
    }

    /// Everything is in proportion to the time that the VM has run.
    @Override
    public List<VmUsage> usage() {
        return call(
                Operation.USAGE,
                state -> state.vms().entrySet().stream()
                        .flatMap(vm -> vm.getValue().usage(vm.getKey(), host.time()).stream())
                        .toList());
    }

    @Override
    public Watch watch(Consumer<RuntimeHint> listener) {
        return host.hints().add(listener);
    }

    @Override
    public void close() {
        host.close();
    }

    private <T> T call(Operation operation, Function<HostState, T> work) {
        if (unplugged.getAsBoolean()) {
            backdoor.endAll();
            throw new RuntimeFailure(Kind.UNREACHABLE, host.hostname() + " has no power");
        }
        if (operation == Operation.ENSURE_RUNNING && broken.getAsBoolean()) {
            throw new RuntimeFailure(Kind.INTERNAL, host.hostname() + " is broken");
        }
        var after = faults.begin(operation);
        var result = host.locked(work);
        after.run();
        return result;
    }

    private DefineOutcome define(HostState state, VmDefinition definition) {
        var vm = definition.id();
        state.refuseRemoved(vm, definition.revision());
        if (!definition.hardware().machineType().equals(MACHINE_TYPE)) {
            throw new RuntimeFailure(
                    Kind.INVALID,
                    "there's no machine type " + definition.hardware().machineType());
        }
        var known = state.find(vm);
        if (known == null || known.definition == null) {
            host.happen(vm, new Event.Defined(definition));
            return DefineOutcome.CREATED;
        }
        if (known.specHash.equals(definition.specHash())
                && known.held.equals(definition.revision())
                && known.isIntact()) {
            return DefineOutcome.UNCHANGED;
        }
        host.happen(vm, new Event.Defined(definition));
        if (known.run != null && known.run.nics.equals(definition.nics())) {
            host.happen(vm, new Event.BroughtUp(vm));
        }
        return DefineOutcome.UPDATED;
    }

    private void start(HostState state, VmId vm) {
        var definition = state.defined(vm).definition;
        if (definition != null) {
            var memory = state.activeMemoryMib() + definition.hardware().memoryMib();
            refuseBeyond("memory", memory, host.size().memoryMib());
            for (var disk : definition.drives().data()) {
                if (!Files.exists(disk.path())) {
                    throw new RuntimeFailure(Kind.CONFLICT, "there's no file " + disk.path() + " on the host");
                }
            }
        }
        host.happen(vm, new Event.Started(vm, state.nextRuntimeId(), host.now()));
    }

    private StopOutcome stop(VmId vm, SimulatedVm known, StopMode mode) {
        if (known.run == null) {
            return StopOutcome.ALREADY_OFF;
        }
        var listens = !known.deaf && known.power == Power.RUNNING;
        host.happen(vm, new Event.Ended(vm, Power.OFF, host.now()));
        return switch (mode) {
            case StopMode.Forced() -> StopOutcome.DESTROYED;
            case StopMode.Graceful(var limit) ->
                listens && limit.isPositive() ? StopOutcome.SHUT_DOWN_BY_GUEST : StopOutcome.DESTROYED_AT_LIMIT;
        };
    }

    /// The VM, after its revision was checked and, if it's higher, remembered.
    private SimulatedVm findForChange(HostState state, VmId vm, Revision revision) {
        state.refuseStale(vm, revision);
        var known = state.defined(vm);
        if (known.held.isBefore(revision)) {
            host.happen(vm, new Event.Raised(vm, revision));
        }
        return known;
    }

    private void refuseBeyond(String what, long wanted, long present) {
        if (wanted > present) {
            throw new RuntimeFailure(
                    Kind.NO_SPACE,
                    host.hostname() + " has too little " + what + ": " + wanted + " would be taken of " + present);
        }
    }

    private static String digest(SeedFiles files) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var file : List.of(files.metaData(), files.userData(), files.networkConfig())) {
                sha256.update(file.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
