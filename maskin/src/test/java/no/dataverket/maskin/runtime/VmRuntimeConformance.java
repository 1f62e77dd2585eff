package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every [VmRuntime] does. A driver's own test extends this, gives it a runtime and a few hooks, and adds
/// what is special about the driver. Each VM made here is removed after its test.
public abstract class VmRuntimeConformance {

    /// The revision under which most tests work.
    protected static final Revision FIRST = new Revision(1, 1);

    private static final Revision SECOND = new Revision(1, 2);
    private static final Revision LAST = new Revision(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final long MIB = 1L << 20;
    private static final Duration POLL = Duration.ofMillis(50);

    private final List<VmId> made = Collections.synchronizedList(new ArrayList<>());

    /// The runtime under test; the same one during a test.
    protected abstract VmRuntime runtime();

    /// A bootable qcow2 image on the host, smaller than 1 GiB.
    protected abstract Path baseImage();

    /// Another image than [#baseImage].
    protected abstract Path otherBaseImage();

    /// How the guest of the base image boots.
    protected abstract Boot boot();

    /// A virtual switch on the host.
    protected abstract String bridge();

    /// What the guest writes on its console once it listens to shutdown requests.
    protected abstract String readyMarker();

    /// Kills the VM's process on the host.
    protected abstract void crash(VmId vm);

    /// Pauses the VM past the runtime. A paused guest doesn't listen.
    protected abstract void pause(VmId vm);

    /// Makes a domain on the host that isn't ours.
    protected abstract void addForeign(String name);

    /// Breaks the connection between runtime and hypervisor; VMs run on.
    protected abstract void disconnect();

    /// Lets the runtime reach the hypervisor again.
    protected abstract void reconnect();

    /// How long the slowest thing takes at most, such as the boot of a guest.
    protected Duration patience() {
        return Duration.ofSeconds(120);
    }

    @AfterEach
    void removeWhatWasMade() {
        made.forEach(vm -> runtime().ensureAbsent(vm, LAST, patience()));
    }

    @Test
    void tellsWhatTheHostIs() {
        var facts = runtime().facts();

        assertThat(facts.hostname()).isNotBlank();
        assertThat(facts.vcpus()).isPositive();
        assertThat(facts.memoryMib()).isPositive();
        assertThat(facts.hypervisor()).isNotBlank();
        assertThat(facts.machineType()).isNotBlank();
        assertThat(facts.note()).isNotBlank();
    }

    @Test
    void aDefinedVmIsObservedAsItWasDefined() {
        var definition = definition(1);

        assertThat(runtime().ensureDefined(definition)).isEqualTo(DefineOutcome.CREATED);

        var vm = observe(definition.id());
        assertThat(vm.id()).isEqualTo(definition.id());
        assertThat(vm.name()).isEqualTo(definition.name());
        assertThat(vm.owner()).isEqualTo(definition.owner());
        assertThat(vm.revision()).isEqualTo(FIRST);
        assertThat(vm.specHash()).isEqualTo(definition.specHash());
        assertThat(vm.power()).isEqualTo(Power.OFF);
        assertThat(vm.instance()).isEmpty();
    }

    @Test
    void namesAreKeptWhateverTheyAreMadeOf() {
        var plain = definition(0);
        var odd = "<&>'\"]]> æøå \uD83D\uDE80 ${x}";
        var scope = new Owner.Scope(odd, odd);
        var definition = new VmDefinition(
                plain.id(),
                odd,
                new Owner(scope, scope, scope),
                FIRST,
                plain.hardware(),
                plain.drives(),
                plain.boot(),
                plain.nics());

        runtime().ensureDefined(definition);

        assertThat(observe(plain.id()).name()).isEqualTo(odd);
        assertThat(observe(plain.id()).owner()).isEqualTo(definition.owner());
    }

    @Test
    void definingTheSameAgainChangesNothing() {
        var definition = defined(1);

        assertThat(runtime().ensureDefined(definition)).isEqualTo(DefineOutcome.UNCHANGED);
    }

    @Test
    void aNewDefinitionTakesThePlaceOfTheOldOne() {
        var definition = defined(1);
        var larger = definition.withRevision(SECOND).withHardware(hardware(2));

        assertThat(runtime().ensureDefined(larger)).isEqualTo(DefineOutcome.UPDATED);

        assertThat(observe(definition.id()).specHash()).isEqualTo(larger.specHash());
    }

    @Test
    void aHigherRevisionIsRememberedEvenIfNothingElseChanged() {
        var definition = defined(0);

        assertThat(runtime().ensureDefined(definition.withRevision(SECOND))).isEqualTo(DefineOutcome.UPDATED);

        assertThat(observe(definition.id()).revision()).isEqualTo(SECOND);
    }

    @Test
    void aStaleDefinitionIsRefusedAndChangesNothing() {
        var definition = definition(0).withRevision(new Revision(3, 7));
        runtime().ensureDefined(definition);
        var larger = definition.withHardware(hardware(2));

        assertStale(new Revision(3, 7), () -> runtime().ensureDefined(larger.withRevision(new Revision(3, 6))));
        assertStale(new Revision(3, 7), () -> runtime().ensureDefined(larger.withRevision(new Revision(2, 9))));
        assertStale(
                new Revision(3, 7), () -> runtime().ensureNics(larger.withRevision(new Revision(3, 6)), patience()));

        assertThat(observe(definition.id()).specHash()).isEqualTo(definition.specHash());
    }

    @Test
    void aStaleCommandIsRefused() {
        var vm = defined(0).withRevision(SECOND);
        runtime().ensureDefined(vm);
        var reboot = new RebootRequest("token", new StopMode.Forced(), patience());

        assertStale(SECOND, () -> runtime().ensureRunning(vm.id(), FIRST, patience()));
        assertStale(SECOND, () -> runtime().ensureStopped(vm.id(), FIRST, new StopMode.Forced()));
        assertStale(SECOND, () -> runtime().reboot(vm.id(), FIRST, reboot));
        assertStale(SECOND, () -> runtime().ensureAbsent(vm.id(), FIRST, patience()));

        assertThat(observe(vm.id()).power()).isEqualTo(Power.OFF);
    }

    @Test
    void aLateStartIsRefusedAfterANewerStop() {
        var vm = defined(0).id();
        runtime().ensureStopped(vm, new Revision(1, 5), new StopMode.Forced());

        assertStale(new Revision(1, 5), () -> runtime().ensureRunning(vm, new Revision(1, 4), patience()));
    }

    @Test
    void aVmThatIsNotThereIsNeitherStartedNorMissed() {
        var vm = VmId.random();
        var reboot = new RebootRequest("token", new StopMode.Forced(), patience());

        assertThat(runtime().observe(vm)).isEmpty();
        assertFails(Kind.NOT_FOUND, () -> runtime().ensureRunning(vm, FIRST, patience()));
        assertFails(Kind.NOT_FOUND, () -> runtime().reboot(vm, FIRST, reboot));
        assertFails(Kind.NOT_FOUND, () -> runtime().consoleLog(vm, 0, 100));
        assertThat(runtime().ensureStopped(vm, FIRST, new StopMode.Forced())).isEqualTo(StopOutcome.ALREADY_OFF);
        assertThat(runtime().ensureAbsent(vm, FIRST, patience())).isEqualTo(RemoveOutcome.ALREADY_ABSENT);
    }

    @Test
    void anUnknownMachineTypeIsInvalid() {
        var definition = definition(0);
        var odd = definition.withHardware(new Hardware("pdp-11", 1, 256));

        assertFails(Kind.INVALID, () -> runtime().ensureDefined(odd));

        assertThat(runtime().observe(definition.id())).isEmpty();
    }

    @Test
    void aVmIsStartedOnceAndStoppedOnce() {
        var definition = defined(1);
        var vm = definition.id();

        assertThat(runtime().ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.STARTED);
        var first = observe(vm);
        assertThat(runtime().ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.ALREADY_RUNNING);

        assertThat(first.power()).isEqualTo(Power.RUNNING);
        assertThat(instance(vm).runtimeId())
                .isEqualTo(first.instance().orElseThrow().runtimeId());
        assertThat(instance(vm).specHash()).isEqualTo(definition.specHash());
        assertThat(first.runsOldDefinition()).isFalse();

        assertThat(runtime().ensureStopped(vm, FIRST, new StopMode.Forced())).isEqualTo(StopOutcome.DESTROYED);
        assertThat(runtime().ensureStopped(vm, FIRST, new StopMode.Forced())).isEqualTo(StopOutcome.ALREADY_OFF);
        assertThat(observe(vm).power()).isEqualTo(Power.OFF);
        assertThat(observe(vm).instance()).isEmpty();
    }

    @Test
    void manyStartsAtOnceMakeOneRun() throws Exception {
        var vm = defined(1).id();

        List<StartOutcome> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> runtime().ensureRunning(vm, FIRST, patience())))
                    .toList();
            outcomes = new ArrayList<>();
            for (var call : calls) {
                outcomes.add(call.get());
            }
        }

        assertThat(outcomes).hasSize(8).containsOnlyOnce(StartOutcome.STARTED);
    }

    @Test
    void aGuestShutsDownWhenAsked() {
        var vm = running(0).id();
        awaitReady(vm);

        assertThat(runtime().ensureStopped(vm, SECOND, new StopMode.Graceful(patience())))
                .isEqualTo(StopOutcome.SHUT_DOWN_BY_GUEST);

        assertThat(observe(vm).power()).isEqualTo(Power.OFF);
        assertThat(observe(vm).revision()).isEqualTo(SECOND);
    }

    @Test
    void aGuestThatDoesNotListenIsDestroyedAtTheLimit() {
        var vm = running(0).id();
        pause(vm);

        assertThat(runtime().ensureStopped(vm, FIRST, new StopMode.Graceful(Duration.ofMillis(500))))
                .isEqualTo(StopOutcome.DESTROYED_AT_LIMIT);

        assertThat(observe(vm).power()).isEqualTo(Power.OFF);
    }

    @Test
    void aPausedVmIsResumed() {
        var vm = running(0).id();
        pause(vm);
        assertThat(observe(vm).power()).isEqualTo(Power.PAUSED);
        assertThat(observe(vm).instance()).isPresent();

        assertThat(runtime().ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.RESUMED);

        assertThat(observe(vm).power()).isEqualTo(Power.RUNNING);
    }

    @Test
    void aCrashIsSeenAndTheVmStartsAgain() {
        var vm = running(0).id();
        var before = instance(vm).runtimeId();

        crash(vm);
        await("the crash is seen", () -> observe(vm).power() == Power.CRASHED);
        assertThat(observe(vm).instance()).isEmpty();

        assertThat(runtime().ensureStopped(vm, FIRST, new StopMode.Forced())).isEqualTo(StopOutcome.ALREADY_OFF);
        assertThat(runtime().ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.STARTED);
        assertThat(instance(vm).runtimeId()).isNotEqualTo(before);
    }

    @Test
    void aRebootIsDoneOncePerToken() {
        var vm = running(0).id();
        var before = instance(vm).runtimeId();
        var reboot = new RebootRequest("one", new StopMode.Forced(), patience());

        assertThat(runtime().reboot(vm, SECOND, reboot)).isEqualTo(RebootOutcome.REBOOTED);
        var after = instance(vm).runtimeId();
        assertThat(runtime().reboot(vm, SECOND, reboot)).isEqualTo(RebootOutcome.ALREADY_DONE);

        assertThat(after).isNotEqualTo(before);
        assertThat(instance(vm).runtimeId()).isEqualTo(after);
        assertThat(runtime().reboot(vm, SECOND, new RebootRequest("two", new StopMode.Forced(), patience())))
                .isEqualTo(RebootOutcome.REBOOTED);
        assertThat(instance(vm).runtimeId()).isNotEqualTo(after);
    }

    @Test
    void aRebootStartsAVmThatIsOff() {
        var vm = defined(0).id();

        runtime().reboot(vm, FIRST, new RebootRequest("one", new StopMode.Forced(), patience()));

        assertThat(observe(vm).power()).isEqualTo(Power.RUNNING);
    }

    @Test
    void aNewDefinitionOfARunningVmWaitsForAColdStart() {
        var definition = running(0);
        var vm = definition.id();
        var larger = definition.withRevision(SECOND).withHardware(hardware(2));

        runtime().ensureDefined(larger);

        assertThat(observe(vm).runsOldDefinition()).isTrue();
        assertThat(instance(vm).specHash()).isEqualTo(definition.specHash());

        runtime().reboot(vm, SECOND, new RebootRequest("resize", new StopMode.Forced(), patience()));

        assertThat(observe(vm).runsOldDefinition()).isFalse();
        assertThat(instance(vm).specHash()).isEqualTo(larger.specHash());
    }

    @Test
    void aNewNameNeedsNoColdStart() {
        var old = running(1);
        var renamed = new VmDefinition(
                old.id(), "renamed", old.owner(), SECOND, old.hardware(), old.drives(), old.boot(), old.nics());

        runtime().ensureDefined(renamed);

        assertThat(observe(old.id()).name()).isEqualTo("renamed");
        assertThat(observe(old.id()).runsOldDefinition()).isFalse();
    }

    @Test
    void aRemovedVmIsGoneAndStaysGone() {
        var definition = defined(0);
        var vm = definition.id();

        assertThat(runtime().ensureAbsent(vm, SECOND, patience())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(runtime().ensureAbsent(vm, SECOND, patience())).isEqualTo(RemoveOutcome.ALREADY_ABSENT);

        assertThat(runtime().observe(vm)).isEmpty();
        assertThat(runtime().observeAll().leftovers()).doesNotContain(vm);
        assertStale(SECOND, () -> runtime().ensureDefined(definition));
        assertStale(SECOND, () -> runtime().ensureDefined(definition.withRevision(SECOND)));
        assertStale(SECOND, () -> runtime().ensureDisk(disk(vm, FIRST, 512 * MIB)));
        assertStale(SECOND, () -> runtime().ensureSeed(seed(vm, SECOND, "#!/bin/sh\n")));
        assertThat(runtime().observeAll().leftovers()).doesNotContain(vm);

        var third = new Revision(1, 3);
        prepare(vm, third);
        assertThat(runtime().ensureDefined(definition.withRevision(third))).isEqualTo(DefineOutcome.CREATED);
    }

    @Test
    void aVmIsRemovedWhileItRuns() {
        var vm = running(1).id();

        assertThat(runtime().ensureAbsent(vm, FIRST, patience())).isEqualTo(RemoveOutcome.REMOVED);

        assertThat(runtime().observe(vm)).isEmpty();
    }

    @Test
    void domainsOfOthersAreCountedAndLeftAlone() {
        addForeign("not-ours");

        var inventory = runtime().observeAll();

        assertThat(inventory.foreign()).contains("not-ours");
        assertThat(inventory.vms()).noneMatch(vm -> vm.name().equals("not-ours"));
    }

    @Test
    void allVmsAreObservedAtOnceAsOneByOne() {
        var running = running(1).id();
        var off = defined(1).id();

        var inventory = runtime().observeAll();

        assertThat(inventory.find(running)).contains(observe(running));
        assertThat(inventory.find(off)).contains(observe(off));
    }

    @Test
    void filesWithoutAVmAreReported() {
        var vm = newVm();
        runtime().ensureDisk(disk(vm, FIRST, 512 * MIB));

        assertThat(runtime().observeAll().leftovers()).contains(vm);

        runtime().ensureAbsent(vm, FIRST, patience());
        assertThat(runtime().observeAll().leftovers()).doesNotContain(vm);
    }

    @Test
    void aDiskIsMadeOnceAndOnlyGrows() {
        var vm = newVm();

        var made = runtime().ensureDisk(disk(vm, FIRST, 512 * MIB));
        assertThat(made.created()).isTrue();
        assertThat(made.sizeBytes()).isEqualTo(512 * MIB);
        assertThat(runtime().ensureDisk(disk(vm, FIRST, 512 * MIB))).isEqualTo(new Disk(made.path(), 512 * MIB, false));
        assertThat(runtime().ensureDisk(disk(vm, FIRST, 768 * MIB))).isEqualTo(new Disk(made.path(), 768 * MIB, false));
        assertFails(Kind.INVALID, () -> runtime().ensureDisk(disk(vm, FIRST, 512 * MIB)));
    }

    @Test
    void aDiskKeepsItsBaseImage() {
        var vm = newVm();
        runtime().ensureDisk(disk(vm, FIRST, 512 * MIB));
        var other = new DiskRequest(vm, FIRST, otherBaseImage(), DiskRequest.Format.QCOW2, 512 * MIB);

        assertFails(Kind.CONFLICT, () -> runtime().ensureDisk(other));
    }

    @Test
    void theDiskOfARunningVmGrows() {
        assumeThat(runtime().capabilities()).contains(Capability.LIVE_DISK_GROWTH);
        var vm = running(0).id();

        assertThat(runtime().ensureDisk(disk(vm, FIRST, 768 * MIB)).sizeBytes()).isEqualTo(768 * MIB);
    }

    @Test
    void aSeedIsWrittenAgainOnlyWhenItsContentChanges() {
        var vm = newVm();

        assertThat(runtime()
                        .ensureSeed(seed(vm, FIRST, "#!/bin/sh\necho one\n"))
                        .written())
                .isTrue();
        assertThat(runtime()
                        .ensureSeed(seed(vm, FIRST, "#!/bin/sh\necho one\n"))
                        .written())
                .isFalse();
        assertThat(runtime()
                        .ensureSeed(seed(vm, FIRST, "#!/bin/sh\necho two\n"))
                        .written())
                .isTrue();
    }

    @Test
    void theConsoleLogIsReadInPiecesAndOutlivesAStop() {
        assumeThat(runtime().capabilities()).contains(Capability.CONSOLE_LOG);
        var vm = defined(0).id();
        assertThat(runtime().consoleLog(vm, 0, 10).bytes()).isEmpty();
        runtime().ensureRunning(vm, FIRST, patience());
        awaitReady(vm);
        runtime().ensureStopped(vm, FIRST, new StopMode.Forced());

        var head = runtime().consoleLog(vm, 0, 10);
        var rest = runtime().consoleLog(vm, head.next(), 1 << 20);

        assertThat(head.from()).isZero();
        assertThat(head.bytes()).hasSize(10);
        assertThat(rest.from()).isEqualTo(10);
        assertThat(head.text() + rest.text()).contains(readyMarker());
        assertThat(runtime().consoleLog(vm, rest.next(), 10).bytes()).isEmpty();

        runtime().ensureRunning(vm, FIRST, patience());
        awaitReady(vm, rest.next());
        assertThat(runtime().consoleLog(vm, 0, 10).bytes()).isEqualTo(head.bytes());
    }

    @Test
    void interfacesComeAndGoWhileTheVmRuns() {
        assumeThat(runtime().capabilities()).contains(Capability.NIC_HOT_PLUG);
        var one = running(1);
        var vm = one.id();
        awaitReady(vm);
        var before = instance(vm).runtimeId();

        var two = one.withRevision(SECOND).withNics(List.of(nic(vm, 0, 10), nic(vm, 1, 20)));
        assertThat(runtime().ensureNics(two, patience())).isEqualTo(NicOutcome.APPLIED);
        assertThat(runtime().ensureNics(two, patience())).isEqualTo(NicOutcome.UNCHANGED);
        assertThat(observe(vm).runsOldDefinition()).isFalse();
        assertThat(instance(vm).specHash()).isEqualTo(two.specHash());

        var retagged = two.withNics(List.of(nic(vm, 0, 10), nic(vm, 1, 30)));
        assertThat(runtime().ensureNics(retagged, patience())).isEqualTo(NicOutcome.APPLIED);
        assertThat(instance(vm).specHash()).isEqualTo(retagged.specHash());

        assertThat(runtime().ensureNics(one.withRevision(SECOND), patience())).isEqualTo(NicOutcome.APPLIED);
        assertThat(instance(vm).specHash()).isEqualTo(one.specHash());
        assertThat(instance(vm).runtimeId()).isEqualTo(before);
    }

    @Test
    void interfacesOfAVmThatIsOffWaitForItsStart() {
        var definition = defined(1);
        var more = definition.withNics(List.of(nic(definition.id(), 0, 10), nic(definition.id(), 1, 20)));

        assertThat(runtime().ensureNics(more, patience())).isEqualTo(NicOutcome.AT_NEXT_START);
        assertThat(runtime().ensureNics(more, patience())).isEqualTo(NicOutcome.UNCHANGED);

        assertThat(observe(definition.id()).specHash()).isEqualTo(more.specHash());
    }

    @Test
    void newInterfacesDoNotHideThatAColdStartIsNeeded() {
        assumeThat(runtime().capabilities()).contains(Capability.NIC_HOT_PLUG);
        var definition = running(0);
        var vm = definition.id();
        var changed = definition.withRevision(SECOND).withHardware(hardware(2)).withNics(List.of(nic(vm, 0, 10)));

        assertThat(runtime().ensureNics(changed, patience())).isEqualTo(NicOutcome.APPLIED);

        assertThat(observe(vm).runsOldDefinition()).isTrue();
    }

    @Test
    void aListenerIsToldWhereToLook() throws Exception {
        assumeThat(runtime().capabilities()).contains(Capability.HINTS);
        var vm = defined(0).id();
        var hints = new LinkedBlockingQueue<RuntimeHint>();

        try (var _ = runtime().watch(hints::add)) {
            runtime().ensureRunning(vm, FIRST, patience());
            awaitHint(hints, new RuntimeHint.Changed(vm));
            hints.clear();
            crash(vm);
            awaitHint(hints, new RuntimeHint.Changed(vm));
        }
    }

    @Test
    void aListenerThatFailsDoesNotSilenceTheOthers() throws Exception {
        assumeThat(runtime().capabilities()).contains(Capability.HINTS);
        var vm = defined(0).id();
        var hints = new LinkedBlockingQueue<RuntimeHint>();

        try (var _ = runtime().watch(_ -> {
                    throw new IllegalStateException("this listener is broken on purpose");
                });
                var _ = runtime().watch(hints::add)) {
            runtime().ensureRunning(vm, FIRST, patience());
            awaitHint(hints, new RuntimeHint.Changed(vm));
        }
    }

    @Test
    void aHypervisorThatCannotBeAskedSaysNothingAboutItsVms() throws Exception {
        var vm = running(1).id();
        var before = instance(vm).runtimeId();
        var hints = new LinkedBlockingQueue<RuntimeHint>();

        try (var _ = runtime().watch(hints::add)) {
            disconnect();
            try {
                assertFails(Kind.UNREACHABLE, () -> runtime().observe(vm));
                assertFails(Kind.UNREACHABLE, () -> runtime().observeAll());
                assertFails(Kind.UNREACHABLE, () -> runtime().ensureStopped(vm, FIRST, new StopMode.Forced()));
                assertFails(Kind.UNREACHABLE, () -> runtime().ensureAbsent(vm, FIRST, patience()));
            } finally {
                reconnect();
            }
            if (runtime().capabilities().contains(Capability.HINTS)) {
                await(
                        "listeners are told to look at everything",
                        () -> hints.stream().anyMatch(RuntimeHint.Resync.class::isInstance));
            }
        }
        await("the hypervisor answers again", () -> {
            try {
                return runtime().observe(vm).isPresent();
            } catch (RuntimeFailure e) {
                return false;
            }
        });

        assertThat(observe(vm).power()).isEqualTo(Power.RUNNING);
        assertThat(instance(vm).runtimeId()).isEqualTo(before);
    }

    /// An id that's removed after the test.
    protected final VmId newVm() {
        var vm = VmId.random();
        made.add(vm);
        return vm;
    }

    /// A definition of a new VM whose files are there.
    protected final VmDefinition definition(int nics) {
        var vm = newVm();
        var drives = prepare(vm, FIRST);
        var owner = new Owner(
                new Owner.Scope("t-1", "Tenant One"),
                new Owner.Scope("p-1", "Project One"),
                new Owner.Scope("e-1", "test"));
        var interfaces = IntStream.range(0, nics)
                .mapToObj(index -> nic(vm, index, 10 * (index + 1)))
                .toList();
        return new VmDefinition(vm, "vm-" + vm.domainName(), owner, FIRST, hardware(1), drives, boot(), interfaces);
    }

    /// A VM that the runtime knows.
    protected final VmDefinition defined(int nics) {
        var definition = definition(nics);
        runtime().ensureDefined(definition);
        return definition;
    }

    /// A VM that the hypervisor runs; its guest may still be booting.
    protected final VmDefinition running(int nics) {
        var definition = defined(nics);
        runtime().ensureRunning(definition.id(), FIRST, patience());
        return definition;
    }

    /// An interface in a VLAN.
    protected final Nic nic(VmId vm, int index, int vlanTag) {
        var tail = vm.toString();
        var mac = "52:54:00:" + tail.substring(30, 32) + ":" + tail.substring(32, 34) + ":0" + index;
        return new Nic(index, mac, bridge(), vlanTag, 1450, Nic.hostDevice(vm, index));
    }

    /// What the host has; fails when it hasn't.
    protected final ObservedVm observe(VmId vm) {
        return runtime().observe(vm).orElseThrow(() -> new AssertionError("VM " + vm + " isn't on the host"));
    }

    /// Waits until the guest listens.
    protected final void awaitReady(VmId vm) {
        awaitReady(vm, 0);
    }

    /// Waits until a condition holds.
    protected final void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + patience().toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + patience() + ": " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void awaitReady(VmId vm, long from) {
        await(
                "the guest of " + vm + " is ready",
                () -> runtime().consoleLog(vm, from, 1 << 20).text().contains(readyMarker()));
    }

    private void awaitHint(LinkedBlockingQueue<RuntimeHint> hints, RuntimeHint expected) throws InterruptedException {
        var end = System.nanoTime() + patience().toNanos();
        while (true) {
            var hint = hints.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (hint == null) {
                throw new AssertionError("no hint " + expected + " within " + patience());
            }
            if (hint.equals(expected)) {
                return;
            }
        }
    }

    private ObservedVm.Instance instance(VmId vm) {
        return observe(vm).instance().orElseThrow(() -> new AssertionError("VM " + vm + " isn't active"));
    }

    private Hardware hardware(int vcpus) {
        return new Hardware(runtime().facts().machineType(), vcpus, 192);
    }

    private VmDefinition.Drives prepare(VmId vm, Revision revision) {
        var disk = runtime().ensureDisk(disk(vm, revision, 512 * MIB));
        var seed = runtime().ensureSeed(seed(vm, revision, "#!/bin/sh\necho seeded\n"));
        return new VmDefinition.Drives(disk.path(), seed.path());
    }

    private DiskRequest disk(VmId vm, Revision revision, long sizeBytes) {
        return new DiskRequest(vm, revision, baseImage(), DiskRequest.Format.QCOW2, sizeBytes);
    }

    private SeedRequest seed(VmId vm, Revision revision, String userData) {
        var network = new SeedRequest.Network(
                "eth0", nic(vm, 0, 0).mac(), 1450, List.of("10.10.0.11/24"), List.of("10.10.0.1"), List.of());
        return new SeedRequest(vm, revision, vm.domainName(), userData, List.of(network));
    }

    /// The failure must be of the kind; one of another kind would make a caller do the wrong thing.
    protected static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RuntimeFailure.class)
                .isThrownBy(call)
                .satisfies(failure ->
                        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind));
    }

    private static void assertStale(Revision held, ThrowingCallable call) {
        assertThatExceptionOfType(StaleWriter.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.held()).isEqualTo(held))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.STALE));
    }
}
