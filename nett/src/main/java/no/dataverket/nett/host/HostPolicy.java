package no.dataverket.nett.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import no.dataverket.nett.address.Prefix;

/// What may pass on a host. Nothing passes between networks, and nothing reaches the host from a network but
/// its replies and echo requests to the gateway; the outside is open to networks with egress.
///
/// @param networks all networks of the host, in order
/// @param egressDenied destinations that stay closed to every network
public record HostPolicy(List<NetworkIntent> networks, List<Prefix> egressDenied) {

    public HostPolicy {
        networks = networks.stream().sorted().toList();
        egressDenied = egressDenied.stream().sorted().toList();
    }

    /// A short text that differs where the policy differs.
    public String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
