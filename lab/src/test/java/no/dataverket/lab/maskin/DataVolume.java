package no.dataverket.lab.maskin;

import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.CreateVolume;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.volume.StoredVolume;

/// A volume of the lab, with what its file holds.
record DataVolume(MaskinLab lab, Id id) {

    private static final String CONTENT = "what the guest wrote";
    private static final int PLACE = 3 << 20;
    private static final int LENGTH = 64;

    /// Makes one of a GiB.
    static DataVolume create(MaskinLab lab) {
        var volume = new DataVolume(lab, Id.next(IdKind.VOLUME));
        lab.succeed(Task.of(1), new CreateVolume(volume.id, DATACENTER, 1));
        return volume;
    }

    Path directory() {
        return lab.volumes.resolve(id.toString());
    }

    /// Where it is now; there is one file at any time.
    Path file() {
        try (var files = Files.list(directory())) {
            var all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /// Puts something on it, as a guest would.
    void write() {
        write(CONTENT);
    }

    void write(String content) {
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.allocate(LENGTH).put(content.getBytes(StandardCharsets.UTF_8));
            channel.write(bytes.rewind(), PLACE);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /// What was put on it last.
    String content() {
        var buffer = ByteBuffer.allocate(LENGTH);
        try (var channel = FileChannel.open(file(), StandardOpenOption.READ)) {
            channel.read(buffer, PLACE);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return new String(buffer.array(), StandardCharsets.UTF_8).replace("\0", "");
    }

    void assertKept() {
        assertThat(content()).isEqualTo(CONTENT);
    }

    long writers() {
        return lab.count("SELECT count(vm) AS n FROM maskin.volume WHERE id = ?", id);
    }

    /// Whether the machine, as the database has it, names the file as it is now.
    boolean mayBeWrittenBy(Id vm) {
        return lab.count(
                        "SELECT count(*) AS n FROM maskin.vm WHERE id = ? AND position(? IN definition::text) > 0",
                        vm,
                        file().toString())
                == 1;
    }

    /// Starts a machine that has the volume at a path, on a host that was told nothing else.
    void startOn(SimulatedRuntime host, Id vm, Path path) {
        var nobody = new Owner.Scope("none", "");
        var definition = new VmDefinition(
                vmId(vm),
                "stale",
                new Owner(nobody, nobody, nobody),
                new Revision(1, 99),
                new Hardware(SimulatedRuntime.MACHINE_TYPE, 1, 256),
                new VmDefinition.Drives(
                        Path.of("/disk"), Path.of("/seed"), List.of(new DataDisk(0, path, StoredVolume.serial(id)))),
                new Boot.FromDisk(),
                List.of());
        host.ensureDefined(definition);
        host.ensureRunning(definition.id(), definition.revision(), Duration.ofSeconds(1));
    }
}
