package no.dataverket.nett.ipam;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;

/// Where promised things may be found in the world. Written before the effect; gone once the absence was seen.
public final class Realisations {

    private static final String SELECT = """
            SELECT r.owner, place, stamp, value AS vlan FROM realisation AS r
            LEFT JOIN number ON number.owner = r.owner
            """;

    Realisations() {}

    /// Says, before it is done, that something of the owner will be at a place.
    public void promise(Transaction transaction, Id owner, Id place) {
        transaction.update("""
                INSERT INTO realisation AS r (owner, place) VALUES (?, ?)
                ON CONFLICT (owner, place) DO UPDATE SET stamp = r.stamp + 1
                """, owner, place);
    }

    /// All that may be found anywhere.
    public List<Promise> all(Transaction transaction) {
        return transaction.query(SELECT, Realisations::promise);
    }

    /// All that may be found at some places.
    public List<Promise> at(Transaction transaction, Collection<Id> places) {
        return transaction.query(SELECT + "WHERE place = ANY (?::uuid[])", Realisations::promise, places);
    }

    /// Where something may be found.
    public List<UUID> places(Transaction transaction) {
        return transaction.query("SELECT DISTINCT place FROM realisation", row -> row.uuid("place"));
    }

    private static Promise promise(Row row) {
        var vlan = row.numberOrNull("vlan");
        return new Promise(
                row.uuid("owner"), row.uuid("place"), row.number("stamp"), vlan == null ? null : vlan.intValue());
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
}
