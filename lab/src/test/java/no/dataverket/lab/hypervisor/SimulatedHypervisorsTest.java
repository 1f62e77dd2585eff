package no.dataverket.lab.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.NicOutcome;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.Samples;
import no.dataverket.maskin.runtime.SeedRequest;
import no.dataverket.maskin.runtime.StaleWriter;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulatedHypervisorsTest {

    private static final Revision FIRST = new Revision(1, 1);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long MIB = 1L << 20;

    @TempDir
    private Path directory;

    @Test
    void aDataDiskIsRememberedAndItsFileMustBeThere() throws IOException {
        var journal = directory.resolve("host.journal");
        var plain = definition();
        var file = directory.resolve("disk.1.raw");
        var drives = new VmDefinition.Drives(
                plain.drives().disk(), plain.drives().seed(), List.of(new DataDisk(3, file, "0123456789abcdefghij")));
        var definition = new VmDefinition(
                plain.id(), plain.name(), plain.owner(), FIRST, plain.hardware(), drives, plain.boot(), plain.nics());
        try (var before = SimulatedRuntime.journaled("h1", HostSize.large(), journal)) {
            before.ensureDefined(definition);
            assertFails(Kind.CONFLICT, () -> before.ensureRunning(definition.id(), FIRST, LIMIT));
        }
        Files.createFile(file);
        try (var after = SimulatedRuntime.journaled("h1", HostSize.large(), journal)) {
            assertThat(after.ensureDefined(definition)).isEqualTo(DefineOutcome.UNCHANGED);
            assertThat(after.ensureRunning(definition.id(), FIRST, LIMIT)).isEqualTo(StartOutcome.STARTED);
        }
    }

    @Test
    void aHostRemembersEverythingWhenItsProcessIsKilled() {
        var journal = directory.resolve("host.journal");
        var running = definition();
        var removed = definition();
        var seed = new SeedRequest(running.id(), FIRST, "web-1", "#!/bin/sh", List.of());
        var reboot = new RebootRequest("token", new StopMode.Forced(), LIMIT);
        var before = SimulatedRuntime.journaled("h1", HostSize.large(), journal);
        before.ensureDisk(disk(running.id(), 64 * MIB));
        before.ensureSeed(seed);
        start(before, running);
        before.reboot(running.id(), FIRST, reboot);
        before.ensureNics(running.withNics(List.of()), LIMIT);
        before.backdoor().pause(running.id());
        before.backdoor().addForeign("other");
        before.ensureDefined(removed);
        before.ensureAbsent(removed.id(), FIRST, LIMIT);
        var inventory = before.observeAll();
        var console = before.consoleLog(running.id(), 0, 1000).text();

        // not closed: a process that's killed closes nothing
        try (var after = SimulatedRuntime.journaled("h1", HostSize.large(), journal)) {
            assertThat(after.observeAll()).isEqualTo(inventory);
            assertThat(after.runs()).isEqualTo(before.runs());
            assertThat(after.consoleLog(running.id(), 0, 1000).text()).isEqualTo(console);
            assertThat(after.ensureDisk(disk(running.id(), 64 * MIB)).created()).isFalse();
            assertThat(after.ensureSeed(seed).written()).isFalse();
            assertThat(after.reboot(running.id(), FIRST, reboot)).isEqualTo(RebootOutcome.ALREADY_DONE);
            assertThat(after.ensureNics(running.withNics(List.of()), LIMIT)).isEqualTo(NicOutcome.UNCHANGED);
            assertThat(after.ensureRunning(running.id(), FIRST, LIMIT)).isEqualTo(StartOutcome.RESUMED);
            assertThatExceptionOfType(StaleWriter.class).isThrownBy(() -> after.ensureDefined(removed));
        }
    }

    @Test
    void aLineThatWasCutShortIsNoEvent() throws Exception {
        var journal = directory.resolve("host.journal");
        var definition = definition();
        try (var before = SimulatedRuntime.journaled("h1", HostSize.large(), journal)) {
            start(before, definition);
        }
        Files.writeString(journal, "ended\t" + definition.id() + "\tCRA", StandardOpenOption.APPEND);

        try (var after = SimulatedRuntime.journaled("h1", HostSize.large(), journal)) {
            assertThat(after.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.RUNNING);
            after.ensureStopped(definition.id(), FIRST, new StopMode.Forced());
        }
        try (var later = SimulatedRuntime.journaled("h1", HostSize.large(), journal)) {
            assertThat(later.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.OFF);
        }
    }

    @Test
    void aVmThatRunsOnTwoHostsIsFound() {
        var definition = definition();
        try (var fleet = SimulatedHypervisors.inMemory(SimulatedHypervisors.names("h", 3), HostSize.large(), 1)) {
            start(fleet.host("h1"), definition);
            fleet.host("h1").ensureStopped(definition.id(), FIRST, new StopMode.Forced());
            start(fleet.host("h2"), definition);
            assertThat(fleet.doubleRuns()).isEmpty();

            start(fleet.host("h3"), definition);

            assertThat(fleet.runs()).hasSize(3);
            assertThat(fleet.doubleRuns())
                    .singleElement()
                    .satisfies(pair ->
                            assertThat(pair).extracting(RunInterval::host).containsExactly("h2", "h3"));
        }
    }

    @Test
    void runsOfAFleetKeepTheirOrderOverARestart() {
        var names = SimulatedHypervisors.names("h", 2);
        var definition = definition();
        try (var fleet = SimulatedHypervisors.journaled(names, HostSize.large(), 1, directory)) {
            start(fleet.host("h1"), definition);
            fleet.host("h1").backdoor().crash(definition.id());
        }
        try (var fleet = SimulatedHypervisors.journaled(names, HostSize.large(), 1, directory)) {
            start(fleet.host("h2"), definition);

            assertThat(fleet.runs()).hasSize(2);
            assertThat(fleet.doubleRuns()).isEmpty();
        }
    }

    @Test
    void aMachineIsTakenOverWithItsDiskAndItsFormerHostIsRefused() {
        var names = SimulatedHypervisors.names("h", 2);
        var definition = definition();
        var vm = definition.id();
        var second = new Revision(2, 1);
        try (var fleet = SimulatedHypervisors.journaled(names, HostSize.large(), 1, directory)) {
            var old = fleet.host("h1");
            var next = fleet.host("h2");
            assertFails(Kind.NOT_FOUND, () -> next.ensureAdopted(vm, second));
            old.ensureDisk(disk(vm, 64 * MIB));
            start(old, definition);
            old.backdoor().cutPower();
            next.ensureAdopted(vm, second);
            next.ensureAdopted(vm, second);
            assertThat(next.observeAll().leftovers()).containsExactly(vm);
            next.ensureDefined(definition.withRevision(second));
            next.ensureRunning(vm, second, LIMIT);
            old.backdoor().reconnect();
            assertThatExceptionOfType(StaleWriter.class).isThrownBy(() -> old.ensureRunning(vm, FIRST, LIMIT));
            assertThat(fleet.doubleRuns()).isEmpty();
        }
        try (var fleet = SimulatedHypervisors.journaled(names, HostSize.large(), 1, directory)) {
            var old = fleet.host("h1");
            assertThatExceptionOfType(StaleWriter.class).isThrownBy(() -> old.ensureRunning(vm, FIRST, LIMIT));
            assertThat(old.ensureLetGo(vm, second, LIMIT)).isTrue();
            assertThat(old.ensureLetGo(vm, second, LIMIT)).isFalse();
            assertThat(old.observe(vm)).isEmpty();
            assertThatExceptionOfType(StaleWriter.class).isThrownBy(() -> old.ensureDefined(definition));
            var again = new DiskRequest(vm, second, Path.of("/images/tiny.qcow2"), DiskRequest.Format.QCOW2, 64 * MIB);
            assertThat(fleet.host("h2").ensureDisk(again).created())
                    .as("its disk is where it runs")
                    .isFalse();
        }
    }

    @Test
    void aHostWhosePlugIsPulledRunsNothing() throws Exception {
        var definition = definition();
        var site = new SimulatedSite(directory);
        try (var host = site.open("h1", HostSize.large())) {
            start(host, definition);
            var plug = Files.createFile(directory.resolve("h1.off"));
            assertFails(Kind.UNREACHABLE, host::observeAll);
            Files.delete(plug);
            assertThat(host.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.OFF);
            assertThat(host.runs())
                    .singleElement()
                    .satisfies(run -> assertThat(run.ended()).isPresent());
        }
    }

    @Test
    void aBrokenHostAnswersAndStartsNothing() throws Exception {
        var definition = definition();
        var site = new SimulatedSite(directory);
        try (var host = site.open("h1", HostSize.large())) {
            host.ensureDefined(definition);
            var broken = Files.createFile(directory.resolve("h1.broken"));
            assertFails(Kind.INTERNAL, () -> host.ensureRunning(definition.id(), FIRST, LIMIT));
            assertThat(host.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.OFF);
            Files.delete(broken);
            host.ensureRunning(definition.id(), FIRST, LIMIT);
            assertThat(host.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.RUNNING);
        }
    }

    @Test
    void aHostThatIsFullSaysSo() {
        var small = new HostSize(4, 1500, 100 * MIB);
        try (var host = SimulatedRuntime.inMemory("h1", small)) {
            start(host, definition());
            var second = definition();
            host.ensureDefined(second);

            assertFails(Kind.NO_SPACE, () -> host.ensureRunning(second.id(), FIRST, LIMIT));
            assertThat(host.ensureDisk(disk(second.id(), 80 * MIB)).created()).isTrue();
            assertFails(Kind.NO_SPACE, () -> host.ensureDisk(disk(VmId.random(), 21 * MIB)));
            host.ensureAbsent(second.id(), FIRST, LIMIT);
            assertThat(host.ensureDisk(disk(VmId.random(), 21 * MIB)).created()).isTrue();
        }
    }

    @Test
    void aDeafGuestIsDestroyedWithoutWaiting() {
        try (var host = SimulatedRuntime.inMemory("h1", HostSize.large())) {
            var definition = definition();
            start(host, definition);
            host.backdoor().deafen(definition.id(), true);

            assertThat(host.ensureStopped(definition.id(), FIRST, new StopMode.Graceful(Duration.ofHours(1))))
                    .isEqualTo(StopOutcome.DESTROYED_AT_LIMIT);
        }
    }

    @Test
    void aCallThatHangsGoesOnWhenItIsReleased() throws Exception {
        try (var host = SimulatedRuntime.inMemory("h1", HostSize.large())) {
            var definition = definition();
            host.ensureDefined(definition);
            host.faults().hangNext(Operation.ENSURE_RUNNING, 1);

            var caller = Thread.ofVirtual().start(() -> host.ensureRunning(definition.id(), FIRST, LIMIT));
            while (caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(host.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.OFF);
            host.faults().release();
            caller.join();

            assertThat(host.observe(definition.id()).orElseThrow().power()).isEqualTo(Power.RUNNING);
        }
    }

    @Test
    void thousandsOfVmsAreFewSecondsOfWork() {
        try (var fleet = SimulatedHypervisors.journaled(
                SimulatedHypervisors.names("h", 10), new HostSize(64, 1 << 24, 1L << 50), 1, directory)) {
            for (var host : fleet.hosts()) {
                for (var count = 0; count < 500; count++) {
                    start(host, definition());
                }
                assertThat(host.observeAll().vms()).hasSize(500);
            }
            assertThat(fleet.runs()).hasSize(5000);
            assertThat(fleet.doubleRuns()).isEmpty();
        }
    }

    private static void start(VmRuntime host, VmDefinition definition) {
        host.ensureDefined(definition);
        host.ensureRunning(definition.id(), FIRST, LIMIT);
    }

    private static VmDefinition definition() {
        var sample = Samples.definition();
        var hardware = new Hardware(SimulatedRuntime.MACHINE_TYPE, 2, 1024);
        return new VmDefinition(
                VmId.random(),
                "100 % odd + name",
                sample.owner(),
                FIRST,
                hardware,
                sample.drives(),
                sample.boot(),
                sample.nics());
    }

    private static DiskRequest disk(VmId vm, long sizeBytes) {
        return new DiskRequest(vm, FIRST, Path.of("/images/tiny.qcow2"), DiskRequest.Format.QCOW2, sizeBytes);
    }

    private static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RuntimeFailure.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
