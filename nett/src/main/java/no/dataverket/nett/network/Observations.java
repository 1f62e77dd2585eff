package no.dataverket.nett.network;

import io.opentelemetry.api.trace.SpanKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.contract.command.NettMessages.NetworkObserved;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.nett.ipam.Ipam;

/// Says what each network is like, when that changed.
final class Observations {

    private static final String SUBJECT = Subjects.event(NettMessages.SERVICE, "network", "observed");

    private final Database database;
    private final Outbox outbox;
    private final String source;
    private final Ipam ipam;
    private final Telemetry telemetry;
    private final InstantSource clock;

    /// @param source who says it, as envelopes have it
    Observations(Database database, Outbox outbox, String source, Ipam ipam, Telemetry telemetry, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.source = source;
        this.ipam = ipam;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /// Says what a round over the hosts found.
    ///
    /// @param away what is said of networks of hosts that could not be asked
    void tell(Collection<HostPass.Outcome> outcomes, Map<Id, String> away) {
        for (var network : database.call(NetworkRow::all)) {
            var seen = observed(network, outcomes, away);
            boolean said = database.call(transaction -> saidBefore(transaction, network.id(), seen));
            if (!said) {
                telemetry.within("observe network", SpanKind.INTERNAL, Optional.empty(), null, () -> {
                    database.run(transaction -> say(transaction, seen));
                    return true;
                });
            }
        }
    }

    private NetworkObserved observed(NetworkRow network, Collection<HostPass.Outcome> outcomes, Map<Id, String> away) {
        var id = network.id();
        var hypervisors = outcomes.stream()
                .filter(outcome -> outcome.realised().contains(id))
                .flatMap(outcome -> outcome.hypervisors().stream())
                .distinct()
                .sorted(Comparator.comparing(Id::toString))
                .toList();
        var drift = new ArrayList<String>();
        var actions = new ArrayList<String>();
        for (var outcome : outcomes) {
            Optional.ofNullable(outcome.drift().get(id)).ifPresent(drift::add);
            Optional.ofNullable(outcome.refusals().get(id))
                    .map(why -> "refused: " + why)
                    .ifPresent(drift::add);
            Optional.ofNullable(outcome.actions().get(id)).ifPresent(actions::add);
        }
        Optional.ofNullable(away.get(id)).ifPresent(drift::add);
        var usage = database.call(transaction -> ipam.usage(transaction, network.leaf()));
        return new NetworkObserved(
                id,
                network.datacenter(),
                hypervisors,
                String.join("; ", drift),
                String.join("; ", actions),
                usage.total(),
                usage.used(),
                clock.instant());
    }

    private static boolean saidBefore(Transaction transaction, Id network, NetworkObserved seen) {
        return transaction
                .first(
                        "SELECT observed::text AS observed FROM network WHERE id = ?",
                        row -> Optional.ofNullable(row.jsonOrNull("observed", NetworkObserved.class)),
                        network)
                .map(before -> before.map(said -> timeless(said).equals(timeless(seen)))
                        .orElse(false))
                .orElse(true);
    }

    private void say(Transaction transaction, NetworkObserved seen) {
        int there = transaction.update("UPDATE network SET observed = ?::jsonb WHERE id = ?", seen, seen.network());
        if (there == 1) {
            var origin = Origin.ofService(NettMessages.SERVICE, telemetry.correlation())
                    .withTraceparent(telemetry.traceparent());
            outbox.add(transaction, Envelopes.seal(source, SUBJECT, seen.network(), origin, seen));
        }
    }

    private static List<Object> timeless(NetworkObserved observed) {
        return List.of(
                observed.network(),
                Objects.requireNonNullElse(observed.hypervisors(), List.of()),
                observed.drift(),
                observed.action(),
                observed.addressesTotal(),
                observed.addressesUsed());
    }
}
