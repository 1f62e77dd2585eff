package no.dataverket.nett.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.host.Capability;
import no.dataverket.nett.host.HostObservation;
import no.dataverket.nett.host.HostObservation.ObservedNetwork;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.host.SwitchRefused;
import no.dataverket.nett.ipam.Ipam;
import no.dataverket.nett.ipam.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One comparison of a switch with what is wanted of it: puts right what differs, looks again, and takes note
/// of what is gone.
final class HostPass {

    private static final Logger LOG = LoggerFactory.getLogger(HostPass.class);

    private final Database database;
    private final Ipam ipam;
    private final NetworkSettings settings;
    private final HostSwitch target;
    private final Set<Id> hypervisors;
    private final Map<Id, String> drift = new HashMap<>();
    private final Map<Id, String> actions = new HashMap<>();
    private final Map<Id, String> refusals = new HashMap<>();
    private boolean changed;

    /// How a pass went.
    ///
    /// @param realised networks that are there as they are wanted
    /// @param drift what differed before, by network
    /// @param actions what was done, by network
    /// @param refusals what could not be done, by network
    /// @param strangers what is on the switch and not ours to touch, for people
    record Outcome(
            Set<Id> hypervisors,
            Set<Id> realised,
            Map<Id, String> drift,
            Map<Id, String> actions,
            Map<Id, String> refusals,
            List<String> strangers,
            List<String> warnings) {}

    /// @param hypervisors all that have this switch
    HostPass(Database database, Ipam ipam, NetworkSettings settings, HostSwitch target, Set<Id> hypervisors) {
        this.database = database;
        this.ipam = ipam;
        this.settings = settings;
        this.target = target;
        this.hypervisors = hypervisors;
    }

    Outcome run() {
        var intent = database.call(transaction -> HostIntent.of(transaction, ipam, hypervisors));
        var before = target.observe();
        // The rules come first: at no moment does a network have a gateway that its rules do not bind yet.
        setPolicy(intent, before);
        var known = database.call(transaction -> known(transaction, before));
        before.networks().forEach(found -> removeUnwanted(intent, known, found));
        intent.networks().values().stream().sorted().forEach(wanted -> ensure(wanted, before));
        intent.ports().values().forEach(port -> retag(intent, port, before));
        var after = changed ? target.observe() : before;
        takeNoteOfAbsences(intent, after);
        return new Outcome(
                hypervisors,
                realised(intent, after),
                drift,
                actions,
                refusals,
                strangers(known, after),
                after.warnings());
    }

    /// How a look at a switch went on which nothing is to be done; empty where a pass has to see to something.
    /// The intent may be of a while ago: a switch that is as it was wanted then is left as it is, and one that is
    /// not is for a pass, which reads again.
    static Optional<Outcome> glance(NetworkSettings settings, HostSwitch target, HostIntent intent) {
        var seen = target.observe();
        var wanted = intent.networks();
        var policy = new HostPolicy(List.copyOf(wanted.values()), settings.egressDenied());
        boolean asWanted = policy.digest().equals(seen.policy())
                && seen.networks().size() == wanted.size()
                && seen.networks().stream().allMatch(found -> isAsWanted(found, wanted.get(found.id())))
                && intent.ports().values().stream().noneMatch(port -> isMisplaced(intent, port, seen, target))
                && intent.promises().stream().noneMatch(promise -> isGone(intent, promise, seen));
        return asWanted
                ? Optional.of(new Outcome(
                        intent.hypervisors(),
                        Set.copyOf(wanted.keySet()),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.copyOf(seen.foreign()),
                        seen.warnings()))
                : Optional.empty();
    }

    private static boolean isAsWanted(ObservedNetwork found, @Nullable NetworkIntent wanted) {
        return wanted != null && found.difference(wanted).isEmpty();
    }

    /// Of the networks found, those that were ours at any time. Others bear our mark and are somebody else's: of a
    /// database that was restored from an old copy, for example.
    private static Set<Id> known(Transaction transaction, HostObservation found) {
        return Set.copyOf(transaction.query(
                "SELECT resource FROM guard WHERE resource = ANY (?::uuid[])",
                row -> new Id(IdKind.NETWORK, row.uuid("resource")),
                found.networks().stream().map(ObservedNetwork::id).toList()));
    }

    private void setPolicy(HostIntent intent, HostObservation before) {
        var policy = new HostPolicy(List.copyOf(intent.networks().values()), settings.egressDenied());
        if (policy.digest().equals(before.policy())) {
            return;
        }
        changed = true;
        try {
            target.setPolicy(policy);
            if (before.policy() == null) {
                intent.networks().keySet().forEach(network -> {
                    note(drift, network, "rules missing or changed");
                    note(actions, network, "rules set");
                });
            }
            log("policy set", "networks", policy.networks().size());
        } catch (SwitchRefused refused) {
            intent.networks().keySet().forEach(network -> refusals.put(network, "rules: " + refused.getMessage()));
        }
    }

    private void removeUnwanted(HostIntent intent, Set<Id> known, ObservedNetwork found) {
        var wanted = intent.networks().get(found.id());
        boolean misplaced = wanted != null && wanted.vlan() != found.vlan();
        if (!misplaced && (wanted != null || !known.contains(found.id()))) {
            return;
        }
        changed = true;
        try {
            target.removeNetwork(found.id());
            log("network removed", "network", found.id());
        } catch (SwitchRefused refused) {
            refusals.put(found.id(), "removal: " + refused.getMessage());
        }
    }

    private void ensure(NetworkIntent wanted, HostObservation before) {
        var difference = before.network(wanted.id())
                .map(found -> found.difference(wanted))
                .orElse("missing");
        if (difference.isEmpty() || refusals.containsKey(wanted.id())) {
            return;
        }
        changed = true;
        note(drift, wanted.id(), difference);
        try {
            target.ensureNetwork(wanted);
            note(actions, wanted.id(), difference.equals("missing") ? "made" : "repaired");
            log("network ensured", "network", wanted.id());
        } catch (SwitchRefused refused) {
            refusals.put(wanted.id(), String.valueOf(refused.getMessage()));
        }
    }

    private void retag(HostIntent intent, PortRow port, HostObservation before) {
        if (!isMisplaced(intent, port, before, target)) {
            return;
        }
        changed = true;
        note(drift, port.network(), "port " + port.device() + " on another VLAN");
        try {
            target.tagPort(port.device(), port.vlan());
            note(actions, port.network(), "moved " + port.device());
            log("port moved", "device", port.device());
        } catch (SwitchRefused refused) {
            refusals.put(port.network(), "port " + port.device() + ": " + refused.getMessage());
        }
    }

    private Set<Id> realised(HostIntent intent, HostObservation after) {
        var policy = new HostPolicy(List.copyOf(intent.networks().values()), settings.egressDenied());
        var realised = new HashSet<Id>();
        if (!policy.digest().equals(after.policy())) {
            return realised;
        }
        for (var wanted : intent.networks().values()) {
            after.network(wanted.id())
                    .filter(found -> found.difference(wanted).isEmpty())
                    .ifPresent(found -> realised.add(found.id()));
        }
        return realised;
    }

    /// Whether an interface of ours is on a VLAN that is not its own, and can be moved.
    private static boolean isMisplaced(HostIntent intent, PortRow port, HostObservation before, HostSwitch target) {
        return intent.wants(port)
                && before.port(port.device())
                        .filter(seen -> !Integer.valueOf(port.vlan()).equals(seen.vlan()))
                        .isPresent()
                && target.capabilities().contains(Capability.RETAG);
    }

    private void takeNoteOfAbsences(HostIntent intent, HostObservation after) {
        intent.promises().stream()
                .filter(promise -> isGone(intent, promise, after))
                .forEach(promise -> database.run(transaction -> {
                    ipam.realisations().absent(transaction, promise);
                    PortRow.forget(transaction, new Id(IdKind.PORT, promise.owner()));
                }));
    }

    private static boolean isGone(HostIntent intent, Promise promise, HostObservation after) {
        var port = intent.ports().get(new Id(IdKind.PORT, promise.owner()));
        return port == null ? networkIsGone(intent, promise, after) : portIsGone(promise, port, after);
    }

    /// A VLAN that any port still carries is not free, whoever's port that is.
    private static boolean networkIsGone(HostIntent intent, Promise promise, HostObservation after) {
        var id = new Id(IdKind.NETWORK, promise.owner());
        var vlan = promise.vlan();
        return !intent.networks().containsKey(id)
                && after.network(id).isEmpty()
                && after.ports().stream().noneMatch(port -> vlan != null && vlan.equals(port.vlan()));
    }

    private static boolean portIsGone(Promise promise, PortRow port, HostObservation after) {
        boolean wantedHere = port.attached() && port.hypervisor().uuid().equals(promise.place());
        return !wantedHere
                && after.ports().stream()
                        .filter(seen -> Integer.valueOf(port.vlan()).equals(seen.vlan()))
                        .noneMatch(seen -> seen.device().equals(port.device())
                                || port.mac().equalsIgnoreCase(seen.mac()));
    }

    private static List<String> strangers(Set<Id> known, HostObservation after) {
        var strangers = new ArrayList<>(after.foreign());
        after.networks().stream()
                .filter(found -> !known.contains(found.id()))
                .forEach(found -> strangers.add("network " + found.id() + ", of which nothing is known"));
        return List.copyOf(strangers);
    }

    private static void note(Map<Id, String> notes, Id network, String note) {
        notes.merge(network, note, (one, other) -> one + "; " + other);
    }

    private void log(String what, String key, Object value) {
        LOG.atInfo().addKeyValue("host", target.name()).addKeyValue(key, value).log(what);
    }
}
