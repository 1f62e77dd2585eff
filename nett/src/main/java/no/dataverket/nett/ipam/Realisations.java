package no.dataverket.nett.ipam;

import java.util.List;
import no.dataverket.contract.Id;
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

    /// All that may be found anywhere.
    public List<Promise> all(Transaction transaction) {
        return transaction.query("""
                SELECT r.owner, place, stamp, value AS vlan FROM realisation AS r
                LEFT JOIN number ON number.owner = r.owner
                """, row -> {
            var vlan = row.numberOrNull("vlan");
            return new Promise(
                    row.uuid("owner"), row.uuid("place"), row.number("stamp"), vlan == null ? null : vlan.intValue());
        });
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
