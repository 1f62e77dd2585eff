package no.dataverket.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.MaskinMessages.DescribeHost;
import no.dataverket.contract.command.MaskinMessages.HostDescription;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.service.Platform;
import no.dataverket.lab.network.SimulatedHostNetworks;
import no.dataverket.nett.host.HostNetworks;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.SwitchAway;

/// The switches of a site whose hypervisors are this machine and any number of simulated ones. Which is which
/// is asked of Maskin, over the bus, once for each hypervisor.
final class SiteNetworks implements HostNetworks, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String SIMULATED = "simulated";

    private final Bus bus;
    private final HostSwitch thisMachine;
    private final SimulatedHostNetworks simulated = new SimulatedHostNetworks();
    private final Map<Id, HostDescription> known = new ConcurrentHashMap<>();

    SiteNetworks(Platform platform, HostSwitch thisMachine) {
        this.bus = platform.bus("nett");
        this.thisMachine = thisMachine;
    }

    @Override
    public HostSwitch of(Id hypervisor) {
        var host = known.get(hypervisor);
        if (host == null) {
            host = ask(hypervisor);
            known.put(hypervisor, host);
        }
        return host.driver().equals(SIMULATED) ? simulated.of(hypervisor) : thisMachine;
    }

    @Override
    public void close() {
        bus.close();
    }

    private HostDescription ask(Id hypervisor) {
        try {
            var origin = Origin.ofService("nett", "");
            return bus.ask(new DescribeHost(hypervisor), HostDescription.class, origin, PATIENCE);
        } catch (Failure failure) {
            throw new SwitchAway("Maskin", "it does not say what " + hypervisor + " is: " + failure.getMessage());
        }
    }
}
