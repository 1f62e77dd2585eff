package no.dataverket.nett.ipam;

import java.util.UUID;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.address.Address;

/// Frees what was given back, once its time is over and nobody realises it any more. Each in a transaction of
/// its own, so that none is held up by another's locks.
final class Reaper {

    private static final int BATCH = 1000;

    private static final String ADDRESS_IS_DUE = """
            a.state = 'QUARANTINED' AND a.quarantine_until <= now()
            AND NOT EXISTS (SELECT FROM realisation AS r WHERE r.owner = a.owner)
            """;

    private static final String NUMBER_IS_DUE = """
            state = 'QUARANTINED' AND quarantine_until <= now()
            AND NOT EXISTS (SELECT FROM realisation AS r WHERE r.owner = number.owner)
            """;

    private static final String PREFIX_IS_DUE = """
            p.state = 'QUARANTINED' AND p.quarantine_until <= now()
            AND NOT EXISTS (SELECT FROM realisation AS r WHERE r.owner = p.owner)
            AND NOT EXISTS (
                SELECT FROM allocation AS a WHERE a.prefix_id = p.id AND a.purpose = 'PORT'
                AND (a.state = 'ALLOCATED' OR EXISTS (SELECT FROM realisation AS r WHERE r.owner = a.owner)))
            """;

    private final PrefixPool prefixes;
    private final AddressChunks addresses;

    private record Freed(UUID leaf, Address address) {}

    Reaper(PrefixPool prefixes, AddressChunks addresses) {
        this.prefixes = prefixes;
        this.addresses = addresses;
    }

    int reap(Database database) {
        int reaped = database.call(transaction -> transaction.update(
                "UPDATE number SET state = 'FREE', owner = NULL, quarantine_until = NULL WHERE " + NUMBER_IS_DUE));
        var dueAddresses = database.call(transaction -> transaction.query(
                "SELECT a.id FROM allocation AS a WHERE " + ADDRESS_IS_DUE + " LIMIT " + BATCH, row -> row.uuid("id")));
        for (var allocation : dueAddresses) {
            reaped += database.call(transaction -> reapAddress(transaction, allocation));
        }
        var duePrefixes = database.call(transaction -> transaction.query(
                "SELECT p.id FROM prefix AS p WHERE " + PREFIX_IS_DUE + " LIMIT " + BATCH, row -> row.uuid("id")));
        for (var leaf : duePrefixes) {
            reaped += database.call(transaction -> reapPrefix(transaction, leaf));
        }
        return reaped;
    }

    private int reapAddress(Transaction transaction, UUID allocation) {
        var freed = transaction.first(
                "DELETE FROM allocation AS a WHERE a.id = ? AND " + ADDRESS_IS_DUE
                        + " RETURNING a.prefix_id, host(a.address) AS address",
                row -> new Freed(row.uuid("prefix_id"), Address.parse(row.text("address"))),
                allocation);
        freed.ifPresent(gone -> addresses.free(transaction, gone.leaf(), gone.address()));
        return freed.isPresent() ? 1 : 0;
    }

    private int reapPrefix(Transaction transaction, UUID leaf) {
        var due = transaction.first(
                "SELECT p.id FROM prefix AS p WHERE p.id = ? AND " + PREFIX_IS_DUE + " FOR UPDATE",
                row -> row.uuid("id"),
                leaf);
        due.ifPresent(id -> {
            addresses.close(transaction, id);
            prefixes.free(transaction, id);
        });
        return due.isPresent() ? 1 : 0;
    }
}
