package no.dataverket.server.evaluation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// The directory in which an evaluation's machines have their files. It belongs to evaluations alone, one
/// at a time; when nothing is left of any machine, it goes.
final class Ground implements AutoCloseable {

    private static final String LEDGER = "machines";
    private static final String LOCK = "lock";
    private static final String OTHER_IMAGE = "other.qcow2";
    private static final Set<String> OURS = Set.of(LEDGER, LEDGER + ".new", LOCK, OTHER_IMAGE, "vms", "removed");

    private final Path root;
    private final FileChannel lock;
    private final FileLedger ledger;

    /// @throws Refusal when the directory is somebody else's, or another evaluation uses it
    Ground(Path root) throws IOException {
        this.root = root;
        refuseOthers(root);
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isOurs(lock)) {
            lock.close();
            throw new Refusal(
                    Exit.CONFLICT, "another evaluation uses " + root + "; wait for it, or name another --root");
        }
        ledger = new FileLedger(root.resolve(LEDGER));
    }

    Path root() {
        return root;
    }

    FileLedger ledger() {
        return ledger;
    }

    /// A second image, with the content of the first.
    Path otherImage(Path image) throws IOException {
        return Files.copy(image, root.resolve(OTHER_IMAGE), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Lets go of the directory, and deletes it if nothing is left of any machine.
    @Override
    public void close() throws IOException {
        if (ledger.machines().isEmpty()) {
            deleteEntries(root.resolve("removed"));
            Files.deleteIfExists(root.resolve("removed"));
            Files.deleteIfExists(root.resolve("vms"));
            Files.deleteIfExists(root.resolve(OTHER_IMAGE));
            Files.deleteIfExists(root.resolve(LEDGER));
            Files.deleteIfExists(root.resolve(LOCK));
            Files.deleteIfExists(root);
        }
        lock.close();
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /// A driver's directory with machines in service looks much alike; only evaluations keep a ledger.
    private static void refuseOthers(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var entries = Files.list(root)) {
            var names =
                    entries.map(entry -> String.valueOf(entry.getFileName())).toList();
            if (!names.isEmpty()
                    && !names.equals(List.of(LOCK))
                    && (!names.contains(LEDGER) || !OURS.containsAll(names))) {
                throw new Refusal(
                        Exit.CONFLICT,
                        root + " holds what no evaluation made; name a --root that is empty or not there yet");
            }
        }
    }

    private static void deleteEntries(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var entries = Files.newDirectoryStream(directory)) {
                for (var entry : entries) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }
}
