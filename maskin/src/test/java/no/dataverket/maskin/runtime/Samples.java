package no.dataverket.maskin.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// Values for tests.
public final class Samples {

    private static final VmId VM = new VmId(UUID.fromString("019a0000-1111-7222-8333-444455556666"));

    private Samples() {}

    /// A definition with all that one can have.
    public static VmDefinition definition() {
        return new VmDefinition(
                VM,
                "web-1",
                new Owner(
                        new Owner.Scope("t-1", "Acme"), new Owner.Scope("p-1", "Shop"), new Owner.Scope("e-1", "test")),
                new Revision(2, 7),
                new Hardware("pc-q35-7.2", 2, 1024),
                new VmDefinition.Drives(Path.of("/vms/disk.qcow2"), Path.of("/vms/seed.iso")),
                new Boot.FromKernel(Path.of("/images/vmlinux"), Path.of("/images/initrd"), "console=ttyS0 quiet"),
                List.of(
                        new Nic(0, "52:54:00:AA:01:01", "br-int", 10, 1450, Nic.hostDevice(VM, 0)),
                        new Nic(1, "52:54:00:aa:01:02", "br-int", 0, 1500, Nic.hostDevice(VM, 1))));
    }
}
