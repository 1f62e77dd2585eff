package no.dataverket.maskin.runtime.libvirt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmUsage;
import no.dataverket.maskin.runtime.VmUsage.DiskUsage;
import no.dataverket.maskin.runtime.VmUsage.NicUsage;

/// What libvirt tells of one active domain: names with numbers or texts, such as `net.0.rx.bytes`.
///
/// Source: libvirt's documentation of `virConnectGetAllDomainStats`, and its header for the layout of
/// `virTypedParameter` on 64-bit Linux: a name of 80 bytes, the type, and a union at the next multiple of 8.
///
/// @param uuid of the domain
record DomainStats(String uuid, Map<String, Long> numbers, Map<String, String> texts) {

    /// Processor, balloon, interfaces, disks.
    static final int GROUPS = 2 | 4 | 16 | 32;

    static final int ACTIVE = 1;

    private static final int PARAMETER_BYTES = 96;
    private static final int TYPE = 80;
    private static final int VALUE = 88;
    private static final int INT = 1;
    private static final int UNSIGNED_INT = 2;
    private static final int LONG = 3;
    private static final int UNSIGNED_LONG = 4;
    private static final int TEXT = 7;
    private static final long KIB = 1024;

    /// Copies an array of `virTypedParameter`.
    static DomainStats read(String uuid, MemorySegment parameters, int count) {
        var numbers = new HashMap<String, Long>();
        var texts = new HashMap<String, String>();
        var array = parameters.reinterpret((long) PARAMETER_BYTES * count);
        for (int index = 0; index < count; index++) {
            var parameter = array.asSlice((long) PARAMETER_BYTES * index, PARAMETER_BYTES);
            var name = parameter.getString(0);
            switch (parameter.get(JAVA_INT, TYPE)) {
                case INT -> numbers.put(name, (long) parameter.get(JAVA_INT, VALUE));
                case UNSIGNED_INT -> numbers.put(name, Integer.toUnsignedLong(parameter.get(JAVA_INT, VALUE)));
                case LONG, UNSIGNED_LONG -> numbers.put(name, parameter.get(JAVA_LONG, VALUE));
                case TEXT -> texts.put(name, NativeLibvirt.text(parameter.get(ADDRESS, VALUE)));
                default -> {
                    // fractions and flags; nothing that is asked for is one
                }
            }
        }
        return new DomainStats(uuid, numbers, texts);
    }

    VmUsage usage() {
        var resident = numbers.get("balloon.rss");
        return new VmUsage(
                VmId.parse(uuid),
                number("cpu.time"),
                number("balloon.current") * KIB,
                resident == null ? OptionalLong.empty() : OptionalLong.of(resident * KIB),
                disks(),
                nics());
    }

    private List<DiskUsage> disks() {
        var disks = new ArrayList<DiskUsage>();
        for (int index = 0; index < number("block.count"); index++) {
            var disk = "block." + index + ".";
            disks.add(new DiskUsage(
                    text(disk + "name"),
                    number(disk + "rd.bytes"),
                    number(disk + "rd.reqs"),
                    number(disk + "wr.bytes"),
                    number(disk + "wr.reqs")));
        }
        return disks;
    }

    private List<NicUsage> nics() {
        var nics = new ArrayList<NicUsage>();
        for (int index = 0; index < number("net.count"); index++) {
            var nic = "net." + index + ".";
            nics.add(new NicUsage(
                    text(nic + "name"),
                    number(nic + "rx.bytes"),
                    number(nic + "rx.pkts"),
                    number(nic + "rx.drop"),
                    number(nic + "tx.bytes"),
                    number(nic + "tx.pkts"),
                    number(nic + "tx.drop")));
        }
        return nics;
    }

    long number(String name) {
        return Objects.requireNonNullElse(numbers.get(name), 0L);
    }

    String text(String name) {
        return Objects.requireNonNullElse(texts.get(name), "");
    }
}
