package no.dataverket.nett.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// One round over all hosts: puts right what differs from what is wanted, frees what is gone, says what
/// changed.
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Database database;
    private final Ipam ipam;
    private final Realiser realiser;
    private final Observations observations;
    private final Map<String, List<String>> told = new HashMap<>();

    public Reconciliation(Platform platform, Database database, Bus bus, Outbox outbox, Ipam ipam, Realiser realiser) {
        this.database = database;
        this.ipam = ipam;
        this.realiser = realiser;
        this.observations =
                new Observations(database, outbox, bus.source(), ipam, platform.telemetry(), platform.clock());
    }

    /// Runs a round.
    public void run() {
        var outcomes = Collections.synchronizedList(new ArrayList<HostPass.Outcome>());
        var away = Collections.synchronizedMap(new HashMap<Id, String>());
        var failures = Collections.synchronizedList(new ArrayList<RuntimeException>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            realiser.places()
                    .forEach((target, hypervisors) -> threads.execute(() -> {
                        try {
                            visit(target, hypervisors, outcomes, away);
                        } catch (RuntimeException failure) {
                            failures.add(failure);
                        }
                    }));
        }
        ipam.reap(database);
        outcomes.forEach(outcome -> {
            tell("strangers " + outcome.hypervisors(), outcome.strangers());
            tell("warnings " + outcome.hypervisors(), outcome.warnings());
        });
        observations.tell(outcomes, away);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void visit(
            Optional<HostSwitch> target, Set<Id> hypervisors, List<HostPass.Outcome> outcomes, Map<Id, String> away) {
        if (target.isEmpty()) {
            unreachable(hypervisors, "no way to the switch of " + hypervisors + " is known", away);
            return;
        }
        try {
            outcomes.add(realiser.converge(target.get()));
        } catch (SwitchAway gone) {
            unreachable(hypervisors, "switch on " + gone.host() + " can't be asked: " + gone.getMessage(), away);
        }
    }

    private void unreachable(Set<Id> hypervisors, String why, Map<Id, String> away) {
        database.call(transaction -> NetworkRow.neededAt(transaction, hypervisors))
                .forEach(network -> away.put(network.id(), why));
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
