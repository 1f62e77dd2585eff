package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.dataverket.core.json.Json;
import no.dataverket.core.service.Platform;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedSite;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.host.RuntimeDrivers;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.runtime.libvirt.LibvirtRuntime;
import no.dataverket.maskin.runtime.libvirt.LibvirtSettings;
import no.dataverket.maskin.runtime.libvirt.ProbeGuest;
import no.dataverket.maskin.runtime.libvirt.VirtualizationChoice;
import no.dataverket.nett.NettSettings;
import no.dataverket.nett.openvswitch.OpenVswitchHost;

/// The drivers that this build has.
final class Drivers {

    private static final Path RESOLVER = Path.of("/etc/resolv.conf");
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);

    private final Settings settings;
    private final SimulatedSite simulated;

    Drivers(Settings settings) {
        this.settings = settings;
        this.simulated = new SimulatedSite(settings.state().resolve("simulated"));
    }

    RuntimeDrivers runtimes() {
        return new RuntimeDrivers(Map.of("libvirt", this::libvirt, "simulated", this::simulated));
    }

    SiteNetworks networks(Platform platform) {
        return new SiteNetworks(platform, OpenVswitchHost.local("this host"));
    }

    /// Guests with a way out ask the servers that this machine asks, but for those that only this machine can reach.
    NettSettings networkSettings() {
        var usual = NettSettings.defaults();
        return new NettSettings(usual.ipam(), usual.networks().withNameservers(nameservers()));
    }

    private static List<String> nameservers() {
        try {
            return Files.exists(RESOLVER)
                    ? Files.readAllLines(RESOLVER).stream()
                            .filter(line -> line.matches("nameserver\\s+\\d+(\\.\\d+){3}\\s*"))
                            .map(line -> line.split("\\s+")[1])
                            .filter(address -> !address.startsWith("127."))
                            .toList()
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private VmRuntime libvirt(HostAddress address) {
        var root = settings.state().resolve("vms");
        var finding = new VirtualizationFinding(settings.state().resolve("virtualization"), address.name());
        var choice = finding.kept().orElseGet(this::virtualization);
        var runtime = LibvirtRuntime.open(LibvirtSettings.of(address.endpoint(), root, choice));
        var facts = runtime.facts();
        finding.keep(facts.virtualization(), facts.note());
        return runtime;
    }

    private VmRuntime simulated(HostAddress address) {
        return simulated.open(address.name(), HostSize.large());
    }

    private VirtualizationChoice virtualization() {
        var manifest = settings.probe().resolve("image.json");
        if (!Files.exists(manifest)) {
            return new VirtualizationChoice.Fixed(
                    Virtualization.EMULATION, "there is no guest to try KVM with in " + settings.probe());
        }
        return new VirtualizationChoice.Probe(probe(manifest), PROBE_LIMIT);
    }

    private ProbeGuest probe(Path manifest) {
        try {
            var image = Json.tree(Files.readString(manifest));
            return new ProbeGuest(
                    settings.probe().resolve(image.path("kernel").path("file").asString()),
                    settings.probe().resolve(image.path("initrd").path("file").asString()),
                    image.path("cmdline").asString(),
                    "TINY: READY");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
