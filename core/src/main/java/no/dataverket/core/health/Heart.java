package no.dataverket.core.health;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Heartbeat;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.work.Reconciler;

/// Says every second that a service is up, while it is, and at once when it stops.
public final class Heart implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Bus bus;
    private final Heartbeat beat;
    private final Reconciler loop;

    /// @param well whether the service can do its work now; a service without its database is not up
    public Heart(Bus bus, String service, String datacenter, String version, BooleanSupplier well) {
        this.bus = bus;
        this.beat = new Heartbeat(
                service, datacenter, Long.toString(ProcessHandle.current().pid()), false, version);
        this.loop = new Reconciler("heart-" + service, BEAT, () -> {
            if (well.getAsBoolean()) {
                bus.send(Subjects.heartbeat(service), beat);
            }
        });
    }

    @Override
    public void close() {
        loop.close();
        bus.send(
                Subjects.heartbeat(beat.service()),
                new Heartbeat(beat.service(), beat.datacenter(), beat.process(), true, beat.version()));
    }
}
