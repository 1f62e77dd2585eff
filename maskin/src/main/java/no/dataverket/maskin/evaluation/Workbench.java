package no.dataverket.maskin.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.SeedRequest;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;

/// What a check works with: the runtime, machines of its own, and a place for evidence. The machines are
/// removed when it's closed.
public final class Workbench implements AutoCloseable {

    /// The revision under which most checks work.
    public static final Revision FIRST = new Revision(1, 1);

    /// A revision after the first.
    public static final Revision SECOND = new Revision(1, 2);

    /// By which machines of an evaluation are known on the host.
    public static final Owner.Scope OWNER = new Owner.Scope("evaluation", "evaluation of this runtime");

    /// Under which they are removed: whatever else was asked for came before.
    static final Revision LAST = new Revision(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int ALL = 1 << 20;

    private final VmRuntime runtime;
    private final Guest guest;
    private final Incidents incidents;
    private final Duration patience;
    private final Ledger ledger;
    private final Evidence evidence = new Evidence();
    private final List<VmId> made = Collections.synchronizedList(new ArrayList<>());

    public Workbench(VmRuntime runtime, Guest guest, Incidents incidents, Duration patience, Ledger ledger) {
        this.runtime = runtime;
        this.guest = guest;
        this.incidents = incidents;
        this.patience = patience;
        this.ledger = ledger;
    }

    public VmRuntime runtime() {
        return runtime;
    }

    public Guest guest() {
        return guest;
    }

    public Incidents incidents() {
        return incidents;
    }

    /// How long the slowest thing takes at most, such as the boot of a guest.
    public Duration patience() {
        return patience;
    }

    public Evidence evidence() {
        return evidence;
    }

    /// An id that's removed in the end.
    public VmId newVm() {
        var vm = VmId.random();
        ledger.begin(vm);
        made.add(vm);
        return vm;
    }

    /// A definition of a new machine whose files are there.
    public VmDefinition definition(int nics) {
        var vm = newVm();
        var drives = drives(vm, FIRST);
        var owner = new Owner(OWNER, new Owner.Scope("p-1", "Project One"), new Owner.Scope("e-1", "test"));
        var interfaces = IntStream.range(0, nics)
                .mapToObj(index -> nic(vm, index, 10 * (index + 1)))
                .toList();
        return new VmDefinition(
                vm, "vm-" + vm.domainName(), owner, FIRST, hardware(1), drives, guest.boot(), interfaces);
    }

    /// A machine that the runtime knows.
    public VmDefinition defined(int nics) {
        var definition = definition(nics);
        runtime.ensureDefined(definition);
        return definition;
    }

    /// A machine that the hypervisor runs; its guest may still be booting.
    public VmDefinition running(int nics) {
        var definition = defined(nics);
        runtime.ensureRunning(definition.id(), FIRST, patience);
        return definition;
    }

    /// The files of a machine, made if they are missing.
    public VmDefinition.Drives drives(VmId vm, Revision revision) {
        var disk = runtime.ensureDisk(disk(vm, revision, guest.diskBytes()));
        var seed = runtime.ensureSeed(seed(vm, revision, "#!/bin/sh\necho seeded\n"));
        return new VmDefinition.Drives(disk.path(), seed.path());
    }

    /// A wish for a disk over the guest's image.
    public DiskRequest disk(VmId vm, Revision revision, long sizeBytes) {
        return new DiskRequest(vm, revision, guest.image(), DiskRequest.Format.QCOW2, sizeBytes);
    }

    /// A size to which the guest's disks grow.
    public long largerDiskBytes() {
        return guest.diskBytes() / 2 * 3;
    }

    /// A wish for a seed with this user data.
    public SeedRequest seed(VmId vm, Revision revision, String userData) {
        var network = new SeedRequest.Network(
                "eth0", nic(vm, 0, 0).mac(), 1450, List.of("10.10.0.11/24"), List.of("10.10.0.1"), List.of());
        return new SeedRequest(vm, revision, vm.domainName(), userData, List.of(network));
    }

    public Hardware hardware(int vcpus) {
        return new Hardware(runtime.facts().machineType(), vcpus, guest.memoryMib());
    }

    /// An interface in a VLAN.
    public Nic nic(VmId vm, int index, int vlanTag) {
        var tail = vm.toString();
        var mac = "52:54:00:" + tail.substring(30, 32) + ":" + tail.substring(32, 34) + ":0" + index;
        return new Nic(index, mac, guest.bridge(), vlanTag, 1450, Nic.hostDevice(vm, index));
    }

    /// What the host has of a machine.
    ///
    /// @throws BrokenPromise when it hasn't
    public ObservedVm observe(VmId vm) {
        return runtime.observe(vm).orElseThrow(() -> new BrokenPromise("machine " + vm + " isn't on the host"));
    }

    /// The machine's present run.
    ///
    /// @throws BrokenPromise when it isn't active
    public ObservedVm.Instance instance(VmId vm) {
        return observe(vm).instance().orElseThrow(() -> new BrokenPromise("machine " + vm + " isn't active"));
    }

    /// Waits until the guest listens.
    public void awaitReady(VmId vm) {
        awaitReady(vm, 0);
    }

    /// Waits until the guest listens, by what it writes from an offset of its console log on.
    public void awaitReady(VmId vm, long from) {
        await(
                "the guest says that it is ready",
                () -> runtime.consoleLog(vm, from, ALL).text().contains(guest.readyMarker()));
    }

    /// Waits until the hypervisor answers and a condition holds.
    public void awaitAnswer(String what, BooleanSupplier condition) {
        await(what, () -> {
            try {
                return condition.getAsBoolean();
            } catch (RuntimeFailure unanswered) {
                return false;
            }
        });
    }

    /// Waits until a condition holds.
    ///
    /// @throws BrokenPromise when it doesn't for too long
    public void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new BrokenPromise("not within " + patience + ": " + what);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new BrokenPromise("interrupted while waiting: " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        evidence.note(what);
    }

    /// Removes the machines. What can't be removed stays in the ledger.
    ///
    /// @throws RuntimeFailure of the last machine that couldn't be removed
    @Override
    public void close() {
        RuntimeFailure last = null;
        for (var vm : List.copyOf(made)) {
            try {
                remove(runtime, vm, patience, ledger);
                made.remove(vm);
            } catch (RuntimeFailure failure) {
                last = failure;
            }
        }
        if (last != null) {
            throw last;
        }
    }

    static void remove(VmRuntime runtime, VmId vm, Duration limit, Ledger ledger) {
        runtime.ensureAbsent(vm, LAST, limit);
        ledger.end(vm);
    }
}
