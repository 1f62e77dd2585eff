package no.dataverket.nett.ipam;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;
import org.jspecify.annotations.Nullable;

/// Hands out the addresses of a prefix from rows of 256 bits. Many work at once, each on a row that nobody
/// else works on; only when there is none does one wait, because busy is not empty.
final class AddressChunks {

    private static final int CHUNK = 256;

    private static final String WITH_ROOM = """
            SELECT host(base) AS base, position(B'0' IN taken) - 1 AS bit FROM chunk
            WHERE prefix_id = ? AND free > 0 ORDER BY base LIMIT 1 FOR UPDATE
            """;

    private record Slot(Address base, int bit) {
        Address address() {
            return base.plus(bit);
        }
    }

    /// Makes the rows of a new prefix. Its network and its broadcast address are never to be had.
    void open(Transaction transaction, Leaf leaf) {
        long valid = Math.min(CHUNK, leaf.prefix().size());
        transaction.update(
                """
                INSERT INTO chunk (prefix_id, base, taken, free)
                SELECT ?, ?::inet + 256 * i, (repeat('0', ?::int) || repeat('1', 256 - ?::int))::bit(256), ?
                FROM generate_series(0, ?::int - 1) AS i
                """,
                leaf.id(),
                leaf.prefix().network().toString(),
                valid,
                valid,
                valid,
                Math.max(1, leaf.prefix().size() / CHUNK));
        take(transaction, leaf.id(), slot(leaf.prefix(), leaf.prefix().network()));
        take(transaction, leaf.id(), slot(leaf.prefix(), leaf.prefix().broadcast()));
    }

    /// Takes the rows of a prefix that is no more, and what is left of its addresses.
    void close(Transaction transaction, UUID leaf) {
        transaction.update("DELETE FROM allocation WHERE prefix_id = ?", leaf);
        transaction.update("DELETE FROM chunk WHERE prefix_id = ?", leaf);
    }

    /// An address for an owner: the one that it has, the one that it asks for, or the lowest of a row with
    /// room.
    Address allocate(Transaction transaction, Leaf leaf, UUID owner, Purpose purpose, @Nullable Address requested) {
        Owners.await(transaction, owner);
        var held = held(transaction, leaf, owner, purpose);
        if (held.isPresent()) {
            return held.get();
        }
        var slot =
                requested == null ? anyFree(transaction, leaf) : free(transaction, leaf.prefix(), leaf.id(), requested);
        take(transaction, leaf.id(), slot);
        transaction.update("""
                INSERT INTO allocation (id, vrf_id, prefix_id, address, owner, purpose, state)
                SELECT ?, vrf_id, id, ?::inet, ?, ?, 'ALLOCATED' FROM prefix WHERE id = ?
                """, UUID.randomUUID(), slot.address().toString(), owner, purpose, leaf.id());
        return slot.address();
    }

    /// The owner gives its addresses back; they are not handed out again before they were reaped. A gateway's
    /// address goes with its prefix.
    void quarantine(Transaction transaction, UUID owner, Duration atLeast) {
        transaction.update("""
                UPDATE allocation SET state = 'QUARANTINED', quarantine_until = now() + make_interval(secs => ?)
                WHERE owner = ? AND purpose = 'PORT' AND state = 'ALLOCATED'
                """, atLeast.toMillis() / 1000.0, owner);
    }

    /// Makes an address free that has no row any more.
    void free(Transaction transaction, UUID leaf, Address address) {
        int changed = transaction.update("""
                UPDATE chunk SET taken = set_bit(taken, (?::inet - base)::int, 0), free = free + 1
                WHERE prefix_id = ? AND ?::inet - base BETWEEN 0 AND 255
                """, address.toString(), leaf, address.toString());
        if (changed != 1) {
            throw new IllegalStateException("No chunk holds " + address);
        }
    }

    private Optional<Address> held(Transaction transaction, Leaf leaf, UUID owner, Purpose purpose) {
        return transaction.first("""
                UPDATE allocation SET state = 'ALLOCATED', quarantine_until = NULL
                WHERE owner = ? AND purpose = ? AND prefix_id = ?
                RETURNING host(address) AS address
                """, row -> Address.parse(row.text("address")), owner, purpose, leaf.id());
    }

    private Slot anyFree(Transaction transaction, Leaf leaf) {
        return withRoom(transaction, leaf.id(), WITH_ROOM + " SKIP LOCKED")
                .or(() -> withRoom(transaction, leaf.id(), WITH_ROOM))
                .orElseThrow(() -> exhausted(transaction, leaf));
    }

    private Optional<Slot> withRoom(Transaction transaction, UUID leaf, String sql) {
        return transaction.first(sql, row -> new Slot(Address.parse(row.text("base")), row.integer("bit")), leaf);
    }

    private Slot free(Transaction transaction, Prefix prefix, UUID leaf, Address requested) {
        if (!prefix.contains(requested) || requested.equals(prefix.network()) || requested.equals(prefix.broadcast())) {
            throw Failure.of(
                    ProblemCode.ADDRESS_NOT_IN_PREFIX,
                    "The address " + requested + " is no host address of " + prefix + ".");
        }
        var slot = slot(prefix, requested);
        boolean taken = transaction.one(
                "SELECT get_bit(taken, ?) = 1 AS taken FROM chunk WHERE prefix_id = ? AND base = ?::inet FOR UPDATE",
                row -> row.flag("taken"),
                slot.bit(),
                leaf,
                slot.base().toString());
        if (taken) {
            throw Failure.of(
                    ProblemCode.ADDRESS_IN_USE,
                    "The address " + requested + " of " + prefix + " is in use, or was until just now.");
        }
        return slot;
    }

    private void take(Transaction transaction, UUID leaf, Slot slot) {
        int changed = transaction.update("""
                UPDATE chunk SET taken = set_bit(taken, ?, 1), free = free - 1 WHERE prefix_id = ? AND base = ?::inet
                """, slot.bit(), leaf, slot.base().toString());
        if (changed != 1) {
            throw new IllegalStateException("No chunk holds " + slot.address());
        }
    }

    private static Slot slot(Prefix prefix, Address address) {
        long distance = address.minus(prefix.network());
        return new Slot(prefix.network().plus(distance / CHUNK * CHUNK), (int) (distance % CHUNK));
    }

    private static Failure exhausted(Transaction transaction, Leaf leaf) {
        long waiting = transaction.one(
                "SELECT count(*) AS n FROM allocation WHERE prefix_id = ? AND state = 'QUARANTINED'",
                row -> row.number("n"),
                leaf.id());
        return Failure.of(
                ProblemCode.NETWORK_ADDRESSES_EXHAUSTED,
                "No address of " + leaf.prefix() + " is free"
                        + (waiting == 0 ? "." : "; " + waiting + " given back just now will be."));
    }
}
