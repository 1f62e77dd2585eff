package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import no.dataverket.lab.hypervisor.RunInterval.Moment;
import no.dataverket.maskin.runtime.Hints;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.VmId;

/// The machinery of one simulated host: its state under one lock, its journal, its hints.
final class SimulatedHost implements AutoCloseable {

    private final String hostname;
    private final HostSize size;
    private final Fleet fleet;
    private final ReentrantLock lock = new ReentrantLock();
    private final HostState state;
    private final Journal journal;
    private final Hints hints = new Hints();

    /// What hosts of one fleet share.
    ///
    /// @param ticks orders events of all hosts
    /// @param time in which calls wait, and for people who read histories
    /// @param storage of their machines' disks
    record Fleet(AtomicLong ticks, HostTime time, SharedStorage storage) {

        Fleet(HostTime time) {
            this(new AtomicLong(), time, new SharedStorage());
        }

        Fleet() {
            this(new HostTime.OfTheWall());
        }
    }

    SimulatedHost(String hostname, HostSize size, Fleet fleet) {
        this.hostname = hostname;
        this.size = size;
        this.fleet = fleet;
        state = new HostState(hostname, fleet.storage());
        journal = Journal.none();
    }

    SimulatedHost(String hostname, HostSize size, Fleet fleet, Path journalFile) {
        this.hostname = hostname;
        this.size = size;
        this.fleet = fleet;
        state = new HostState(hostname, fleet.storage());
        journal = Journal.open(journalFile, state::apply);
        fleet.ticks().accumulateAndGet(state.lastTick(), Math::max);
    }

    String hostname() {
        return hostname;
    }

    SharedStorage storage() {
        return fleet.storage();
    }

    HostTime time() {
        return fleet.time();
    }

    HostSize size() {
        return size;
    }

    Hints hints() {
        return hints;
    }

    Moment now() {
        return new Moment(fleet.ticks().incrementAndGet(), fleet.time().instant());
    }

    List<RunInterval> runs() {
        return locked(HostState::runs);
    }

    <T> T locked(Function<HostState, T> work) {
        lock.lock();
        try {
            return work.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /// Makes it happen. The journal comes first: what isn't written hasn't happened.
    void happen(VmId vm, Event event) {
        lock.lock();
        try {
            journal.write(event);
            state.apply(event);
        } finally {
            lock.unlock();
        }
        hints.send(new RuntimeHint.Changed(vm));
    }

    /// A domain of someone else comes or goes.
    void happenElsewhere(Event event) {
        lock.lock();
        try {
            journal.write(event);
            state.apply(event);
        } finally {
            lock.unlock();
        }
    }

    Path directory(VmId vm) {
        return Path.of("/sim", "vms", vm.toString());
    }

    @Override
    public void close() {
        hints.close();
        journal.close();
    }
}
