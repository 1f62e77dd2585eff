package no.dataverket.nett.ipam;

import static no.dataverket.nett.ipam.IpamBench.network;
import static no.dataverket.nett.ipam.IpamBench.port;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.testing.Eventually;
import no.dataverket.core.testing.TestPlatform;
import no.dataverket.nett.address.Address;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
final class CrashIntegrationTest {

    private static final int KILLS = 3;

    @Test
    void noAddressIsGivenTwiceWhenTheDatabaseDiesUnderSixtyFourClients() throws Exception {
        try (var platform = new TestPlatform();
                var bench = new IpamBench(
                        platform.postgres().role("nett", List.of("nett"), IpamBench.CLIENTS),
                        "nett",
                        IpamSettings.defaults())) {
            var leaf = bench.prefix(network(), null, 16);
            Map<Id, Address> given = new ConcurrentHashMap<>();
            var enough = new AtomicBoolean();
            try (var threads = Executors.newFixedThreadPool(IpamBench.CLIENTS)) {
                for (int i = 0; i < IpamBench.CLIENTS; i++) {
                    threads.execute(() -> {
                        while (!enough.get()) {
                            var owner = port();
                            given.put(owner, insisting(() -> bench.address(leaf, owner)));
                        }
                    });
                }
                for (int kill = 1; kill <= KILLS; kill++) {
                    int sofar = given.size();
                    Eventually.eventually(given::size, size -> size > sofar + 300);
                    kill9(platform.postgres().pid());
                    int killed = given.size();
                    Eventually.eventually(given::size, size -> size > killed + IpamBench.CLIENTS);
                }
                enough.set(true);
            }
            assertThat(given.values()).doesNotHaveDuplicates();
            assertThat(bench.checker.findings()).isEmpty();
            given.forEach(
                    (owner, address) -> assertThat(held(bench.database, owner)).isEqualTo(address));
        }
    }

    /// What a client does: the same request again, until there is an answer.
    private static Address insisting(Supplier<Address> request) {
        while (true) {
            try {
                return request.get();
            } catch (DatabaseFailure away) {
                assertThat(away.unavailable()).as(away.toString()).isTrue();
            }
        }
    }

    private static Address held(Database database, Id owner) {
        return database.call(transaction -> transaction.one(
                "SELECT host(address) AS address FROM allocation WHERE owner = ?",
                row -> Address.parse(row.text("address")),
                owner));
    }

    private static void kill9(long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor())
                .isZero();
    }
}
