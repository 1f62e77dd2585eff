package no.dataverket.nett.network;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.AttachPorts.WantedInterface;
import no.dataverket.contract.command.NettMessages.DetachPorts;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.ipam.Ipam;
import org.jspecify.annotations.Nullable;

/// Attaches machines' interfaces to networks and detaches them.
public final class Ports {

    private static final int MOST = 100;

    private final Database database;
    private final Ipam ipam;
    private final NetworkSettings settings;
    private final Realiser realiser;
    private final Consumer<Collection<Id>> changed;

    private record Attached(PortRow port, NetworkRow network) {}

    /// @param changed told the hypervisors of a change, to have it observed soon
    public Ports(
            Database database,
            Ipam ipam,
            NetworkSettings settings,
            Realiser realiser,
            Consumer<Collection<Id>> changed) {
        this.database = database;
        this.ipam = ipam;
        this.settings = settings;
        this.realiser = realiser;
        this.changed = changed;
    }

    /// Promises each interface an address, then brings the networks onto the machine's host and sees that
    /// they are there.
    public PortsAttached attach(Work<AttachPorts> work) {
        var command = work.command();
        realiser.require(command.hypervisor());
        var attached = database.call(transaction -> {
            Guard.makes(transaction, command.vm(), work);
            // In one order for all, so that two machines on the same two networks do not wait for each other.
            return command.interfaces().stream()
                    .sorted(Comparator.comparing(WantedInterface::network).thenComparing(WantedInterface::index))
                    .map(wanted -> attach(transaction, command, wanted))
                    .toList();
        });
        var networks = new HashSet<Id>();
        attached.forEach(each -> networks.add(each.network().id()));
        work.progress().accept("realising " + networks.size() + " networks");
        var observedAt = Instant.now();
        realiser.realise(command.hypervisor(), networks);
        changed.accept(List.of(command.hypervisor()));
        Map<Integer, Port> answers = new HashMap<>();
        var bridge = realiser.require(command.hypervisor()).bridge();
        attached.forEach(each -> answers.put(each.port().number(), answer(each, bridge)));
        var ports = answers.values().stream()
                .sorted(Comparator.comparing(Port::index))
                .toList();
        return new PortsAttached(ports, observedAt);
    }

    /// Takes the interfaces' addresses back. They are handed out again once the host was seen without the
    /// ports, which need not be now.
    public Done detach(Work<DetachPorts> work) {
        var command = work.command();
        var detached = database.call(transaction -> {
            Guard.removes(transaction, command.vm(), work);
            var ports = PortRow.detach(transaction, command.vm(), command.indexes());
            ports.forEach(port -> ipam.release(transaction, port.id(), settings.addressQuarantine()));
            return ports;
        });
        changed.accept(detached.stream().map(PortRow::hypervisor).toList());
        return new Done(detached.isEmpty() ? "was not attached" : "detached " + detached.size());
    }

    private Attached attach(Transaction transaction, AttachPorts command, WantedInterface wanted) {
        if (wanted.index() < 0 || wanted.index() >= MOST) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED, "An interface's index is 0 to 99, not " + wanted.index() + ".");
        }
        var network = NetworkRow.hold(transaction, wanted.network())
                .orElseThrow(() ->
                        Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no network " + wanted.network() + "."));
        var requested = address(wanted.requestedAddress());
        var port = earlier(transaction, command, wanted, requested);
        var address = ipam.address(transaction, network.leaf(), port, requested);
        var row = new PortRow(
                port,
                command.vm(),
                wanted.index(),
                network.id(),
                command.hypervisor(),
                wanted.mac(),
                address,
                network.intent().vlan(),
                Device.of(command.vm(), wanted.index()),
                true);
        row.save(transaction);
        ipam.realisations().promise(transaction, row.id(), command.hypervisor());
        ipam.realisations().promise(transaction, network.id(), command.hypervisor());
        return new Attached(row, network);
    }

    /// The port that this interface is or was, so that it keeps its address; a new one where there is none.
    private static Id earlier(
            Transaction transaction, AttachPorts command, WantedInterface wanted, @Nullable Address requested) {
        var attached = PortRow.attached(transaction, command.vm(), wanted.index());
        if (attached.isPresent()) {
            if (!attached.get().network().equals(wanted.network())) {
                throw Failure.of(
                        ProblemCode.RESOURCE_IN_USE,
                        "Interface " + wanted.index() + " of " + command.vm() + " is attached to another network, "
                                + attached.get().network() + ".");
            }
            return attached.get().id();
        }
        return PortRow.detached(transaction, command.vm(), wanted.index(), wanted.network()).stream()
                .filter(port -> requested == null || requested.equals(port.address()))
                .map(PortRow::id)
                .findFirst()
                .orElseGet(() -> Id.next(IdKind.PORT));
    }

    private static @Nullable Address address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw Failure.of(ProblemCode.ADDRESS_NOT_IN_PREFIX, "'" + text + "' is no IPv4 address.");
        }
    }

    /// A network without egress leads nowhere else, so its machines get no way out through it.
    private Port answer(Attached attached, String bridge) {
        var port = attached.port();
        var network = attached.network().intent();
        return new Port(
                port.number(),
                port.network(),
                port.mac(),
                port.address().toString(),
                network.prefix().length(),
                network.egress() ? network.gateway().toString() : null,
                network.egress() ? settings.nameservers() : List.of(),
                network.mtu(),
                bridge,
                network.vlan(),
                port.device());
    }
}
