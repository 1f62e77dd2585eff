package no.dataverket.maskin.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import no.dataverket.maskin.image.ImageManifest.ImageFile;
import no.dataverket.maskin.runtime.DiskRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Qcow2HeaderTest {

    private static final long SIZE = 1 << 30;

    @TempDir
    Path directory = Path.of(".");

    @Test
    void aDiskOfItsOwnIsTaken() {
        assertThatCode(looking(header(0, SIZE, 0), DiskRequest.Format.QCOW2)).doesNotThrowAnyException();
        assertThatCode(looking(new byte[4096], DiskRequest.Format.RAW)).doesNotThrowAnyException();
        assertThatCode(looking(new byte[3], DiskRequest.Format.RAW)).doesNotThrowAnyException();
    }

    @Test
    void aDiskThatLeansOnAnotherFileIsRefused() {
        refuses(header(512, SIZE, 0), DiskRequest.Format.QCOW2, "has a backing file");
        refuses(header(0, SIZE, 4), DiskRequest.Format.QCOW2, "keeps its data in another file");
    }

    @Test
    void aDiskThatIsNotWhatTheManifestSaysIsRefused() {
        refuses(header(0, SIZE + 1, 0), DiskRequest.Format.QCOW2, "shows 1073741825 bytes to a guest");
        refuses(header(0, SIZE, 0), DiskRequest.Format.RAW, "is qcow2, though image.json says raw");
    }

    private void refuses(byte[] disk, DiskRequest.Format format, String why) {
        assertThatThrownBy(looking(disk, format))
                .hasMessageContaining("IMAGE_CORRUPT")
                .hasMessageContaining(why);
    }

    private ThrowingCallable looking(byte[] disk, DiskRequest.Format format) {
        return () -> {
            var file = directory.resolve("disk");
            write(file, disk);
            var image = new ImageFile("disk", "0".repeat(64), disk.length);
            Qcow2Header.refuseDependent(
                    file,
                    new ImageManifest(
                            "n", "1", "linux", "x86_64", null, 64, "", format, SIZE, image, null, null, null));
        };
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }

    private static byte[] header(long backingFile, long size, long features) {
        var header = ByteBuffer.allocate(4096);
        header.putInt(0, 0x514649fb).putInt(4, 3).putLong(8, backingFile).putLong(24, size);
        return header.putLong(72, features).array();
    }
}
