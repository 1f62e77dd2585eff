package no.dataverket.maskin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.dataverket.maskin.runtime.HostFacts;
import no.dataverket.maskin.runtime.Virtualization;
import org.junit.jupiter.api.Test;

final class CapacityTest {

    @Test
    void processorsAreSharedAndMemoryIsNot() {
        var capacity = Capacity.of(facts(2, 8192), null, null);
        assertThat(capacity.vcpus()).isEqualTo(8);
        assertThat(capacity.memoryMib()).isEqualTo(7168);
        assertThat(capacity.explanation())
                .isEqualTo("promises 8 vcpus (4 for each of 2 processors) and 7168 MiB of memory (1024 MiB kept for the"
                        + " host)");
    }

    @Test
    void aSmallHostKeepsAQuarterForItself() {
        assertThat(Capacity.of(facts(1, 1000), null, null).memoryMib()).isEqualTo(750);
    }

    @Test
    void whatIsGivenIsPromised() {
        var capacity = Capacity.of(facts(2, 8192), 64, 8192);
        assertThat(capacity.vcpus()).isEqualTo(64);
        assertThat(capacity.memoryMib()).isEqualTo(8192);
        assertThat(capacity.explanation()).contains("64 vcpus (as given)", "8192 MiB of memory (as given)");
    }

    @Test
    void moreMemoryThanThereIsCanNotBePromised() {
        assertThatThrownBy(() -> Capacity.of(facts(2, 8192), null, 8193))
                .hasMessageContaining("The host has 8192 MiB of memory; 8193 MiB can't be promised.");
    }

    private static HostFacts facts(int processors, long memoryMib) {
        return new HostFacts("h", processors, memoryMib, Virtualization.EMULATION, "none", "sim-1.0", "");
    }
}
