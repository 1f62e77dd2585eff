package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// The driver's directory on the host: `vms/<id>/` with a VM's files, and `removed/<id>` with the revision
/// under which a VM was removed.
///
/// Directories may be entered by all, because QEMU runs as a user of its own; files may be read by their owner,
/// to whom libvirt makes that user while a VM runs.
final class VmFiles {

    /// Commands that are older than this don't come any more.
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(180);

    private static final String DIRECTORY_MODE = "rwxr-xr-x";
    private static final String FILE_MODE = "rw-------";

    private final Path root;
    private final Path vms;
    private final Path removed;

    /// Makes the directories that are missing.
    ///
    /// @throws RuntimeFailure `INTERNAL` when it can't
    VmFiles(Path root) {
        this.root = root;
        vms = root.resolve("vms");
        removed = root.resolve("removed");
        attempt("make " + root, () -> {
            makeDirectory(vms);
            makeDirectory(removed);
            forgetOldTombstones();
            return vms;
        });
    }

    Path disk(VmId vm) {
        return directory(vm).resolve("disk.qcow2");
    }

    Path seed(VmId vm) {
        return directory(vm).resolve("seed.iso");
    }

    boolean hasDisk(VmId vm) {
        return Files.isRegularFile(disk(vm));
    }

    /// The epoch under which the VM was last given a host, as its files tell every host that sees them.
    long epoch(VmId vm) {
        var file = directory(vm).resolve("epoch");
        return attempt("read " + file, () -> {
            try {
                return Long.parseLong(Files.readString(file).strip());
            } catch (NoSuchFileException e) {
                return 0L;
            }
        });
    }

    /// Tells every host that sees the VM's files of a newer epoch.
    ///
    /// @throws RuntimeFailure `NOT_FOUND` when its disk isn't here
    void raiseEpoch(VmId vm, long epoch) {
        if (!hasDisk(vm)) {
            throw new RuntimeFailure(Kind.NOT_FOUND, "the disk of VM " + vm + " isn't to be seen here");
        }
        if (epoch(vm) >= epoch) {
            return;
        }
        attempt("write the epoch of " + vm, () -> {
            var made = Files.writeString(directory(vm).resolve(".epoch"), Long.toString(epoch));
            return replace(made, directory(vm).resolve("epoch"));
        });
    }

    /// Where the digest of the seed's content is kept.
    Path seedDigest(VmId vm) {
        return directory(vm).resolve("seed.sha256");
    }

    Path consoleLog(VmId vm) {
        return directory(vm).resolve("console.log");
    }

    Path probeLog(String name) {
        return root.resolve(name + ".log");
    }

    private Path directory(VmId vm) {
        return vms.resolve(vm.toString());
    }

    /// The VM's directory, made if it's missing.
    Path prepare(VmId vm) {
        return attempt("make " + directory(vm), () -> makeDirectory(directory(vm)));
    }

    /// Puts a finished file where it's looked for, in one step.
    void publish(Path made, Path place) {
        attempt("make " + place, () -> {
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(FILE_MODE));
            return replace(made, place);
        });
    }

    /// VMs that have a directory.
    List<VmId> withFiles() {
        return attempt("list " + vms, () -> {
            var found = new ArrayList<VmId>();
            try (var entries = Files.newDirectoryStream(vms)) {
                for (var entry : entries) {
                    id(entry).ifPresent(found::add);
                }
            }
            return found;
        });
    }

    /// Deletes the VM's directory.
    ///
    /// @return whether there was one
    boolean delete(VmId vm) {
        return attempt("delete " + directory(vm), () -> {
            if (!Files.exists(directory(vm))) {
                return false;
            }
            Files.walkFileTree(directory(vm), new Deletion());
            return true;
        });
    }

    /// The revision under which the VM was removed, if it was.
    @Nullable
    Revision tombstone(VmId vm) {
        var file = removed.resolve(vm.toString());
        return attempt("read " + file, () -> {
            try {
                return Revision.parse(Files.readString(file).strip());
            } catch (NoSuchFileException e) {
                return null;
            }
        });
    }

    /// Remembers under which revision the VM was removed, unless a higher one is remembered.
    void bury(VmId vm, Revision revision) {
        var held = tombstone(vm);
        if (held != null && !held.isBefore(revision)) {
            return;
        }
        attempt("write the tombstone of " + vm, () -> {
            var made = Files.writeString(removed.resolve("." + vm), revision.toString());
            return replace(made, removed.resolve(vm.toString()));
        });
    }

    /// Forgets the removal of a VM that has been defined again; its domain carries the revision from then on.
    void unbury(VmId vm) {
        attempt("delete the tombstone of " + vm, () -> Files.deleteIfExists(removed.resolve(vm.toString())));
    }

    /// Does something with files.
    ///
    /// @throws RuntimeFailure `NO_SPACE` when the disk is full; otherwise `INTERNAL`
    <T extends @Nullable Object> T attempt(String what, FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new RuntimeFailure(isFull() ? Kind.NO_SPACE : Kind.INTERNAL, "can't " + what + ": " + e, e);
        }
    }

    /// Whether the directory's file system is used up. Java tells of a full disk by text alone, as programs do.
    boolean isFull() {
        try {
            return Files.getFileStore(root).getUsableSpace() < 1 << 20;
        } catch (IOException e) {
            return false;
        }
    }

    /// Work on files.
    @FunctionalInterface
    interface FileWork<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private void forgetOldTombstones() throws IOException {
        var limit = FileTime.from(Instant.now().minus(TOMBSTONES_KEPT));
        try (var tombstones = Files.newDirectoryStream(removed)) {
            for (var tombstone : tombstones) {
                if (Files.getLastModifiedTime(tombstone).compareTo(limit) < 0) {
                    Files.deleteIfExists(tombstone);
                }
            }
        }
    }

    /// The content reaches the disk before the name does, so that a power cut leaves the old file or the new
    /// one.
    private static Path replace(Path made, Path place) throws IOException {
        try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Files.move(made, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(DIRECTORY_MODE));
        }
        return directory;
    }

    private static Optional<VmId> id(Path entry) {
        try {
            return Optional.of(VmId.parse(String.valueOf(entry.getFileName())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Deletes a tree from below.
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
