package no.dataverket.maskin.runtime.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.GuestFacts.Face;
import org.junit.jupiter.api.Test;

final class GuestInfoTest {

    @Test
    void namesBecomeFacts() {
        var told = new DomainStats(
                "",
                Map.of("if.count", 2L, "if.0.addr.count", 2L, "if.0.addr.0.prefix", 24L, "if.0.addr.1.prefix", 64L),
                Map.of(
                        "hostname", "web-1",
                        "os.pretty-name", "Debian GNU/Linux 13 (trixie)",
                        "os.kernel-release", "6.12.1",
                        "if.0.name", "enp6s0",
                        "if.0.hwaddr", "52:54:00:00:00:01",
                        "if.0.addr.0.addr", "10.20.0.2",
                        "if.0.addr.1.addr", "fe80::1",
                        "if.1.name", "lo"));
        assertThat(GuestInfo.read(told))
                .isEqualTo(new GuestFacts(
                        "web-1",
                        "Debian GNU/Linux 13 (trixie)",
                        "6.12.1",
                        List.of(
                                new Face("enp6s0", "52:54:00:00:00:01", List.of("10.20.0.2/24", "fe80::1/64")),
                                new Face("lo", "", List.of()))));
    }

    @Test
    void aSystemWithoutAPrettyNameIsNamedByItsParts() {
        var told = new DomainStats("", Map.of(), Map.of("os.name", "Alpine", "os.version", "3.20"));
        assertThat(GuestInfo.read(told).os()).isEqualTo("Alpine 3.20");
        assertThat(GuestInfo.read(new DomainStats("", Map.of(), Map.of())))
                .isEqualTo(new GuestFacts("", "", "", List.of()));
    }

    @Test
    void aGuestThatLiesALotIsCutShort() {
        var told = new DomainStats(
                "",
                Map.of("if.count", 1L << 40, "if.0.addr.count", 1L << 40),
                Map.of("hostname", "a\u001b[2J\nb\0" + "x".repeat(10_000)));
        var facts = GuestInfo.read(told);
        assertThat(facts.hostname()).hasSize(200).startsWith("a[2Jbx");
        assertThat(facts.faces()).hasSize(32);
        assertThat(facts.faces().getFirst().addresses()).hasSize(32);
    }
}
