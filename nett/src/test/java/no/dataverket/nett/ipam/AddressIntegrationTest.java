package no.dataverket.nett.ipam;

import static no.dataverket.nett.ipam.IpamBench.network;
import static no.dataverket.nett.ipam.IpamBench.port;
import static no.dataverket.nett.ipam.IpamBench.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.nett.address.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AddressIntegrationTest {

    private final IpamBench bench = new IpamBench("addresses", IpamSettings.defaults());

    @AfterAll
    void close() {
        assertThat(bench.checker.findings()).isEmpty();
        bench.close();
    }

    private Optional<Address> tryAddress(Leaf leaf, Id owner) {
        try {
            return Optional.of(bench.address(leaf, owner));
        } catch (Failure failure) {
            assertThat(failure.code()).isEqualTo(ProblemCode.NETWORK_ADDRESSES_EXHAUSTED);
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 26, 24, 22})
    void sixtyFourClientsGetEveryAddressOnceAndNoneMore(int length) {
        var leaf = bench.prefix(network(), null, length);
        int room = (int) leaf.prefix().size() - 3;
        var given = together(room + 40, i -> tryAddress(leaf, port())).stream()
                .flatMap(Optional::stream)
                .toList();
        assertThat(given).hasSize(room).doesNotHaveDuplicates();
        assertThat(given)
                .allMatch(leaf.prefix()::contains)
                .doesNotContain(
                        leaf.prefix().network(),
                        leaf.prefix().gateway(),
                        leaf.prefix().broadcast());
        assertThat(bench.checker.findings()).isEmpty();
    }

    @Test
    void theLastFreeAddressIsFoundWhereverItIs() {
        var leaf = bench.prefix(network(), null, 22);
        var owners = new ArrayList<>(together(1021, i -> {
            var owner = port();
            bench.address(leaf, owner);
            return owner;
        }));
        var random = new Random(4);
        for (int round = 0; round < 25; round++) {
            var owner = owners.remove(random.nextInt(owners.size()));
            var address = bench.address(leaf, owner);
            bench.release(owner);
            assertThat(bench.ipam.reap(bench.database)).isEqualTo(1);
            var winners = Collections.synchronizedList(new ArrayList<Id>());
            var given = together(64, i -> {
                var asking = port();
                var answer = tryAddress(leaf, asking);
                answer.ifPresent(got -> winners.add(asking));
                return answer;
            });
            assertThat(given.stream().flatMap(Optional::stream)).containsExactly(address);
            owners.addAll(winners);
        }
    }

    @Test
    void theSameOwnerGetsTheSameAddressHoweverOftenItAsks() {
        var leaf = bench.prefix(network(), null, 26);
        var owner = port();
        assertThat(new HashSet<>(together(128, i -> bench.address(leaf, owner))))
                .hasSize(1);
        assertThat(bench.database.call(bench.ipam::usages).get(leaf.id())).isEqualTo(new Usage(61, 1, 0));
    }

    @Test
    void aRequestedAddressIsHonouredOrRefused() {
        var leaf = bench.prefix(network(), "10.20.0.0/23", 0);
        assertThat(bench.address(leaf, port(), "10.20.1.7")).hasToString("10.20.1.7");
        assertThat(refusal(leaf, "10.20.1.7")).isEqualTo(ProblemCode.ADDRESS_IN_USE);
        assertThat(refusal(leaf, "10.20.0.1")).isEqualTo(ProblemCode.ADDRESS_IN_USE);
        assertThat(refusal(leaf, "10.20.0.0")).isEqualTo(ProblemCode.ADDRESS_NOT_IN_PREFIX);
        assertThat(refusal(leaf, "10.20.1.255")).isEqualTo(ProblemCode.ADDRESS_NOT_IN_PREFIX);
        assertThat(refusal(leaf, "10.20.2.1")).isEqualTo(ProblemCode.ADDRESS_NOT_IN_PREFIX);
        assertThat(bench.address(leaf, port(), "10.20.0.255")).hasToString("10.20.0.255");
        assertThat(bench.address(leaf, port(), "10.20.1.0")).hasToString("10.20.1.0");
    }

    @Test
    void oneOfManyWhoRequestTheSameAddressGetsIt() {
        var leaf = bench.prefix(network(), null, 24);
        var wanted = leaf.prefix().network().plus(77).toString();
        var given = together(64, i -> {
            try {
                return Optional.of(bench.address(leaf, port(), wanted));
            } catch (Failure failure) {
                assertThat(failure.code()).isEqualTo(ProblemCode.ADDRESS_IN_USE);
                return Optional.<Address>empty();
            }
        });
        assertThat(given.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void aReleasedAddressRestsUntilNobodyRealisesIt() {
        var leaf = bench.prefix(network(), null, 29);
        var owner = port();
        var host = Id.next(IdKind.HYPERVISOR);
        var address = bench.address(leaf, owner);
        bench.database.run(transaction -> bench.ipam.realisations().promise(transaction, owner, host));
        bench.release(owner);
        bench.ipam.reap(bench.database);
        assertThat(refusal(leaf, address.toString())).isEqualTo(ProblemCode.ADDRESS_IN_USE);

        var seen = bench.promisedAt(host);
        bench.database.run(transaction -> bench.ipam.realisations().promise(transaction, owner, host));
        assertThat(bench.database.<Boolean>call(
                        transaction -> bench.ipam.realisations().absent(transaction, seen)))
                .as("an absence that was seen before a newer promise")
                .isFalse();
        bench.ipam.reap(bench.database);
        assertThat(refusal(leaf, address.toString())).isEqualTo(ProblemCode.ADDRESS_IN_USE);

        var newest = bench.promisedAt(host);
        assertThat(bench.database.<Boolean>call(
                        transaction -> bench.ipam.realisations().absent(transaction, newest)))
                .isTrue();
        bench.ipam.reap(bench.database);
        assertThat(bench.address(leaf, port(), address.toString())).isEqualTo(address);
    }

    private ProblemCode refusal(Leaf leaf, String requested) {
        return assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> bench.address(leaf, port(), requested))
                .actual()
                .code();
    }
}
