package no.dataverket.nett.openvswitch;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.NetworkIntent;

/// Renders a policy as two nftables tables, in the form in which `nft list` prints them. Pure: the same policy
/// gives the same text.
///
/// Only packets that come from or go to a gateway port or a machine's port are judged; the rest of the host's
/// traffic is not ours.
final class NftablesRules {

    /// Name of our tables.
    static final String TABLE = "dataverket";

    /// The beginning of the names of gateway ports.
    static final String GATEWAYS = "dvg";

    /// The beginning of the names of machines' ports.
    static final String TAPS = "dvt";

    private static final String ANY = "\"" + GATEWAYS + "*\"";
    private static final String ANY_TAP = "\"" + TAPS + "*\"";

    private NftablesRules() {}

    /// Both tables.
    ///
    /// @param comment of the first; none where empty
    static String render(HostPolicy policy, String comment) {
        var text = new StringBuilder("table inet " + TABLE + " {\n");
        if (!comment.isEmpty()) {
            text.append("\tcomment \"").append(comment).append("\"\n");
        }
        fromTaps(text);
        chain(
                text,
                "input",
                "type filter hook input priority filter; policy accept;",
                "iifname " + ANY + " jump to_host");
        toHost(text, policy.networks());
        chain(
                text,
                "forward",
                "type filter hook forward priority filter; policy accept;",
                "iifname " + ANY + " jump through_host",
                "oifname " + ANY + " jump through_host");
        throughHost(text, policy);
        masquerade(text, policy.networks());
        endTable(text);
        text.append("table arp " + TABLE + " {\n");
        chain(text, "input", "type filter hook input priority filter; policy accept;", "iifname " + ANY_TAP + " drop");
        endTable(text);
        return text.toString();
    }

    /// Name of the gateway port of a VLAN.
    static String gatewayPort(int vlan) {
        return GATEWAYS + vlan;
    }

    /// What a machine sends is for the switch alone. With the userspace datapath the host's own stack gets a
    /// copy besides, as if the tap were an interface of the host, past every gateway; so it does for ARP.
    private static void fromTaps(StringBuilder text) {
        chain(
                text,
                "prerouting",
                "type filter hook prerouting priority raw; policy accept;",
                "iifname " + ANY_TAP + " drop");
    }

    /// Guests may see that their gateway is there, and answer the host. Everything else of the host's is
    /// closed.
    private static void toHost(StringBuilder text, List<NetworkIntent> networks) {
        begin(text, "to_host");
        rule(text, "ct state established,related accept");
        for (var network : networks) {
            rule(
                    text,
                    from(network) + " ip daddr " + network.gateway() + " icmp type echo-request accept"
                            + comment(network.id()));
        }
        rule(text, "drop");
        end(text);
    }

    /// No network reaches another. A network with egress reaches the outside, from its own addresses only.
    private static void throughHost(StringBuilder text, HostPolicy policy) {
        begin(text, "through_host");
        rule(text, "iifname " + ANY + " oifname " + ANY + " drop");
        rule(text, "ct state established,related accept");
        for (var denied : policy.egressDenied()) {
            rule(text, "ip daddr " + denied + " drop");
        }
        for (var network : policy.networks()) {
            if (network.egress()) {
                rule(text, from(network) + " accept" + comment(network.id()));
            }
        }
        rule(text, "drop");
        end(text);
    }

    private static void masquerade(StringBuilder text, List<NetworkIntent> networks) {
        begin(text, "postrouting");
        rule(text, "type nat hook postrouting priority srcnat; policy accept;");
        for (var network : networks) {
            if (network.egress()) {
                rule(
                        text,
                        "ip saddr " + network.prefix() + " oifname != " + ANY + " masquerade" + comment(network.id()));
            }
        }
        end(text);
    }

    private static String from(NetworkIntent network) {
        return "iifname \"" + gatewayPort(network.vlan()) + "\" ip saddr " + network.prefix();
    }

    private static String comment(Id network) {
        return " comment \"" + network + "\"";
    }

    private static void chain(StringBuilder text, String name, String... rules) {
        begin(text, name);
        List.of(rules).forEach(rule -> rule(text, rule));
        end(text);
    }

    private static void begin(StringBuilder text, String chain) {
        text.append("\tchain ").append(chain).append(" {\n");
    }

    private static void rule(StringBuilder text, String rule) {
        text.append("\t\t").append(rule).append('\n');
    }

    private static void end(StringBuilder text) {
        text.append("\t}\n\n");
    }

    private static void endTable(StringBuilder text) {
        text.setLength(text.length() - 1);
        text.append("}\n");
    }
}
