package no.dataverket.maskin.runtime;

import java.util.List;
import java.util.Optional;

/// A wish for the read-only volume from which the guest configures itself at its first start (NoCloud).
///
/// @param vm whose seed; also the guest's instance id, so that a VM is configured once
/// @param revision under which it's asked for
/// @param hostname the guest's name, one DNS label or several with dots
/// @param userData given to the guest as it is: a `#cloud-config` document or a script
/// @param networks one for each interface that the guest shall configure
public record SeedRequest(VmId vm, Revision revision, String hostname, String userData, List<Network> networks) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public SeedRequest {
        if (!hostname.matches(LABEL + "(\\." + LABEL + ")*")) {
            throw new IllegalArgumentException("'" + hostname + "' is no host name");
        }
        networks = List.copyOf(networks);
    }

    /// The configuration of one interface.
    ///
    /// @param name what the guest shall call it, such as `eth0`
    /// @param mac by which the guest finds it
    /// @param mtu bytes
    /// @param addresses with prefix length: `10.10.0.11/24`; none means DHCP
    /// @param gateways default routes, at most one of each IP version
    /// @param nameServers addresses of DNS servers
    public record Network(
            String name, String mac, int mtu, List<String> addresses, List<String> gateways, List<String> nameServers) {

        private static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}";

        public Network {
            if (!name.matches("[A-Za-z][A-Za-z0-9._-]{0,14}")) {
                throw new IllegalArgumentException("'" + name + "' is no interface name");
            }
            if (!mac.matches("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}")) {
                throw new IllegalArgumentException("'" + mac + "' is no MAC address");
            }
            addresses = List.copyOf(addresses);
            gateways = List.copyOf(gateways);
            nameServers = List.copyOf(nameServers);
            refuseUnlike("(" + ADDRESS + ")/[0-9]{1,3}", addresses);
            refuseUnlike(ADDRESS, gateways);
            refuseUnlike(ADDRESS, nameServers);
        }

        private static void refuseUnlike(String pattern, List<String> texts) {
            firstUnlike(pattern, texts).ifPresent(text -> {
                throw new IllegalArgumentException("'" + text + "' is no address of the expected form");
            });
        }

        private static Optional<String> firstUnlike(String pattern, List<String> texts) {
            return texts.stream().filter(text -> !text.matches(pattern)).findFirst();
        }
    }
}
