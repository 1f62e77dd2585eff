package no.dataverket.nett.network;

import io.opentelemetry.api.trace.SpanKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import no.dataverket.nett.ipam.Usage;

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

    /// What is known of a network, and what was last said of it.
    private record Known(NetworkRow network, Usage usage, Optional<NetworkObserved> said) {}

    /// Says what a round over the hosts found.
    ///
    /// @param away what is said of networks of hosts that could not be asked
    /// @param full whether the round visited every host; only then is it said where a network has come to
    ///     be and how many of its addresses are used, which changes with every machine
    void tell(Collection<HostPass.Outcome> outcomes, Map<Id, String> away, boolean full) {
        for (var known : database.call(this::known)) {
            var seen = observed(known, outcomes, away);
            boolean news = known.said()
                    .map(said -> !isSame(said, seen) && (full || !isSameTrouble(said, seen)))
                    .orElse(true);
            if (news) {
                telemetry.within("observe network", SpanKind.INTERNAL, Optional.empty(), null, () -> {
                    database.run(transaction -> say(transaction, seen));
                    return true;
                });
            }
        }
    }

    private List<Known> known(Transaction transaction) {
        var networks = NetworkRow.all(transaction);
        var usages = ipam.usages(transaction);
        var said = new HashMap<UUID, NetworkObserved>();
        transaction.query(
                "SELECT id, observed::text AS observed FROM network WHERE observed IS NOT NULL",
                row -> said.put(row.uuid("id"), row.json("observed", NetworkObserved.class)));
        return networks.stream()
                .filter(network -> usages.containsKey(network.leaf().id()))
                .map(network -> new Known(
                        network,
                        Objects.requireNonNull(usages.get(network.leaf().id())),
                        Optional.ofNullable(said.get(network.id().uuid()))))
                .toList();
    }

    private NetworkObserved observed(Known known, Collection<HostPass.Outcome> outcomes, Map<Id, String> away) {
        var id = known.network().id();
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
        return new NetworkObserved(
                id,
                known.network().datacenter(),
                hypervisors,
                String.join("; ", drift),
                String.join("; ", actions),
                known.usage().total(),
                known.usage().used(),
                clock.instant());
    }

    private void say(Transaction transaction, NetworkObserved seen) {
        int there = transaction.update("UPDATE network SET observed = ?::jsonb WHERE id = ?", seen, seen.network());
        if (there == 1) {
            var origin = Origin.ofService(NettMessages.SERVICE, telemetry.correlation())
                    .withTraceparent(telemetry.traceparent());
            outbox.add(transaction, Envelopes.seal(source, SUBJECT, seen.network(), origin, seen));
        }
    }

    private static boolean isSame(NetworkObserved said, NetworkObserved seen) {
        return isSameTrouble(said, seen)
                && Objects.equals(said.hypervisors(), seen.hypervisors())
                && said.addressesTotal() == seen.addressesTotal()
                && said.addressesUsed() == seen.addressesUsed();
    }

    private static boolean isSameTrouble(NetworkObserved said, NetworkObserved seen) {
        return said.drift().equals(seen.drift()) && said.action().equals(seen.action());
    }
}
