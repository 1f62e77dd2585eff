package no.dataverket.nett.host;

import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What is really there on a host.
///
/// @param networks those that bear our mark
/// @param ports machines' ports, ours or not
/// @param policy digest of the policy in force; null where none of ours is, or a changed one
/// @param foreign what is on the switch and is not ours, for people
/// @param warnings what the host lacks, for people
public record HostObservation(
        List<ObservedNetwork> networks,
        List<ObservedPort> ports,
        @Nullable String policy,
        List<String> foreign,
        List<String> warnings) {

    /// A network with our mark.
    ///
    /// @param gateway address of the host in it with the prefix length, as `10.0.0.1/24`; null where it has
    ///     none or several
    /// @param ready whether its gateway carries traffic
    public record ObservedNetwork(Id id, int vlan, @Nullable String gateway, int mtu, boolean ready) {

        /// How this differs from what is wanted, for people; empty where it does not.
        public String difference(NetworkIntent wanted) {
            var expected = wanted.gateway() + "/" + wanted.prefix().length();
            if (vlan != wanted.vlan()) {
                return "VLAN " + vlan + " instead of " + wanted.vlan();
            }
            if (!expected.equals(gateway)) {
                return "gateway " + (gateway == null ? "missing" : gateway) + " instead of " + expected;
            }
            if (mtu != wanted.mtu()) {
                return "MTU " + mtu + " instead of " + wanted.mtu();
            }
            return ready ? "" : "gateway is down";
        }
    }

    /// A port of a machine.
    ///
    /// @param vlan null where it is not an access port of one VLAN
    /// @param mac of the machine's interface, where it is known
    public record ObservedPort(
            String device, @Nullable Integer vlan, @Nullable String mac) {}

    /// The network of an identifier, if it is there.
    public Optional<ObservedNetwork> network(Id id) {
        return networks.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    /// The port of a device, if it is there.
    public Optional<ObservedPort> port(String device) {
        return ports.stream().filter(port -> port.device().equals(device)).findFirst();
    }
}
