package no.dataverket.contract.command;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What Nett is asked and what it tells.
public final class NettMessages {

    /// The service's name in subjects.
    public static final String SERVICE = "nett";

    private NettMessages() {}

    /// Allocates a prefix, a gateway and a VLAN, and keeps the network's intent.
    ///
    /// @param prefix canonical IPv4 prefix; one of the datacenter's pool where null
    @Message(service = SERVICE, name = "create-network")
    public record CreateNetwork(
            Id network, String datacenter, @Nullable String prefix, int prefixLength, boolean egress)
            implements Command {}

    /// What the network got.
    public record NetworkCreated(String prefix, String gateway, int vlan) {}

    /// Removes the network from every host and gives its numbers back. Undoes `create-network`.
    @Message(service = SERVICE, name = "delete-network")
    public record DeleteNetwork(Id network) implements Command {}

    /// Allocates an address for each interface and realises the networks on the machine's host.
    ///
    /// @param interfaces what to attach; interfaces that are attached already keep what they have
    @Message(service = SERVICE, name = "attach-ports")
    public record AttachPorts(Id vm, Id hypervisor, List<WantedInterface> interfaces) implements Command {

        /// One interface that is wanted.
        public record WantedInterface(
                int index, Id network, String mac, @Nullable String requestedAddress) {}
    }

    /// What the interfaces got.
    ///
    /// @param observedAt when the host's networks were seen to be as these ports need them
    public record PortsAttached(List<Port> ports, Instant observedAt) {}

    /// One attached interface, with all that a hypervisor and a guest must know.
    ///
    /// @param address IPv4 address of the guest
    /// @param bridge switch on the host
    /// @param vlan tag on the switch port
    /// @param device name of the tap device on the host
    public record Port(
            int index,
            Id network,
            String mac,
            String address,
            int prefixLength,
            @Nullable String gateway,
            List<String> nameservers,
            int mtu,
            String bridge,
            int vlan,
            String device) {}

    /// Takes the addresses of a machine back once its ports are gone. Undoes `attach-ports`.
    ///
    /// @param indexes which interfaces; all where empty
    @Message(service = SERVICE, name = "detach-ports")
    public record DetachPorts(Id vm, List<Integer> indexes) implements Command {}

    /// A fact: what a network is like now. Subject `dv.nett.evt.network.observed`; said when something changed.
    ///
    /// @param hypervisors hosts on which it was seen as it is wanted
    /// @param drift what differed from the intent, for people; empty where nothing does
    /// @param action what was done about it; empty where nothing
    /// @param addressesTotal addresses that machines can have
    /// @param addressesUsed addresses promised to machines
    public record NetworkObserved(
            Id network,
            String datacenter,
            List<Id> hypervisors,
            String drift,
            String action,
            long addressesTotal,
            long addressesUsed,
            Instant at) {}
}
