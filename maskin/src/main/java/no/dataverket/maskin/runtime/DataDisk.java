package no.dataverket.maskin.runtime;

import java.nio.file.Path;

/// A disk of a VM beside its root disk, with a life of its own: the runtime neither makes nor deletes it.
///
/// The path carries the lease under which the VM may write to it. Whoever held an earlier lease knows a path that
/// isn't there any more, so that a definition of theirs doesn't start.
///
/// @param index the guest's order, from 0, which decides the address that it finds the disk at
/// @param path raw image on the host
/// @param serial what the guest knows it by, 20 characters at most
public record DataDisk(int index, Path path, String serial) {

    /// So many a VM may have.
    public static final int MOST = 8;

    private static final int LONGEST_SERIAL = 20;

    public DataDisk {
        if (index < 0 || index >= MOST) {
            throw new IllegalArgumentException("a VM has data disks 0 to " + (MOST - 1) + ", not " + index);
        }
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("the path of a data disk, " + path + ", isn't absolute");
        }
        if (serial.length() > LONGEST_SERIAL || !serial.matches("[0-9A-Za-z_-]+")) {
            throw new IllegalArgumentException("'" + serial + "' is no serial number of a disk");
        }
    }

    /// What a Linux guest calls it: the root disk is `vda` and the seed `vdb`.
    public String device() {
        return "vd" + (char) ('c' + index);
    }
}
