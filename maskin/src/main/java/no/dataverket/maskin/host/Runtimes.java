package no.dataverket.maskin.host;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.maskin.runtime.RuntimeFailure;
import org.jspecify.annotations.Nullable;

/// The ways to the hosts, each opened when it is first needed and kept: a runtime finds its way back by itself.
public final class Runtimes implements AutoCloseable {

    private final RuntimeDrivers drivers;
    private final Telemetry telemetry;
    private final Quarantine quarantine;
    private final Map<Id, Way> ways = new ConcurrentHashMap<>();

    private static final class Way {
        final ReentrantLock lock = new ReentrantLock();

        @Nullable
        HostRuntime open;

        void close() {
            lock.lock();
            try {
                if (open != null) {
                    open.runtime().close();
                    open = null;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    public Runtimes(RuntimeDrivers drivers, Telemetry telemetry, Quarantine quarantine) {
        this.drivers = drivers;
        this.telemetry = telemetry;
        this.quarantine = quarantine;
    }

    /// The way to a host; a host that moved is looked for at its new address.
    ///
    /// @throws Absent if the host does not answer
    /// @throws Failure if there is no such driver, or the driver can't make sense of the address
    public HostRuntime of(HostAddress address) {
        var way = ways.computeIfAbsent(address.id(), id -> new Way());
        way.lock.lock();
        try {
            var open = way.open;
            if (open != null && open.address().equals(address)) {
                return open;
            }
            way.close();
            var opened = open(address);
            way.open = opened;
            return opened;
        } finally {
            way.lock.unlock();
        }
    }

    /// Lets go of a host.
    public void forget(Id id) {
        var way = ways.remove(id);
        if (way != null) {
            way.close();
        }
    }

    @Override
    public void close() {
        new ArrayList<>(ways.keySet()).forEach(this::forget);
    }

    private HostRuntime open(HostAddress address) {
        var driver = drivers.find(address.driver())
                .orElseThrow(() -> Failure.of(
                                ProblemCode.INVALID_REFERENCE, "This server has no driver " + address.driver() + ".")
                        .hint("Drivers here: " + String.join(", ", drivers.names()) + "."));
        try {
            var runtime = telemetry.calling(address.driver() + ".open", () -> driver.open(address));
            return new HostRuntime(
                    address, new TracedRuntime(runtime, address.driver(), telemetry, quarantine.watch(address.id())));
        } catch (RuntimeFailure failure) {
            throw HostRuntime.explain(address, failure);
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED,
                    "The endpoint " + address.endpoint() + " can't be used: " + malformed.getMessage());
        }
    }
}
