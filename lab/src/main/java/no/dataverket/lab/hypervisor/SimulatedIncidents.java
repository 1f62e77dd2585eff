package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import no.dataverket.maskin.evaluation.Guest;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.VmId;

/// What befalls a simulated host during an evaluation.
public final class SimulatedIncidents implements Incidents {

    private static final long DISK_BYTES = 512L << 20;
    private static final int MEMORY_MIB = 192;

    private final Backdoor backdoor;

    public SimulatedIncidents(SimulatedRuntime runtime) {
        backdoor = runtime.backdoor();
    }

    /// What the machines of an evaluation are made of here; a simulated host looks at no file.
    public static Guest guest() {
        return new Guest(
                Path.of("/images/tiny/1/disk.qcow2"),
                Path.of("/images/tiny/2/disk.qcow2"),
                new Boot.FromDisk(),
                "br-int",
                "SIM: READY",
                DISK_BYTES,
                MEMORY_MIB);
    }

    @Override
    public Set<Incident> possible() {
        return EnumSet.allOf(Incident.class);
    }

    @Override
    public void crash(VmId vm) {
        backdoor.crash(vm);
    }

    @Override
    public void pause(VmId vm) {
        backdoor.pause(vm);
    }

    @Override
    public void addForeign(String name) {
        backdoor.addForeign(name);
    }

    @Override
    public void removeForeign(String name) {
        backdoor.removeForeign(name);
    }

    @Override
    public void disconnect() {
        backdoor.cutOff();
    }

    @Override
    public void reconnect() {
        backdoor.reconnect();
    }
}
