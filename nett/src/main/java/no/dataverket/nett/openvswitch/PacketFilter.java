package no.dataverket.nett.openvswitch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.SwitchAway;

/// Our tables in nftables, and no others. They are replaced as a whole, in one transaction of the kernel.
///
/// A comment holds the digest of the policy and that of the rules as nft prints them, so that a rule that
/// somebody changed by hand is noticed, also by a process that was not there when the rules were set.
final class PacketFilter {

    private static final List<String> FAMILIES = List.of("inet", "arp");
    private static final Pattern COMMENT = Pattern.compile("\tcomment \"policy=(\\w+) rules=(\\w+)\"\n");

    private final HostCommands host;
    private final String hostName;

    PacketFilter(HostCommands host, String hostName) {
        this.host = host;
        this.hostName = hostName;
    }

    /// Digest of the policy in force; nothing where the rules are missing or not as they were set.
    Optional<String> policy() {
        return intact(listing());
    }

    /// Puts a policy in force.
    void set(HostPolicy policy) {
        apply(policy, NftablesRules.render(policy, ""));
        var printed = listing();
        if (intact(printed).isEmpty()) {
            // Another version of nft prints the same rules in another form: that form is what to look for.
            apply(policy, printed);
        }
    }

    /// @param printed the tables as nft prints them
    static String comment(HostPolicy policy, String printed) {
        return "policy=" + policy.digest() + " rules=" + digest(body(printed));
    }

    static Optional<String> intact(String listing) {
        var comment = COMMENT.matcher(listing);
        return comment.find() && comment.group(2).equals(digest(body(listing)))
                ? Optional.of(comment.group(1))
                : Optional.empty();
    }

    private void apply(HostPolicy policy, String printed) {
        var text = new StringBuilder();
        for (var family : FAMILIES) {
            var table = " table " + family + " " + NftablesRules.TABLE + "\n";
            text.append("add").append(table).append("delete").append(table);
        }
        host.feed(text + NftablesRules.render(policy, comment(policy, printed)), "nft", "-f", "-");
    }

    /// What nft prints of our tables; nothing of those that are missing.
    private String listing() {
        var listing = new StringBuilder();
        for (var family : FAMILIES) {
            var ended = host.run("", "nft", "--stateless", "list", "table", family, NftablesRules.TABLE);
            if (ended.well()) {
                listing.append(ended.output());
            } else if (!ended.errors().contains("No such file or directory")) {
                throw new SwitchAway(hostName, "nft: " + ended.errors().strip());
            }
        }
        return listing.toString();
    }

    private static String body(String listing) {
        return COMMENT.matcher(listing).replaceFirst("");
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
