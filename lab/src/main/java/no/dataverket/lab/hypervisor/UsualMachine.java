package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.SeedRequest;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;

/// One of the many machines of a simulation: small, with one interface, from the image that all have. It shares
/// no value with another, as when each came out of a message or a database.
final class UsualMachine {

    static final Revision REVISION = new Revision(1, 1);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long DISK_BYTES = 10L << 30;
    private static final int MEMORY_MIB = 1024;
    private static final int VLANS = 4000;
    private static final int MTU = 1450;

    private UsualMachine() {}

    static VmDefinition definition(String host, int number) {
        var vm = new VmId(new UUID(host.hashCode(), number));
        var directory = "/sim/vms/" + vm;
        return new VmDefinition(
                vm,
                "web-" + number,
                new Owner(scope("tenant", 1), scope("project", 2), scope("environment", 3)),
                REVISION,
                new Hardware(SimulatedRuntime.MACHINE_TYPE, 1, MEMORY_MIB),
                new VmDefinition.Drives(Path.of(directory, "disk.qcow2"), Path.of(directory, "seed.iso")),
                new Boot.FromDisk(),
                List.of(new Nic(0, mac(number), "br-int", 1 + number % VLANS, MTU, Nic.hostDevice(vm, 0))));
    }

    /// Carries out on the host what creating the machine asks of it.
    static void run(SimulatedRuntime host, int number) {
        var definition = definition(host.hostname(), number);
        var vm = definition.id();
        host.ensureDisk(new DiskRequest(
                vm, REVISION, Path.of("/images/usual/1/disk.qcow2"), DiskRequest.Format.QCOW2, DISK_BYTES));
        host.ensureSeed(new SeedRequest(vm, REVISION, definition.name(), "#!/bin/sh", List.of()));
        host.ensureDefined(definition);
        host.ensureRunning(vm, REVISION, LIMIT);
    }

    private static Owner.Scope scope(String name, long number) {
        return new Owner.Scope(new UUID(0, number).toString(), name + "-" + number);
    }

    private static String mac(int number) {
        return String.format(
                Locale.ROOT, "52:54:00:%02x:%02x:%02x", number >> 16 & 255, number >> 8 & 255, number & 255);
    }
}
