package no.dataverket.maskin.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.dataverket.maskin.placement.decision.Decision;
import no.dataverket.maskin.placement.decision.Fleet;
import no.dataverket.maskin.placement.decision.HostView;
import no.dataverket.maskin.placement.decision.Policy;
import no.dataverket.maskin.placement.decision.Strategy;
import no.dataverket.maskin.placement.decision.Wanted;
import org.junit.jupiter.api.Test;

final class RejectionsTest {

    @Test
    void eachHostIsToldWithTheFirstFilterThatItFailed() {
        var rejection = Rejections.failure(decide(List.of(
                host("a", false, false, 0, 0),
                host("b", true, false, 0, 0),
                host("c", true, true, 3, 0),
                host("d", true, true, 4, 4095))));
        assertThat(rejection)
                .hasMessageContaining("No hypervisor in dc1 has room for 4 vcpus and 4096 MiB: a takes no new machines;"
                        + " b does not answer; c has 3 of 4 vcpus free; d has 4095 of 4096 MiB free.");
    }

    @Test
    void manyHostsAreToldInNumbers() {
        var hosts = IntStream.range(0, 1000)
                .mapToObj(number -> host("h%03d".formatted(number), number % 4 != 0, true, number % 3, 0))
                .toList();
        var text = Rejections.detail(decide(hosts));
        assertThat(text).contains(": h000 takes no new machines; h001 has 1 of 4 vcpus free; h002 has 2");
        assertThat(text).endsWith("; and 980 more: 245 takes no new machines, 735 has too few free vcpus.");
        assertThat(text).hasSizeLessThan(1500);
    }

    @Test
    void aDatacenterWithoutHostsIsSaidToHaveNone() {
        assertThat(Rejections.detail(decide(List.of())))
                .isEqualTo("No hypervisor is registered in dc1; 4 vcpus and 4096 MiB were asked for.");
    }

    private static Decision decide(List<HostView> hosts) {
        var fleet = new Fleet();
        fleet.replace(hosts);
        return fleet.decideOnFacts(Wanted.room("dc1", 4, 4096), new Policy(Strategy.SPREAD, 1));
    }

    private static HostView host(String name, boolean schedulable, boolean reachable, int vcpus, int memoryMib) {
        return new HostView(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                "dc1",
                "standard",
                null,
                "libvirt on " + name,
                new HostView.Standing(schedulable, false, false, reachable, Instant.EPOCH),
                new HostView.Room(64, 65_536, 64 - vcpus, 65_536 - memoryMib),
                HostView.Domains.UNKNOWN,
                HostView.Reach.EVERYTHING,
                1,
                1);
    }
}
