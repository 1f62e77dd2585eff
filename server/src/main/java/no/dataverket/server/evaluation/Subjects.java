package no.dataverket.server.evaluation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.dataverket.core.service.Closing;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedIncidents;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.maskin.evaluation.Guest;
import no.dataverket.maskin.evaluation.MemoryLedger;
import no.dataverket.maskin.image.ImageManifest;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.libvirt.LibvirtRuntime;
import no.dataverket.maskin.runtime.libvirt.LibvirtSettings;
import no.dataverket.maskin.runtime.libvirt.ProbeGuest;
import no.dataverket.maskin.runtime.libvirt.VirtualizationChoice;

/// Opens the runtimes that can be evaluated.
final class Subjects {

    private static final long LEAST_DISK = 512L << 20;
    private static final int LEAST_MEMORY_MIB = 192;
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);
    private static final List<String> SOCKETS = List.of("/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock");

    private Subjects() {}

    /// @throws Refusal when there's no such driver, or it lacks something
    static Subject open(EvaluationOptions options) throws IOException {
        return switch (options.driver()) {
            case "simulated" -> simulated();
            case "libvirt" -> libvirt(options);
            default ->
                throw new Refusal(
                        Exit.USAGE, "there is no driver " + options.driver() + "; there are libvirt and simulated");
        };
    }

    private static Subject simulated() {
        var closing = new Closing();
        var runtime = closing.add(SimulatedRuntime.inMemory("sim-1", HostSize.large()));
        var ledger = new MemoryLedger();
        return new Subject(
                runtime,
                SimulatedIncidents.guest(),
                new SimulatedIncidents(runtime),
                ledger,
                ledger::machines,
                closing);
    }

    private static Subject libvirt(EvaluationOptions options) throws IOException {
        var directory = options.image();
        if (directory == null || !Files.exists(directory.resolve(ImageManifest.FILE))) {
            throw new Refusal(
                    Exit.USAGE, "name an image directory on the host for its machines to boot, as in --image DIR");
        }
        var closing = new Closing();
        try {
            return libvirt(options, directory, closing);
        } catch (IOException | RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    private static Subject libvirt(EvaluationOptions options, Path directory, Closing closing) throws IOException {
        var manifest = ImageManifest.read(directory);
        var ground = closing.add(new Ground(options.root()));
        var guest = guest(options, directory, manifest, ground);
        var relay = socket(options.endpoint());
        var cut = relay.isPresent() ? closing.add(new SocketRelay(relay.get())) : null;
        var endpoint = cut == null ? options.endpoint() : "qemu+unix:///system?socket=" + cut.socket();
        var runtime = closing.add(
                LibvirtRuntime.open(LibvirtSettings.of(endpoint, ground.root(), virtualization(options, guest))));
        var shell = options.onHost().isEmpty() ? null : new HostShell(options.onHost());
        return new Subject(
                runtime,
                guest,
                new LibvirtIncidents(shell, cut),
                ground.ledger(),
                () -> ground.ledger().machines(),
                closing);
    }

    private static Guest guest(EvaluationOptions options, Path directory, ImageManifest manifest, Ground ground)
            throws IOException {
        var disk = directory.resolve(manifest.disk().file());
        return new Guest(
                disk,
                ground.otherImage(disk),
                boot(directory, manifest),
                options.bridge(),
                options.readyMarker(),
                Math.max(LEAST_DISK, manifest.virtualSizeBytes()),
                Math.max(LEAST_MEMORY_MIB, manifest.minMemoryMib()));
    }

    private static Boot boot(Path directory, ImageManifest manifest) {
        var kernel = manifest.kernel();
        var initrd = manifest.initrd();
        return kernel == null || initrd == null
                ? new Boot.FromDisk()
                : new Boot.FromKernel(
                        directory.resolve(kernel.file()), directory.resolve(initrd.file()), manifest.cmdline());
    }

    private static VirtualizationChoice virtualization(EvaluationOptions options, Guest guest) {
        var given = options.virtualization();
        if (given != null) {
            return new VirtualizationChoice.Fixed(given, "as the evaluation was told");
        }
        return switch (guest.boot()) {
            case Boot.FromKernel(var kernel, var initrd, var cmdline) ->
                new VirtualizationChoice.Probe(
                        new ProbeGuest(kernel, initrd, cmdline, guest.readyMarker()), PROBE_LIMIT);
            case Boot.FromDisk() ->
                new VirtualizationChoice.Fixed(
                        Virtualization.EMULATION, "the image has no kernel of its own to try KVM with");
        };
    }

    /// The Unix socket behind an endpoint, if there's one.
    static Optional<Path> socket(String endpoint) {
        if (endpoint.equals("qemu:///system")) {
            return SOCKETS.stream().map(Path::of).filter(Files::exists).findFirst();
        }
        if (!endpoint.startsWith("qemu+unix:")) {
            return Optional.empty();
        }
        var query = URI.create(endpoint).getQuery();
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(pair -> pair.startsWith("socket="))
                .map(pair -> Path.of(pair.substring("socket=".length())))
                .findFirst();
    }
}
