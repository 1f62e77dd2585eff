package no.dataverket.nett.ipam;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;

/// Hands out VLAN identifiers, one row each.
final class NumberPool {

    private static final String FREE = """
            SELECT number.pool_id, value FROM number JOIN number_pool ON number_pool.id = number.pool_id
            WHERE number_pool.vrf_id = ? AND number_pool.kind = 'VLAN' AND state = 'FREE'
            ORDER BY value LIMIT 1 FOR UPDATE OF number
            """;

    private record Number(UUID pool, long value) {}

    /// Makes the pool and brings it to its range. A number outside of it that is in use stays in use.
    void shape(Transaction transaction, UUID space, int first, int last) {
        transaction.update(
                "INSERT INTO number_pool (id, vrf_id, kind) VALUES (?, ?, 'VLAN') ON CONFLICT DO NOTHING",
                UUID.randomUUID(),
                space);
        transaction.update("""
                INSERT INTO number (pool_id, value, state)
                SELECT id, value, 'FREE' FROM number_pool, generate_series(?::int, ?::int) AS value
                WHERE vrf_id = ? AND kind = 'VLAN' ON CONFLICT DO NOTHING
                """, first, last, space);
        transaction.update("""
                DELETE FROM number USING number_pool AS pool
                WHERE pool.id = pool_id AND vrf_id = ? AND state = 'FREE' AND NOT value BETWEEN ? AND ?
                """, space, first, last);
    }

    int allocate(Transaction transaction, UUID space, UUID owner) {
        Owners.await(transaction, owner);
        var held = transaction.first("""
                UPDATE number SET state = 'ALLOCATED', quarantine_until = NULL WHERE owner = ? RETURNING value
                """, row -> row.integer("value"), owner);
        if (held.isPresent()) {
            return held.get();
        }
        var free = free(transaction, space, FREE + " SKIP LOCKED")
                .or(() -> free(transaction, space, FREE))
                .orElseThrow(() -> Failure.of(ProblemCode.POOL_EXHAUSTED, "No VLAN is free in the datacenter."));
        transaction.update(
                "UPDATE number SET state = 'ALLOCATED', owner = ? WHERE pool_id = ? AND value = ?",
                owner,
                free.pool(),
                free.value());
        return Math.toIntExact(free.value());
    }

    /// The owner gives its number back; it is not handed out again before it was reaped.
    void quarantine(Transaction transaction, UUID owner, Duration atLeast) {
        transaction.update("""
                UPDATE number SET state = 'QUARANTINED', quarantine_until = now() + make_interval(secs => ?)
                WHERE owner = ? AND state = 'ALLOCATED'
                """, atLeast.toMillis() / 1000.0, owner);
    }

    private Optional<Number> free(Transaction transaction, UUID space, String sql) {
        return transaction.first(sql, row -> new Number(row.uuid("pool_id"), row.number("value")), space);
    }
}
