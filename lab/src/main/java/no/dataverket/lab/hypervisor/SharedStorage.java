package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.maskin.runtime.VmId;

/// The storage that all hosts of a fleet see: what disks there are, and under which epoch each machine was
/// last given a host. A host that is cut off from the platform sees it still.
final class SharedStorage {

    private final Map<VmId, File> files = new ConcurrentHashMap<>();
    private final Map<VmId, Long> epochs = new ConcurrentHashMap<>();

    /// A machine's files.
    record File(Path base, long sizeBytes, String digest) {}

    void put(VmId vm, Path base, long sizeBytes, String digest) {
        files.put(vm, new File(base, sizeBytes, digest));
    }

    void remove(VmId vm) {
        files.remove(vm);
    }

    Optional<File> find(VmId vm) {
        return Optional.ofNullable(files.get(vm));
    }

    void raise(VmId vm, long epoch) {
        epochs.merge(vm, epoch, Math::max);
    }

    long epoch(VmId vm) {
        return epochs.getOrDefault(vm, 0L);
    }
}
