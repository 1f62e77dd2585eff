package no.dataverket.lab.hypervisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.dataverket.lab.hypervisor.RunInterval.Moment;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StaleWriter;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// All that a simulated host knows: the sum of its events. Guarded by the host's lock.
final class HostState {

    private final String hostname;
    private final SharedStorage storage;
    private final Map<VmId, SimulatedVm> vms = new LinkedHashMap<>();
    private final Map<VmId, Revision> tombstones = new HashMap<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private final List<RunInterval> finished = new ArrayList<>();
    private long lastRuntimeId;
    private long lastTick;
    private long diskBytes;
    private long activeMemoryMib;

    HostState(String hostname, SharedStorage storage) {
        this.hostname = hostname;
        this.storage = storage;
    }

    void apply(Event event) {
        switch (event) {
            case Event.DiskMade(var vm, var base, var size) -> {
                var known = vms.computeIfAbsent(vm, _ -> new SimulatedVm());
                diskBytes += size - known.diskBytes;
                known.base = storage.shared(base);
                known.diskBytes = size;
                storage.put(vm, base, size, known.seedDigest);
            }
            case Event.SeedMade(var vm, var digest) -> {
                var known = vms.computeIfAbsent(vm, _ -> new SimulatedVm());
                known.seedDigest = digest;
                var base = known.base;
                if (base != null) {
                    storage.put(vm, base, known.diskBytes, digest);
                }
            }
            case Event.Adopted(var vm, var base, var size, var digest, var revision) -> {
                var known = vms.computeIfAbsent(vm, _ -> new SimulatedVm());
                diskBytes += size - known.diskBytes;
                known.base = storage.shared(base);
                known.diskBytes = size;
                known.seedDigest = digest;
                storage.raise(vm, revision.epoch());
            }
            case Event.LetGo(var vm, var revision) -> {
                forget(vm);
                storage.raise(vm, revision.epoch());
            }
            case Event.Defined(var definition) -> {
                vms.computeIfAbsent(definition.id(), _ -> new SimulatedVm()).define(storage.shared(definition));
                tombstones.remove(definition.id());
            }
            case Event.Raised(var vm, var revision) -> known(vm).raise(revision);
            case Event.BroughtUp(var vm) -> bringUp(known(vm));
            case Event.Started(var vm, var runtimeId, var at) -> start(known(vm), runtimeId, at);
            case Event.PowerChanged(var vm, var power) -> known(vm).power = power;
            case Event.Ended(var vm, var power, var at) -> {
                var known = known(vm);
                end(vm, known, at);
                known.power = power;
            }
            case Event.Rebooted(var vm, var token) -> known(vm).rebootToken = token;
            case Event.GuestChanged(var vm, var deaf) -> known(vm).deaf = deaf;
            case Event.Removed(var vm, var revision) -> {
                forget(vm);
                storage.remove(vm);
                tombstones.merge(vm, revision, (held, newer) -> held.isBefore(newer) ? newer : held);
            }
            case Event.Undefined(var vm) -> known(vm).undefine();
            case Event.Vanished(var vm) -> {
                forget(vm);
                storage.remove(vm);
            }
            case Event.MemoryChanged(var vm, var memoryMib) -> known(vm).giveMemory(memoryMib);
            case Event.ForeignSeen(var name) -> foreign.add(name);
            case Event.ForeignGone(var name) -> foreign.remove(name);
        }
    }

    @Nullable
    SimulatedVm find(VmId vm) {
        return vms.get(vm);
    }

    boolean isDefined(VmId vm) {
        var known = vms.get(vm);
        return known != null && known.definition != null;
    }

    /// A VM that's more than files.
    ///
    /// @throws RuntimeFailure `NOT_FOUND`
    SimulatedVm defined(VmId vm) {
        var known = vms.get(vm);
        if (known == null || known.definition == null) {
            throw new RuntimeFailure(Kind.NOT_FOUND, "VM " + vm + " isn't on " + hostname);
        }
        return known;
    }

    /// @throws StaleWriter when a newer revision was here
    void refuseStale(VmId vm, Revision revision) {
        var known = vms.get(vm);
        var held = known != null && known.definition != null ? known.held : tombstones.get(vm);
        if (held != null && revision.isBefore(held)) {
            throw new StaleWriter(vm, revision, held);
        }
        var epoch = storage.epoch(vm);
        if (revision.epoch() < epoch) {
            throw new StaleWriter(vm, revision, new Revision(epoch, 0));
        }
    }

    /// What makes something new must also come after the removal.
    ///
    /// @throws StaleWriter when a newer revision was here, or the VM was removed under this one
    void refuseRemoved(VmId vm, Revision revision) {
        refuseStale(vm, revision);
        var removed = tombstones.get(vm);
        if (removed != null && !removed.isBefore(revision)) {
            throw new StaleWriter(vm, revision, removed);
        }
    }

    /// The revision under which the VM was removed, if it was and hasn't come back.
    @Nullable
    Revision tombstone(VmId vm) {
        return tombstones.get(vm);
    }

    Map<VmId, SimulatedVm> vms() {
        return vms;
    }

    List<String> foreign() {
        return List.copyOf(foreign);
    }

    /// Those that have a domain, in the order in which they came.
    List<VmId> defined() {
        return vms.entrySet().stream()
                .filter(vm -> vm.getValue().definition != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<VmId> active() {
        return vms.entrySet().stream()
                .filter(vm -> vm.getValue().run != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What all disks take.
    long diskBytes() {
        return diskBytes;
    }

    /// What all active VMs take.
    long activeMemoryMib() {
        return activeMemoryMib;
    }

    String nextRuntimeId() {
        return "run-" + (lastRuntimeId + 1);
    }

    /// The highest tick of any event here.
    long lastTick() {
        return lastTick;
    }

    List<RunInterval> runs() {
        var open = vms.entrySet().stream().flatMap(vm -> {
            var run = vm.getValue().run;
            return run == null
                    ? Stream.<RunInterval>empty()
                    : Stream.of(new RunInterval(
                            vm.getKey(), hostname, run.runtimeId, run.revision, run.started, Optional.empty()));
        });
        return Stream.concat(finished.stream(), open).toList();
    }

    private SimulatedVm known(VmId vm) {
        return Objects.requireNonNull(vms.get(vm), "the journal names a VM that it hasn't made");
    }

    private void start(SimulatedVm vm, String runtimeId, Moment at) {
        var definition = Objects.requireNonNull(vm.definition, "the journal starts a VM without definition");
        var run = new SimulatedVm.Run(runtimeId, vm.held, at, definition, vm.specHash);
        vm.run = run;
        vm.power = Power.RUNNING;
        vm.starts++;
        lastRuntimeId++;
        lastTick = Math.max(lastTick, at.tick());
        activeMemoryMib += run.memoryMib;
    }

    private void bringUp(SimulatedVm vm) {
        var run = vm.run;
        var definition = vm.definition;
        if (run != null && definition != null) {
            run.nics = definition.nics();
            run.specHash = run.coldHash.equals(definition.coldHash()) ? vm.specHash : run.specHash;
        }
    }

    private void end(VmId id, SimulatedVm vm, Moment at) {
        var run = vm.run;
        if (run != null) {
            finished.add(new RunInterval(id, hostname, run.runtimeId, run.revision, run.started, Optional.of(at)));
            activeMemoryMib -= run.memoryMib;
            lastTick = Math.max(lastTick, at.tick());
            vm.run = null;
            vm.ended();
            if (run.console != null) {
                run.console.end("the machine stopped");
            }
        }
    }

    private void forget(VmId id) {
        var vm = vms.remove(id);
        if (vm != null) {
            diskBytes -= vm.diskBytes;
        }
    }
}
