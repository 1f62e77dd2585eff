package no.dataverket.nett.ipam;

import java.util.Collection;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;

/// Where promised things may be found in the world. Written before the effect; gone once the absence was seen.
public final class Realisations {

    Realisations() {}

    /// Says, before it is done, that something of the owner will be at a place.
    public void promise(Transaction transaction, Id owner, Id place) {
        transaction.update("""
                INSERT INTO realisation AS r (owner, place) VALUES (?, ?)
                ON CONFLICT (owner, place) DO UPDATE SET stamp = r.stamp + 1
                """, owner, place);
    }

    /// Every place where anything may be found.
    public List<Id> places(Transaction transaction) {
        return transaction.query("SELECT DISTINCT place FROM realisation", Realisations::place);
    }

    /// Every place where something of an owner may be found.
    public List<Id> places(Transaction transaction, Id owner) {
        return transaction.query("SELECT place FROM realisation WHERE owner = ?", Realisations::place, owner);
    }

    /// All that may be found at places.
    public List<Promise> at(Transaction transaction, Collection<Id> places) {
        return transaction.query(
                """
                SELECT r.owner, place, stamp, value AS vlan FROM realisation AS r
                LEFT JOIN number ON number.owner = r.owner WHERE place = ANY (?::uuid[])
                """,
                row -> {
                    var vlan = row.numberOrNull("vlan");
                    return new Promise(
                            row.uuid("owner"),
                            row.uuid("place"),
                            row.number("stamp"),
                            vlan == null ? null : vlan.intValue());
                },
                places);
    }

    /// Takes note that the place was seen without it. Does nothing if it was promised anew since.
    public boolean absent(Transaction transaction, Promise seen) {
        return transaction.update(
                        "DELETE FROM realisation WHERE owner = ? AND place = ? AND stamp = ?",
                        seen.owner(),
                        seen.place(),
                        seen.stamp())
                == 1;
    }

    private static Id place(Row row) {
        return new Id(IdKind.HYPERVISOR, row.uuid("place"));
    }
}
