package no.dataverket.nett.network;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.NettMessages.CreateNetwork;
import no.dataverket.contract.command.NettMessages.DeleteNetwork;
import no.dataverket.contract.command.NettMessages.NetworkCreated;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.ipam.Ipam;
import org.jspecify.annotations.Nullable;

/// Creates and deletes networks. A network comes onto a host with its first port there, not before.
public final class Networks {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 29;
    private static final List<Prefix> PRIVATE =
            List.of(Prefix.parse("10.0.0.0/8"), Prefix.parse("172.16.0.0/12"), Prefix.parse("192.168.0.0/16"));

    private final Database database;
    private final Ipam ipam;
    private final NetworkSettings settings;
    private final Realiser realiser;
    private final Consumer<Collection<Id>> changed;

    /// @param changed told the hypervisors of a change, to have it observed soon
    public Networks(
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

    /// Promises the network its numbers and keeps it as wanted.
    public NetworkCreated create(Work<CreateNetwork> work) {
        var wanted = wantedPrefix(work.command().prefix());
        int length = work.command().prefixLength();
        if (wanted == null && (length < SHORTEST || length > LONGEST)) {
            throw notAllowed("A prefix is /16 to /29, not /" + length + ".");
        }
        var network = database.call(transaction -> {
            Guard.makes(transaction, work.command().network(), work);
            return NetworkRow.find(transaction, work.command().network())
                    .orElseGet(() -> create(transaction, work.command(), wanted, length));
        });
        changed.accept(List.of());
        return new NetworkCreated(
                network.leaf().prefix().toString(),
                network.intent().gateway().toString(),
                network.intent().vlan());
    }

    /// Takes the network off every host. Its numbers are free once every host was seen without it.
    public Done delete(Work<DeleteNetwork> work) {
        var id = work.command().network();
        boolean was = database.call(transaction -> {
            Guard.removes(transaction, id, work);
            var network = NetworkRow.lock(transaction, id);
            network.ifPresent(found -> remove(transaction, found.id()));
            return network.isPresent();
        });
        changed.accept(realiser.realiseWhere(id));
        ipam.reap(database);
        return new Done(was ? "removed" : "was not there");
    }

    private NetworkRow create(Transaction transaction, CreateNetwork command, @Nullable Prefix wanted, int length) {
        var space = ipam.space(transaction, command.datacenter());
        var leaf = ipam.prefix(transaction, space, command.network(), wanted, length);
        int vlan = ipam.vlan(transaction, space, command.network());
        var network = new NetworkRow(
                command.datacenter(),
                leaf,
                new NetworkIntent(
                        command.network(),
                        vlan,
                        leaf.prefix(),
                        leaf.prefix().gateway(),
                        command.egress(),
                        settings.mtu()));
        network.insert(transaction);
        return network;
    }

    private void remove(Transaction transaction, Id network) {
        var machines = PortRow.machinesOn(transaction, network);
        if (!machines.isEmpty()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            machines.size() + " machines have an interface on network " + network + ".")
                    .dependents(machines);
        }
        transaction.update("DELETE FROM network WHERE id = ?", network);
        ipam.release(transaction, network, settings.networkQuarantine());
    }

    private @Nullable Prefix wantedPrefix(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var prefix = parse(text);
        if (!prefix.toString().equals(text)) {
            throw Failure.of(ProblemCode.PREFIX_NOT_CANONICAL, "The prefix " + text + " has host bits set.")
                    .hint("Use " + prefix + ".");
        }
        boolean fits = prefix.length() >= SHORTEST && prefix.length() <= LONGEST;
        if (!fits || PRIVATE.stream().noneMatch(space -> space.contains(prefix))) {
            throw notAllowed("The prefix " + prefix + " is not within private space, or not /16 to /29.");
        }
        var reserved = settings.reserved().stream().filter(prefix::overlaps).findFirst();
        if (reserved.isPresent()) {
            throw notAllowed("The prefix " + prefix + " overlaps " + reserved.get() + ", which the site itself uses.");
        }
        return prefix;
    }

    private static Prefix parse(String text) {
        return Optional.of(text)
                .filter(candidate -> candidate.contains("/"))
                .flatMap(candidate -> {
                    try {
                        return Optional.of(Prefix.parseLeniently(candidate));
                    } catch (IllegalArgumentException unreadable) {
                        return Optional.empty();
                    }
                })
                .orElseThrow(() -> notAllowed("'" + text + "' is no IPv4 prefix."));
    }

    private static Failure notAllowed(String detail) {
        return Failure.of(ProblemCode.PREFIX_NOT_ALLOWED, detail);
    }
}
