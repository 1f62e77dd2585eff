package no.dataverket.nett.ipam;

import java.util.UUID;
import no.dataverket.core.db.Transaction;

/// Lets the requests of one owner through one at a time, so that the second finds what the first was given.
final class Owners {

    private Owners() {}

    /// Waits for others that ask for the same owner, until this transaction ends. The lock is the
    /// transaction's and not the session's: a pooled connection outlives whoever borrowed it.
    static void await(Transaction transaction, UUID owner) {
        transaction.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text AS held",
                row -> row.text("held"),
                owner.toString());
    }
}
