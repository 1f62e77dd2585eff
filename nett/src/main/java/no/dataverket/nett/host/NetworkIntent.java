package no.dataverket.nett.host;

import java.util.Comparator;
import no.dataverket.contract.Id;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;

/// A network as it is wanted on a host.
///
/// @param vlan tag that keeps it apart (IEEE 802.1Q)
/// @param gateway the host's own address in it
/// @param egress whether machines reach the outside, under the host's address
public record NetworkIntent(Id id, int vlan, Prefix prefix, Address gateway, boolean egress, int mtu)
        implements Comparable<NetworkIntent> {

    @Override
    public int compareTo(NetworkIntent other) {
        return Comparator.comparing(NetworkIntent::vlan)
                .thenComparing(NetworkIntent::id)
                .compare(this, other);
    }
}
