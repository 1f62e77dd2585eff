package no.dataverket.maskin.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a VM is made of, as its definition says or as the hypervisor has it for the next start. The digests
/// that are kept with a VM say what was asked for; this says what is there, whoever changed it.
///
/// @param vcpus processors that the guest may have
/// @param givenVcpus processors of them that it has from its start on
/// @param memoryKib memory that the guest may have
/// @param givenKib memory of it that it has from its start on
/// @param boot in the words of [#boot]
/// @param drives files by the name of the drive: [#DISK], [#SEED], and the hypervisor's names of others
/// @param nics in the words of [#nic], in the order of their index
public record Configuration(
        String machineType,
        int vcpus,
        int givenVcpus,
        long memoryKib,
        long givenKib,
        String boot,
        SortedMap<String, String> drives,
        List<String> nics) {

    /// Name of the root disk.
    public static final String DISK = "disk";

    /// Name of the seed.
    public static final String SEED = "seed";

    private static final long KIB_PER_MIB = 1024;

    public Configuration {
        drives = Collections.unmodifiableSortedMap(new TreeMap<>(drives));
        nics = List.copyOf(nics);
    }

    /// One thing that is another than it should be.
    ///
    /// @param what in a word, for whoever uses the machine
    /// @param expected for whoever runs the host; it names files
    /// @param seen for whoever runs the host
    public record Difference(String what, String expected, String seen) {}

    /// What a definition asks for.
    public static Configuration of(VmDefinition definition) {
        var hardware = definition.hardware();
        var memory = hardware.memoryMib() * KIB_PER_MIB;
        var drives = new TreeMap<String, String>();
        drives.put(DISK, definition.drives().disk().toString());
        drives.put(SEED, definition.drives().seed().toString());
        definition
                .drives()
                .data()
                .forEach(data -> drives.put(data.device(), data.path().toString()));
        return new Configuration(
                hardware.machineType(),
                hardware.vcpus(),
                hardware.vcpus(),
                memory,
                memory,
                boot(definition.boot()),
                drives,
                definition.nics().stream().map(Configuration::nic).toList());
    }

    /// How a VM starts, in words.
    public static String boot(Boot boot) {
        return switch (boot) {
            case Boot.FromDisk() -> "from its disk";
            case Boot.FromKernel(var kernel, var initrd, var cmdline) ->
                boot(kernel.toString(), initrd.toString(), cmdline);
        };
    }

    /// How a VM starts whose kernel the hypervisor loads, in words.
    public static String boot(String kernel, String initrd, String cmdline) {
        return "kernel " + kernel + ", initrd " + initrd + ", command line " + cmdline.strip();
    }

    /// An interface, in words.
    public static String nic(Nic nic) {
        return nic(Integer.toString(nic.index()), nic.mac(), nic.bridge(), nic.vlanTag(), nic.mtu(), nic.hostDevice());
    }

    /// An interface, in words.
    ///
    /// @param vlan 0 where it is in none
    public static String nic(String index, String mac, String bridge, int vlan, int mtu, String hostDevice) {
        return index + ": " + mac + " on " + bridge + (vlan == 0 ? "" : " in VLAN " + vlan) + ", MTU " + mtu + ", as "
                + hostDevice;
    }

    /// This with other memory.
    public Configuration withMemory(int memoryMib) {
        var kib = memoryMib * KIB_PER_MIB;
        return new Configuration(machineType, vcpus, givenVcpus, kib, kib, boot, drives, nics);
    }

    /// How something that was seen differs from this.
    public List<Difference> differences(Configuration seen) {
        var found = new ArrayList<Difference>();
        add(found, "machine model", machineType, seen.machineType);
        add(found, "processors", processors(), seen.processors());
        add(found, "memory", memory(), seen.memory());
        add(found, "boot", boot, seen.boot);
        Stream.concat(drives.keySet().stream(), seen.drives.keySet().stream())
                .distinct()
                .sorted()
                .forEach(drive -> add(found, "drive " + drive, file(drives, drive), file(seen.drives, drive)));
        add(found, "interfaces", String.join("; ", nics), String.join("; ", seen.nics));
        return found;
    }

    private static String file(SortedMap<String, String> drives, String drive) {
        return Objects.requireNonNullElse(drives.get(drive), "none");
    }

    private static void add(List<Difference> found, String what, String expected, String seen) {
        if (!expected.equals(seen)) {
            found.add(new Difference(what, expected, seen));
        }
    }

    private String processors() {
        return vcpus + (vcpus == givenVcpus ? "" : ", given " + givenVcpus);
    }

    private String memory() {
        return size(memoryKib) + (memoryKib == givenKib ? "" : ", given " + size(givenKib));
    }

    private static String size(long kib) {
        return kib % KIB_PER_MIB == 0 ? kib / KIB_PER_MIB + " MiB" : kib + " KiB";
    }
}
