package no.dataverket.lab.maskin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import no.dataverket.core.testing.RealServers;

/// A tiny image as an operator would put it down, which a test may then spoil.
final class ImageDirectory {

    static final String NAME = "tiny";
    static final long VIRTUAL_SIZE = 1 << 20;

    final Path path = RealServers.directory("image");

    ImageDirectory(String version) {
        write("disk.raw", "the disk of " + version);
        write("vmlinux", "the kernel of " + version);
        write("initrd", "the initrd of " + version);
        write("image.json", """
                {"name": "tiny", "version": "%s", "os": "linux", "architecture": "x86_64", "default_user": "root",
                 "min_memory_mib": 64, "cmdline": "quiet",
                 "disk": {"file": "disk.raw", "format": "raw", %s, "virtual_size_bytes": %d},
                 "kernel": {"file": "vmlinux", %s}, "initrd": {"file": "initrd", %s}}
                """.formatted(version, sum("disk.raw"), VIRTUAL_SIZE, sum("vmlinux"), sum("initrd")));
    }

    void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String file, byte[] content) {
        try {
            Files.write(path.resolve(file), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void replaceInManifest(String text, String by) {
        write("image.json", read("image.json").replace(text, by));
    }

    String read(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String sum(String file) {
        var bytes = read(file).getBytes(StandardCharsets.UTF_8);
        try {
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return "\"sha256\": \"" + sha256 + "\", \"size_bytes\": " + bytes.length;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
