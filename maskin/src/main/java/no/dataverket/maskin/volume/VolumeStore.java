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
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;

/// The directory that holds volumes, each in a directory of its own: one raw, sparse file, whose name carries the lease
/// under which it may be written to.
///
/// A new lease renames the file. A machine that was defined under an earlier one, on a host that nobody could reach
/// meanwhile, names a file that is not there, and does not start: that host need not be asked, nor believed.
public final class VolumeStore {

    private static final Pattern FILE = Pattern.compile("disk\\.(\\d{1,18})\\.raw");

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

    /// Makes an empty volume, if there is none.
    void create(Id volume, long sizeBytes) {
        attempt("made", () -> {
            Files.createDirectories(directory(volume));
            if (files(volume).isEmpty()) {
                var made = directory(volume).resolve("disk.new");
                Files.deleteIfExists(made);
                Files.createFile(made);
                extend(made, sizeBytes);
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
                publish(made, path(volume, 0));
            }
        });
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
            if (!Files.exists(directory(volume))) {
                return;
            }
            try (var files = Files.walk(directory(volume))) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
            force(root);
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
            force(directory);
        }
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }

    private static void attempt(String what, FileWork work) {
        try {
            work.run();
        } catch (IOException failure) {
            throw Failure.of(
                            ProblemCode.DEPENDENCY_UNAVAILABLE,
                            "The volume can't be " + what + " in the store: " + failure.getMessage())
                    .hint("Check the store's disk space and permissions on the host that runs Maskin.");
        }
    }
}
