package no.dataverket.maskin.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;

/// The directory that holds volumes, each in a directory of its own: one raw, sparse file, whose name
/// carries the lease under which it may be written to, and a directory with its snapshots.
///
/// A new lease renames the file. A machine that was defined under an earlier one, on a host that nobody could reach
/// meanwhile, names a file that is not there, and does not start: that host need not be asked, nor believed.
public final class VolumeStore {

    private static final Pattern FILE = Pattern.compile("disk\\.(\\d{1,18})\\.raw");

    private static final String FILE_MODE = "rw-------";
    private static final String SNAPSHOTS = "snapshots";

    private final Path root;

    /// @param root made if it is missing; hypervisors must see it under the same path
    public VolumeStore(Path root) {
        this.root = root.toAbsolutePath();
    }

    public void open() {
        try {
            Files.createDirectories(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("The volume store " + root + " can't be used", failure);
        }
    }

    /// Where a volume is under a lease.
    private Path path(Id volume, long lease) {
        return directory(volume).resolve("disk." + lease + ".raw");
    }

    /// Writes what a disk is to begin with to a file that isn't there yet.
    @FunctionalInterface
    interface Content {
        void write(Path file) throws IOException;
    }

    /// Nothing, as large as this.
    static Content empty(long sizeBytes) {
        return file -> {
            Files.createFile(file);
            extend(file, sizeBytes);
        };
    }

    /// Makes a volume, if there is none.
    void create(Id volume, Content content) {
        attempt("made", () -> {
            Files.createDirectories(directory(volume));
            if (files(volume).isEmpty()) {
                make(volume, 0, content);
            }
        });
    }

    /// Gives a volume other content, under a lease that nobody has yet. Nothing of the volume changes
    /// before all of it is there.
    void replace(Id volume, long lease, Content content) {
        attempt("restored", () -> {
            var before = files(volume);
            make(volume, lease, content);
            for (var file : before) {
                if (leaseOf(file) < lease) {
                    Files.deleteIfExists(file);
                }
            }
            Trees.force(directory(volume));
        });
    }

    private void make(Id volume, long lease, Content content) throws IOException {
        var made = directory(volume).resolve("disk.new");
        Files.deleteIfExists(made);
        content.write(made);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(FILE_MODE));
        publish(made, path(volume, lease));
    }

    /// Keeps what is on a volume as it is now, which takes as much room as is not empty.
    void takeSnapshot(Id volume, Id snapshot, Consumer<String> progress) {
        attempt("copied", () -> {
            var file = snapshot(volume, snapshot);
            var directory = Files.createDirectories(directory(volume).resolve(SNAPSHOTS));
            var made = directory.resolve("." + snapshot);
            Files.deleteIfExists(made);
            Blocks.copy(only(volume), made, (index, block, length) -> {}, progress);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(FILE_MODE));
            publish(made, file);
        });
    }

    /// What a snapshot holds, as large as the volume has become since.
    Content ofSnapshot(Id volume, Id snapshot, long sizeBytes, Consumer<String> progress) {
        return made -> {
            var kept = snapshot(volume, snapshot);
            if (!Files.exists(kept)) {
                throw Failure.of(
                                ProblemCode.RUNTIME_REFUSED,
                                "The file of snapshot " + snapshot + " is gone from the store.")
                        .hint("Restore the volume from a backup: dvce backup list");
            }
            Blocks.copy(kept, made, (index, block, length) -> {}, progress);
            try (var file = FileChannel.open(made, StandardOpenOption.WRITE)) {
                Blocks.lengthen(file, sizeBytes);
                file.force(true);
            }
        };
    }

    void deleteSnapshot(Id volume, Id snapshot) {
        attempt("rid of a snapshot", () -> {
            Files.deleteIfExists(snapshot(volume, snapshot));
            Files.deleteIfExists(directory(volume).resolve(SNAPSHOTS).resolve("." + snapshot));
        });
    }

    private Path snapshot(Id volume, Id snapshot) {
        return directory(volume).resolve(SNAPSHOTS).resolve(snapshot + ".raw");
    }

    /// Works with the file of a volume that nobody writes to.
    <R> R read(Id volume, Reading<R> reading) {
        return ask("copied", () -> reading.of(only(volume)));
    }

    @FunctionalInterface
    interface Reading<R> {
        R of(Path file) throws IOException;
    }

    /// Makes a volume larger. One that is as large stays as it is.
    void grow(Id volume, long sizeBytes) {
        attempt("grown", () -> {
            var file = only(volume);
            if (Files.size(file) < sizeBytes) {
                extend(file, sizeBytes);
            }
        });
    }

    /// Lets nobody write to a volume but who holds this lease, or a later one.
    ///
    /// @return where it is now
    Path lease(Id volume, long lease) {
        var place = path(volume, lease);
        attempt("leased", () -> {
            var file = only(volume);
            if (leaseOf(file) < lease) {
                publish(file, place);
            }
        });
        return place;
    }

    void delete(Id volume) {
        attempt("deleted", () -> {
            Trees.delete(directory(volume));
            Trees.force(root);
        });
    }

    private Path directory(Id volume) {
        return root.resolve(volume.toString());
    }

    private Path only(Id volume) throws IOException {
        return files(volume).stream()
                .max(Comparator.comparingLong(VolumeStore::leaseOf))
                .orElseThrow(() -> Failure.of(
                                ProblemCode.RUNTIME_REFUSED,
                                "The file of volume " + volume + " is gone from the store.")
                        .hint("Bring it back from a backup, or delete the volume."));
    }

    private List<Path> files(Id volume) throws IOException {
        if (!Files.isDirectory(directory(volume))) {
            return List.of();
        }
        try (var files = Files.list(directory(volume))) {
            return files.filter(file -> FILE.matcher(name(file)).matches()).toList();
        }
    }

    private static long leaseOf(Path file) {
        var matcher = FILE.matcher(name(file));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// A sparse file takes room as it is written to. It's there already, or nothing is made.
    private static void extend(Path file, long sizeBytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), sizeBytes - 1);
            channel.force(true);
        }
    }

    private static void publish(Path file, Path place) throws IOException {
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        var directory = place.getParent();
        if (directory != null) {
            Trees.force(directory);
        }
    }

    @FunctionalInterface
    interface FileWork {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface FileQuestion<R> {
        R answer() throws IOException;
    }

    static void attempt(String what, FileWork work) {
        var unused = ask(what, () -> {
            work.run();
            return what;
        });
    }

    private static <R> R ask(String what, FileQuestion<R> question) {
        try {
            return question.answer();
        } catch (IOException failure) {
            throw Failure.of(
                            ProblemCode.DEPENDENCY_UNAVAILABLE,
                            "The volume can't be " + what + " in the store: " + failure.getMessage())
                    .hint("Check the store's disk space and permissions on the host that runs Maskin.");
        }
    }
}
