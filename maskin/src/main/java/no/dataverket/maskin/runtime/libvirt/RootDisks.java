package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.dataverket.maskin.runtime.Disk;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// Root disks: qcow2 layers over base images.
final class RootDisks {

    private static final String PACKAGE = "qemu-utils";

    private final VmFiles files;
    private final Duration limit;

    RootDisks(VmFiles files, Duration limit) {
        this.files = files;
        this.limit = limit;
    }

    /// Grows the disk of a VM that may be running.
    @FunctionalInterface
    interface LiveGrowth {

        /// @return false when the VM doesn't run, and its file can be changed
        boolean grow(long sizeBytes);
    }

    /// Makes or grows a disk, as [no.dataverket.maskin.runtime.VmRuntime#ensureDisk] says.
    Disk ensure(DiskRequest request, LiveGrowth live) {
        var path = files.disk(request.vm());
        if (!Files.exists(path)) {
            create(request, path);
            return new Disk(path, request.sizeBytes(), true);
        }
        var present = header(path);
        if (!present.backingFile().equals(request.base().toString())) {
            throw new RuntimeFailure(
                    Kind.CONFLICT, path + " lies over " + present.backingFile() + ", not over " + request.base());
        }
        if (request.sizeBytes() < present.sizeBytes()) {
            throw new RuntimeFailure(
                    Kind.INVALID,
                    path + " has " + present.sizeBytes() + " bytes and can't shrink to " + request.sizeBytes());
        }
        if (request.sizeBytes() > present.sizeBytes() && !live.grow(request.sizeBytes())) {
            run("resize", "-q", "-f", "qcow2", path.toString(), Long.toString(request.sizeBytes()));
        }
        return new Disk(path, request.sizeBytes(), false);
    }

    private void create(DiskRequest request, Path path) {
        if (!Files.isReadable(request.base())) {
            throw new RuntimeFailure(Kind.CONFLICT, "the base image " + request.base() + " isn't on the host");
        }
        var least = baseSize(request);
        if (request.sizeBytes() < least) {
            throw new RuntimeFailure(
                    Kind.INVALID, "a disk of " + request.sizeBytes() + " bytes is less than its base image's " + least);
        }
        var directory = files.prepare(request.vm());
        var made = directory.resolve("disk.qcow2.new");
        run(
                "create",
                "-q",
                "-f",
                "qcow2",
                "-b",
                request.base().toString(),
                "-F",
                request.baseFormat().name().toLowerCase(Locale.ROOT),
                made.toString(),
                Long.toString(request.sizeBytes()));
        files.publish(made, path);
    }

    private long baseSize(DiskRequest request) {
        return switch (request.baseFormat()) {
            case QCOW2 -> header(request.base()).sizeBytes();
            case RAW -> files.attempt("read " + request.base(), () -> Files.size(request.base()));
        };
    }

    private Qcow2Header header(Path path) {
        try {
            return Qcow2Header.read(path);
        } catch (IOException e) {
            throw new RuntimeFailure(Kind.CONFLICT, path + " can't be read as a qcow2 image", e);
        }
    }

    private void run(String... arguments) {
        var command = new ArrayList<>(List.of("qemu-img"));
        command.addAll(List.of(arguments));
        try {
            HostCommand.run(PACKAGE, limit, command);
        } catch (RuntimeFailure e) {
            if (files.isFull()) {
                throw new RuntimeFailure(Kind.NO_SPACE, "there's no room for a disk: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
