package no.dataverket.maskin.vm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.runtime.SeedRequest.Network;
import org.jspecify.annotations.Nullable;

/// What a guest reads at its first start. It is written into the seed and nowhere else: it may hold secrets.
///
/// Keys go into the user data, for the seed has no other place for them. Where there is no user data they are a
/// `#cloud-config` of their own; a plain one takes them up; anything else travels with them as a MIME archive.
///
/// Source: cloud-init documentation, "User data formats" and "Merging user data sections".
final class GuestData {

    private static final String CLOUD_CONFIG = "#cloud-config";

    /// A block mapping without a key of ours and without document markers, to which a key can simply be added.
    private static final Pattern PLAIN_CLOUD_CONFIG =
            Pattern.compile("#cloud-config[ \\t]*\\n(?:[ \\t]*(?:#.*)?\\n)*[A-Za-z_][A-Za-z0-9_-]*[ \\t]*:(?s:.*)");

    private static final Pattern IN_THE_WAY = Pattern.compile("(?m)^(?:ssh_authorized_keys[ \\t]*:|---|\\.\\.\\.)");

    private GuestData() {}

    /// The user data of a guest: the same input always makes the same text.
    static String userData(@Nullable String userData, List<String> keys) {
        if (userData == null || userData.isBlank()) {
            return CLOUD_CONFIG + "\n" + (keys.isEmpty() ? "{}\n" : keyList(keys));
        }
        if (keys.isEmpty()) {
            return userData;
        }
        if (PLAIN_CLOUD_CONFIG.matcher(userData).matches()
                && !IN_THE_WAY.matcher(userData).find()) {
            return userData + (userData.endsWith("\n") ? "" : "\n") + keyList(keys);
        }
        return archive(userData, keys);
    }

    /// The networks of a guest. The default route goes through its first interface that has a gateway.
    static List<Network> networks(List<Port> ports) {
        var sorted = ports.stream().sorted(Comparator.comparingInt(Port::index)).toList();
        var networks = new ArrayList<Network>();
        boolean routed = false;
        for (var port : sorted) {
            var gateway = port.gateway();
            boolean routes = gateway != null && !routed;
            routed |= routes;
            networks.add(new Network(
                    "eth" + port.index(),
                    port.mac(),
                    port.mtu(),
                    List.of(port.address() + "/" + port.prefixLength()),
                    routes ? List.of(gateway) : List.of(),
                    port.nameservers()));
        }
        return networks;
    }

    /// A JSON string is a YAML string, whatever is in it.
    private static String keyList(List<String> keys) {
        var yaml = new StringBuilder("ssh_authorized_keys:\n");
        keys.forEach(key -> yaml.append("  - ").append(Json.write(key.strip())).append('\n'));
        return yaml.toString();
    }

    private static String archive(String userData, List<String> keys) {
        var ours = CLOUD_CONFIG + "\n" + keyList(keys)
                + "merge_how:\n  - name: list\n    settings: [append]\n"
                + "  - name: dict\n    settings: [no_replace, recurse_list]\n";
        var boundary = "dataverket-" + digest(userData + ours);
        return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\nMIME-Version: 1.0\n\n"
                + part(boundary, type(userData), userData)
                + part(boundary, "text/cloud-config", ours)
                + "--" + boundary + "--\n";
    }

    private static String part(String boundary, String type, String text) {
        return "--" + boundary + "\nContent-Type: " + type + "; charset=\"utf-8\"\nMIME-Version: 1.0\n\n" + text
                + (text.endsWith("\n") ? "" : "\n");
    }

    private static String type(String userData) {
        if (userData.startsWith("#!")) {
            return "text/x-shellscript";
        }
        if (userData.startsWith(CLOUD_CONFIG)) {
            return "text/cloud-config";
        }
        return userData.startsWith("## template: jinja") ? "text/jinja2" : "text/plain";
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
