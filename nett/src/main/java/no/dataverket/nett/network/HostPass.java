package no.dataverket.nett.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One comparison of a switch with what is wanted of it: puts right what differs, looks again, and takes note of what
/// is gone.
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

    /// What is wanted of the switch, and what may be found there.
    ///
    /// @param known of the networks found, those that were ours at any time; another system's are not touched
    private record Intent(
            List<Promise> promises, Map<Id, NetworkIntent> networks, Map<Id, PortRow> ports, Set<UUID> known) {}

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
        var intent = database.call(this::read);
        var before = target.observe();
        // The rules come first: at no moment does a network have a gateway that its rules do not bind yet.
        setPolicy(intent, before);
        before.networks().forEach(found -> removeUnwanted(intent, found));
        intent.networks().values().stream().sorted().forEach(wanted -> ensure(wanted, before));
        intent.ports().values().forEach(port -> retag(port, before));
        var after = changed ? target.observe() : before;
        takeNoteOfAbsences(intent, after);
        return new Outcome(
                hypervisors,
                realised(intent, after),
                drift,
                actions,
                refusals,
                strangers(intent, after),
                after.warnings());
    }

    private Intent read(Transaction transaction) {
        // Promises first: one that is made while this reads is then not taken for kept.
        var promises = ipam.realisations().at(transaction, hypervisors);
        var ports = new HashMap<Id, PortRow>();
        var promised = promises.stream().map(Promise::owner).toList();
        PortRow.ofHosts(transaction, hypervisors, promised).forEach(port -> ports.put(port.id(), port));
        var needed = new HashSet<Id>();
        ports.values().stream().filter(this::wanted).forEach(port -> needed.add(port.network()));
        var networks = new HashMap<Id, NetworkIntent>();
        NetworkRow.all(transaction).stream()
                .filter(network -> needed.contains(network.id()))
                .forEach(network -> networks.put(network.id(), network.intent()));
        var known = transaction.query("SELECT resource FROM guard", row -> row.uuid("resource"));
        return new Intent(promises, networks, ports, Set.copyOf(known));
    }

    private boolean wanted(PortRow port) {
        return port.attached() && hypervisors.contains(port.hypervisor());
    }

    private void setPolicy(Intent intent, HostObservation before) {
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

    private void removeUnwanted(Intent intent, ObservedNetwork found) {
        var wanted = intent.networks().get(found.id());
        boolean misplaced = wanted != null && wanted.vlan() != found.vlan();
        if (!misplaced && (wanted != null || !intent.known().contains(found.id().uuid()))) {
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

    private void retag(PortRow port, HostObservation before) {
        var found = before.port(port.device());
        boolean right = found.map(seen -> Integer.valueOf(port.vlan()).equals(seen.vlan()))
                .orElse(true);
        if (!wanted(port) || right || !target.capabilities().contains(Capability.RETAG)) {
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

    private Set<Id> realised(Intent intent, HostObservation after) {
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

    private void takeNoteOfAbsences(Intent intent, HostObservation after) {
        for (var promise : intent.promises()) {
            var port = intent.ports().get(new Id(IdKind.PORT, promise.owner()));
            boolean gone = port == null ? networkIsGone(intent, promise, after) : portIsGone(promise, port, after);
            if (gone) {
                database.run(transaction -> {
                    ipam.realisations().absent(transaction, promise);
                    PortRow.forget(transaction, new Id(IdKind.PORT, promise.owner()));
                });
            }
        }
    }

    /// A VLAN that any port still carries is not free, whoever's port that is.
    private static boolean networkIsGone(Intent intent, Promise promise, HostObservation after) {
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

    private static List<String> strangers(Intent intent, HostObservation after) {
        var strangers = new ArrayList<>(after.foreign());
        after.networks().stream()
                .filter(found -> !intent.known().contains(found.id().uuid()))
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
