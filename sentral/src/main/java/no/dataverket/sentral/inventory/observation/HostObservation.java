package no.dataverket.sentral.inventory.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.inventory.Observation;
import no.dataverket.contract.api.inventory.ObservationCreate.ObservedSubject;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.FieldReader;
import no.dataverket.sentral.inventory.element.FieldReader.Outcome;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;

/// Takes what a service knows of a hypervisor's hardware as an observation of the device that it runs on. One
/// that says nothing new is recorded now and then only, so that the age of what is known can be seen.
public final class HostObservation {

    private static final Duration REPEAT = Duration.ofMinutes(10);

    private final Elements elements;
    private final ObservationLog log;
    private final DriftBook drift;

    public HostObservation(Elements elements, ObservationLog log, DriftBook drift) {
        this.elements = elements;
        this.log = log;
        this.drift = drift;
    }

    /// A network interface as its host tells it.
    public record Port(String name, Map<String, String> facts) {}

    /// @param facts of the device, by the names of its fields; those that can't be values are left out
    /// @param ports all of its ports, or null if these are not known
    public void take(
            Transaction transaction,
            String source,
            String hypervisor,
            Map<String, String> facts,
            @Nullable List<Port> ports,
            Instant at) {
        var device = elements.deviceOf(transaction, hypervisor).orElse(null);
        if (device == null) {
            return;
        }
        elements.lock(transaction);
        var subjects = new ArrayList<ObservedSubject>();
        var key = device.element().key();
        subjects.add(new ObservedSubject(device.key(), readable(key, facts)));
        for (var port : ports == null ? List.<Port>of() : ports) {
            if (Key.allows(ElementKind.PORT, port.name())) {
                var own = Key.port(String.valueOf(key.datacenter()), key.name(), port.name());
                subjects.add(new ObservedSubject(own.toString(), readable(own, port.facts())));
            }
        }
        var kinds = ports == null ? List.of("DEVICE") : List.of("DEVICE", "PORT");
        var last = log.newest(transaction, source, device.key()).orElse(null);
        boolean news = last == null
                || !last.subjects().equals(subjects)
                || !last.kinds().equals(kinds)
                || last.observedAt().plus(REPEAT).isBefore(at);
        if (news && (last == null || last.observedAt().isBefore(at))) {
            var id = Id.next(IdKind.OBSERVATION);
            log.insert(
                    transaction, new Observation(id, source, device.key(), at, Instant.now(), true, kinds, subjects));
            drift.compareScope(transaction, device.key());
        }
    }

    private static Map<String, String> readable(Key key, Map<String, String> facts) {
        var read = new TreeMap<String, String>();
        facts.forEach((name, value) -> key.kind().field(name).ifPresent(rule -> {
            if (FieldReader.read(rule, value, key.datacenter()) instanceof Outcome.Good(var good)) {
                read.put(name, good);
            }
        }));
        return read;
    }
}
