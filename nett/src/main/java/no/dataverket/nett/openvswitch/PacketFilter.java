package no.dataverket.nett.openvswitch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.SwitchAway;

/// Our table in nftables, and no other. It is replaced as a whole, in one transaction of the kernel.
///
/// The table's comment holds the digest of the policy and that of the rules as nft prints them, so that a rule that
/// somebody changed by hand is noticed, also by a process that was not there when the rules were set.
final class PacketFilter {

    private static final String FAMILY = "inet";
    private static final String TABLE = "dataverket";
    private static final Pattern COMMENT = Pattern.compile("\tcomment \"policy=(\\w+) rules=(\\w+)\"\n");

    private final HostCommands host;
    private final String hostName;

    PacketFilter(HostCommands host, String hostName) {
        this.host = host;
        this.hostName = hostName;
    }

    /// Digest of the policy in force; nothing where the rules are missing or not as they were set.
    Optional<String> policy() {
        return listing().flatMap(PacketFilter::intact);
    }

    /// Puts a policy in force.
    void set(HostPolicy policy) {
        var rules = NftablesRules.render(policy);
        apply(comment(policy, table("", rules)), rules);
        var printed = listing().orElse("");
        if (intact(printed).isEmpty()) {
            // Another version of nft prints the same rules in another form: that form is what to look for.
            apply(comment(policy, printed), rules);
        }
    }

    /// @param printed the table as nft prints it
    static String comment(HostPolicy policy, String printed) {
        return "\tcomment \"policy=" + policy.digest() + " rules=" + digest(body(printed)) + "\"\n";
    }

    private void apply(String comment, String rules) {
        host.feed(
                "add table " + FAMILY + " " + TABLE + "\ndelete table " + FAMILY + " " + TABLE + "\n"
                        + table(comment, rules),
                "nft",
                "-f",
                "-");
    }

    private Optional<String> listing() {
        var ended = host.run("", "nft", "--stateless", "list", "table", FAMILY, TABLE);
        if (ended.well()) {
            return Optional.of(ended.output());
        }
        if (ended.errors().contains("No such file or directory")) {
            return Optional.empty();
        }
        throw new SwitchAway(hostName, "nft: " + ended.errors().strip());
    }

    static Optional<String> intact(String listing) {
        var comment = COMMENT.matcher(listing);
        return comment.find() && comment.group(2).equals(digest(body(listing)))
                ? Optional.of(comment.group(1))
                : Optional.empty();
    }

    static String table(String comment, String rules) {
        return "table " + FAMILY + " " + TABLE + " {\n" + comment + rules + "}\n";
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
