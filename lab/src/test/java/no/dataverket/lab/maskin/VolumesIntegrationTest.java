package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.detail;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static no.dataverket.lab.maskin.MaskinLab.result;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.MaskinMessages.AttachVolume;
import no.dataverket.contract.command.MaskinMessages.CreateVolume;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.DeleteVolume;
import no.dataverket.contract.command.MaskinMessages.DetachVolume;
import no.dataverket.contract.command.MaskinMessages.GrowVolume;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.VolumeAttached;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A volume has one writer, and is gone when it is gone.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VolumesIntegrationTest {

    private static final String CONTENT = "what the guest wrote";

    private final MaskinLab lab = new MaskinLab(List.of("hv-1"), HostSize.large());
    private final SimulatedRuntime host = lab.host("hv-1");
    private final Map<Id, Integer> generations = new HashMap<>();
    private Id image = Id.next(IdKind.IMAGE);

    @BeforeAll
    void begin() {
        lab.register("hv-1");
        image = Guest.image(lab, "1");
    }

    @AfterEach
    void removeMachines() {
        var vms = lab.database.call(
                transaction -> transaction.query("SELECT id FROM maskin.vm", row -> new Id(IdKind.VM, row.uuid("id"))));
        vms.forEach(vm -> lab.succeed(next(vm), new DeleteVm(vm)));
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.volume WHERE vm IS NOT NULL"))
                .isZero();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aVolumeGoesThroughItsLifeWithEachCommandTwice() throws IOException {
        var volume = Id.next(IdKind.VOLUME);
        lab.succeedTwice(Task.of(1), new CreateVolume(volume, DATACENTER, 1));
        assertThat(file(volume)).hasSize(1L << 30);
        var vm = stopped();
        var attaching = next(vm);
        var attached = result(lab.succeed(attaching, new AttachVolume(vm, volume, 0)), VolumeAttached.class);
        assertThat(attached.device()).isEqualTo("/dev/vdc");
        assertThat(volume.toString()).endsWith(attached.serial());
        assertThat(attached.serial()).hasSize(20);
        assertThat(result(lab.succeed(attaching, new AttachVolume(vm, volume, 0)), VolumeAttached.class))
                .isEqualTo(attached);
        lab.succeedTwice(Task.of(2), new GrowVolume(volume, 2));
        assertThat(file(volume)).hasSize(2L << 30);
        assertThat(problem(lab.send(Task.of(3), new GrowVolume(volume, 1)))).isEqualTo("VALIDATION_FAILED");
        lab.succeed(next(vm), new StartVm(vm));
        assertThat(problem(lab.send(Task.of(4), new DeleteVolume(volume)))).isEqualTo("RESOURCE_IN_USE");
        assertThat(problem(lab.send(Task.of(5), new GrowVolume(volume, 3)))).isEqualTo("RESOURCE_NOT_READY");
        assertThat(problem(lab.send(next(vm), new DetachVolume(vm, volume)))).isEqualTo("RESOURCE_NOT_READY");
        lab.succeed(next(vm), new StopVm(vm, true));
        lab.succeedTwice(next(vm), new DetachVolume(vm, volume));
        lab.succeed(next(vm), new StartVm(vm));
        var deleting = Task.of(6);
        lab.succeedTwice(deleting, new DeleteVolume(volume));
        assertThat(lab.volumes.resolve(volume.toString())).doesNotExist();
    }

    @Test
    void aMachineThatIsDeletedLeavesItsVolumesBehind() throws IOException {
        var volume = volume();
        var vm = stopped();
        lab.succeed(next(vm), new AttachVolume(vm, volume, 0));
        write(volume);
        lab.succeedTwice(next(vm), new DeleteVm(vm));
        var other = stopped();
        lab.succeed(next(other), new AttachVolume(other, volume, 3));
        assertThat(content(volume)).isEqualTo(CONTENT);
        lab.succeed(next(other), new StartVm(other));
        assertThat(host.observe(vmId(other)).orElseThrow().power()).isEqualTo(Power.RUNNING);
    }

    @Test
    void invariant2_howeverManyAskAtOnceOneWrites() {
        var volume = volume();
        var vms = Stream.generate(this::stopped).limit(6).toList();
        for (int round = 0; round < 4; round++) {
            var asked = new HashMap<Id, Envelope>();
            vms.forEach(vm -> asked.put(vm, lab.publish(next(vm), new AttachVolume(vm, volume, 0))));
            var writers = vms.stream()
                    .filter(vm -> lab.report(envelope(asked, vm)).outcome() == Outcome.SUCCEEDED)
                    .toList();
            assertThat(writers).hasSize(1);
            assertThat(vms.stream()
                            .filter(vm -> !writers.contains(vm))
                            .map(vm -> problem(lab.report(envelope(asked, vm)))))
                    .containsOnly("RESOURCE_IN_USE");
            assertThat(vms.stream().filter(vm -> mayStartWith(vm, volume)).toList())
                    .isEqualTo(writers);
            var writer = writers.getFirst();
            lab.succeed(next(writer), new DetachVolume(writer, volume));
            assertThat(vms.stream().filter(vm -> mayStartWith(vm, volume))).isEmpty();
        }
    }

    /// The agent of a host that nobody could reach knows nothing of what was decided meanwhile: it has the definition
    /// under which it was told to run the machine, and nobody newer was there to refuse it.
    @Test
    void invariant2_aWriterFromBeforeIsRefusedByTheStorage() {
        var volume = volume();
        var stale = stopped();
        lab.succeed(next(stale), new AttachVolume(stale, volume, 0));
        var before = file(volume);
        lab.succeed(next(stale), new DetachVolume(stale, volume));
        var writer = stopped();
        lab.succeed(next(writer), new AttachVolume(writer, volume, 0));
        lab.succeed(next(writer), new StartVm(writer));

        var isolated = SimulatedRuntime.inMemory("isolated", HostSize.large());
        var definition = definition(stale, before, volume);
        isolated.ensureDefined(definition);
        assertThatThrownBy(() -> isolated.ensureRunning(definition.id(), definition.revision(), Duration.ofSeconds(1)))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining(before.toString());
        assertThat(isolated.runs()).isEmpty();

        // The same with what is true now does start: it was the lease that was refused.
        var current = definition(Id.next(IdKind.VM), file(volume), volume);
        isolated.ensureDefined(current);
        isolated.ensureRunning(current.id(), current.revision(), Duration.ofSeconds(1));
        assertThat(isolated.runs()).hasSize(1);
        isolated.close();
    }

    @Test
    void invariant2_whoCanNotBeAskedKeepsItsVolumes() {
        var volume = volume();
        var vm = stopped();
        lab.succeed(next(vm), new AttachVolume(vm, volume, 0));
        lab.succeed(next(vm), new StartVm(vm));
        lab.succeed(next(vm), new StopVm(vm, true));
        host.backdoor().cutOff();
        try {
            assertThat(lab.send(next(vm), new DetachVolume(vm, volume)).outcome())
                    .isNotEqualTo(Outcome.SUCCEEDED);
            assertThat(writerOf(volume)).isEqualTo(1);
        } finally {
            host.backdoor().reconnect();
            eventually(
                    () -> lab.count("SELECT count(*) AS n FROM maskin.host WHERE reachable"),
                    reachable -> reachable == 1);
        }
        lab.succeed(next(vm), new DetachVolume(vm, volume));
        assertThat(writerOf(volume)).isZero();
    }

    @Test
    void invariant3_aVolumeThatWasDeletedDoesNotComeBack() {
        var volume = Id.next(IdKind.VOLUME);
        var vm = stopped();
        var creating = Task.of(1);
        var created = new CreateVolume(volume, DATACENTER, 1);
        lab.succeed(creating, created);
        var attaching = next(vm);
        lab.succeed(attaching, new AttachVolume(vm, volume, 0));
        lab.succeed(next(vm), new DetachVolume(vm, volume));
        var deleting = Task.of(2);
        lab.succeed(deleting, new DeleteVolume(volume));
        for (int i = 0; i < 2; i++) {
            assertThat(problem(lab.send(creating, created))).isEqualTo("STALE_WRITER");
            assertThat(problem(lab.send(deleting, created))).isEqualTo("STALE_WRITER");
            assertThat(problem(lab.send(Task.of(3), new GrowVolume(volume, 2)))).isEqualTo("RESOURCE_NOT_FOUND");
            assertThat(problem(lab.send(attaching, new AttachVolume(vm, volume, 0))))
                    .isEqualTo("STALE_WRITER");
            assertThat(problem(lab.send(next(vm), new AttachVolume(vm, volume, 0))))
                    .isEqualTo("RESOURCE_NOT_FOUND");
            assertThat(lab.volumes.resolve(volume.toString())).doesNotExist();
            lab.restart();
        }
        var never = Id.next(IdKind.VOLUME);
        lab.succeedTwice(Task.of(1).undoing(), new DeleteVolume(never));
    }

    @Test
    void aVolumeWhoseFileIsGoneIsNotMadeAnew() throws IOException {
        var volume = volume();
        Files.delete(file(volume));
        var vm = stopped();
        var refused = lab.send(next(vm), new AttachVolume(vm, volume, 0));
        assertThat(problem(refused)).isEqualTo("RUNTIME_REFUSED");
        assertThat(detail(refused)).contains("is gone from the store");
        lab.succeedTwice(next(vm), new DetachVolume(vm, volume));
        assertThat(writerOf(volume)).isZero();
        assertThat(lab.volumes.resolve(volume.toString())).isEmptyDirectory();
    }

    private Id volume() {
        var volume = Id.next(IdKind.VOLUME);
        lab.succeed(Task.of(1), new CreateVolume(volume, DATACENTER, 1));
        return volume;
    }

    /// A machine that ran and is off.
    private Id stopped() {
        var vm = Guest.of(image).create(lab).vm();
        lab.succeed(next(vm), new StopVm(vm, true));
        return vm;
    }

    /// A task of the machine's next generation.
    private Task next(Id vm) {
        return Task.of(generations.merge(vm, 2, (held, _) -> held + 1));
    }

    private Path file(Id volume) {
        try (var files = Files.list(lab.volumes.resolve(volume.toString()))) {
            var all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void write(Id volume) throws IOException {
        try (var channel = FileChannel.open(file(volume), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(CONTENT.getBytes(StandardCharsets.UTF_8)), 4096);
        }
    }

    private String content(Id volume) throws IOException {
        var buffer = ByteBuffer.allocate(CONTENT.length());
        try (var channel = FileChannel.open(file(volume), StandardOpenOption.READ)) {
            channel.read(buffer, 4096);
        }
        return new String(buffer.array(), StandardCharsets.UTF_8);
    }

    /// Whether the machine, as the database has it, names the volume's file as it is now.
    private boolean mayStartWith(Id vm, Id volume) {
        return lab.count(
                        "SELECT count(*) AS n FROM maskin.vm WHERE id = ? AND position(? IN definition::text) > 0",
                        vm,
                        file(volume).toString())
                == 1;
    }

    private long writerOf(Id volume) {
        return lab.count("SELECT count(vm) AS n FROM maskin.volume WHERE id = ?", volume);
    }

    private static Envelope envelope(Map<Id, Envelope> asked, Id vm) {
        var found = asked.get(vm);
        if (found == null) {
            throw new AssertionError(vm);
        }
        return found;
    }

    private static VmDefinition definition(Id vm, Path file, Id volume) {
        var nobody = new Owner.Scope("none", "");
        return new VmDefinition(
                vmId(vm),
                "stale",
                new Owner(nobody, nobody, nobody),
                new Revision(1, 99),
                new Hardware(SimulatedRuntime.MACHINE_TYPE, 1, 256),
                new VmDefinition.Drives(
                        Path.of("/disk"),
                        Path.of("/seed"),
                        List.of(new DataDisk(
                                0,
                                file,
                                volume.toString().substring(volume.toString().length() - 20)))),
                new no.dataverket.maskin.runtime.Boot.FromDisk(),
                List.of());
    }
}
