package no.dataverket.maskin.runtime.libvirt;

import java.nio.file.Path;
import java.time.Duration;

/// What the libvirt driver must be told.
///
/// @param uri of the host's libvirt: `qemu:///system`, or `qemu+unix:///system?socket=…`
/// @param root directory for the files of VMs, on the host and in this process's file system alike. It and
///     those above it must let QEMU's user pass; files are handed over to that user by libvirt itself
///     (`dynamic_ownership`)
/// @param virtualization how guests are run
/// @param callLimit how long one call to libvirt may take
/// @param threads how many calls may be made at once
public record LibvirtSettings(
        String uri, Path root, VirtualizationChoice virtualization, Duration callLimit, int threads) {

    private static final Duration USUAL_CALL_LIMIT = Duration.ofSeconds(30);
    private static final int USUAL_THREADS = 4;

    public LibvirtSettings {
        if (!root.isAbsolute()) {
            throw new IllegalArgumentException("the directory for VMs, " + root + ", isn't absolute");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("libvirt can't be called on " + threads + " threads");
        }
    }

    /// The usual limits: 30 s for each call, 4 calls at once.
    public static LibvirtSettings of(String uri, Path root, VirtualizationChoice virtualization) {
        return new LibvirtSettings(uri, root, virtualization, USUAL_CALL_LIMIT, USUAL_THREADS);
    }
}
