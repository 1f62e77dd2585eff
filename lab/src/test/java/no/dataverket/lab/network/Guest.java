package no.dataverket.lab.network;

import static no.dataverket.core.testing.Eventually.eventually;

import java.time.Duration;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.nett.openvswitch.LabHost;

/// What stands in for a machine on a host of the lab: a network namespace whose one interface is plugged into
/// the switch as a hypervisor would plug it. It serves TCP on port 8080.
final class Guest implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final LabHost host;
    private final String name;
    private final Process server;

    private Guest(LabHost host, String name, String device) {
        this.host = host;
        this.name = name;
        host.succeeds("ip netns delete " + name);
        host.run("ip netns add " + name);
        host.run("ip link add " + device + " type veth peer name eth0 netns " + name);
        host.run("ip link set " + device + " up");
        inside("ip link set lo up");
        inside("ip link set eth0 up");
        server = host.start("ip netns exec " + name + " nc -lk 8080");
    }

    /// A machine with its port, and a default route to where its network's gateway is, whether it was given one
    /// or not.
    static Guest plugged(LabHost host, String name, Port port) {
        var guest = new Guest(host, name, port.device());
        guest.inside("ip link set eth0 address " + port.mac() + " mtu " + port.mtu());
        guest.inside("ip address add " + port.address() + "/" + port.prefixLength() + " dev eth0");
        guest.inside("ip route add default via " + gateway(port));
        host.run("ovs-vsctl --timeout=5 add-port " + port.bridge() + " " + port.device() + " tag=" + port.vlan()
                + " -- set Interface " + port.device() + " external_ids:attached-mac=\"" + port.mac() + "\"");
        return guest;
    }

    /// Something beyond the host, which knows no way to the machines.
    static Guest outside(LabHost host, String name) {
        var guest = new Guest(host, name, "uplink");
        host.run("ip address add 198.51.100.1/24 dev uplink");
        guest.inside("ip address add 198.51.100.2/24 dev eth0");
        return guest;
    }

    static String gateway(Port port) {
        return port.address().replaceFirst("\\.\\d+$", ".1");
    }

    String inside(String command) {
        return host.run("ip netns exec " + name + " " + command);
    }

    /// Waits until an address answers echo requests and TCP, which the first time takes as long as ARP does.
    void reaches(String address) {
        eventually(LIMIT, () -> pings(address), Boolean::booleanValue);
        eventually(LIMIT, () -> connects(address, 8080), Boolean::booleanValue);
    }

    boolean pings(String address) {
        return host.succeeds("ip netns exec " + name + " ping -c 1 -W 1 " + address);
    }

    boolean pings(String address, String source) {
        return host.succeeds("ip netns exec " + name + " ping -c 1 -W 1 -I " + source + " " + address);
    }

    boolean connects(String address, int port) {
        return host.succeeds("ip netns exec " + name + " nc -z -w 1 " + address + " " + port);
    }

    /// Pulls its port out.
    void unplug(Port port) {
        host.run("ovs-vsctl --timeout=5 del-port " + port.bridge() + " " + port.device());
    }

    @Override
    public void close() {
        server.destroy();
        host.succeeds("ip netns delete " + name);
    }
}
