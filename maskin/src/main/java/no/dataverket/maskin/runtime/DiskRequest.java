package no.dataverket.maskin.runtime;

import java.nio.file.Path;

/// A wish for a VM's root disk: a thin copy-on-write layer over a base image that never changes.
///
/// @param vm whose disk
/// @param revision under which it's asked for
/// @param base the base image's file on the host; it must outlive the disk, unchanged
/// @param baseFormat how the base is stored
/// @param sizeBytes what the guest sees; at least the base's own size, a multiple of 512
public record DiskRequest(VmId vm, Revision revision, Path base, Format baseFormat, long sizeBytes) {

    private static final int SECTOR_BYTES = 512;

    /// How an image file is stored. It's always said and never guessed: a guest that may write its own header
    /// could otherwise make the host open any file.
    public enum Format {
        QCOW2,
        RAW
    }

    public DiskRequest {
        if (sizeBytes <= 0 || sizeBytes % SECTOR_BYTES != 0) {
            throw new IllegalArgumentException("a disk of " + sizeBytes + " bytes isn't a whole number of sectors");
        }
        if (!base.isAbsolute()) {
            throw new IllegalArgumentException("base image " + base + " isn't an absolute path");
        }
    }
}
