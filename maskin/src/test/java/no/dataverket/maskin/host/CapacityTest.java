package no.dataverket.maskin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.dataverket.maskin.runtime.HostFacts;
import no.dataverket.maskin.runtime.Virtualization;
import org.junit.jupiter.api.Test;

final class CapacityTest {

    private static final HostClass STANDARD = new HostClass("standard", 4, 100, 1024);

    @Test
    void processorsAreSharedAndMemoryIsNot() {
        var capacity = Capacity.of(facts(2, 8192), STANDARD, null, null);
        assertThat(capacity.vcpus()).isEqualTo(8);
        assertThat(capacity.memoryMib()).isEqualTo(7168);
        assertThat(capacity.explanation())
                .isEqualTo("promises 8 vcpus (4 for each of 2 processors) and 7168 MiB of memory (1024 MiB kept for the"
                        + " host)");
    }

    @Test
    void aSmallHostKeepsAQuarterForItself() {
        assertThat(Capacity.of(facts(1, 1000), STANDARD, null, null).memoryMib())
                .isEqualTo(750);
    }

    @Test
    void whatIsGivenIsPromised() {
        var capacity = Capacity.of(facts(2, 8192), STANDARD, 64, 8192);
        assertThat(capacity.vcpus()).isEqualTo(64);
        assertThat(capacity.memoryMib()).isEqualTo(8192);
        assertThat(capacity.explanation()).contains("64 vcpus (as given)", "8192 MiB of memory (as given)");
    }

    @Test
    void moreMemoryThanThereIsCanNotBePromised() {
        assertThatThrownBy(() -> Capacity.of(facts(2, 8192), STANDARD, null, 8193))
                .hasMessageContaining("The host has 8192 MiB of memory; 8193 MiB can't be promised.");
    }

    @Test
    void aClassSaysHowFarAHostIsPromisedMoreThanOnce() {
        var dense = new HostClass("dense", 8, 150, 2048);
        var capacity = Capacity.of(facts(2, 10_240), dense, null, null);
        assertThat(capacity.vcpus()).isEqualTo(16);
        assertThat(capacity.memoryMib()).isEqualTo(12_288);
        assertThat(capacity.explanation()).contains("(2048 MiB kept for the host, 150 % of the rest)");
        assertThat(Capacity.of(facts(2, 10_240), dense, null, 15_360).memoryMib())
                .isEqualTo(15_360);
        assertThatThrownBy(() -> Capacity.of(facts(2, 10_240), dense, null, 15_361))
                .hasMessageContaining("15361 MiB can't be promised.");
    }

    private static HostFacts facts(int processors, long memoryMib) {
        return new HostFacts("h", processors, memoryMib, Virtualization.EMULATION, "none", "sim-1.0", "");
    }
}
