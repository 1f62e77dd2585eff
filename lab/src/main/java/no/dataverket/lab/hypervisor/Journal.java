package no.dataverket.lab.hypervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/// Where a simulated host writes its events.
///
/// A line counts once its line feed is written. What a kill of the process leaves without one is cut off at the
/// next open, as its effect was never answered. Lines reach the operating system, not the disk: they outlive
/// the process, and not a power cut.
interface Journal extends AutoCloseable {

    void write(Event event);

    @Override
    void close();

    /// Keeps nothing.
    static Journal none() {
        return new Journal() {
            @Override
            public void write(Event event) {}

            @Override
            public void close() {}
        };
    }

    /// Opens a file, or makes it, and replays what is in it.
    ///
    /// @throws UncheckedIOException when it can't be read or written
    static Journal open(Path file, Consumer<Event> replay) {
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            var whole = 0L;
            if (Files.exists(file)) {
                var text = Files.readString(file);
                var complete = text.substring(0, text.lastIndexOf('\n') + 1);
                whole = complete.getBytes(StandardCharsets.UTF_8).length;
                lines(complete).forEach(line -> replay.accept(EventText.read(line)));
            }
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            return new FileJournal(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " can't be opened", e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isEmpty()).toList();
    }

    /// Writes to a file.
    record FileJournal(FileChannel channel) implements Journal {

        @Override
        public void write(Event event) {
            var bytes = ByteBuffer.wrap((EventText.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("an event can't be written", e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a journal can't be closed", e);
            }
        }
    }
}
