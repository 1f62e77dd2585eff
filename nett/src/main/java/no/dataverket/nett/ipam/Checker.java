package no.dataverket.nett.ipam;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;

/// Says what contradicts itself in the books. Everything it looks for is impossible; it looks all the same,
/// in tests and in production.
public final class Checker {

    private record Rule(String broken, String sql) {}

    private static final List<Rule> RULES = List.of(
            new Rule("two prefixes in use overlap", """
                    SELECT a.prefix || ' and ' || b.prefix AS finding FROM prefix AS a JOIN prefix AS b
                    ON a.vrf_id = b.vrf_id AND a.kind = b.kind AND a.id < b.id AND a.prefix && b.prefix
                    """),
            new Rule("a free block overlaps a prefix in use", """
                    SELECT b.block || ' and ' || p.prefix AS finding
                    FROM free_block AS b JOIN prefix AS root ON root.id = b.root_id
                    JOIN prefix AS p ON p.vrf_id = root.vrf_id AND p.kind = 'LEAF' AND p.prefix && b.block
                    """),
            new Rule("two free blocks overlap", """
                    SELECT a.block || ' and ' || b.block AS finding FROM free_block AS a JOIN free_block AS b
                    ON a.root_id = b.root_id AND a.block < b.block AND a.block && b.block
                    """),
            new Rule("two free buddies are not merged", """
                    SELECT a.block || ' and ' || b.block AS finding FROM free_block AS a JOIN free_block AS b
                    ON a.root_id = b.root_id AND masklen(a.block) = masklen(b.block) AND a.block < b.block
                    AND masklen(a.block) > 0
                    AND set_masklen(a.block, masklen(a.block) - 1) = set_masklen(b.block, masklen(b.block) - 1)
                    """),
            new Rule("a container is not the sum of its parts", """
                    SELECT root.prefix || ': ' || parts.addresses AS finding FROM prefix AS root CROSS JOIN LATERAL (
                        SELECT coalesce(sum(2::numeric ^ (32 - masklen(part))), 0) AS addresses FROM (
                            SELECT block AS part FROM free_block WHERE root_id = root.id
                            UNION ALL SELECT prefix FROM prefix WHERE root_id = root.id) AS all_parts) AS parts
                    WHERE root.kind = 'CONTAINER' AND parts.addresses <> 2::numeric ^ (32 - masklen(root.prefix))
                    """),
            new Rule("a leaf lies in a container and does not belong to it", """
                    SELECT leaf.prefix || ' in ' || root.prefix AS finding FROM prefix AS leaf JOIN prefix AS root
                    ON root.vrf_id = leaf.vrf_id AND root.kind = 'CONTAINER' AND root.prefix && leaf.prefix
                    WHERE leaf.kind = 'LEAF' AND leaf.root_id IS DISTINCT FROM root.id
                    """),
            new Rule("a chunk's count is not that of its bits", """
                    SELECT host(base) || ': ' || free AS finding FROM chunk WHERE free <> 256 - bit_count(taken)
                    """),
            new Rule("an address is promised and its bit is not set, or it is outside of its prefix", """
                    SELECT host(a.address) AS finding FROM allocation AS a JOIN prefix AS p ON p.id = a.prefix_id
                    LEFT JOIN chunk AS c ON c.prefix_id = a.prefix_id AND a.address - c.base BETWEEN 0 AND 255
                    WHERE NOT a.address << p.prefix OR a.vrf_id <> p.vrf_id OR c.base IS NULL
                    OR get_bit(c.taken, (a.address - c.base)::int) = 0
                    """),
            new Rule("a prefix is not its free, promised and quarantined addresses, network and broadcast", """
                    SELECT p.prefix || ': ' || rooms.free || ' free, ' || promised.n || ' promised' AS finding
                    FROM prefix AS p
                    CROSS JOIN LATERAL (SELECT coalesce(sum(free), 0) AS free FROM chunk WHERE prefix_id = p.id) AS rooms
                    CROSS JOIN LATERAL (SELECT count(*) AS n FROM allocation WHERE prefix_id = p.id) AS promised
                    WHERE p.kind = 'LEAF' AND rooms.free + promised.n + 2 <> 2::numeric ^ (32 - masklen(p.prefix))
                    """),
            new Rule("an address is promised twice", """
                    SELECT host(address) AS finding FROM allocation GROUP BY vrf_id, address HAVING count(*) > 1
                    """),
            new Rule("a number is promised twice, or its owner has two", """
                    SELECT min(value)::text AS finding FROM number WHERE owner IS NOT NULL
                    GROUP BY pool_id, owner HAVING count(*) > 1
                    """));

    private final Database database;

    public Checker(Database database) {
        this.database = database;
    }

    /// Everything that is wrong, at one moment; empty where nothing is.
    public List<String> findings() {
        return database.call(transaction -> {
            transaction.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return findings(transaction);
        });
    }

    static List<String> findings(Transaction transaction) {
        var findings = new ArrayList<String>();
        RULES.forEach(rule -> findings.addAll(check(transaction, rule)));
        return List.copyOf(findings);
    }

    private static List<String> check(Transaction transaction, Rule rule) {
        return transaction.query(rule.sql(), row -> rule.broken() + ": " + row.text("finding"));
    }
}
