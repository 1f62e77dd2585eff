package no.dataverket.maskin.runtime.libvirt;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;

/// One lock for each VM that's being worked on. It's held for single steps, never while a guest is waited for.
///
/// A lock belongs to no thread: when a caller has given up on a call that hangs, the lock is still held, and is
/// let go by the thread that made the call, once it really is over.
final class VmLocks {

    private final ConcurrentMap<VmId, Counted> locks = new ConcurrentHashMap<>();

    /// A lock, and how many hold or want it.
    private record Counted(Semaphore lock, int users) {}

    /// Waits for the VM's lock.
    ///
    /// @return what lets it go; to be run once
    /// @throws RuntimeFailure `TIMEOUT`
    Runnable acquire(VmId vm, Duration within) {
        var lock = locks.compute(
                        vm,
                        (_, known) -> known == null
                                ? new Counted(new Semaphore(1, true), 1)
                                : new Counted(known.lock(), known.users() + 1))
                .lock();
        try {
            if (!lock.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS)) {
                forget(vm);
                throw new RuntimeFailure(
                        Kind.TIMEOUT, "an earlier operation on VM " + vm + " wasn't over within " + within);
            }
        } catch (InterruptedException e) {
            forget(vm);
            Thread.currentThread().interrupt();
            throw new RuntimeFailure(Kind.TIMEOUT, "the wait for VM " + vm + " was interrupted", e);
        }
        return () -> {
            lock.release();
            forget(vm);
        };
    }

    private void forget(VmId vm) {
        locks.computeIfPresent(
                vm, (_, known) -> known.users() == 1 ? null : new Counted(known.lock(), known.users() - 1));
    }
}
