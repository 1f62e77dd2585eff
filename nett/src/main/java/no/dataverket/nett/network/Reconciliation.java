package no.dataverket.nett.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import no.dataverket.contract.Id;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.service.Platform;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.SwitchAway;
import no.dataverket.nett.ipam.Ipam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rounds over the hosts: each puts right what differs from what is wanted, frees what is gone, says what
/// changed. A round visits every host when it is time for that, and before that only those on which something
/// was changed.
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /// Switches whose intents are read together.
    private static final int TOGETHER = 256;

    private final Database database;
    private final Ipam ipam;
    private final Realiser realiser;
    private final Observations observations;
    private final Duration every;
    private final Set<Id> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> told = new HashMap<>();

    /// How the last visit of each host went: its outcome, or the networks that could not be looked at and why.
    private final Map<Set<Id>, Visit> visits = new ConcurrentHashMap<>();

    private long lastFullRound;
    private boolean anyFullRound;

    private record Visit(Optional<HostPass.Outcome> outcome, Map<Id, String> away) {}

    /// @param every how often every host is visited
    public Reconciliation(
            Platform platform,
            Database database,
            Bus bus,
            Outbox outbox,
            Ipam ipam,
            Realiser realiser,
            Duration every) {
        this.every = every;
        this.database = database;
        this.ipam = ipam;
        this.realiser = realiser;
        this.observations =
                new Observations(database, outbox, bus.source(), ipam, platform.telemetry(), platform.clock());
    }

    /// Has hypervisors visited by the next round.
    public void changed(Collection<Id> hypervisors) {
        changed.addAll(hypervisors);
    }

    /// Runs a round.
    public void run() {
        var concerned = Set.copyOf(changed);
        changed.removeAll(concerned);
        long now = System.nanoTime();
        boolean full = !anyFullRound || now - lastFullRound >= every.toNanos();
        var places = realiser.places();
        visits.keySet().retainAll(Set.copyOf(places.values()));
        var failures = Collections.synchronizedList(new ArrayList<RuntimeException>());
        var due = places.entrySet().stream()
                .filter(place -> full
                        || !visits.containsKey(place.getValue())
                        || !Collections.disjoint(place.getValue(), concerned))
                .toList();
        for (int i = 0; i < due.size(); i += TOGETHER) {
            visit(due.subList(i, Math.min(i + TOGETHER, due.size())), failures);
        }
        ipam.reap(database);
        var outcomes = visits.values().stream()
                .flatMap(visit -> visit.outcome().stream())
                .toList();
        outcomes.forEach(outcome -> {
            tell("strangers " + outcome.hypervisors(), outcome.strangers());
            tell("warnings " + outcome.hypervisors(), outcome.warnings());
        });
        var away = new HashMap<Id, String>();
        visits.values().forEach(visit -> away.putAll(visit.away()));
        observations.tell(outcomes, away, full);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        if (full) {
            lastFullRound = now;
            anyFullRound = true;
        }
    }

    private void visit(List<Map.Entry<Optional<HostSwitch>, Set<Id>>> places, List<RuntimeException> failures) {
        var switches = places.stream().map(Map.Entry::getValue).toList();
        List<HostIntent> intents;
        try {
            intents = realiser.intents(switches);
        } catch (RuntimeException failure) {
            switches.forEach(changed::addAll);
            failures.add(failure);
            return;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < places.size(); i++) {
                var target = places.get(i).getKey();
                var intent = intents.get(i);
                threads.execute(() -> {
                    try {
                        visits.put(intent.hypervisors(), visit(target, intent));
                    } catch (RuntimeException failure) {
                        changed.addAll(intent.hypervisors());
                        failures.add(failure);
                    }
                });
            }
        }
    }

    private Visit visit(Optional<HostSwitch> target, HostIntent intent) {
        if (target.isEmpty()) {
            return unreachable(intent.hypervisors(), "no way to the switch of " + intent.hypervisors() + " is known");
        }
        try {
            return new Visit(Optional.of(realiser.check(target.get(), intent)), Map.of());
        } catch (SwitchAway gone) {
            return unreachable(
                    intent.hypervisors(), "switch on " + gone.host() + " can't be asked: " + gone.getMessage());
        }
    }

    private Visit unreachable(Set<Id> hypervisors, String why) {
        var away = new HashMap<Id, String>();
        database.call(transaction -> NetworkRow.neededAt(transaction, hypervisors))
                .forEach(network -> away.put(network.id(), why));
        return new Visit(Optional.empty(), away);
    }

    /// Logs what an operator should know, once until it changes.
    private void tell(String what, List<String> findings) {
        if (!findings.equals(told.getOrDefault(what, List.of()))) {
            LOG.atWarn()
                    .addKeyValue("what", what)
                    .addKeyValue("findings", findings)
                    .log("host differs");
        }
        told.put(what, findings);
    }
}
