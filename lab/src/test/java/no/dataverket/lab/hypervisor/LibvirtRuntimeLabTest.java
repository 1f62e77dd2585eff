package no.dataverket.lab.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.dataverket.maskin.evaluation.Guest;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.SeedRequest;
import no.dataverket.maskin.runtime.StaleWriter;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.runtime.VmRuntimeConformance;
import no.dataverket.maskin.runtime.libvirt.LibvirtRuntime;
import no.dataverket.maskin.runtime.libvirt.LibvirtSettings;
import no.dataverket.maskin.runtime.libvirt.ProbeGuest;
import no.dataverket.maskin.runtime.libvirt.VirtualizationChoice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The libvirt driver against a real libvirt with real guests.
@Tag("lab")
@TestInstance(Lifecycle.PER_CLASS)
final class LibvirtRuntimeLabTest extends VmRuntimeConformance {

    private static final int HOST = 41;
    private static final long MIB = 1L << 20;
    private static final String READY = "TINY: READY";

    private final Path root;
    private final LibvirtHost host;
    private final Path image;
    private final Boot boot;
    private final LibvirtRuntime runtime;

    LibvirtRuntimeLabTest(@TempDir Path root) throws IOException {
        this.root = root;
        host = LibvirtHost.start(HOST);
        image = host.tinyImage();
        var kernel = new Boot.FromKernel(
                image.resolve("vmlinux"), image.resolve("initrd.cpio.gz"), cmdline(image.resolve("image.json")));
        boot = kernel;
        var probe = new ProbeGuest(kernel.kernel(), kernel.initrd(), kernel.cmdline(), READY);
        runtime = LibvirtRuntime.open(
                LibvirtSettings.of(host.uri(), root, new VirtualizationChoice.Probe(probe, Duration.ofSeconds(20))));
    }

    private static String cmdline(Path description) throws IOException {
        var found = Pattern.compile("\"cmdline\": \"([^\"]*)\"").matcher(Files.readString(description));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @BeforeAll
    void prepareImages() throws IOException {
        Files.copy(image.resolve("disk.qcow2"), root.resolve("other.qcow2"));
    }

    @AfterAll
    void removeHost() {
        runtime.close();
        host.close();
    }

    @Override
    protected VmRuntime runtime() {
        return runtime;
    }

    @Override
    protected Guest guest() {
        return new Guest(
                image.resolve("disk.qcow2"), root.resolve("other.qcow2"), boot, "br-int", READY, 512 * MIB, 192);
    }

    @Override
    protected Incidents incidents() {
        return new Incidents() {

            @Override
            public Set<Incident> possible() {
                return EnumSet.allOf(Incident.class);
            }

            @Override
            public void crash(VmId vm) {
                host.killQemu(vm);
            }

            @Override
            public void pause(VmId vm) {
                suspend(vm);
            }

            @Override
            public void addForeign(String name) {
                defineForeign(name, VmId.random());
            }

            @Override
            public void removeForeign(String name) {
                host.in("virsh", "-q", "undefine", name);
            }

            @Override
            public void disconnect() {
                host.killLibvirtd();
            }

            @Override
            public void reconnect() {
                host.repair();
            }
        };
    }

    private void suspend(VmId vm) {
        host.in("virsh", "-q", "suspend", vm.toString());
    }

    private void defineForeign(String name, VmId uuid) {
        try {
            var file = Files.writeString(root.resolve(name + ".xml"), """
                    <domain type='qemu'>
                      <name>%s</name><uuid>%s</uuid><memory unit='MiB'>64</memory>
                      <os><type arch='x86_64' machine='q35'>hvm</type></os>
                    </domain>
                    """.formatted(name, uuid));
            host.in("virsh", "-q", "define", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPersonTypesAtTheConsoleOfARealGuest() {
        var vm = running(0).id();
        awaitReady(vm);
        var screen = new Recorded();
        try (var console = runtime.openConsole(vm, false, screen)) {
            assertFails(Kind.CONFLICT, () -> runtime.openConsole(vm, false, new Recorded()));
            type(console, "\r");
            await("a prompt", () -> screen.text().contains("# "));
            type(console, "echo $((6*7))-is-the-answer\r");
            await("the answer of the guest's shell", () -> screen.text().contains("42-is-the-answer"));
            await(
                    "the same in the log",
                    () -> runtime.consoleLog(vm, 0, 1 << 20).text().contains("42-is-the-answer"));

            var other = new Recorded();
            try (var second = runtime.openConsole(vm, true, other)) {
                await("the end of the first", () -> !screen.ended().isEmpty());
                assertFails(Kind.CONFLICT, () -> console.type(new byte[] {'x'}));
                type(second, "echo $((40+2))-again\r");
                await("an answer to the second", () -> other.text().contains("42-again"));
            }
        }
        var last = new Recorded();
        try (var console = runtime.openConsole(vm, false, last)) {
            runtime.ensureStopped(vm, FIRST, new StopMode.Forced());
            await("the end with the guest's", () -> !last.ended().isEmpty());
            assertFails(Kind.CONFLICT, () -> console.type(new byte[] {'x'}));
        }
        assertFails(Kind.CONFLICT, () -> runtime.openConsole(vm, false, new Recorded()));
        assertFails(Kind.NOT_FOUND, () -> runtime.openConsole(newVm(), false, new Recorded()));
    }

    private static void type(Console console, String keys) {
        var bytes = keys.getBytes(StandardCharsets.UTF_8);
        assertThat(console.type(bytes)).isEqualTo(bytes.length);
    }

    private static final class Recorded implements Console.Screen {
        private final StringBuffer text = new StringBuffer();
        private volatile String ended = "";

        @Override
        public void shows(byte[] bytes) {
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void ends(String why) {
            ended = why;
        }

        String text() {
            return text.toString();
        }

        String ended() {
            return ended;
        }
    }

    @Test
    void theAgentOfARealGuestTellsWhatItIs() {
        var vm = running(1).id();
        await("an agent", () -> observe(vm).instance().orElseThrow().guestAgentConnected());
        await("its facts", () -> runtime.guest(vm).isPresent());
        var facts = runtime.guest(vm).orElseThrow();
        assertThat(facts.hostname()).isNotBlank();
        assertThat(facts.kernel()).isNotBlank();
        assertThat(facts.faces()).anySatisfy(face -> assertThat(face.name()).startsWith("eth"));
        runtime.ensureStopped(vm, FIRST, new StopMode.Forced());
        assertThat(runtime.guest(vm)).isEmpty();
        assertThat(runtime.guest(newVm())).isEmpty();
    }

    @Test
    void aGuestReadsItsSeedAndItsAgentIsSeen() {
        var vm = running(1).id();
        awaitReady(vm);

        assertThat(runtime.consoleLog(vm, 0, 1 << 20).text()).contains("READY " + vm.domainName() + " iid=" + vm);
        await(
                "the agent is seen",
                () -> observe(vm)
                        .instance()
                        .map(ObservedVm.Instance::guestAgentConnected)
                        .orElse(false));
    }

    @Test
    void whatARunningGuestUsesIsCounted() {
        var vm = running(1).id();
        awaitReady(vm);

        var usage = runtime.usage().stream()
                .filter(each -> each.vm().equals(vm))
                .findFirst()
                .orElseThrow();

        assertThat(usage.cpuNanos()).isPositive();
        assertThat(usage.memoryBytes()).isPositive();
        assertThat(usage.residentBytes().orElse(0)).isPositive();
        assertThat(usage.disks()).anySatisfy(disk -> assertThat(disk.name()).isEqualTo("vda"));
        assertThat(usage.disks())
                .as("its seed was read")
                .anySatisfy(disk -> assertThat(disk.readBytes()).isPositive());
        assertThat(usage.nics()).singleElement().satisfies(nic -> {
            assertThat(nic.hostDevice()).isNotBlank();
            assertThat(nic.sentPackets() + nic.receivedPackets()).isNotNegative();
        });
        await(
                "processor time rises",
                () -> runtime.usage().stream()
                        .anyMatch(later -> later.vm().equals(vm) && later.cpuNanos() > usage.cpuNanos()));
        runtime.ensureStopped(vm, FIRST, new StopMode.Forced());
        assertThat(runtime.usage()).noneMatch(each -> each.vm().equals(vm));
    }

    @Test
    void whatSomebodyChangesInADefinitionIsSeenAndPutRight() {
        var definition = running(1);
        var vm = definition.id();
        var decided = Configuration.of(definition);
        assertThat(observe(vm).configuration()).contains(decided);

        host.in("virsh", "-q", "setmaxmem", vm.toString(), "256M", "--config");
        host.in("virsh", "-q", "setvcpus", vm.toString(), "2", "--maximum", "--config");

        assertThat(decided.differences(observe(vm).configuration().orElseThrow()))
                .extracting(Configuration.Difference::what)
                .containsExactlyInAnyOrder("memory", "processors");
        assertThat(observe(vm).specHash()).isEqualTo(definition.specHash());
        assertThat(runtime.ensureDefined(definition)).isEqualTo(DefineOutcome.UPDATED);
        assertThat(observe(vm).configuration()).contains(decided);
        assertThat(observe(vm).runsOldDefinition()).isFalse();
        assertThat(runtime.ensureDefined(definition)).isEqualTo(DefineOutcome.UNCHANGED);
    }

    @Test
    void aRunWhoseDefinitionIsGoneIsSeenAndDefinedAgainWhileItRuns() {
        var definition = running(1);
        var vm = definition.id();
        var run = observe(vm).instance().orElseThrow().runtimeId();

        host.in("virsh", "-q", "undefine", vm.toString());

        assertThat(observe(vm).configuration()).isEmpty();
        assertThat(observe(vm).power()).isEqualTo(Power.RUNNING);
        assertThat(runtime.ensureDefined(definition)).isEqualTo(DefineOutcome.UPDATED);
        assertThat(observe(vm).configuration()).contains(Configuration.of(definition));
        assertThat(observe(vm).instance().orElseThrow().runtimeId()).isEqualTo(run);
        runtime.ensureStopped(vm, FIRST, new StopMode.Forced());
        assertThat(observe(vm).power()).isEqualTo(Power.OFF);
    }

    @Test
    void aRunWhoseDefinitionIsGoneIsStoppedByANewerCommand() {
        var vm = running(0).id();
        host.in("virsh", "-q", "undefine", vm.toString());

        runtime.ensureStopped(vm, new Revision(1, 2), new StopMode.Forced());

        assertThat(runtime.observe(vm)).isEmpty();
        assertThat(runtime.observeAll().leftovers()).as("its files stay").contains(vm);
    }

    @Test
    void aGuestThatIsAskedWhileItBootsIsAskedAgain() {
        var vm = running(0).id();

        assertThat(runtime.ensureStopped(vm, FIRST, new StopMode.Graceful(patience())))
                .isEqualTo(StopOutcome.SHUT_DOWN_BY_GUEST);
    }

    @Test
    void aForcedStopEndsAGracefulOne() throws Exception {
        var vm = running(0).id();
        suspend(vm);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var graceful =
                    threads.submit(() -> runtime.ensureStopped(vm, FIRST, new StopMode.Graceful(Duration.ofHours(1))));
            assertThat(runtime.ensureStopped(vm, FIRST, new StopMode.Forced())).isEqualTo(StopOutcome.DESTROYED);
            assertThat(graceful.get(patience().toSeconds(), TimeUnit.SECONDS))
                    .isIn(StopOutcome.DESTROYED, StopOutcome.ALREADY_OFF);
        }
    }

    @Test
    void aNewerStartEndsAGracefulStop() throws Exception {
        var vm = running(0).id();
        suspend(vm);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var graceful =
                    threads.submit(() -> runtime.ensureStopped(vm, FIRST, new StopMode.Graceful(Duration.ofHours(1))));
            assertThat(runtime.ensureRunning(vm, new Revision(1, 2), patience()))
                    .isEqualTo(StartOutcome.RESUMED);
            assertThatThrownBy(() -> graceful.get(patience().toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(StaleWriter.class);
        }
        assertThat(observe(vm).power()).isEqualTo(Power.RUNNING);
    }

    @Test
    void aDomainOfOthersWithTheIdOfAVmIsLeftAlone() {
        var definition = definition(0);
        var vm = definition.id();
        defineForeign("usurper", vm);

        assertFails(Kind.CONFLICT, () -> runtime.ensureDefined(definition));
        assertFails(Kind.CONFLICT, () -> runtime.ensureRunning(vm, FIRST, patience()));
        assertFails(Kind.CONFLICT, () -> runtime.ensureStopped(vm, FIRST, new StopMode.Forced()));
        assertFails(Kind.CONFLICT, () -> runtime.ensureAbsent(vm, FIRST, patience()));
        assertFails(Kind.CONFLICT, () -> runtime.observe(vm));

        assertThat(host.in("virsh", "-q", "list", "--all", "--name")).contains("usurper");
        host.in("virsh", "-q", "undefine", "usurper");
    }

    @Test
    void anotherProcessSeesTheSameAndKeepsTheSameRules() {
        var removed = defined(0).id();
        var vm = running(1).id();
        runtime.ensureAbsent(removed, new Revision(1, 4), patience());

        var fixed = new VirtualizationChoice.Fixed(
                runtime.facts().virtualization(), runtime.facts().note());
        try (var other = LibvirtRuntime.open(LibvirtSettings.of(host.uri(), root, fixed))) {
            assertThat(other.facts()).isEqualTo(runtime.facts());
            assertThat(other.observe(vm)).contains(observe(vm));
            assertThat(other.ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.ALREADY_RUNNING);
            assertFails(Kind.STALE, () -> other.ensureDisk(disk(removed, guest().image(), 64 * MIB)));
        }
    }

    @Test
    void aGuestThatDiesWhileLibvirtIsAwayIsSeenAsCrashed() {
        var vm = running(0).id();

        host.killLibvirtd();
        host.killQemu(vm);
        host.repair();

        await("the crash is seen", () -> observe(vm).power() == Power.CRASHED);
    }

    @Test
    void aLibvirtThatHangsSaysNothingAboutItsVms() {
        var vm = running(0).id();
        var fixed = new VirtualizationChoice.Fixed(Virtualization.EMULATION, "as in the other tests");
        var impatient = new LibvirtSettings(host.uri(), root, fixed, Duration.ofSeconds(1), 2);

        try (var other = LibvirtRuntime.open(impatient)) {
            host.signalLibvirtd("STOP");
            try {
                assertFails(Kind.TIMEOUT, () -> other.observe(vm));
                assertFails(Kind.TIMEOUT, other::observeAll);
                assertFails(Kind.TIMEOUT, () -> other.ensureStopped(vm, FIRST, new StopMode.Forced()));
            } finally {
                host.signalLibvirtd("CONT");
            }
            await("libvirt answers", () -> isReachable(other, vm));
        }
        // what was asked for while it hung may have been done since, but nothing may hang on
        assertThat(runtime.ensureRunning(vm, FIRST, patience()))
                .isIn(StartOutcome.STARTED, StartOutcome.ALREADY_RUNNING);
    }

    @Test
    void twoRebootsAtOnceWithOneTokenAreOne() throws Exception {
        var vm = running(0).id();
        var request = new RebootRequest("both", new StopMode.Forced(), patience());
        var runs = new ArrayList<String>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = List.of(
                    threads.submit(() -> runtime.reboot(vm, FIRST, request)),
                    threads.submit(() -> runtime.reboot(vm, FIRST, request)));
            for (var call : calls) {
                call.get(patience().toSeconds(), TimeUnit.SECONDS);
                runs.add(observe(vm).instance().orElseThrow().runtimeId());
            }
        }

        assertThat(runs).hasSize(2).containsOnly(runs.getFirst());
    }

    @Test
    void aGuestThatShutsItselfDownHasNotCrashed() {
        var vm = running(0).id();
        awaitReady(vm);

        host.in("virsh", "-q", "shutdown", vm.toString());

        await("it's off", () -> observe(vm).power() == Power.OFF);
    }

    @Test
    void aHostThatLostPowerStillKnowsItsVms() {
        var definition = running(1);
        var vm = definition.id();

        host.losePower();
        assertFails(Kind.UNREACHABLE, () -> runtime.observe(vm));
        host.repair();

        await("the host answers", () -> isReachable(runtime, vm));
        assertThat(observe(vm).power().isActive()).isFalse();
        assertThat(observe(vm).specHash()).isEqualTo(definition.specHash());
        assertThat(runtime.ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.STARTED);
    }

    private static boolean isReachable(VmRuntime runtime, VmId vm) {
        try {
            return runtime.observe(vm).isPresent();
        } catch (RuntimeFailure e) {
            return false;
        }
    }

    @Test
    void interfacesAreInTheirVlans() {
        var one = running(1);
        var dev = one.nics().getFirst().hostDevice();
        assertThat(portTag(dev)).isEqualTo("10");

        runtime.ensureNics(one.withNics(List.of(one.nics().getFirst().withVlanTag(77))), patience());

        assertThat(portTag(dev)).isEqualTo("77");
    }

    private String portTag(String device) {
        return host.in("ovs-vsctl", "get", "port", device, "tag").strip();
    }

    @Test
    void aMissingBridgeIsAConflict() {
        var definition = definition(0);
        var nic = nic(definition.id(), 0, 10);
        var lost = new Nic(0, nic.mac(), "br-none", 10, 1450, nic.hostDevice());
        runtime.ensureDefined(definition.withNics(List.of(lost)));

        assertFails(Kind.CONFLICT, () -> runtime.ensureRunning(definition.id(), FIRST, patience()));

        assertThat(observe(definition.id()).power()).isEqualTo(Power.OFF);
    }

    /// The guest's own kernel finds the disk by the name and the serial number that it was given.
    @Test
    void whatOneGuestWritesToADataDiskTheNextOneReads() throws IOException {
        var file = Files.createFile(root.resolve("disk.1.raw"));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), 16 * MIB - 1);
        }
        var data = new DataDisk(0, file, "0123456789abcdefghij");
        var writer = withData(data, """
                #!/bin/sh
                echo "DATA: $(cat /sys/block/vdc/serial) has $(cat /sys/block/vdc/size) sectors" >/dev/console
                printf 'kept by the storage' | dd of=/dev/vdc conv=sync 2>/dev/null
                sync
                echo "DATA: written" >/dev/console
                """);
        runtime.ensureRunning(writer.id(), FIRST, patience());
        await("it's written", () -> console(writer.id()).contains("DATA: written"));
        assertThat(console(writer.id())).contains("DATA: 0123456789abcdefghij has " + 16 * MIB / 512 + " sectors");

        var reader = withData(data, """
                #!/bin/sh
                echo "DATA: $(head -c 19 /dev/vdc)" >/dev/console
                """);
        assertThatThrownBy(() -> runtime.ensureRunning(reader.id(), FIRST, patience()))
                .as("two writers on one host")
                .isInstanceOf(RuntimeFailure.class);
        runtime.ensureStopped(writer.id(), FIRST, new StopMode.Forced());
        runtime.ensureRunning(reader.id(), FIRST, patience());
        await("it's read", () -> console(reader.id()).contains("DATA: kept by the storage"));
        runtime.ensureStopped(reader.id(), FIRST, new StopMode.Forced());

        Files.move(file, root.resolve("disk.2.raw"));
        assertFails(Kind.CONFLICT, () -> runtime.ensureRunning(writer.id(), FIRST, patience()));
        assertThat(observe(writer.id()).power()).isEqualTo(Power.OFF);
    }

    private VmDefinition withData(DataDisk data, String script) {
        var plain = definition(0);
        runtime.ensureSeed(new SeedRequest(plain.id(), FIRST, plain.id().domainName(), script, List.of()));
        var definition = new VmDefinition(
                plain.id(),
                plain.name(),
                plain.owner(),
                FIRST,
                plain.hardware(),
                new VmDefinition.Drives(plain.drives().disk(), plain.drives().seed(), List.of(data)),
                plain.boot(),
                List.of());
        runtime.ensureDefined(definition);
        return definition;
    }

    private String console(VmId vm) {
        return runtime.consoleLog(vm, 0, 1 << 20).text();
    }

    @Test
    void aMissingBaseImageIsAConflictAndASmallDiskIsInvalid() {
        var vm = newVm();

        assertFails(Kind.CONFLICT, () -> runtime.ensureDisk(disk(vm, root.resolve("none.qcow2"), 64 * MIB)));
        assertFails(Kind.INVALID, () -> runtime.ensureDisk(disk(vm, guest().image(), MIB)));

        assertThat(runtime.observeAll().leftovers()).doesNotContain(vm);
    }

    private static DiskRequest disk(VmId vm, Path base, long sizeBytes) {
        return new DiskRequest(vm, FIRST, base, DiskRequest.Format.QCOW2, sizeBytes);
    }
}
