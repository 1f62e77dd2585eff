package no.dataverket.nett.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.ipam.Ipam;
import no.dataverket.nett.ipam.Promise;

/// What is wanted of a switch, and what may be found there.
record HostIntent(
        Set<Id> hypervisors, List<Promise> promises, Map<Id, NetworkIntent> networks, Map<Id, PortRow> ports) {

    /// Of one switch.
    ///
    /// @param hypervisors all that have it
    static HostIntent of(Transaction transaction, Ipam ipam, Set<Id> hypervisors) {
        // Promises first: one that is made while this reads is then not taken for kept.
        var promises = ipam.realisations().at(transaction, hypervisors);
        return new HostIntent(
                hypervisors, promises, networks(transaction, hypervisors), ports(transaction, hypervisors));
    }

    /// Of many switches, with the statements of one.
    ///
    /// @param switches the hypervisors of each
    static List<HostIntent> ofEach(Transaction transaction, Ipam ipam, Collection<Set<Id>> switches) {
        var all = switches.stream().flatMap(Set::stream).toList();
        var promises = ipam.realisations().at(transaction, all).stream().collect(Collectors.groupingBy(Promise::place));
        var networks = networks(transaction, all);
        var ports = ports(transaction, all);
        return switches.stream()
                .map(hypervisors -> narrowed(hypervisors, promises, networks, ports))
                .toList();
    }

    /// Whether an interface is to be found here.
    boolean wants(PortRow port) {
        return isWantedAt(hypervisors, port);
    }

    private static boolean isWantedAt(Set<Id> hypervisors, PortRow port) {
        return port.attached() && hypervisors.contains(port.hypervisor());
    }

    private static HostIntent narrowed(
            Set<Id> hypervisors,
            Map<UUID, List<Promise>> promises,
            Map<Id, NetworkIntent> networks,
            Map<Id, PortRow> ports) {
        var promised = hypervisors.stream()
                .flatMap(hypervisor -> promises.getOrDefault(hypervisor.uuid(), List.of()).stream())
                .toList();
        var here = new HashMap<Id, PortRow>();
        promised.stream()
                .map(promise -> ports.get(new Id(IdKind.PORT, promise.owner())))
                .forEach(port -> {
                    if (port != null) {
                        here.put(port.id(), port);
                    }
                });
        var needed = new HashSet<Id>();
        ports.values().stream()
                .filter(port -> isWantedAt(hypervisors, port))
                .forEach(port -> needed.add(port.network()));
        var wanted = new HashMap<>(networks);
        wanted.keySet().retainAll(needed);
        return new HostIntent(hypervisors, promised, wanted, here);
    }

    private static Map<Id, NetworkIntent> networks(Transaction transaction, Collection<Id> hypervisors) {
        var networks = new HashMap<Id, NetworkIntent>();
        NetworkRow.neededAt(transaction, hypervisors).forEach(network -> networks.put(network.id(), network.intent()));
        return networks;
    }

    private static Map<Id, PortRow> ports(Transaction transaction, Collection<Id> hypervisors) {
        var ports = new HashMap<Id, PortRow>();
        PortRow.promisedAt(transaction, hypervisors).forEach(port -> ports.put(port.id(), port));
        return ports;
    }
}
