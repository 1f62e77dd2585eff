package no.dataverket.lab.network;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.contract.Id;
import no.dataverket.nett.host.HostNetworks;

/// The switches of a simulated site, one for each hypervisor that is asked for.
public final class SimulatedHostNetworks implements HostNetworks {

    private final Map<Id, SimulatedHostSwitch> switches = new ConcurrentHashMap<>();

    @Override
    public SimulatedHostSwitch of(Id hypervisor) {
        return switches.computeIfAbsent(hypervisor, id -> new SimulatedHostSwitch(id.toString()));
    }
}
