package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.detail;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static no.dataverket.lab.maskin.MaskinLab.result;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.AttachVolume;
import no.dataverket.contract.command.MaskinMessages.BackupTaken;
import no.dataverket.contract.command.MaskinMessages.DeleteBackup;
import no.dataverket.contract.command.MaskinMessages.DeleteSnapshot;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.DeleteVolume;
import no.dataverket.contract.command.MaskinMessages.GrowVolume;
import no.dataverket.contract.command.MaskinMessages.RestoreBackup;
import no.dataverket.contract.command.MaskinMessages.RestoreSnapshot;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.TakeBackup;
import no.dataverket.contract.command.MaskinMessages.TakeSnapshot;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Volumes go back to what they were, and come back after they are gone.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CopiesIntegrationTest {

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
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aVolumeGoesBackToItsSnapshotUnderANewLease() {
        var volume = DataVolume.create(lab);
        var vm = with(volume);
        volume.write("before");
        lab.succeed(next(vm), new StartVm(vm));
        var snapshot = Id.next(IdKind.SNAPSHOT);
        var taking = Task.of(1);
        assertThat(problem(lab.send(taking, new TakeSnapshot(snapshot, volume.id()))))
                .isEqualTo("RESOURCE_NOT_READY");
        lab.succeed(next(vm), new StopVm(vm, true));
        lab.succeedTwice(taking, new TakeSnapshot(snapshot, volume.id()));

        volume.write("after");
        lab.succeed(taking, new TakeSnapshot(snapshot, volume.id()));
        lab.succeed(Task.of(2), new GrowVolume(volume.id(), 2));
        lab.succeed(next(vm), new StartVm(vm));
        var restoring = Task.of(3);
        assertThat(problem(lab.send(restoring, new RestoreSnapshot(volume.id(), snapshot))))
                .isEqualTo("RESOURCE_NOT_READY");
        lab.succeed(next(vm), new StopVm(vm, true));
        var known = volume.file();
        lab.succeedTwice(restoring, new RestoreSnapshot(volume.id(), snapshot));

        assertThat(known).as("what was known under the lease before").doesNotExist();
        assertThat(volume.content()).isEqualTo("before");
        assertThat(volume.file()).hasSize(2L << 30);
        assertThat(volume.mayBeWrittenBy(vm)).isTrue();
        lab.succeed(next(vm), new StartVm(vm));
        assertThat(host.observe(vmId(vm)).orElseThrow().power()).isEqualTo(Power.RUNNING);
        lab.succeed(next(vm), new StopVm(vm, true));
        volume.write("later");
        lab.succeed(restoring, new RestoreSnapshot(volume.id(), snapshot));
        assertThat(volume.content())
                .as("one task restores once, whenever it is asked")
                .isEqualTo("later");
        lab.succeed(Task.of(4), new GrowVolume(volume.id(), 3));
        assertThat(problem(lab.send(restoring, new RestoreSnapshot(volume.id(), snapshot))))
                .isEqualTo("STALE_WRITER");
    }

    @Test
    void aSnapshotThatWasDeletedIsGone() {
        var volume = DataVolume.create(lab);
        var snapshot = Id.next(IdKind.SNAPSHOT);
        var taking = Task.of(1);
        lab.succeed(taking, new TakeSnapshot(snapshot, volume.id()));
        assertThat(volume.directory().resolve("snapshots")).isNotEmptyDirectory();
        lab.succeedTwice(Task.of(1), new DeleteSnapshot(snapshot));
        assertThat(volume.directory().resolve("snapshots")).isEmptyDirectory();
        assertThat(problem(lab.send(taking, new TakeSnapshot(snapshot, volume.id()))))
                .isEqualTo("STALE_WRITER");
        assertThat(problem(lab.send(Task.of(2), new RestoreSnapshot(volume.id(), snapshot))))
                .isEqualTo("RESOURCE_NOT_FOUND");
        lab.succeedTwice(Task.of(1).undoing(), new DeleteSnapshot(Id.next(IdKind.SNAPSHOT)));
        var other = DataVolume.create(lab);
        var mine = Id.next(IdKind.SNAPSHOT);
        lab.succeed(Task.of(1), new TakeSnapshot(mine, volume.id()));
        assertThat(problem(lab.send(Task.of(2), new RestoreSnapshot(other.id(), mine))))
                .as("of another volume")
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void whoCanNotBeAskedIsNotCopied() {
        var volume = DataVolume.create(lab);
        var vm = with(volume);
        host.backdoor().cutOff();
        try {
            assertThat(lab.send(Task.of(1), new TakeBackup(Id.next(IdKind.BACKUP), volume.id()))
                            .outcome())
                    .isNotEqualTo(Outcome.SUCCEEDED);
        } finally {
            host.backdoor().reconnect();
            eventually(
                    () -> lab.count("SELECT count(*) AS n FROM maskin.host WHERE reachable"),
                    reachable -> reachable == 1);
        }
        assertThat(volume.mayBeWrittenBy(vm)).isTrue();
    }

    @Test
    void aBackupOutlivesItsVolumeAndItsMachine() {
        var volume = DataVolume.create(lab);
        var vm = with(volume);
        volume.write("kept elsewhere");
        var backup = Id.next(IdKind.BACKUP);
        var taking = Task.of(1);
        var taken = result(lab.succeed(taking, new TakeBackup(backup, volume.id())), BackupTaken.class);
        assertThat(taken.sizeBytes()).isEqualTo(1L << 30);
        assertThat(taken.storedBytes()).as("one block is not empty").isEqualTo(1L << 20);
        assertThat(result(lab.succeed(taking, new TakeBackup(backup, volume.id())), BackupTaken.class))
                .isEqualTo(taken);
        lab.succeed(next(vm), new DeleteVm(vm));
        lab.succeed(Task.of(2), new DeleteVolume(volume.id()));

        var restored = new DataVolume(lab, Id.next(IdKind.VOLUME));
        var restoring = Task.of(1);
        lab.succeedTwice(restoring, new RestoreBackup(restored.id(), backup, DATACENTER, 1));
        assertThat(restored.content()).isEqualTo("kept elsewhere");
        assertThat(restored.file()).hasSize(1L << 30);
        var other = with(restored);
        lab.succeed(next(other), new StartVm(other));
        assertThat(host.observe(vmId(other)).orElseThrow().power()).isEqualTo(Power.RUNNING);
        lab.succeed(next(other), new StopVm(other, true));
        restored.write("written since");
        lab.succeed(restoring, new RestoreBackup(restored.id(), backup, DATACENTER, 1));
        assertThat(restored.content()).as("nothing is made anew").isEqualTo("written since");

        lab.succeedTwice(Task.of(1), new DeleteBackup(backup));
        assertThat(lab.backups.resolve(backup.toString())).doesNotExist();
        assertThat(problem(lab.send(taking, new TakeBackup(backup, restored.id()))))
                .isEqualTo("STALE_WRITER");
        assertThat(problem(lab.send(Task.of(1), new RestoreBackup(Id.next(IdKind.VOLUME), backup, DATACENTER, 1))))
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void aBackupThatIsNotWhatWasWrittenIsNotRestored() throws IOException {
        var volume = DataVolume.create(lab);
        volume.write("as it was written");
        var backup = Id.next(IdKind.BACKUP);
        lab.succeed(Task.of(1), new TakeBackup(backup, volume.id()));
        var directory = lab.backups.resolve(backup.toString());
        var manifest = Files.readAllBytes(directory.resolve("manifest"));
        var data = directory.resolve("data.raw");

        flip(data, (3 << 20) + 5);
        assertThat(refusal(backup)).contains("block 3");
        flip(data, (3 << 20) + 5);
        Files.writeString(directory.resolve("manifest"), "x\n", StandardOpenOption.APPEND);
        assertThat(refusal(backup)).contains("manifest");
        Files.write(directory.resolve("manifest"), new byte[0]);
        assertThat(refusal(backup)).contains("ends too early");
        Files.writeString(
                directory.resolve("manifest"),
                new String(manifest, java.nio.charset.StandardCharsets.US_ASCII)
                        .lines()
                        .limit(5)
                        .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        assertThat(refusal(backup)).as("a block is left out").contains("not the one that was written");
        Files.write(directory.resolve("manifest"), manifest);
        Files.delete(data);
        assertThat(refusal(backup)).contains("is gone");
    }

    /// Why it is not restored; nothing of the new volume is there.
    private String refusal(Id backup) {
        var volume = new DataVolume(lab, Id.next(IdKind.VOLUME));
        var task = Task.of(1);
        var refused = lab.send(task, new RestoreBackup(volume.id(), backup, DATACENTER, 1));
        assertThat(problem(refused)).isEqualTo("BACKUP_DAMAGED");
        lab.succeed(task.undoing(), new DeleteVolume(volume.id()));
        assertThat(volume.directory()).doesNotExist();
        return detail(refused);
    }

    private static void flip(Path file, int place) throws IOException {
        try (var access = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            access.seek(place);
            int before = access.read();
            access.seek(place);
            access.write(before ^ 1);
        }
    }

    /// A machine that is off and has the volume.
    private Id with(DataVolume volume) {
        var vm = Guest.of(image).create(lab).vm();
        lab.succeed(next(vm), new StopVm(vm, true));
        lab.succeed(next(vm), new AttachVolume(vm, volume.id(), 0));
        return vm;
    }

    /// A task of the machine's next generation.
    private Task next(Id vm) {
        return Task.of(generations.merge(vm, 2, (held, _) -> held + 1));
    }
}
