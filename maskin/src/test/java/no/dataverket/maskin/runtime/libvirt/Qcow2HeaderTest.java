package no.dataverket.maskin.runtime.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Qcow2HeaderTest {

    @TempDir
    private Path directory;

    @Test
    void sizeAndBackingFileAreRead() throws IOException {
        var name = "/images/bøk.qcow2".getBytes(StandardCharsets.UTF_8);
        var image = ByteBuffer.allocate(512);
        image.putInt(0x514649fb)
                .putInt(3)
                .putLong(200)
                .putInt(name.length)
                .putInt(16)
                .putLong(5L << 30);
        image.put(200, name);
        var file = Files.write(directory.resolve("a.qcow2"), image.array());

        assertThat(Qcow2Header.read(file)).isEqualTo(new Qcow2Header(5L << 30, "/images/bøk.qcow2"));
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        var text = Files.writeString(directory.resolve("text"), "no image, but long enough to be one");
        var stump = Files.write(directory.resolve("stump"), new byte[] {'Q', 'F', 'I', (byte) 0xfb});

        assertThatIOException().isThrownBy(() -> Qcow2Header.read(text));
        assertThatIOException().isThrownBy(() -> Qcow2Header.read(stump));
    }
}
