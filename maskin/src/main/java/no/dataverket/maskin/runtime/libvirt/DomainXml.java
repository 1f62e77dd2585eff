package no.dataverket.maskin.runtime.libvirt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;

/// Translates definitions into libvirt's domain XML.
///
/// Each device has a root port of its own, and which one is fixed here: a guest finds a device at the same
/// address after any change to the others. Ports 1 to 5 are for what each VM has, 6 to 13 for network
/// interfaces by index, 17 to 24 for data disks by index, which only VMs have that have such a disk; the rest is
/// spare.
///
/// Source: libvirt's documentation, "Domain XML format".
final class DomainXml {

    /// Raised when this class writes something else for the same definition.
    static final String LAYOUT = "1";

    /// Name of the root disk towards libvirt.
    static final String ROOT_DISK = "vda";

    /// Name of the seed towards libvirt.
    static final String SEED_DISK = "vdb";

    private static final int PORT_DISK = 1;
    private static final int PORT_SEED = 2;
    private static final int PORT_SERIAL = 3;
    private static final int PORT_RANDOM = 4;
    private static final int PORT_BALLOON = 5;
    private static final int PORT_FIRST_NIC = 6;
    private static final int NICS = 8;
    private static final int PORT_FIRST_DATA = 17;
    private static final int PORTS = 16;
    private static final int PORTS_WITH_DATA = 24;
    private static final int PORTS_PER_SLOT = 8;

    private DomainXml() {}

    static String of(VmDefinition definition, DomainMetadata metadata, Virtualization virtualization, Path consoleLog) {
        return XmlText.of(xml -> xml.element(
                "domain",
                domain -> {
                    domain.text("name", definition.id().domainName());
                    domain.text("uuid", definition.id());
                    domain.text("title", title(definition));
                    domain.element("metadata", metadata::writeTo);
                    domain.text("memory", definition.hardware().memoryMib(), "unit", "MiB");
                    domain.text("vcpu", definition.hardware().vcpus());
                    writeMachine(domain, definition, virtualization);
                    domain.element("devices", devices -> {
                        writeDisks(devices, definition.drives());
                        for (var disk : definition.drives().data()) {
                            writeData(devices, disk);
                        }
                        writePorts(devices, definition.drives().data().isEmpty() ? PORTS : PORTS_WITH_DATA);
                        for (var nic : definition.nics()) {
                            writeNic(devices, definition.id(), nic);
                        }
                        writeConsole(devices, consoleLog);
                        writeExtras(devices);
                    });
                },
                "type",
                type(virtualization)));
    }

    /// An interface alone, for plugging, unplugging and changing.
    static String nic(VmId vm, Nic nic) {
        return XmlText.of(xml -> writeNic(xml, vm, nic));
    }

    /// What names an interface that's to be unplugged. libvirt goes by the MAC address; the type is one that
    /// asks for nothing more.
    static String nicByMac(String mac) {
        return XmlText.of(xml -> xml.element("interface", inner -> inner.empty("mac", "address", mac), "type", "user"));
    }

    /// A guest that lives for the length of a probe. It's marked in our namespace, but not as a VM.
    static String probe(String name, ProbeGuest guest, Path consoleLog) {
        return XmlText.of(xml -> xml.element(
                "domain",
                domain -> {
                    domain.text("name", name);
                    domain.element(
                            "metadata",
                            metadata -> metadata.element(
                                    DomainMetadata.PREFIX + ":probe",
                                    probe -> probe.namespace(DomainMetadata.PREFIX, DomainMetadata.NAMESPACE)));
                    domain.text("memory", 256, "unit", "MiB");
                    domain.text("vcpu", 1);
                    domain.element("os", os -> {
                        os.text("type", "hvm", "arch", "x86_64", "machine", "q35");
                        writeKernel(os, new Boot.FromKernel(guest.kernel(), guest.initrd(), guest.cmdline()));
                    });
                    domain.element(
                            "features", features -> features.empty("acpi").empty("apic"));
                    domain.empty("cpu", "mode", "host-model");
                    domain.text("on_reboot", "destroy");
                    domain.element("devices", devices -> {
                        writeConsole(devices, consoleLog);
                        devices.empty("controller", "type", "usb", "model", "none");
                        devices.empty("memballoon", "model", "none");
                    });
                },
                "type",
                type(Virtualization.KVM)));
    }

    private static String type(Virtualization virtualization) {
        return switch (virtualization) {
            case KVM -> "kvm";
            case EMULATION -> "qemu";
        };
    }

    private static String title(VmDefinition definition) {
        var owner = definition.owner();
        return String.join(
                "/",
                owner.tenant().name(),
                owner.project().name(),
                owner.environment().name(),
                definition.name());
    }

    private static void writeMachine(XmlText domain, VmDefinition definition, Virtualization virtualization)
            throws XMLStreamException {
        domain.element("os", os -> {
            os.text(
                    "type",
                    "hvm",
                    "arch",
                    "x86_64",
                    "machine",
                    definition.hardware().machineType());
            switch (definition.boot()) {
                case Boot.FromDisk() -> os.empty("boot", "dev", "hd");
                case Boot.FromKernel kernel -> writeKernel(os, kernel);
            }
        });
        domain.element("features", features -> features.empty("acpi").empty("apic"));
        if (virtualization == Virtualization.KVM) {
            domain.empty("cpu", "mode", "host-model");
        }
        domain.empty("clock", "offset", "utc");
        domain.text("on_poweroff", "destroy").text("on_reboot", "restart").text("on_crash", "destroy");
    }

    private static void writeKernel(XmlText os, Boot.FromKernel kernel) throws XMLStreamException {
        os.text("kernel", kernel.kernel()).text("initrd", kernel.initrd()).text("cmdline", kernel.cmdline());
    }

    private static void writeDisks(XmlText devices, VmDefinition.Drives drives) throws XMLStreamException {
        devices.element(
                "disk",
                disk -> {
                    disk.empty("driver", "name", "qemu", "type", "qcow2", "discard", "unmap");
                    disk.empty("source", "file", drives.disk());
                    disk.empty("target", "dev", ROOT_DISK, "bus", "virtio");
                    disk.text("serial", "dv-root");
                    writeAddress(disk, PORT_DISK);
                },
                "type",
                "file",
                "device",
                "disk");
        // a disk and not a CD: Debian's cloud kernel has no driver for the CD drive of this machine model
        devices.element(
                "disk",
                seed -> {
                    seed.empty("driver", "name", "qemu", "type", "raw");
                    seed.empty("source", "file", drives.seed());
                    seed.empty("target", "dev", SEED_DISK, "bus", "virtio");
                    seed.empty("readonly");
                    seed.text("serial", "dv-seed");
                    writeAddress(seed, PORT_SEED);
                },
                "type",
                "file",
                "device",
                "disk");
    }

    /// Raw, and never guessed: a guest that may write its own header could otherwise make the host open any file.
    private static void writeData(XmlText devices, DataDisk data) throws XMLStreamException {
        devices.element(
                "disk",
                disk -> {
                    disk.empty("driver", "name", "qemu", "type", "raw", "discard", "unmap");
                    disk.empty("source", "file", data.path());
                    disk.empty("target", "dev", data.device(), "bus", "virtio");
                    disk.text("serial", data.serial());
                    writeAddress(disk, PORT_FIRST_DATA + data.index());
                },
                "type",
                "file",
                "device",
                "disk");
    }

    private static void writePorts(XmlText devices, int ports) throws XMLStreamException {
        devices.empty("controller", "type", "pci", "index", 0, "model", "pcie-root");
        for (var port = 1; port <= ports; port++) {
            var slot = 1 + (port - 1) / PORTS_PER_SLOT;
            var function = (port - 1) % PORTS_PER_SLOT;
            devices.element(
                    "controller",
                    controller -> {
                        if (function == 0) {
                            writeAddress(controller, 0, slot, function, "multifunction", "on");
                        } else {
                            writeAddress(controller, 0, slot, function);
                        }
                    },
                    "type",
                    "pci",
                    "index",
                    port,
                    "model",
                    "pcie-root-port");
        }
        devices.empty("controller", "type", "usb", "model", "none");
        devices.element("controller", serial -> writeAddress(serial, PORT_SERIAL), "type", "virtio-serial", "index", 0);
    }

    private static void writeNic(XmlText devices, VmId vm, Nic nic) throws XMLStreamException {
        devices.element(
                "interface",
                inner -> {
                    inner.empty("mac", "address", nic.mac());
                    inner.empty("source", "bridge", nic.bridge());
                    if (nic.vlanTag() != 0) {
                        inner.element("vlan", vlan -> vlan.empty("tag", "id", nic.vlanTag()));
                    }
                    inner.element(
                            "virtualport",
                            port -> port.empty("parameters", "interfaceid", interfaceId(vm, nic)),
                            "type",
                            "openvswitch");
                    inner.empty("target", "dev", nic.hostDevice());
                    inner.empty("model", "type", "virtio");
                    inner.empty("mtu", "size", nic.mtu());
                    writeAddress(inner, PORT_FIRST_NIC + nic.index());
                },
                "type",
                "bridge");
    }

    /// The switch's name for the port. libvirt would make a new one at each definition, and then refuse to
    /// change the interface because its port is another.
    private static UUID interfaceId(VmId vm, Nic nic) {
        return UUID.nameUUIDFromBytes((vm + "/" + nic.mac()).getBytes(StandardCharsets.UTF_8));
    }

    private static void writeConsole(XmlText devices, Path consoleLog) throws XMLStreamException {
        devices.element(
                "serial",
                serial -> {
                    serial.empty("log", "file", consoleLog, "append", "on");
                    serial.empty("target", "type", "isa-serial", "port", 0);
                },
                "type",
                "pty");
    }

    private static void writeExtras(XmlText devices) throws XMLStreamException {
        devices.element(
                "channel",
                channel -> channel.empty("target", "type", "virtio", "name", "org.qemu.guest_agent.0"),
                "type",
                "unix");
        devices.element(
                "rng",
                random -> {
                    random.text("backend", "/dev/urandom", "model", "random");
                    writeAddress(random, PORT_RANDOM);
                },
                "model",
                "virtio");
        devices.element("memballoon", balloon -> writeAddress(balloon, PORT_BALLOON), "model", "virtio");
        devices.element("video", video -> video.empty("model", "type", "none"));
    }

    private static void writeAddress(XmlText device, int bus) throws XMLStreamException {
        writeAddress(device, bus, 0, 0);
    }

    private static void writeAddress(XmlText device, int bus, int slot, int function, Object... more)
            throws XMLStreamException {
        var attributes = new Object[10 + more.length];
        System.arraycopy(
                new Object[] {"type", "pci", "domain", 0, "bus", hex(bus), "slot", hex(slot), "function", hex(function)
                },
                0,
                attributes,
                0,
                10);
        System.arraycopy(more, 0, attributes, 10, more.length);
        device.empty("address", attributes);
    }

    private static String hex(int number) {
        return "0x" + Integer.toHexString(number);
    }

    /// The index of an interface by the port that it's plugged into; empty for a port that isn't for
    /// interfaces.
    static Optional<Integer> nicIndex(String bus) {
        try {
            var index = Integer.decode(bus) - PORT_FIRST_NIC;
            return index >= 0 && index < NICS ? Optional.of(index) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
