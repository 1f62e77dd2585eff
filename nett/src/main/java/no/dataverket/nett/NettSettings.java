package no.dataverket.nett;

import no.dataverket.nett.ipam.IpamSettings;
import no.dataverket.nett.network.NetworkSettings;

/// What an operator decides about a site's networks.
///
/// @param ipam what there is to hand out
/// @param networks what networks are like
public record NettSettings(IpamSettings ipam, NetworkSettings networks) {

    /// Settings that fit a site of one host.
    public static NettSettings defaults() {
        return new NettSettings(IpamSettings.defaults(), NetworkSettings.defaults());
    }
}
