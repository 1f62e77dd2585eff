package no.dataverket.nett.host;

import no.dataverket.contract.Id;

/// How to reach the switch of a hypervisor.
public interface HostNetworks {

    /// The switch of a hypervisor; the same object each time, and the same for two hypervisors only if they
    /// share it.
    ///
    /// @throws SwitchAway if no way to it is known
    HostSwitch of(Id hypervisor);

    /// The networks of a site with one host: this one.
    static HostNetworks of(HostSwitch only) {
        return hypervisor -> only;
    }
}
