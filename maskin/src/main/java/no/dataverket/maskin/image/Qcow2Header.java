package no.dataverket.maskin.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.runtime.DiskRequest;

/// Looks into the header of a qcow2 file. An image that leans on another file could make a host open any file
/// of its own and show it to a guest, so it is refused.
///
/// Source: QEMU, docs/interop/qcow2.rst, "Header".
final class Qcow2Header {

    private static final int MAGIC = 0x514649fb;
    private static final int VERSION_WITH_FEATURES = 3;
    private static final long EXTERNAL_DATA_FILE = 1 << 2;
    private static final int SHORTEST = 104;

    private Qcow2Header() {}

    static void refuseDependent(Path disk, ImageManifest manifest) throws IOException {
        if (Files.size(disk) < SHORTEST) {
            return;
        }
        try (var header = new DataInputStream(Files.newInputStream(disk))) {
            if (header.readInt() != MAGIC) {
                return;
            }
            if (manifest.format() != DiskRequest.Format.QCOW2) {
                throw refused("is qcow2, though image.json says raw");
            }
            int version = header.readInt();
            long backingFileOffset = header.readLong();
            header.skipNBytes(8);
            long virtualSize = header.readLong();
            header.skipNBytes(40);
            long features = version < VERSION_WITH_FEATURES ? 0 : header.readLong();
            if (backingFileOffset != 0) {
                throw refused("has a backing file");
            }
            if ((features & EXTERNAL_DATA_FILE) != 0) {
                throw refused("keeps its data in another file");
            }
            if (virtualSize != manifest.virtualSizeBytes()) {
                throw refused("shows " + virtualSize + " bytes to a guest, not " + manifest.virtualSizeBytes());
            }
        }
    }

    private static Failure refused(String how) {
        return Failure.of(ProblemCode.IMAGE_CORRUPT, "The disk " + how + ".")
                .hint("Convert it into one file of its own: qemu-img convert -O qcow2.");
    }
}
