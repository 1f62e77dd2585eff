package no.dataverket.server.evaluation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.evaluation.Obstacle;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// What befalls a host with libvirt: by `virsh` and signals on the host, and by cutting our own connection.
///
/// @param shell runs commands on the host; nothing can be done there where null
/// @param relay through which the runtime reaches libvirt; it can't be cut off where null
record LibvirtIncidents(@Nullable HostShell shell, @Nullable SocketRelay relay) implements Incidents {

    private static final String FOREIGN = """
            <domain type='qemu'>
              <name>%s</name><uuid>%s</uuid><memory unit='MiB'>64</memory>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
            </domain>
            """;

    @Override
    public Set<Incident> possible() {
        var possible = EnumSet.noneOf(Incident.class);
        if (shell != null) {
            possible.addAll(EnumSet.of(Incident.CRASH, Incident.PAUSE, Incident.FOREIGN_MACHINE));
        }
        if (relay != null) {
            possible.add(Incident.DISCONNECTION);
        }
        return possible;
    }

    @Override
    public void crash(VmId vm) {
        var process = run("", "cat", "/run/libvirt/qemu/" + vm.domainName() + ".pid");
        run("", "kill", "-KILL", process);
    }

    @Override
    public void pause(VmId vm) {
        virsh("", "suspend", vm.toString());
    }

    @Override
    public void addForeign(String name) {
        virsh(FOREIGN.formatted(name, UUID.randomUUID()), "define", "/dev/stdin");
    }

    @Override
    public void removeForeign(String name) {
        virsh("", "undefine", name);
    }

    @Override
    public void disconnect() {
        required(relay).cut();
    }

    @Override
    public void reconnect() {
        required(relay).mend();
    }

    private void virsh(String input, String verb, String argument) {
        run(input, "virsh", "-q", "-c", "qemu:///system", verb, argument);
    }

    private String run(String input, String... command) {
        return required(shell).run(input, command);
    }

    private static <T> T required(@Nullable T means) {
        if (means == null) {
            throw new Obstacle("this can't be let happen here");
        }
        return means;
    }
}
