package no.dataverket.nett.ipam;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.address.Prefix;

/// Hands out prefixes from a buddy list under the container's row lock. The exclusion constraint is the last
/// line and not the queue: as a queue it livelocks.
final class PrefixPool {

    private static final String OVERLAP = "prefix_overlap";

    private record Root(UUID id, Prefix prefix) {}

    /// Adds a container, less what lies in it already.
    void addRoot(Transaction transaction, UUID space, Prefix prefix) {
        boolean known = roots(transaction, space).stream()
                .anyMatch(root -> root.prefix().equals(prefix));
        if (known) {
            return;
        }
        var root = new Root(UUID.randomUUID(), prefix);
        transaction.update("""
                INSERT INTO prefix (id, vrf_id, prefix, kind, state)
                VALUES (?, ?, ?::cidr, 'CONTAINER', 'ALLOCATED')
                """, root.id(), space, prefix.toString());
        addBlock(transaction, root, prefix);
        var inside =
                transaction.query("""
                UPDATE prefix SET root_id = ?
                WHERE vrf_id = ? AND kind = 'LEAF' AND prefix <<= ?::cidr
                RETURNING prefix::text AS prefix
                """, row -> Prefix.parse(row.text("prefix")), root.id(), space, prefix.toString());
        for (var leaf : inside) {
            carve(transaction, root, blockAround(transaction, root, leaf).orElseThrow(), leaf);
        }
    }

    /// Any free prefix of a length.
    Leaf allocate(Transaction transaction, UUID space, UUID owner, int length) {
        var held = held(transaction, owner);
        if (held.isPresent()) {
            return held.get();
        }
        for (var root : roots(transaction, space)) {
            var block = smallestBlock(transaction, root, length);
            if (block.isPresent()) {
                var prefix = Prefix.of(block.get().network(), length);
                carve(transaction, root, block.get(), prefix);
                return insert(transaction, space, Optional.of(root), owner, prefix);
            }
        }
        throw Failure.of(ProblemCode.POOL_EXHAUSTED, "No prefix of length " + length + " is free in the datacenter.");
    }

    /// The prefix that was asked for, inside the pool or outside.
    Leaf claim(Transaction transaction, UUID space, UUID owner, Prefix prefix) {
        var held = held(transaction, owner);
        if (held.isPresent()) {
            return held.get();
        }
        var roots = roots(transaction, space);
        var within =
                roots.stream().filter(root -> root.prefix().contains(prefix)).findFirst();
        if (within.isPresent()) {
            var block = blockAround(transaction, within.get(), prefix).orElseThrow(() -> overlap(prefix));
            carve(transaction, within.get(), block, prefix);
        } else if (roots.stream().anyMatch(root -> root.prefix().overlaps(prefix))) {
            throw overlap(prefix);
        }
        return insert(transaction, space, within, owner, prefix);
    }

    /// The owner gives its prefix back; it is not handed out again before it was reaped.
    void quarantine(Transaction transaction, UUID owner, Duration atLeast) {
        transaction.update("""
                UPDATE prefix SET state = 'QUARANTINED', quarantine_until = now() + make_interval(secs => ?)
                WHERE owner = ? AND state = 'ALLOCATED'
                """, atLeast.toMillis() / 1000.0, owner);
    }

    /// Returns a leaf to its container and merges it with its buddies while they are free.
    void free(Transaction transaction, UUID leaf) {
        var rootId = transaction
                .first(
                        "SELECT root_id FROM prefix WHERE id = ?",
                        row -> Optional.ofNullable(row.uuidOrNull("root_id")),
                        leaf)
                .flatMap(found -> found);
        var root = rootId.flatMap(id -> transaction.first(
                "SELECT prefix::text AS prefix FROM prefix WHERE id = ? FOR UPDATE",
                row -> new Root(id, Prefix.parse(row.text("prefix"))),
                id));
        var freed = transaction.one(
                "DELETE FROM prefix WHERE id = ? RETURNING prefix::text AS prefix",
                row -> Prefix.parse(row.text("prefix")),
                leaf);
        root.ifPresent(container -> merge(transaction, container, freed));
    }

    private Optional<Leaf> held(Transaction transaction, UUID owner) {
        Owners.await(transaction, owner);
        return transaction.first("""
                UPDATE prefix SET state = 'ALLOCATED', quarantine_until = NULL WHERE owner = ?
                RETURNING id, prefix::text AS prefix
                """, row -> new Leaf(row.uuid("id"), Prefix.parse(row.text("prefix"))), owner);
    }

    private List<Root> roots(Transaction transaction, UUID space) {
        return transaction.query("""
                SELECT id, prefix::text AS prefix FROM prefix WHERE vrf_id = ? AND kind = 'CONTAINER'
                ORDER BY prefix FOR UPDATE
                """, row -> new Root(row.uuid("id"), Prefix.parse(row.text("prefix"))), space);
    }

    private Optional<Prefix> smallestBlock(Transaction transaction, Root root, int length) {
        return transaction.first("""
                SELECT block::text AS block FROM free_block WHERE root_id = ? AND masklen(block) <= ?
                ORDER BY masklen(block) DESC, block LIMIT 1
                """, row -> Prefix.parse(row.text("block")), root.id(), length);
    }

    private Optional<Prefix> blockAround(Transaction transaction, Root root, Prefix prefix) {
        return transaction.first(
                "SELECT block::text AS block FROM free_block WHERE root_id = ? AND block >>= ?::cidr",
                row -> Prefix.parse(row.text("block")),
                root.id(),
                prefix.toString());
    }

    private void carve(Transaction transaction, Root root, Prefix block, Prefix wanted) {
        removeBlock(transaction, root, block);
        var rest = block;
        while (rest.length() < wanted.length()) {
            var halves = rest.halves();
            boolean lower = halves.getFirst().contains(wanted);
            addBlock(transaction, root, lower ? halves.getLast() : halves.getFirst());
            rest = lower ? halves.getFirst() : halves.getLast();
        }
    }

    private void merge(Transaction transaction, Root root, Prefix freed) {
        var block = freed;
        while (block.length() > root.prefix().length() && removeBlock(transaction, root, block.sibling())) {
            block = block.parent();
        }
        addBlock(transaction, root, block);
    }

    private void addBlock(Transaction transaction, Root root, Prefix block) {
        transaction.update("INSERT INTO free_block (root_id, block) VALUES (?, ?::cidr)", root.id(), block.toString());
    }

    private boolean removeBlock(Transaction transaction, Root root, Prefix block) {
        return transaction.update(
                        "DELETE FROM free_block WHERE root_id = ? AND block = ?::cidr", root.id(), block.toString())
                == 1;
    }

    private Leaf insert(Transaction transaction, UUID space, Optional<Root> root, UUID owner, Prefix prefix) {
        var leaf = new Leaf(UUID.randomUUID(), prefix);
        try {
            transaction.update("""
                    INSERT INTO prefix (id, vrf_id, root_id, prefix, kind, owner, state)
                    VALUES (?, ?, ?, ?::cidr, 'LEAF', ?, 'ALLOCATED')
                    """, leaf.id(), space, root.map(Root::id).orElse(null), prefix.toString(), owner);
        } catch (DatabaseFailure failure) {
            throw failure.violates(OVERLAP) ? overlap(prefix) : failure;
        }
        return leaf;
    }

    private static Failure overlap(Prefix prefix) {
        return Failure.of(
                ProblemCode.PREFIX_OVERLAP,
                "The prefix " + prefix + " overlaps one that is in use in the datacenter, or was until just now.");
    }
}
