package no.dataverket.nett.ipam;

import static no.dataverket.nett.ipam.IpamBench.network;
import static no.dataverket.nett.ipam.IpamBench.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
final class PrefixIntegrationTest {

    private static IpamBench bench(String schema, String pool) {
        return new IpamBench(schema, new IpamSettings(Prefix.parse(pool), 100, 199));
    }

    private static Optional<Leaf> tryPrefix(IpamBench bench, Id owner, int length) {
        try {
            return Optional.of(bench.prefix(owner, null, length));
        } catch (Failure failure) {
            assertThat(failure.code()).isEqualTo(ProblemCode.POOL_EXHAUSTED);
            return Optional.empty();
        }
    }

    @Test
    void sixtyFourClientsGetEveryPrefixOfThePoolOnce() {
        try (var bench = bench("prefixes_full", "10.192.0.0/18")) {
            var given = together(100, i -> tryPrefix(bench, network(), 24)).stream()
                    .flatMap(Optional::stream)
                    .map(Leaf::prefix)
                    .toList();
            assertThat(given).hasSize(64).doesNotHaveDuplicates();
            assertThat(bench.checker.findings()).isEmpty();
        }
    }

    @Test
    void anyMixtureOfLengthsAndOrdersLeavesTheBooksInOrder() {
        try (var bench = bench("prefixes_mixed", "10.192.0.0/16")) {
            var held = new ConcurrentLinkedQueue<Id>();
            together(400, i -> {
                var random = ThreadLocalRandom.current();
                var owner = network();
                var leaf = tryPrefix(bench, owner, random.nextInt(20, 30));
                leaf.ifPresent(got -> {
                    bench.address(got, IpamBench.port());
                    held.add(owner);
                });
                var other = random.nextBoolean() ? held.poll() : null;
                if (other != null) {
                    bench.release(other);
                    bench.ipam.reap(bench.database);
                }
                return i;
            });
            assertThat(bench.checker.findings()).isEmpty();

            // What still has a promised address in it is not freed with its network.
            bench.database.run(transaction -> transaction.update(
                    "UPDATE allocation SET state = 'QUARANTINED', quarantine_until = now() WHERE purpose = 'PORT'"));
            held.forEach(bench::release);
            bench.ipam.reap(bench.database);
            assertThat(bench.checker.findings()).isEmpty();
            assertThat(bench.prefix(network(), null, 16).prefix())
                    .as("all buddies found each other again")
                    .hasToString("10.192.0.0/16");
        }
    }

    @Test
    void anExplicitPrefixIsCarvedOutOfThePoolOrLiesOutside() {
        try (var bench = bench("prefixes_named", "10.192.0.0/20")) {
            assertThat(bench.prefix(network(), "10.192.5.128/25", 0).prefix()).hasToString("10.192.5.128/25");
            assertThat(bench.prefix(network(), "192.168.7.0/24", 0).prefix()).hasToString("192.168.7.0/24");
            for (var taken : new String[] {
                "10.192.5.128/25",
                "10.192.5.0/24",
                "10.192.5.192/26",
                "10.192.0.0/16",
                "10.192.0.0/20",
                "192.168.0.0/16",
                "192.168.7.64/26"
            }) {
                assertThatExceptionOfType(Failure.class)
                        .as(taken)
                        .isThrownBy(() -> bench.prefix(network(), taken, 0))
                        .matches(failure -> failure.code() == ProblemCode.PREFIX_OVERLAP);
            }
            assertThat(bench.prefix(network(), "10.192.5.0/25", 0).prefix()).hasToString("10.192.5.0/25");
            var others = new ArrayList<Prefix>();
            for (var leaf = tryPrefix(bench, network(), 24); leaf.isPresent(); leaf = tryPrefix(bench, network(), 24)) {
                others.add(leaf.get().prefix());
            }
            assertThat(others).hasSize(15).doesNotContain(Prefix.parse("10.192.5.0/24"));
            assertThat(bench.checker.findings()).isEmpty();
        }
    }

    @Test
    void oneOfManyWhoWantOverlappingPrefixesOutsideOfThePoolGetsIt() {
        try (var bench = bench("prefixes_raced", "10.192.0.0/20")) {
            var random = new Random(7);
            for (int round = 0; round < 5; round++) {
                var within = new Prefix(new Address(0xAC100000 + (round << 16)), 16);
                var winners = together(64, i -> {
                    int length = 16 + random.nextInt(8);
                    var wanted = Prefix.of(within.network(), length).toString();
                    try {
                        return Optional.of(bench.prefix(network(), wanted, 0));
                    } catch (Failure failure) {
                        assertThat(failure.code()).isEqualTo(ProblemCode.PREFIX_OVERLAP);
                        return Optional.<Leaf>empty();
                    }
                });
                assertThat(winners.stream().flatMap(Optional::stream)).hasSize(1);
            }
            assertThat(bench.checker.findings()).isEmpty();
        }
    }

    @Test
    void theSameOwnerGetsTheSamePrefixAndVlanHoweverOftenItAsks() {
        try (var bench = bench("prefixes_again", "10.192.0.0/20")) {
            var owner = network();
            assertThat(new HashSet<>(together(64, i -> bench.prefix(owner, null, 24))))
                    .hasSize(1);
            assertThat(new HashSet<>(together(64, i -> bench.vlan(owner)))).hasSize(1);
            assertThat(bench.checker.findings()).isEmpty();
        }
    }

    @Test
    void everyVlanIsGivenOnceAndNotAgainWhileAHostHasIt() {
        try (var bench = bench("vlans", "10.192.0.0/20")) {
            var owners = together(100, i -> {
                var owner = network();
                bench.vlan(owner);
                return owner;
            });
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> bench.vlan(network()))
                    .matches(failure -> failure.code() == ProblemCode.POOL_EXHAUSTED);
            var gone = owners.get(41);
            int vlan = bench.vlan(gone);
            var host = Id.next(IdKind.HYPERVISOR);
            bench.database.run(transaction -> bench.ipam.realisations().promise(transaction, gone, host));
            bench.release(gone);
            bench.ipam.reap(bench.database);
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> bench.vlan(network()));
            var seen = bench.promisedAt(host);
            assertThat(seen.vlan()).isEqualTo(vlan);
            bench.database.run(transaction -> bench.ipam.realisations().absent(transaction, seen));
            bench.ipam.reap(bench.database);
            assertThat(bench.vlan(network())).isEqualTo(vlan);
            assertThat(bench.checker.findings()).isEmpty();
        }
    }

    @Test
    void aPoolThatGrowsOverNamedPrefixesLeavesThemOut() {
        try (var bench = bench("prefixes_grown", "10.192.0.0/20")) {
            bench.prefix(network(), "172.16.3.0/24", 0);
            var wider = new Ipam(new IpamSettings(Prefix.parse("172.16.0.0/22"), 50, 60));
            bench.database.run(transaction -> wider.shape(transaction, "lab1"));
            bench.database.run(transaction -> wider.shape(transaction, "lab1"));
            assertThat(bench.checker.findings()).isEmpty();
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> bench.prefix(network(), "172.16.3.0/25", 0))
                    .matches(failure -> failure.code() == ProblemCode.PREFIX_OVERLAP);
            assertThat(bench.vlan(network())).isEqualTo(50);
        }
    }
}
