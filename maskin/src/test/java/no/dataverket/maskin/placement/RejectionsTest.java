package no.dataverket.maskin.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.placement.Rejections.Seen;
import org.junit.jupiter.api.Test;

final class RejectionsTest {

    private static final PlaceVm WANTED = new PlaceVm(Id.next(IdKind.VM), "dc1", 4, 4096);

    @Test
    void eachHostIsToldWithTheFirstFilterThatItFailed() {
        var rejection = Rejections.of(
                        List.of(
                                host("a", false, false, 0, 0),
                                host("b", true, false, 0, 0),
                                host("c", true, true, 3, 0),
                                host("d", true, true, 4, 4095)),
                        WANTED)
                .orElseThrow();
        assertThat(rejection)
                .hasMessageContaining("No hypervisor in dc1 has room for 4 vcpus and 4096 MiB: a takes no new machines;"
                        + " b does not answer; c has 3 of 4 vcpus free; d has 4095 of 4096 MiB free.");
    }

    @Test
    void manyHostsAreToldInNumbers() {
        var hosts = IntStream.range(0, 1000)
                .mapToObj(number -> host("h" + number, number % 4 != 0, true, number % 3, 0))
                .toList();
        var text = String.valueOf(Rejections.of(hosts, WANTED).orElseThrow().getMessage());
        assertThat(text).endsWith("; and 980 more: 245 takes no new machines, 735 has too few free vcpus.");
        assertThat(text).hasSizeLessThan(1500);
    }

    @Test
    void aHostThatWentAwayAMomentAgoIsWaitedForIfItWouldDo() {
        var away = new Seen("a", "libvirt on a", true, false, true, 4, 4096);
        assertThat(Rejections.of(List.of(host("b", true, true, 0, 0), away), WANTED))
                .containsInstanceOf(Absent.class)
                .hasValueSatisfying(
                        absent -> assertThat(((Absent) absent).dependency()).isEqualTo("libvirt on a"));
        var longGone = new Seen("a", "libvirt on a", true, false, false, 4, 4096);
        assertThat(Rejections.of(List.of(longGone), WANTED).orElseThrow()).hasMessageContaining("NO_CAPACITY");
        var full = new Seen("a", "libvirt on a", true, false, true, 4, 4095);
        assertThat(Rejections.of(List.of(full), WANTED).orElseThrow()).hasMessageContaining("NO_CAPACITY");
    }

    @Test
    void aHostThatHasRoomByNowIsNoReasonToRefuse() {
        assertThat(Rejections.of(List.of(host("a", true, true, 4, 4096)), WANTED))
                .isEmpty();
    }

    private static Seen host(String name, boolean schedulable, boolean reachable, int vcpus, int memoryMib) {
        return new Seen(name, "libvirt on " + name, schedulable, reachable, false, vcpus, memoryMib);
    }
}
