package no.dataverket.nett.ipam;

import static no.dataverket.nett.ipam.IpamBench.network;
import static no.dataverket.nett.ipam.IpamBench.port;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import no.dataverket.nett.address.Prefix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A checker that never finds anything proves nothing: here something is wrong.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CheckerIntegrationTest {

    private final IpamBench bench = new IpamBench("checked", new IpamSettings(Prefix.parse("10.192.0.0/20"), 100, 110));

    @BeforeAll
    void fill() {
        for (int i = 0; i < 3; i++) {
            var owner = network();
            var leaf = bench.prefix(owner, null, 24 + i);
            bench.vlan(owner);
            bench.address(leaf, port());
            bench.address(leaf, port());
        }
        bench.database.run(transaction -> {
            transaction.update("ALTER TABLE prefix DROP CONSTRAINT prefix_overlap");
            transaction.update("ALTER TABLE allocation DROP CONSTRAINT allocation_address");
            transaction.update("ALTER TABLE number DROP CONSTRAINT number_owner");
        });
        assertThat(bench.checker.findings()).isEmpty();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two prefixes in use overlap | UPDATE prefix SET prefix = '10.192.0.0/23' WHERE masklen(prefix) = 24",
                "a free block overlaps | UPDATE free_block SET block = '10.192.0.0/21' WHERE masklen(block) = 21",
                "two free blocks overlap | INSERT INTO free_block SELECT root_id, '10.192.8.0/25' FROM free_block LIMIT 1",
                "buddies are not merged | INSERT INTO free_block SELECT root_id, '10.192.0.0/21' FROM free_block LIMIT 1",
                "not the sum of its parts | DELETE FROM free_block WHERE masklen(block) = 21",
                "does not belong to it | UPDATE prefix SET root_id = NULL WHERE masklen(prefix) = 24",
                "count is not that of its bits | UPDATE chunk SET free = free - 1",
                "its bit is not set | UPDATE chunk SET taken = set_bit(taken, 2, 0)",
                "outside of its prefix | UPDATE allocation SET address = '10.199.0.9' WHERE host(address) LIKE '%.2'",
                "not its free | UPDATE chunk SET taken = set_bit(taken, 9, 1), free = free - 1",
                "not its free | DELETE FROM allocation WHERE host(address) = '10.192.0.3'",
                "promised twice | UPDATE allocation SET address = '10.192.0.3' WHERE host(address) = '10.192.0.2'",
                "number is promised twice | UPDATE number SET owner = (SELECT owner FROM number WHERE value = 100) "
                        + "WHERE value = 101",
            })
    void everyKindOfContradictionIsFound(String finding, String damage) {
        var found = new ArrayList<String>();
        try {
            bench.database.run(transaction -> {
                assertThat(transaction.update(damage)).isPositive();
                found.addAll(Checker.findings(transaction));
                throw new IllegalStateException("take it back");
            });
        } catch (IllegalStateException takenBack) {
            assertThat(takenBack).hasMessage("take it back");
        }
        assertThat(found).anyMatch(each -> each.contains(finding));
        assertThat(bench.checker.findings()).isEmpty();
    }
}
