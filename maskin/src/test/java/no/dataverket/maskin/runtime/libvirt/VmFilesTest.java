package no.dataverket.maskin.runtime.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VmFilesTest {

    private final Path root;
    private final VmFiles files;
    private final VmId vm = VmId.random();

    VmFilesTest(@TempDir Path temporary) {
        root = temporary.resolve("maskin");
        files = new VmFiles(root);
    }

    @Test
    void filesOfAVmAreInOneDirectoryThatOthersMayEnter() throws Exception {
        var directory = files.prepare(vm);
        var made = Files.writeString(directory.resolve("disk.new"), "x");
        files.publish(made, files.disk(vm));

        assertThat(files.withFiles()).containsExactly(vm);
        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Files.getPosixFilePermissions(files.disk(vm)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(made).doesNotExist();
        assertThat(files.delete(vm)).isTrue();
        assertThat(files.delete(vm)).isFalse();
        assertThat(files.withFiles()).isEmpty();
    }

    @Test
    void aTombstoneKeepsTheHighestRevisionAndOutlivesTheProcess() {
        files.bury(vm, new Revision(1, 5));
        files.bury(vm, new Revision(1, 4));

        assertThat(new VmFiles(root).tombstone(vm)).isEqualTo(new Revision(1, 5));

        files.unbury(vm);
        assertThat(files.tombstone(vm)).isNull();
    }

    @Test
    void theEpochOfADiskIsKnownToAllWhoSeeItAndNeverSinks() throws Exception {
        assertThatExceptionOfType(RuntimeFailure.class)
                .isThrownBy(() -> files.raiseEpoch(vm, 2))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND));
        files.publish(Files.writeString(files.prepare(vm).resolve("disk.new"), "x"), files.disk(vm));
        assertThat(files.epoch(vm)).isZero();
        var otherHost = new VmFiles(root);
        otherHost.raiseEpoch(vm, 3);
        files.raiseEpoch(vm, 2);
        assertThat(files.epoch(vm)).isEqualTo(3);
        files.delete(vm);
        assertThat(otherHost.epoch(vm)).isZero();
    }

    @Test
    void oldTombstonesAreForgotten() throws Exception {
        files.bury(vm, new Revision(1, 5));
        Files.setLastModifiedTime(
                root.resolve("removed").resolve(vm.toString()),
                FileTime.from(Instant.now().minus(Duration.ofDays(200))));

        assertThat(new VmFiles(root).tombstone(vm)).isNull();
    }
}
