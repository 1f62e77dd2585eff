package no.dataverket.maskin.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The three files of a NoCloud seed volume.
///
/// `network-config` is version 2 in block style with `match.macaddress` and `set-name`, and writes default
/// routes as networks: cloud-init 22.4 knows neither `to: default` nor a matched interface without a name.
///
/// Source: cloud-init documentation, "NoCloud" and "Networking config Version 2"; tried with Debian 12's
/// cloud-init.
///
/// @param metaData instance id and host name
/// @param userData as requested
/// @param networkConfig addresses, routes and name servers of each interface
public record SeedFiles(String metaData, String userData, String networkConfig) {

    /// Renders a request. The same request always makes the same text.
    public static SeedFiles of(SeedRequest request) {
        var metaData = "instance-id: " + request.vm() + "\nlocal-hostname: \"" + request.hostname() + "\"\n";
        return new SeedFiles(metaData, request.userData(), networkConfig(request));
    }

    /// SHA-256 of the three files, in hexadecimal digits: it tells whether two guests were given the same.
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : List.of(metaData, userData, networkConfig)) {
                var bytes = file.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String networkConfig(SeedRequest request) {
        var yaml = new StringBuilder("version: 2\n");
        // an empty mapping in flow style is the one form that stands for "none"
        yaml.append(request.networks().isEmpty() ? "ethernets: {}\n" : "ethernets:\n");
        for (var network : request.networks()) {
            append(yaml, network);
        }
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, SeedRequest.Network network) {
        yaml.append("  ").append(network.name()).append(":\n");
        yaml.append("    match:\n");
        yaml.append("      macaddress: \"")
                .append(network.mac().toLowerCase(Locale.ROOT))
                .append("\"\n");
        yaml.append("    set-name: ").append(network.name()).append('\n');
        yaml.append("    mtu: ").append(network.mtu()).append('\n');
        if (network.addresses().isEmpty()) {
            yaml.append("    dhcp4: true\n");
        } else {
            yaml.append("    addresses:\n");
            network.addresses()
                    .forEach(address ->
                            yaml.append("      - ").append(quoted(address)).append('\n'));
        }
        if (!network.gateways().isEmpty()) {
            yaml.append("    routes:\n");
            for (var gateway : network.gateways()) {
                yaml.append("      - to: ")
                        .append(isIpv6(gateway) ? "\"::/0\"" : "0.0.0.0/0")
                        .append('\n');
                yaml.append("        via: ").append(quoted(gateway)).append('\n');
            }
        }
        if (!network.nameServers().isEmpty()) {
            yaml.append("    nameservers:\n      addresses:\n");
            network.nameServers()
                    .forEach(server ->
                            yaml.append("        - ").append(quoted(server)).append('\n'));
        }
    }

    /// Colons make YAML see a mapping; dotted addresses stay bare for small parsers.
    private static String quoted(String address) {
        return isIpv6(address) ? '"' + address + '"' : address;
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0;
    }
}
