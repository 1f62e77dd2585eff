package no.dataverket.nett.network;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.ipam.Leaf;

/// A network that is wanted.
record NetworkRow(String datacenter, Leaf leaf, NetworkIntent intent) {

    private static final String SELECT = """
            SELECT id, datacenter, prefix_id, prefix::text AS prefix, host(gateway) AS gateway, vlan, egress, mtu
            FROM network
            """;

    Id id() {
        return intent.id();
    }

    static Optional<NetworkRow> find(Transaction transaction, Id network) {
        return transaction.first(SELECT + " WHERE id = ?", NetworkRow::read, network);
    }

    /// The network, which can't be deleted before this transaction ends.
    static Optional<NetworkRow> hold(Transaction transaction, Id network) {
        return transaction.first(SELECT + " WHERE id = ? FOR SHARE", NetworkRow::read, network);
    }

    /// The network, to which no port can be attached before this transaction ends.
    static Optional<NetworkRow> lock(Transaction transaction, Id network) {
        return transaction.first(SELECT + " WHERE id = ? FOR UPDATE", NetworkRow::read, network);
    }

    static List<NetworkRow> all(Transaction transaction) {
        return transaction.query(SELECT + " ORDER BY vlan", NetworkRow::read);
    }

    /// Networks that machines on hypervisors have an interface on.
    static List<NetworkRow> neededAt(Transaction transaction, Collection<Id> hypervisors) {
        return transaction.query(SELECT + """
                        WHERE id IN (
                            SELECT network_id FROM port WHERE state = 'ATTACHED' AND hypervisor = ANY (?::uuid[]))
                        """, NetworkRow::read, hypervisors);
    }

    void insert(Transaction transaction) {
        transaction.update(
                """
                INSERT INTO network (id, datacenter, prefix_id, prefix, gateway, vlan, egress, mtu)
                VALUES (?, ?, ?, ?::cidr, ?::inet, ?, ?, ?)
                """,
                id(),
                datacenter,
                leaf.id(),
                leaf.prefix().toString(),
                intent.gateway().toString(),
                intent.vlan(),
                intent.egress(),
                intent.mtu());
    }

    private static NetworkRow read(Row row) {
        var prefix = Prefix.parse(row.text("prefix"));
        return new NetworkRow(
                row.text("datacenter"),
                new Leaf(row.uuid("prefix_id"), prefix),
                new NetworkIntent(
                        new Id(IdKind.NETWORK, row.uuid("id")),
                        row.integer("vlan"),
                        prefix,
                        Address.parse(row.text("gateway")),
                        row.flag("egress"),
                        row.integer("mtu")));
    }
}
