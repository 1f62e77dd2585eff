package no.dataverket.maskin.volume;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import org.jspecify.annotations.Nullable;

/// The directory that holds a datacenter's backups, each in a directory of its own: `data.raw`, which is
/// the volume with holes where it was empty, and `manifest`, which has the SHA-256 of every block of a
/// MiB that was not.
///
/// Whoever has the directory can restore without the platform: `data.raw` is the disk. What proves that
/// it is still what was written is the manifest's own SHA-256, which is kept elsewhere.
public final class BackupStore {

    private static final String MANIFEST = "manifest";
    private static final String DATA = "data.raw";
    private static final String FORMAT = "dataverket-backup 1";
    private static final String INCOMING = ".incoming";
    private static final String PRIVATE = "rwx------";
    private static final int HEAD = 5;

    private final Path root;

    /// @param root made if it is missing; best on storage that is not the volumes'
    public BackupStore(Path root) {
        this.root = root.toAbsolutePath();
    }

    public void open() {
        try {
            Files.createDirectories(root.resolve(INCOMING));
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(PRIVATE));
        } catch (IOException failure) {
            throw new UncheckedIOException("The backup directory " + root + " can't be used", failure);
        }
    }

    /// A backup that is whole.
    ///
    /// @param storedBytes what of the volume was not empty
    /// @param digest SHA-256 of its manifest
    record Written(long sizeBytes, long storedBytes, String digest) {}

    /// Copies a disk that nobody writes to. One that is there already is made anew: what it was taken
    /// for did not end.
    Written take(Id backup, Id volume, Path disk, Consumer<String> progress) throws IOException {
        var incoming = root.resolve(INCOMING).resolve(backup.toString());
        Trees.delete(incoming);
        Files.createDirectory(incoming);
        try {
            var written = write(backup, volume, disk, incoming, progress);
            Trees.force(incoming);
            Trees.delete(directory(backup));
            Files.move(incoming, directory(backup), StandardCopyOption.ATOMIC_MOVE);
            Trees.force(root);
            return written;
        } finally {
            Trees.delete(incoming);
        }
    }

    private static Written write(Id backup, Id volume, Path disk, Path incoming, Consumer<String> progress)
            throws IOException {
        var digest = sha256();
        long size = Files.size(disk);
        var stored = new long[1];
        try (var file = FileChannel.open(
                        incoming.resolve(MANIFEST), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var manifest = new BufferedWriter(new OutputStreamWriter(
                        new DigestOutputStream(java.nio.channels.Channels.newOutputStream(file), digest),
                        StandardCharsets.US_ASCII))) {
            for (var line :
                    List.of(FORMAT, "backup " + backup, "volume " + volume, "size " + size, "block " + Blocks.SIZE)) {
                manifest.write(line + "\n");
            }
            Blocks.copy(
                    disk,
                    incoming.resolve(DATA),
                    (index, block, length) -> {
                        manifest.write(index + " " + hash(block, length) + "\n");
                        stored[0] += length;
                    },
                    progress);
            manifest.flush();
            file.force(true);
        }
        return new Written(size, stored[0], HexFormat.of().formatHex(digest.digest()));
    }

    /// Writes what a backup holds to a file that isn't there yet, as large as the backup or larger. What
    /// it leaves behind if it fails is not to be used.
    ///
    /// @param digest that its manifest must have
    /// @throws Failure `BACKUP_DAMAGED` if anything is not as it was written
    void restore(Id backup, String digest, Path to, long sizeBytes, Consumer<String> progress) throws IOException {
        var found = sha256();
        try (var data = FileChannel.open(directory(backup).resolve(DATA), StandardOpenOption.READ);
                var manifest = new BufferedReader(new InputStreamReader(
                        new DigestInputStream(
                                Files.newInputStream(directory(backup).resolve(MANIFEST)), found),
                        StandardCharsets.US_ASCII));
                var disk = FileChannel.open(
                        to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (int line = 0; line < HEAD; line++) {
                require(backup, manifest.readLine() != null, "its manifest ends too early");
            }
            var percent = new Blocks.Percent(Math.max(1, data.size()), progress);
            for (var line = manifest.readLine(); line != null; line = manifest.readLine()) {
                percent.reached(restore(backup, line, data, disk));
            }
            Blocks.lengthen(disk, sizeBytes);
            disk.force(true);
        } catch (NoSuchFileException missing) {
            throw damaged(backup, missing.getFile() + " is gone");
        }
        require(
                backup,
                HexFormat.of().formatHex(found.digest()).equals(digest),
                "its manifest is not the one that was written");
    }

    private static long restore(Id backup, String line, FileChannel data, FileChannel disk) throws IOException {
        var fields = line.split(" ", -1);
        require(backup, fields.length == 2 && fields[0].matches("\\d{1,12}"), "its manifest can't be read");
        long index = Long.parseLong(fields[0]);
        long left = data.size() - index * Blocks.SIZE;
        require(backup, left > 0, "its data end before block " + index);
        int length = (int) Math.min(Blocks.SIZE, left);
        var block = new byte[length];
        Blocks.read(data, index, block, length);
        require(backup, hash(block, length).equals(fields[1]), "block " + index + " is not what was written");
        Blocks.write(disk, index, block, length);
        return index * Blocks.SIZE + length;
    }

    void delete(Id backup) throws IOException {
        Trees.delete(directory(backup));
        Trees.force(root);
    }

    private Path directory(Id backup) {
        return root.resolve(backup.toString());
    }

    private static void require(Id backup, boolean holds, String otherwise) {
        if (!holds) {
            throw damaged(backup, otherwise);
        }
    }

    private static Failure damaged(Id backup, @Nullable String how) {
        return Failure.of(ProblemCode.BACKUP_DAMAGED, "Backup " + backup + " is not restored: " + how + ".");
    }

    private static String hash(byte[] block, int length) {
        var digest = sha256();
        digest.update(block, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
