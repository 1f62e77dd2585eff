package no.dataverket.nett.ipam;

import no.dataverket.nett.address.Prefix;

/// What there is to hand out in a datacenter.
///
/// @param pool where prefixes come from that nobody asked for by name
/// @param firstVlan lowest VLAN identifier of the pool
/// @param lastVlan highest VLAN identifier of the pool
public record IpamSettings(Prefix pool, int firstVlan, int lastVlan) {

    public IpamSettings {
        if (firstVlan < 1 || lastVlan > 4094 || firstVlan > lastVlan) {
            throw new IllegalArgumentException(
                    "VLAN identifiers " + firstVlan + " to " + lastVlan + " are not a range within 1 to 4094");
        }
    }

    /// A sixteenth of 10.0.0.0/8 and most VLANs; the first hundred are left to the operator, as is the end.
    public static IpamSettings defaults() {
        return new IpamSettings(Prefix.parse("10.192.0.0/10"), 100, 4000);
    }
}
