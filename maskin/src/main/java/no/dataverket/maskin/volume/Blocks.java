package no.dataverket.maskin.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/// Copies disks block by block. Blocks that are empty take no room in the copy, and those that were
/// never written to are not even read.
final class Blocks {

    static final int SIZE = 1 << 20;

    private static final byte[] EMPTY = new byte[SIZE];
    private static final int TENTH = 10;

    private Blocks() {}

    /// Somebody who is shown each block that is not empty.
    @FunctionalInterface
    interface Witness {
        void see(long index, byte[] block, int length) throws IOException;
    }

    /// Copies a disk to a file that isn't there yet. When it returns, the copy is on the disk.
    static void copy(Path from, Path to, Witness witness, Consumer<String> progress) throws IOException {
        try (var source = FileChannel.open(from, StandardOpenOption.READ);
                var contents = Contents.of(from);
                var copy = FileChannel.open(
                        to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            source.force(true);
            long size = source.size();
            var block = new byte[SIZE];
            var percent = new Percent(size, progress);
            long place = contents.next(0, size);
            while (place < size) {
                long index = place / SIZE;
                int length = (int) Math.min(SIZE, size - index * SIZE);
                read(source, index, block, length);
                if (!isEmpty(block, length)) {
                    witness.see(index, block, length);
                    write(copy, index, block, length);
                }
                place = contents.next(index * SIZE + length, size);
                percent.reached(place);
            }
            lengthen(copy, size);
            copy.force(true);
        }
    }

    static void read(FileChannel file, long index, byte[] block, int length) throws IOException {
        var buffer = ByteBuffer.wrap(block, 0, length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, index * SIZE + buffer.position()) < 0) {
                throw new java.io.EOFException("it ends before byte " + (index * SIZE + length));
            }
        }
    }

    static void write(FileChannel file, long index, byte[] block, int length) throws IOException {
        var buffer = ByteBuffer.wrap(block, 0, length);
        while (buffer.hasRemaining()) {
            file.write(buffer, index * SIZE + buffer.position());
        }
    }

    /// Makes a file that is shorter as long as this, with nothing in what is added.
    static void lengthen(FileChannel file, long size) throws IOException {
        if (file.size() < size) {
            file.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    private static boolean isEmpty(byte[] block, int length) {
        return Arrays.mismatch(block, 0, length, EMPTY, 0, length) < 0;
    }

    /// Tells how far a copy has come, ten times at most.
    static final class Percent {
        private final long size;
        private final Consumer<String> progress;
        private long told;

        Percent(long size, Consumer<String> progress) {
            this.size = size;
            this.progress = progress;
        }

        void reached(long bytes) {
            long tenth = bytes * TENTH / size;
            if (tenth > told) {
                told = tenth;
                progress.accept("copied " + tenth * TENTH + " %");
            }
        }
    }
}
