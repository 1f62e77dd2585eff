package no.dataverket.maskin.placement.decision;

import static no.dataverket.maskin.placement.decision.Halls.LONG_AGO;
import static no.dataverket.maskin.placement.decision.Halls.host;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.dataverket.maskin.placement.decision.Headroom.Loss;
import no.dataverket.maskin.placement.decision.Headroom.Shape;
import no.dataverket.maskin.placement.decision.Headroom.Sum;
import no.dataverket.maskin.placement.decision.Headroom.Supply;
import no.dataverket.maskin.placement.decision.HostView.Standing;
import org.junit.jupiter.api.Test;

final class HeadroomTest {

    @Test
    void onlyHostsThatTakeMachinesCount() {
        var headroom = of(
                host("a").reserved(4, 4096),
                host("b").standing(new Standing(false, false, false, true, LONG_AGO)),
                host("c").standing(new Standing(true, true, false, true, LONG_AGO)),
                host("d").standing(new Standing(true, false, true, true, LONG_AGO)),
                host("e").standing(new Standing(true, false, false, false, LONG_AGO)));
        assertThat(headroom.hosts()).isEqualTo(5);
        assertThat(headroom.usable()).isEqualTo(1);
        assertThat(headroom.room()).isEqualTo(new Sum(16, 4, 16_384, 4096));
    }

    @Test
    void theLargestMachinesThatHaveAPlaceAreNamed() {
        var headroom = of(
                host("a").reserved(15, 0),
                host("b").reserved(2, 8192),
                host("c").reserved(16, 0));
        assertThat(headroom.most()).containsExactly(new Shape(1, 16_384, "a"), new Shape(14, 8192, "b"));
        assertThat(of(host("a"), host("b")).most()).containsExactly(new Shape(16, 16_384, "a"));
    }

    @Test
    void afterTheWorstLossOfEachLevelIsWhatStaysFree() {
        var headroom = of(
                host("a").in("r1", "f1", "m").reserved(4, 4096),
                host("b").in("r1", "f1", "m").reserved(4, 4096),
                host("c").in("r2", "f1", "m").reserved(0, 0));
        // 48 vcpus and 49152 MiB, of which 8 and 8192 are reserved.
        assertThat(headroom.losses())
                .containsExactly(
                        new Loss(Level.HOST, "a", 24, 24_576),
                        new Loss(Level.RACK, "r1", 8, 8192),
                        new Loss(Level.POWER, "f1", -8, -8192),
                        new Loss(Level.ROOM, "m", -8, -8192));
    }

    @Test
    void oneWordSaysHowMuchThereIs() {
        assertThat(of().supply()).isEqualTo(Supply.NONE);
        assertThat(of(host("a").reserved(16, 0)).supply()).isEqualTo(Supply.NONE);
        // What one host's failure needs is no supply.
        assertThat(of(host("a")).supply()).isEqualTo(Supply.SCARCE);
        assertThat(of(host("a"), host("b")).supply()).isEqualTo(Supply.PLENTY);
        assertThat(of(host("a").reserved(8, 8192), host("b")).supply()).isEqualTo(Supply.PLENTY);
        assertThat(of(host("a").reserved(8, 8193), host("b")).supply()).isEqualTo(Supply.SCARCE);
    }

    private static Headroom of(Halls... hosts) {
        return Headroom.of(Stream.of(hosts).map(Halls::view).toList());
    }
}
