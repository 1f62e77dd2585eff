package no.dataverket.nett.host;

import java.util.Set;
import no.dataverket.contract.Id;

/// The switch and the packet filter of one host. Every method may be repeated; none touches what is not
/// Dataverket's. One caller at a time.
///
/// Each method throws [SwitchAway] if the host can't be asked, which says nothing about what is there, and
/// those that change something throw [SwitchRefused] if it can't be done.
public interface HostSwitch {

    /// Name of the host, for people.
    String name();

    /// Name of the switch that machines' ports go to.
    String bridge();

    Set<Capability> capabilities();

    /// What is really there, at one moment.
    HostObservation observe();

    /// Replaces the packet filter's rules, all at once.
    void setPolicy(HostPolicy policy);

    /// Makes the network be there as intended, whatever of it is there already.
    void ensureNetwork(NetworkIntent network);

    /// Makes the network not be there. Ports of machines are left to whoever made them.
    void removeNetwork(Id network);

    /// Moves a machine's port, if it is there, to a network.
    void tagPort(String device, int vlan);
}
