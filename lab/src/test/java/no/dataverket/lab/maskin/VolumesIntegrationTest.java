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
import java.nio.file.Files;
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
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure;
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
    void aVolumeGoesThroughItsLifeWithEachCommandTwice() {
        var disk = new DataVolume(lab, Id.next(IdKind.VOLUME));
        var volume = disk.id();
        lab.succeedTwice(Task.of(1), new CreateVolume(volume, DATACENTER, 1));
        assertThat(disk.file()).hasSize(1L << 30);
        var vm = stopped();
        var attaching = next(vm);
        var attached = result(lab.succeed(attaching, new AttachVolume(vm, volume, 0)), VolumeAttached.class);
        assertThat(attached.device()).isEqualTo("/dev/vdc");
        assertThat(volume.toString()).endsWith(attached.serial());
        assertThat(attached.serial()).hasSize(20);
        assertThat(result(lab.succeed(attaching, new AttachVolume(vm, volume, 0)), VolumeAttached.class))
                .isEqualTo(attached);
        lab.succeedTwice(Task.of(2), new GrowVolume(volume, 2));
        assertThat(disk.file()).hasSize(2L << 30);
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
        assertThat(disk.directory()).doesNotExist();
    }

    @Test
    void aMachineThatIsDeletedLeavesItsVolumesBehind() {
        var volume = DataVolume.create(lab);
        var vm = stopped();
        lab.succeed(next(vm), new AttachVolume(vm, volume.id(), 0));
        volume.write();
        lab.succeedTwice(next(vm), new DeleteVm(vm));
        var other = stopped();
        lab.succeed(next(other), new AttachVolume(other, volume.id(), 3));
        volume.assertKept();
        lab.succeed(next(other), new StartVm(other));
        assertThat(host.observe(vmId(other)).orElseThrow().power()).isEqualTo(Power.RUNNING);
    }

    @Test
    void invariant2_howeverManyAskAtOnceOneWrites() {
        var volume = DataVolume.create(lab);
        var vms = Stream.generate(this::stopped).limit(6).toList();
        for (int round = 0; round < 4; round++) {
            var asked = new HashMap<Id, Envelope>();
            vms.forEach(vm -> asked.put(vm, lab.publish(next(vm), new AttachVolume(vm, volume.id(), 0))));
            var writers = vms.stream()
                    .filter(vm -> lab.report(envelope(asked, vm)).outcome() == Outcome.SUCCEEDED)
                    .toList();
            assertThat(writers).hasSize(1);
            assertThat(vms.stream()
                            .filter(vm -> !writers.contains(vm))
                            .map(vm -> problem(lab.report(envelope(asked, vm)))))
                    .containsOnly("RESOURCE_IN_USE");
            assertThat(vms.stream().filter(volume::mayBeWrittenBy).toList()).isEqualTo(writers);
            var writer = writers.getFirst();
            lab.succeed(next(writer), new DetachVolume(writer, volume.id()));
            assertThat(vms.stream().filter(volume::mayBeWrittenBy)).isEmpty();
        }
    }

    /// The agent of a host that nobody could reach knows nothing of what was decided meanwhile: it has the definition
    /// under which it was told to run the machine, and nobody newer was there to refuse it.
    @Test
    void invariant2_aWriterFromBeforeIsRefusedByTheStorage() {
        var volume = DataVolume.create(lab);
        var stale = stopped();
        lab.succeed(next(stale), new AttachVolume(stale, volume.id(), 0));
        var before = volume.file();
        lab.succeed(next(stale), new DetachVolume(stale, volume.id()));
        var writer = stopped();
        lab.succeed(next(writer), new AttachVolume(writer, volume.id(), 0));
        lab.succeed(next(writer), new StartVm(writer));

        try (var isolated = SimulatedRuntime.inMemory("isolated", HostSize.large())) {
            assertThatThrownBy(() -> volume.startOn(isolated, stale, before))
                    .isInstanceOf(RuntimeFailure.class)
                    .hasMessageContaining(before.toString());
            assertThat(isolated.runs()).isEmpty();

            // The same with what is true now does start: it was the lease that was refused.
            volume.startOn(isolated, Id.next(IdKind.VM), volume.file());
            assertThat(isolated.runs()).hasSize(1);
        }
    }

    @Test
    void invariant2_whoCanNotBeAskedKeepsItsVolumes() {
        var volume = DataVolume.create(lab);
        var vm = stopped();
        lab.succeed(next(vm), new AttachVolume(vm, volume.id(), 0));
        lab.succeed(next(vm), new StartVm(vm));
        lab.succeed(next(vm), new StopVm(vm, true));
        host.backdoor().cutOff();
        try {
            assertThat(lab.send(next(vm), new DetachVolume(vm, volume.id())).outcome())
                    .isNotEqualTo(Outcome.SUCCEEDED);
            assertThat(volume.writers()).isEqualTo(1);
        } finally {
            host.backdoor().reconnect();
            eventually(
                    () -> lab.count("SELECT count(*) AS n FROM maskin.host WHERE reachable"),
                    reachable -> reachable == 1);
        }
        lab.succeed(next(vm), new DetachVolume(vm, volume.id()));
        assertThat(volume.writers()).isZero();
    }

    @Test
    void invariant3_aVolumeThatWasDeletedDoesNotComeBack() {
        var disk = new DataVolume(lab, Id.next(IdKind.VOLUME));
        var volume = disk.id();
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
            assertThat(disk.directory()).doesNotExist();
            lab.restart();
        }
        var never = Id.next(IdKind.VOLUME);
        lab.succeedTwice(Task.of(1).undoing(), new DeleteVolume(never));
    }

    @Test
    void aVolumeWhoseFileIsGoneIsNotMadeAnew() throws IOException {
        var volume = DataVolume.create(lab);
        Files.delete(volume.file());
        var vm = stopped();
        var refused = lab.send(next(vm), new AttachVolume(vm, volume.id(), 0));
        assertThat(problem(refused)).isEqualTo("RUNTIME_REFUSED");
        assertThat(detail(refused)).contains("is gone from the store");
        lab.succeedTwice(next(vm), new DetachVolume(vm, volume.id()));
        assertThat(volume.writers()).isZero();
        assertThat(volume.directory()).isEmptyDirectory();
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

    private static Envelope envelope(Map<Id, Envelope> asked, Id vm) {
        var found = asked.get(vm);
        if (found == null) {
            throw new AssertionError(vm);
        }
        return found;
    }
}
