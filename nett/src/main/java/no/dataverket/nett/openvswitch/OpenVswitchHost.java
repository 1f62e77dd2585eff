package no.dataverket.nett.openvswitch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.dataverket.contract.Id;
import no.dataverket.nett.host.Capability;
import no.dataverket.nett.host.HostObservation;
import no.dataverket.nett.host.HostObservation.ObservedNetwork;
import no.dataverket.nett.host.HostObservation.ObservedPort;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.host.SwitchAway;
import no.dataverket.nett.host.SwitchRefused;
import org.jspecify.annotations.Nullable;

/// A host with Open vSwitch and nftables. Each network is a VLAN on the integration bridge with an internal
/// port, which is the host's gateway in it; the rules are one table. `deploy/host/prepare` makes the bridge.
public final class OpenVswitchHost implements HostSwitch {

    private static final String BRIDGE = "br-int";

    private final String name;
    private final Ovsdb ovsdb;
    private final Links links;
    private final PacketFilter filter;

    private OpenVswitchHost(String name, List<String> prefix) {
        this.name = name;
        var commands = new HostCommands(name, prefix);
        this.ovsdb = new Ovsdb(commands, BRIDGE);
        this.links = new Links(commands);
        this.filter = new PacketFilter(commands, name);
    }

    /// The host that this process runs on, as root.
    public static OpenVswitchHost local(String name) {
        return new OpenVswitchHost(name, List.of());
    }

    /// A host on which commands run when they are put behind a prefix, such as `ip netns exec hv1`.
    public static OpenVswitchHost behind(String name, List<String> prefix) {
        return new OpenVswitchHost(name, prefix);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String bridge() {
        return BRIDGE;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public HostObservation observe() {
        var state = read();
        Map<String, Links.Link> devices = new HashMap<>();
        links.read().forEach(link -> devices.put(link.name(), link));
        var networks = new ArrayList<ObservedNetwork>();
        var ports = new ArrayList<ObservedPort>();
        var foreign = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        state.otherBridges().forEach(bridge -> foreign.add("bridge " + bridge));
        for (var port : state.ports()) {
            var network = port.network();
            if (network != null) {
                networks.add(observed(network, port, devices.get(port.name())));
            } else {
                ports.add(new ObservedPort(port.name(), port.vlan(), port.mac()));
                if (!port.name().startsWith(NftablesRules.TAPS)) {
                    foreign.add("port " + port.name());
                }
            }
            if (!port.error().isEmpty()) {
                warnings.add("port " + port.name() + ": " + port.error());
            }
        }
        if (!links.forwards()) {
            warnings.add("net.ipv4.ip_forward is off: no network reaches the outside");
        }
        return new HostObservation(
                networks, ports, filter.policy().orElse(null), List.copyOf(foreign), List.copyOf(warnings));
    }

    @Override
    public void setPolicy(HostPolicy policy) {
        filter.set(policy);
    }

    @Override
    public void ensureNetwork(NetworkIntent network) {
        var state = read();
        var port = NftablesRules.gatewayPort(network.vlan());
        var occupant = state.port(port);
        if (occupant.isPresent() && !network.id().equals(occupant.get().network())) {
            throw new SwitchRefused("the port " + port + " is there already and is not this network's");
        }
        links.conflict(network.prefix(), NftablesRules.GATEWAYS).ifPresent(mine -> {
            throw new SwitchRefused("the prefix " + network.prefix() + " overlaps the host's own " + mine);
        });
        var superseded = state.of(network.id()).stream()
                .map(Ovsdb.SwitchPort::name)
                .filter(other -> !other.equals(port))
                .toList();
        ovsdb.ensureGateway(port, mac(network.id()), network, superseded);
        links.address(port, network);
    }

    @Override
    public void removeNetwork(Id network) {
        var ports = read().of(network).stream().map(Ovsdb.SwitchPort::name).toList();
        if (!ports.isEmpty()) {
            ovsdb.removePorts(ports);
        }
    }

    @Override
    public void tagPort(String device, int vlan) {
        if (!device.startsWith(NftablesRules.TAPS)) {
            throw new SwitchRefused("the port " + device + " is not ours");
        }
        if (read().port(device).isPresent()) {
            ovsdb.tag(device, vlan);
        }
    }

    /// A gateway keeps its hardware address when its port is made anew, so that machines need not learn
    /// another.
    static String mac(Id network) {
        var bytes = ByteBuffer.allocate(8)
                .putLong(network.uuid().getLeastSignificantBits())
                .array();
        return HexFormat.ofDelimiter(":")
                .formatHex(new byte[] {0x0a, bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]});
    }

    private Ovsdb.State read() {
        var state = ovsdb.read();
        if (!state.bridgeExists()) {
            throw new SwitchAway(name, "there is no bridge " + BRIDGE + "; deploy/host/prepare makes it");
        }
        return state;
    }

    private static ObservedNetwork observed(Id network, Ovsdb.SwitchPort port, Links.@Nullable Link link) {
        int vlan = Objects.requireNonNullElse(port.vlan(), 0);
        if (link == null) {
            return new ObservedNetwork(network, vlan, null, 0, false);
        }
        var address = link.addresses().size() == 1 ? link.addresses().getFirst() : null;
        return new ObservedNetwork(network, vlan, address, link.mtu(), link.up());
    }
}
