package no.dataverket.maskin.runtime.libvirt;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What a qcow2 file says about itself. It can be read while a VM uses the file.
///
/// Source: QEMU, `docs/interop/qcow2.txt`. All numbers are big-endian.
///
/// @param sizeBytes what a guest sees
/// @param backingFile the file below; empty when there's none
record Qcow2Header(long sizeBytes, String backingFile) {

    private static final int MAGIC = 0x514649fb;
    private static final int FIXED_BYTES = 32;
    private static final int LONGEST_NAME = 1023;

    /// @throws IOException when the file can't be read or isn't qcow2
    static Qcow2Header read(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = read(channel, 0, FIXED_BYTES, file);
            if (header.getInt() != MAGIC) {
                throw new IOException(file + " isn't a qcow2 image");
            }
            header.getInt(); // version
            var nameOffset = header.getLong();
            var nameLength = header.getInt();
            header.getInt(); // cluster bits
            var size = header.getLong();
            if (nameOffset == 0) {
                return new Qcow2Header(size, "");
            }
            if (nameLength < 0 || nameLength > LONGEST_NAME) {
                throw new IOException(file + " has a damaged header");
            }
            var name = read(channel, nameOffset, nameLength, file);
            return new Qcow2Header(size, StandardCharsets.UTF_8.decode(name).toString());
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int length, Path file) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException(file + " ends within its header");
            }
        }
        return buffer.flip();
    }
}
