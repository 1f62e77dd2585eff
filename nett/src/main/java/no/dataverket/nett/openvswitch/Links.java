package no.dataverket.nett.openvswitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.dataverket.core.json.Json;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.NetworkIntent;
import tools.jackson.databind.JsonNode;

/// The host's own network devices and routes.
final class Links {

    private final HostCommands host;

    /// A network device of the host.
    ///
    /// @param addresses IPv4 addresses with their prefix lengths, as `10.0.0.1/24`
    /// @param up whether it is switched on and has a carrier
    record Link(String name, List<String> addresses, int mtu, boolean up) {}

    Links(HostCommands host) {
        this.host = host;
    }

    List<Link> read() {
        var links = new ArrayList<Link>();
        for (var link : Json.tree(host.ask("ip", "-json", "address", "show"))) {
            if (link.has("ifname")) {
                links.add(link(link));
            }
        }
        return links;
    }

    /// Gives a gateway port its address and nothing else, and switches it on.
    void address(String device, NetworkIntent network) {
        // Without these the host would answer for its other networks' addresses, and over IPv6 besides; and a network
        // without egress would depend on the packet filter alone.
        host.change(
                "sysctl",
                "-e",
                "-q",
                "-w",
                "net.ipv4.conf." + device + ".arp_ignore=1",
                "net.ipv4.conf." + device + ".rp_filter=1",
                "net.ipv4.conf." + device + ".send_redirects=0",
                "net.ipv4.conf." + device + ".forwarding=" + (network.egress() ? 1 : 0),
                "net.ipv6.conf." + device + ".disable_ipv6=1");
        var wanted = network.gateway() + "/" + network.prefix().length();
        var present = read().stream()
                .filter(link -> link.name().equals(device))
                .flatMap(link -> link.addresses().stream())
                .toList();
        for (var other : present) {
            if (!other.equals(wanted)) {
                host.change("ip", "address", "delete", other, "dev", device);
            }
        }
        if (!present.contains(wanted)) {
            host.change(
                    "ip",
                    "address",
                    "replace",
                    wanted,
                    "broadcast",
                    network.prefix().broadcast().toString(),
                    "dev",
                    device);
        }
        host.change("ip", "link", "set", device, "mtu", Integer.toString(network.mtu()), "up");
    }

    /// What of the host's own a network would cut it off from: an address or a route, if there is one. A
    /// route that is wider than the network goes on for the rest of it; what of it must stay is for the
    /// operator to reserve.
    ///
    /// @param ours beginning of the names of our own devices
    Optional<String> conflict(Prefix prefix, String ours) {
        for (var link : read()) {
            for (var address : link.addresses()) {
                if (!link.name().startsWith(ours) && prefix.overlaps(Prefix.parseLeniently(address))) {
                    return Optional.of("address " + address + " on " + link.name());
                }
            }
        }
        for (var route : Json.tree(host.ask("ip", "-json", "-4", "route", "show"))) {
            var destination = route.path("dst").asString("default");
            if (!destination.equals("default")
                    && !route.path("dev").asString("").startsWith(ours)
                    && prefix.contains(destination(destination))) {
                return Optional.of("route to " + destination);
            }
        }
        return Optional.empty();
    }

    /// Whether the host passes packets on.
    boolean forwards() {
        return host.ask("sysctl", "-n", "net.ipv4.ip_forward").strip().equals("1");
    }

    private static Prefix destination(String text) {
        return text.contains("/") ? Prefix.parse(text) : Prefix.of(Address.parse(text), Address.LENGTH);
    }

    private static Link link(JsonNode link) {
        var addresses = new ArrayList<String>();
        for (var address : link.path("addr_info")) {
            if (address.path("family").asString().equals("inet")) {
                addresses.add(address.path("local").asString() + "/"
                        + address.path("prefixlen").asInt());
            }
        }
        var flags = link.path("flags").valueStream().map(JsonNode::asString).toList();
        return new Link(
                link.path("ifname").asString(),
                addresses,
                link.path("mtu").asInt(),
                flags.contains("UP") && flags.contains("LOWER_UP"));
    }
}
