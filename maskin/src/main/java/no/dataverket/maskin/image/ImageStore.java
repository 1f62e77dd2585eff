package no.dataverket.maskin.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.image.ImageManifest.ImageFile;
import org.jspecify.annotations.Nullable;

/// The directory that holds images, each in a directory of its own by its identifier. An image's directory is
/// there whole and checked, or not at all: files are copied next to it, reach the disk, and then take its
/// name at once.
public final class ImageStore {

    private static final String INCOMING = ".incoming";
    private static final int PIECE = 1 << 20;

    private final Path root;

    /// What files were like when their content was last found to be right.
    private final Map<Path, Stamp> verified = new ConcurrentHashMap<>();

    /// What changes with a file's content, unless somebody takes pains.
    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /// @param root made if it is missing; hypervisors must see it under the same path
    public ImageStore(Path root) {
        this.root = root.toAbsolutePath();
    }

    /// Clears what an import left behind that was cut off.
    public void open() {
        try {
            Files.createDirectories(root);
            remove(root.resolve(INCOMING));
        } catch (IOException failure) {
            throw new UncheckedIOException("The image store " + root + " can't be used", failure);
        }
    }

    Path directory(Id image) {
        return root.resolve(image.toString());
    }

    /// Whether the image is there, as its manifest says.
    boolean holds(Id image, ImageManifest manifest) {
        return manifest.files().stream().allMatch(file -> {
            try {
                return Files.size(directory(image).resolve(file.file())) == file.sizeBytes();
            } catch (IOException missing) {
                return false;
            }
        });
    }

    /// Makes sure that an image's files are still what was registered, before something new leans on them. Each is
    /// read once, and again when it looks changed.
    ///
    /// @throws Failure `IMAGE_CORRUPT`
    void requireIntact(Id image, ImageManifest manifest) {
        for (var file : manifest.files()) {
            var path = directory(image).resolve(file.file());
            try {
                var stamp = Stamp.of(path);
                if (stamp.equals(verified.get(path))) {
                    continue;
                }
                var found = digest(path);
                if (stamp.size() != file.sizeBytes() || !found.equals(file.sha256())) {
                    throw spoiled(file, "has " + stamp.size() + " bytes and the SHA-256 " + found);
                }
                verified.put(path, stamp);
            } catch (NoSuchFileException missing) {
                throw spoiled(file, "is gone");
            } catch (IOException failure) {
                throw Failure.of(
                        ProblemCode.DEPENDENCY_UNAVAILABLE, "The image store can't be read: " + failure.getMessage());
            }
        }
    }

    private static String digest(Path file) throws IOException {
        var digest = Sha256.begin();
        var piece = new byte[PIECE];
        try (var in = Files.newInputStream(file)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
            }
        }
        return Sha256.end(digest);
    }

    private static Failure spoiled(ImageFile file, String how) {
        return Failure.of(ProblemCode.IMAGE_CORRUPT, "In the image store " + file.file() + " " + how + ".")
                .hint(
                        "Somebody wrote to the store, or its disk fails. Bring the file back from where the image came from, "
                                + "or from another datacenter; machines that are made from it are spoiled too.");
    }

    /// Copies an image's files and checks each on the way.
    ///
    /// @param signed the manifest to the letter; null for one from before that was kept
    /// @throws Failure `IMAGE_CORRUPT` if a file is not what the manifest says,
    ///     `INVALID_REFERENCE` if it is not there
    void take(
            Id image, ImageManifest manifest, @Nullable SignedManifest signed, Path source, Consumer<String> progress) {
        try {
            var incoming = root.resolve(INCOMING).resolve(image.toString());
            remove(incoming);
            Files.createDirectories(incoming);
            try {
                for (var file : manifest.files()) {
                    copy(file, origin(source, file), incoming.resolve(file.file()), new Percent(file, progress));
                }
                Qcow2Header.refuseDependent(incoming.resolve(manifest.disk().file()), manifest);
                writeManifest(manifest, signed, incoming);
                force(incoming);
                remove(directory(image));
                Files.move(incoming, directory(image), StandardCopyOption.ATOMIC_MOVE);
                force(root);
            } finally {
                remove(incoming);
            }
        } catch (IOException failure) {
            throw Failure.of(
                            ProblemCode.DEPENDENCY_UNAVAILABLE,
                            "The image store can't be written: " + failure.getMessage())
                    .hint("Check the store's disk space and permissions on the site's image host.");
        }
    }

    void remove(Id image) {
        try {
            remove(directory(image));
            force(root);
        } catch (IOException failure) {
            throw Failure.of(
                    ProblemCode.DEPENDENCY_UNAVAILABLE, "The image store can't be written: " + failure.getMessage());
        }
    }

    /// A link must not lead out of the directory that the operator named.
    private static Path origin(Path source, ImageFile file) throws IOException {
        try {
            var origin = source.resolve(file.file()).toRealPath();
            if (origin.startsWith(source.toRealPath()) && Files.isRegularFile(origin)) {
                return origin;
            }
        } catch (NoSuchFileException missing) {
            throw missing(source, file, "is not in ");
        }
        throw missing(source, file, "is not a file in ");
    }

    private static Failure missing(Path source, ImageFile file, String how) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, file.file() + " " + how + source + ".")
                .hint("Put all files that image.json names next to it, then register the image again.");
    }

    private static void copy(ImageFile file, Path from, Path to, Percent percent) throws IOException {
        var digest = Sha256.begin();
        long copied = 0;
        try (var in = Files.newInputStream(from);
                var out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var piece = new byte[PIECE];
            for (int length = read(in, piece, from); length >= 0; length = read(in, piece, from)) {
                digest.update(piece, 0, length);
                copied += length;
                if (copied > file.sizeBytes()) {
                    throw corrupt(file, "is larger than " + file.sizeBytes() + " bytes");
                }
                var buffer = ByteBuffer.wrap(piece, 0, length);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                percent.copied(copied);
            }
            out.force(true);
        }
        var found = Sha256.end(digest);
        if (copied != file.sizeBytes()) {
            throw corrupt(file, "has " + copied + " bytes instead of " + file.sizeBytes());
        }
        if (!found.equals(file.sha256())) {
            throw corrupt(file, "has the SHA-256 " + found + " instead of " + file.sha256());
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("r--r--r--"));
    }

    /// A source that can't be read is not a store that can't be written.
    private static int read(InputStream in, byte[] piece, Path from) {
        try {
            return in.read(piece);
        } catch (IOException failure) {
            throw Failure.of(ProblemCode.DEPENDENCY_UNAVAILABLE, from + " can't be read: " + failure.getMessage());
        }
    }

    private static Failure corrupt(ImageFile file, String how) {
        return Failure.of(ProblemCode.IMAGE_CORRUPT, file.file() + " " + how + ".")
                .hint(
                        "Fetch the file again at the source, or mend its entry in image.json; then register the image again.");
    }

    private static void writeManifest(ImageManifest manifest, @Nullable SignedManifest signed, Path directory)
            throws IOException {
        write(directory.resolve(ImageManifest.FILE), signed == null ? Json.bytes(manifest) : signed.document());
        var signature = signed == null ? null : signed.signature();
        if (signature != null) {
            write(directory.resolve(SignedManifest.SIGNATURE_FILE), signature);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        force(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Tells each tenth of a file, but not more often than once a second.
    private static final class Percent {

        private static final long GAP_NANOS = 1_000_000_000L;

        private final ImageFile file;
        private final Consumer<String> progress;
        private long told = -1;
        private long toldAt = System.nanoTime() - GAP_NANOS;

        Percent(ImageFile file, Consumer<String> progress) {
            this.file = file;
            this.progress = progress;
        }

        void copied(long bytes) {
            long tenth = bytes * 10 / file.sizeBytes();
            if (tenth > told && System.nanoTime() - toldAt >= GAP_NANOS) {
                told = tenth;
                toldAt = System.nanoTime();
                progress.accept("copying and checking " + file.file() + ": " + bytes * 100 / file.sizeBytes() + " %");
            }
        }
    }
}
