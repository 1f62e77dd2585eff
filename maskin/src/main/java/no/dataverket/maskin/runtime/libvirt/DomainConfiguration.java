package no.dataverket.maskin.runtime.libvirt;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// Reads back what [DomainXml] writes, from what libvirt has by now.
final class DomainConfiguration {

    private static final long BYTES_PER_KIB = 1024;

    private DomainConfiguration() {}

    static Configuration read(XmlTree domain) {
        var vcpus = (int) number(text(domain, "vcpu"));
        var given = domain.attributeAt("current", "vcpu");
        var memory = kib(domain, "memory", 0);
        return new Configuration(
                domain.attributeAt("machine", "os", "type"),
                vcpus,
                given.isEmpty() ? vcpus : (int) number(given),
                memory,
                kib(domain, "currentMemory", memory),
                boot(domain),
                drives(domain),
                nics(domain));
    }

    /// libvirt writes KiB, whatever it was given.
    private static long kib(XmlTree domain, String element, long otherwise) {
        var text = text(domain, element);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (domain.attributeAt("unit", element)) {
            case "b", "bytes" -> number(text) / BYTES_PER_KIB;
            case "MiB" -> number(text) * BYTES_PER_KIB;
            default -> number(text);
        };
    }

    private static String boot(XmlTree domain) {
        var kernel = text(domain, "os", "kernel");
        return kernel.isEmpty()
                ? Configuration.boot(new Boot.FromDisk())
                : Configuration.boot(kernel, text(domain, "os", "initrd"), text(domain, "os", "cmdline"));
    }

    private static TreeMap<String, String> drives(XmlTree domain) {
        var drives = new TreeMap<String, String>();
        for (var drive : devices(domain, "disk")) {
            var name = drive.attributeAt("dev", "target");
            var known = switch (name) {
                case DomainXml.ROOT_DISK -> Configuration.DISK;
                case DomainXml.SEED_DISK -> Configuration.SEED;
                default -> name;
            };
            drives.put(known, drive.attributeAt("file", "source"));
        }
        return drives;
    }

    private static List<String> nics(XmlTree domain) {
        return devices(domain, "interface").stream()
                .map(DomainView::liveNic)
                .sorted(Comparator.comparing(nic -> nic.index().orElse(Integer.MAX_VALUE)))
                .map(nic -> Configuration.nic(
                        nic.index().map(String::valueOf).orElse("elsewhere"),
                        nic.mac(),
                        nic.bridge(),
                        nic.vlanTag().isEmpty() ? 0 : (int) number(nic.vlanTag()),
                        nic.mtu().isEmpty() ? 0 : (int) number(nic.mtu()),
                        nic.hostDevice()))
                .toList();
    }

    private static List<XmlTree> devices(XmlTree domain, String kind) {
        return domain.at("devices").map(all -> all.children(kind)).orElse(List.of());
    }

    private static String text(XmlTree domain, String... path) {
        return domain.at(path).map(XmlTree::text).orElse("").strip();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new RuntimeFailure(Kind.INTERNAL, "libvirt's XML has '" + text + "' where a number is", e);
        }
    }
}
