package no.dataverket.maskin.runtime.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import no.dataverket.maskin.runtime.VmUsage.DiskUsage;
import no.dataverket.maskin.runtime.VmUsage.NicUsage;
import org.junit.jupiter.api.Test;

/// Reads memory that is laid out as libvirt lays it out.
final class DomainStatsTest {

    private static final String UUID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Test
    void whatLibvirtTellsBecomesUse() {
        var told = new LinkedHashMap<String, Object>();
        told.put("cpu.time", 5_000_000_000L);
        told.put("cpu.user", 1L);
        told.put("balloon.current", 262_144L);
        told.put("balloon.rss", 100L);
        told.put("net.count", 1);
        told.put("net.0.name", "dv123-0");
        told.put("net.0.rx.bytes", 7L);
        told.put("net.0.rx.pkts", 6L);
        told.put("net.0.rx.drop", 5L);
        told.put("net.0.tx.bytes", 4L);
        told.put("net.0.tx.pkts", 3L);
        told.put("net.0.tx.drop", 2L);
        told.put("block.count", 2);
        told.put("block.0.name", "vda");
        told.put("block.0.rd.bytes", Long.MAX_VALUE);
        told.put("block.0.rd.reqs", 11L);
        told.put("block.0.wr.bytes", 12L);
        told.put("block.0.wr.reqs", 13L);
        told.put("block.1.name", "sda");

        var usage = read(told).usage();

        assertThat(usage.vm()).hasToString(UUID);
        assertThat(usage.cpuNanos()).isEqualTo(5_000_000_000L);
        assertThat(usage.memoryBytes()).isEqualTo(256L << 20);
        assertThat(usage.residentBytes()).isEqualTo(OptionalLong.of(100L << 10));
        assertThat(usage.nics()).containsExactly(new NicUsage("dv123-0", 7, 6, 5, 4, 3, 2));
        assertThat(usage.disks())
                .containsExactly(new DiskUsage("vda", Long.MAX_VALUE, 11, 12, 13), new DiskUsage("sda", 0, 0, 0, 0));
    }

    @Test
    void whatIsNotToldIsNotMadeUp() {
        var usage = read(Map.of()).usage();
        assertThat(usage.residentBytes()).isEmpty();
        assertThat(usage.nics()).isEmpty();
        assertThat(usage.disks()).isEmpty();
    }

    /// `virTypedParameter`: a name of 80 bytes, the type, and the value from byte 88.
    private static DomainStats read(Map<String, Object> told) {
        try (var arena = Arena.ofConfined()) {
            var memory = arena.allocate(Math.max(1, 96L * told.size()), 8);
            int index = 0;
            for (var parameter : told.entrySet()) {
                var at = memory.asSlice(96L * index++, 96);
                at.setString(0, parameter.getKey());
                switch (parameter.getValue()) {
                    case Integer number -> write(at, 2, ValueLayout.JAVA_INT, number);
                    case Long number -> {
                        at.set(ValueLayout.JAVA_INT, 80, 4);
                        at.set(ValueLayout.JAVA_LONG, 88, number);
                    }
                    case String text -> {
                        at.set(ValueLayout.JAVA_INT, 80, 7);
                        at.set(ValueLayout.ADDRESS, 88, arena.allocateFrom(text));
                    }
                    default -> throw new IllegalArgumentException(parameter.getKey());
                }
            }
            return DomainStats.read(UUID, memory, told.size());
        }
    }

    private static void write(MemorySegment at, int type, ValueLayout.OfInt layout, int number) {
        at.set(layout, 80, type);
        at.set(layout, 88, number);
    }
}
