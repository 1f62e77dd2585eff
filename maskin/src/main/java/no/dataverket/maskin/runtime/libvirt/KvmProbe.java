package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.Virtualization;

/// Finds out whether a host can virtualise, by booting a guest.
final class KvmProbe {

    private static final Path DEVICE = Path.of("/dev/kvm");
    private static final Duration POLL = Duration.ofMillis(100);

    private final LibvirtCalls calls;
    private final VmFiles files;

    KvmProbe(LibvirtCalls calls, VmFiles files) {
        this.calls = calls;
        this.files = files;
    }

    /// What came out.
    ///
    /// @param note why, for people
    record Finding(Virtualization virtualization, String note) {}

    /// @throws RuntimeFailure when libvirt can't be asked, which says nothing about the host
    Finding find(VirtualizationChoice.Probe probe) {
        if (!Files.exists(DEVICE)) {
            return new Finding(Virtualization.EMULATION, "the host has no " + DEVICE);
        }
        var name = "dv-probe-" + UUID.randomUUID();
        var log = files.probeLog(name);
        try {
            return boot(name, log, probe);
        } finally {
            calls.run(connection -> {
                removeProbes(connection);
                return name;
            });
            files.attempt("delete " + log, () -> Files.deleteIfExists(log));
        }
    }

    private Finding boot(String name, Path log, VirtualizationChoice.Probe probe) {
        var xml = DomainXml.probe(name, probe.guest(), log);
        var start = System.nanoTime();
        try {
            calls.run(probe.limit(), connection -> {
                removeProbes(connection);
                connection.runTransient(xml).close();
                return name;
            });
        } catch (RuntimeFailure e) {
            if (e.kind() == Kind.UNREACHABLE) {
                throw e;
            }
            return new Finding(Virtualization.EMULATION, "a guest under KVM didn't start: " + e.getMessage());
        }
        while (true) {
            var taken = Duration.ofNanos(System.nanoTime() - start);
            if (read(log).contains(probe.guest().marker())) {
                return new Finding(Virtualization.KVM, "a guest under KVM was up after " + seconds(taken));
            }
            if (taken.compareTo(probe.limit()) >= 0) {
                return new Finding(
                        Virtualization.EMULATION,
                        "a guest under KVM had written " + read(log).length() + " characters after " + seconds(taken)
                                + " and wasn't up");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /// Also those of a process that was killed in the middle of a probe.
    private static void removeProbes(LibvirtConnection connection) {
        for (var domain : connection.domains()) {
            try (domain) {
                var isProbe = XmlTree.parse(domain.configXml())
                        .at("metadata", "probe")
                        .filter(probe -> probe.namespace().equals(DomainMetadata.NAMESPACE))
                        .isPresent();
                if (isProbe) {
                    PowerSwitch.destroy(domain);
                }
            } catch (LibvirtError e) {
                if (e.code() != LibvirtError.NO_DOMAIN) {
                    throw e;
                }
            }
        }
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new RuntimeFailure(Kind.INTERNAL, log + " can't be read", e);
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
