package no.dataverket.nett.openvswitch;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.NetworkIntent;

/// Renders a policy as the chains of one nftables table, in the form in which `nft list` prints them. Pure: the same
/// policy gives the same text.
///
/// Only packets that come from or go to a gateway port are judged; the rest of the host's traffic is not ours.
final class NftablesRules {

    /// The beginning of the names of gateway ports.
    static final String GATEWAYS = "dvg";

    private static final String ANY = "\"" + GATEWAYS + "*\"";

    private NftablesRules() {}

    static String render(HostPolicy policy) {
        var text = new StringBuilder();
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
        text.setLength(text.length() - 1);
        return text.toString();
    }

    /// Name of the gateway port of a VLAN.
    static String gatewayPort(int vlan) {
        return GATEWAYS + vlan;
    }

    /// Guests may see that their gateway is there, and answer the host. Everything else of the host's is closed.
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
}
