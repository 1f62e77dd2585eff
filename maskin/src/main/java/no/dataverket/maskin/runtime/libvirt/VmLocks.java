package no.dataverket.maskin.runtime.libvirt;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// One lock for each VM that's being worked on. Held for single steps, never while a guest is waited for.
final class VmLocks {

    private final ConcurrentMap<VmId, Counted> locks = new ConcurrentHashMap<>();

    /// A lock, and how many hold or want it.
    private record Counted(ReentrantLock lock, int users) {}

    <T extends @Nullable Object> T holding(VmId vm, Supplier<T> work) {
        var lock = locks.compute(
                        vm,
                        (_, known) -> known == null
                                ? new Counted(new ReentrantLock(), 1)
                                : new Counted(known.lock(), known.users() + 1))
                .lock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
            locks.computeIfPresent(
                    vm, (_, known) -> known.users() == 1 ? null : new Counted(known.lock(), known.users() - 1));
        }
    }
}
