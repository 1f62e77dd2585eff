package no.dataverket.nett.network;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.address.Address;

/// An interface of a machine, attached or still to be seen gone.
record PortRow(
        Id id,
        Id vm,
        int number,
        Id network,
        Id hypervisor,
        String mac,
        Address address,
        int vlan,
        String device,
        boolean attached) {

    private static final String COLUMNS =
            "id, vm, number, network_id, hypervisor, mac, host(address) AS address, vlan, device, state";

    /// The ports of some hypervisors, and those that were promised there.
    static List<PortRow> ofHosts(Transaction transaction, Collection<Id> hypervisors, Collection<UUID> promised) {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM port WHERE hypervisor = ANY (?::uuid[]) OR id = ANY (?::uuid[])",
                PortRow::read,
                hypervisors,
                promised);
    }

    static List<PortRow> all(Transaction transaction) {
        return transaction.query("SELECT " + COLUMNS + " FROM port", PortRow::read);
    }

    /// The attached interface of a number.
    static Optional<PortRow> attached(Transaction transaction, Id vm, int number) {
        return transaction.first(
                "SELECT " + COLUMNS + " FROM port WHERE vm = ? AND number = ? AND state = 'ATTACHED'",
                PortRow::read,
                vm,
                number);
    }

    /// The detached interfaces of a number on a network.
    static List<PortRow> detached(Transaction transaction, Id vm, int number, Id network) {
        return transaction.query(
                "SELECT " + COLUMNS
                        + " FROM port WHERE vm = ? AND number = ? AND network_id = ? AND state = 'DETACHED'",
                PortRow::read,
                vm,
                number,
                network);
    }

    /// Marks interfaces of a machine as detached, and says which they were.
    ///
    /// @param numbers all where empty
    static List<PortRow> detach(Transaction transaction, Id vm, List<Integer> numbers) {
        return transaction.query(
                """
                UPDATE port SET state = 'DETACHED'
                WHERE vm = ? AND state = 'ATTACHED' AND (? OR number = ANY (?::text[]::int[]))
                RETURNING
                """ + COLUMNS,
                PortRow::read,
                vm,
                numbers.isEmpty(),
                numbers.stream().map(String::valueOf).toList());
    }

    /// Machines with an interface on a network.
    static List<String> machinesOn(Transaction transaction, Id network) {
        return transaction.query(
                "SELECT DISTINCT vm FROM port WHERE network_id = ? AND state = 'ATTACHED' ORDER BY vm",
                row -> new Id(IdKind.VM, row.uuid("vm")).toString(),
                network);
    }

    /// Inserts it, or brings the row to it.
    void save(Transaction transaction) {
        transaction.update(
                """
                INSERT INTO port (id, vm, number, network_id, hypervisor, mac, address, vlan, device, state)
                VALUES (?, ?, ?, ?, ?, ?, ?::inet, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET hypervisor = excluded.hypervisor, mac = excluded.mac, address = excluded.address, state = excluded.state
                """,
                id,
                vm,
                number,
                network,
                hypervisor,
                mac,
                address.toString(),
                vlan,
                device,
                attached ? "ATTACHED" : "DETACHED");
    }

    /// Forgets a detached port that is nowhere any more.
    static void forget(Transaction transaction, Id port) {
        transaction.update("""
                DELETE FROM port WHERE id = ? AND state = 'DETACHED'
                AND NOT EXISTS (SELECT FROM realisation WHERE owner = port.id)
                """, port);
    }

    private static PortRow read(Row row) {
        return new PortRow(
                new Id(IdKind.PORT, row.uuid("id")),
                new Id(IdKind.VM, row.uuid("vm")),
                row.integer("number"),
                new Id(IdKind.NETWORK, row.uuid("network_id")),
                new Id(IdKind.HYPERVISOR, row.uuid("hypervisor")),
                row.text("mac"),
                Address.parse(row.text("address")),
                row.integer("vlan"),
                row.text("device"),
                row.text("state").equals("ATTACHED"));
    }
}
