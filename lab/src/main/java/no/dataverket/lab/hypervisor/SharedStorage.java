package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;

/// The storage that all hosts of a fleet see: what disks there are, and under which epoch each machine was
/// last given a host. A host that is cut off from the platform sees it still.
final class SharedStorage {

    private final Map<VmId, File> files = new ConcurrentHashMap<>();
    private final Map<VmId, Long> epochs = new ConcurrentHashMap<>();
    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /// A machine's files.
    record File(Path base, long sizeBytes, String digest) {}

    void put(VmId vm, Path base, long sizeBytes, String digest) {
        files.put(vm, new File(shared(base), sizeBytes, digest));
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

    /// The same value, kept once for all machines that have it.
    Path shared(Path path) {
        return one(path);
    }

    /// The same definition, of which what many machines have alike is kept once.
    VmDefinition shared(VmDefinition definition) {
        return new VmDefinition(
                definition.id(),
                definition.name(),
                one(definition.owner()),
                definition.revision(),
                one(definition.hardware()),
                definition.drives(),
                one(definition.boot()),
                definition.nics());
    }

    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        return (T) values.computeIfAbsent(value, same -> same);
    }
}
