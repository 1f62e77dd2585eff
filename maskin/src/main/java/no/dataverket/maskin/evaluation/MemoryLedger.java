package no.dataverket.maskin.evaluation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.maskin.runtime.VmId;

/// A ledger that is gone with the process: for hosts whose machines are, too.
public final class MemoryLedger implements Ledger {

    private final Set<VmId> machines = ConcurrentHashMap.newKeySet();

    @Override
    public void begin(VmId vm) {
        machines.add(vm);
    }

    @Override
    public void end(VmId vm) {
        machines.remove(vm);
    }

    /// The machines of which something may be left.
    public Set<VmId> machines() {
        return Set.copyOf(machines);
    }
}
