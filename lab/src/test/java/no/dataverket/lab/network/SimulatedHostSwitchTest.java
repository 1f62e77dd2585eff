package no.dataverket.lab.network;

import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.HostSwitchConformance;
import no.dataverket.nett.host.NetworkIntent;
import org.jspecify.annotations.Nullable;

final class SimulatedHostSwitchTest extends HostSwitchConformance {

    private final SimulatedHostSwitch simulated = new SimulatedHostSwitch("hv1");

    @Override
    protected Rig rig() {
        return new Rig() {
            @Override
            public HostSwitch host() {
                return simulated;
            }

            @Override
            public void plug(String device, int vlan, @Nullable String mac) {
                simulated.plug(device, vlan, mac);
            }

            @Override
            public void unplug(String device) {
                simulated.unplug(device);
            }

            @Override
            public void breakGateway(NetworkIntent network) {
                simulated.lose(network.id());
            }

            @Override
            public void breakPolicy() {
                simulated.losePolicy();
            }

            @Override
            public void unreachable(boolean away) {
                simulated.unreachable(away);
            }
        };
    }
}
