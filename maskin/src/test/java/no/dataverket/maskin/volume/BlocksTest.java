package no.dataverket.maskin.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlocksTest {

    private static final long MIB = 1L << 20;

    @TempDir
    private Path directory;

    @Test
    void aCopyIsTheSameAndOnlyBlocksWithSomethingInThemAreShown() throws IOException {
        var disk = directory.resolve("disk");
        try (var file = FileChannel.open(
                disk, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            put(file, 2 * MIB - 1, 1, 2);
            put(file, 5 * MIB, 0);
            put(file, 7 * MIB + 99, 3);
            put(file, 9 * MIB + 499, 4);
        }
        var seen = new ArrayList<Long>();
        var told = new ArrayList<String>();

        Blocks.copy(disk, directory.resolve("copy"), (index, _, _) -> seen.add(index), told::add);

        assertThat(directory.resolve("copy")).hasSameBinaryContentAs(disk);
        assertThat(seen).containsExactly(1L, 2L, 7L, 9L);
        assertThat(told).last().isEqualTo("copied 100 %");
    }

    @Test
    void aDiskThatNobodyWroteToIsCopied() throws IOException {
        var disk = directory.resolve("disk");
        try (var file = FileChannel.open(
                disk, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            Blocks.lengthen(file, 3 * MIB + 1);
        }
        var seen = new ArrayList<Long>();

        Blocks.copy(disk, directory.resolve("copy"), (index, _, _) -> seen.add(index), _ -> {});

        assertThat(directory.resolve("copy")).hasSize(3 * MIB + 1);
        assertThat(seen).isEmpty();
    }

    @Test
    void whatWasNeverWrittenIsNotRead() throws IOException {
        var disk = directory.resolve("disk");
        try (var file = FileChannel.open(
                disk, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            put(file, 5 * MIB, 1);
            Blocks.lengthen(file, 9 * MIB);
            file.force(true);
        }
        try (var contents = Contents.of(disk)) {
            assertThat(List.of(
                            contents.next(0, 9 * MIB),
                            contents.next(5 * MIB, 9 * MIB),
                            contents.next(9 * MIB, 9 * MIB)))
                    .allSatisfy(place -> assertThat(place).isBetween(0L, 9 * MIB));
            assertThat(contents.next(5 * MIB, 9 * MIB)).isEqualTo(5 * MIB);
            assertThat(contents.next(9 * MIB, 9 * MIB)).isEqualTo(9 * MIB);
        }
        try (var contents = Contents.of(directory.resolve("none"))) {
            assertThat(contents.next(7, 9)).as("who can't be asked").isEqualTo(7);
        }
        assertThat(Files.size(disk)).isEqualTo(9 * MIB);
    }

    private static void put(FileChannel file, long place, int... bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes.length);
        for (int one : bytes) {
            buffer.put((byte) one);
        }
        file.write(buffer.flip(), place);
    }
}
