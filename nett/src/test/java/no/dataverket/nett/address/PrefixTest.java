package no.dataverket.nett.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrefixTest {

    @Test
    void knowsItsFirstAndLastAddresses() {
        var prefix = Prefix.parse("10.192.4.0/24");
        assertThat(prefix.network()).hasToString("10.192.4.0");
        assertThat(prefix.gateway()).hasToString("10.192.4.1");
        assertThat(prefix.broadcast()).hasToString("10.192.4.255");
        assertThat(prefix.size()).isEqualTo(256);
    }

    @Test
    void worksAtTheEndsOfTheAddressSpace() {
        assertThat(Prefix.parse("0.0.0.0/0").size()).isEqualTo(1L << 32);
        assertThat(Prefix.parse("0.0.0.0/0").contains(Address.parse("255.255.255.255")))
                .isTrue();
        assertThat(Prefix.parse("255.255.255.255/32").broadcast()).hasToString("255.255.255.255");
        assertThat(Prefix.parse("255.255.255.254/31").halves()).hasToString("[255.255.255.254/32, 255.255.255.255/32]");
        assertThat(Prefix.parse("128.0.0.0/1").sibling()).hasToString("0.0.0.0/1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.parse("255.255.255.255").plus(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.parse("0.0.0.0").plus(-1));
    }

    @Test
    void splitsIntoHalvesThatAreEachOthersSiblings() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            var prefix = Prefix.of(new Address(random.nextInt()), random.nextInt(32));
            var lower = prefix.halves().getFirst();
            var upper = prefix.halves().getLast();
            assertThat(lower.sibling()).isEqualTo(upper);
            assertThat(upper.sibling()).isEqualTo(lower);
            assertThat(upper.parent()).isEqualTo(prefix);
            assertThat(lower.network()).isEqualTo(prefix.network());
            assertThat(upper.broadcast()).isEqualTo(prefix.broadcast());
            assertThat(lower.overlaps(upper)).isFalse();
            assertThat(prefix.contains(upper) && prefix.overlaps(lower) && !lower.contains(prefix))
                    .isTrue();
            assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
        }
    }

    @Test
    void ordersAddressesAsUnsignedNumbers() {
        assertThat(Address.parse("127.255.255.255")).isLessThan(Address.parse("128.0.0.0"));
        assertThat(Address.parse("192.168.0.1").minus(Address.parse("10.0.0.1")))
                .isEqualTo(3_064_463_360L);
    }

    @Test
    void saysWhatWasMeantWhereHostBitsAreSet() {
        assertThatIllegalArgumentException().isThrownBy(() -> Prefix.parse("10.0.0.1/24"));
        assertThat(Prefix.parseLeniently("10.0.0.1/24")).hasToString("10.0.0.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "256.0.0.0/8",
                "010.0.0.0/8",
                "10.0.0.0/08",
                " 10.0.0.0/8",
                "10.0.0.0/8 ",
                "::/0",
                "10.0.0.0/8/8"
            })
    void refusesWhatIsNoPrefix(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Prefix.parse(text));
    }
}
