package no.dataverket.nett.network;

import java.time.Duration;
import java.util.List;
import no.dataverket.nett.address.Prefix;

/// What networks of a site are like.
///
/// @param mtu of every network
/// @param nameservers for machines that reach the outside
/// @param reserved prefixes of the site's own that no network may have, such as its management networks
/// @param egressDenied destinations that stay closed to machines that reach the outside
/// @param addressQuarantine how long an address rests before another machine gets it: neighbours remember its
///     last owner
/// @param networkQuarantine how long a prefix and a VLAN rest once no host has them any more
/// @param reconcileEvery how often intent and reality are compared
public record NetworkSettings(
        int mtu,
        List<String> nameservers,
        List<Prefix> reserved,
        List<Prefix> egressDenied,
        Duration addressQuarantine,
        Duration networkQuarantine,
        Duration reconcileEvery) {

    private static final int ROOM_FOR_TUNNELS = 1450;

    /// Link-local destinations are closed: behind them is what the host's own provider tells the host.
    public static NetworkSettings defaults() {
        return new NetworkSettings(
                ROOM_FOR_TUNNELS,
                List.of(),
                List.of(),
                List.of(Prefix.parse("169.254.0.0/16")),
                Duration.ofMinutes(1),
                Duration.ZERO,
                Duration.ofSeconds(5));
    }

    /// The same with other nameservers.
    public NetworkSettings withNameservers(List<String> servers) {
        return new NetworkSettings(
                mtu, servers, reserved, egressDenied, addressQuarantine, networkQuarantine, reconcileEvery);
    }

    /// The same with other times.
    public NetworkSettings withTimes(Duration addresses, Duration networks, Duration reconcile) {
        return new NetworkSettings(mtu, nameservers, reserved, egressDenied, addresses, networks, reconcile);
    }
}
