package no.dataverket.sentral.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.AuditChain;
import no.dataverket.contract.api.AuditRecord;
import no.dataverket.contract.api.AuditVerdict.Flaw;
import no.dataverket.contract.api.AuditVerdict.Trouble;
import org.jspecify.annotations.Nullable;

/// Checks one chain, record by record, in the order of their places: is each there, is it what was hashed, does
/// it follow the one before it?
final class ChainCheck {

    private static final HexFormat HEX = HexFormat.of();

    private final AuditChain chain;
    private final List<Flaw> flaws = new ArrayList<>();
    private String last;
    private long reached;

    /// @param chain how far it should reach
    ChainCheck(AuditChain chain) {
        this.chain = chain;
        this.last = genesis(chain.number());
    }

    /// Takes the next record.
    ///
    /// @param entry the record's entry, to name it
    /// @return whether its text is what was hashed
    boolean take(AuditRecord record, @Nullable Id entry) {
        long expected = reached + 1;
        boolean follows = record.position() == expected;
        if (!follows) {
            missing(expected, record.position() - 1);
        }
        boolean intact = hash(record.previous(), record.record()).equals(record.hash());
        if (!intact) {
            altered(record.position(), entry, "the text does not have the hash " + record.hash());
        } else if (follows && !record.previous().equals(last)) {
            flaws.add(new Flaw(
                    Trouble.REORDERED,
                    chain.number(),
                    record.position(),
                    entry,
                    "follows " + record.previous() + ", but the record before it is " + last));
        }
        last = record.hash();
        reached = record.position();
        return intact;
    }

    /// Notes that a record's entry is not what it is found by.
    void altered(long position, @Nullable Id entry, String detail) {
        flaws.add(new Flaw(Trouble.ALTERED, chain.number(), position, entry, detail));
    }

    /// What is wrong, after the last record.
    List<Flaw> end() {
        if (reached < chain.length()) {
            missing(reached + 1, chain.length());
        } else if (!last.equals(chain.head())) {
            flaws.add(new Flaw(
                    Trouble.REORDERED,
                    chain.number(),
                    reached,
                    null,
                    "the chain should end with " + chain.head() + ", but the last record is " + last));
        }
        return flaws;
    }

    private void missing(long from, long to) {
        flaws.add(new Flaw(
                Trouble.MISSING,
                chain.number(),
                from,
                null,
                from == to ? "the record is missing" : "the records " + from + " to " + to + " are missing"));
    }

    /// What the first record of a chain follows.
    static String genesis(int number) {
        return HEX.formatHex(sha256().digest(("dataverket audit chain " + number).getBytes(StandardCharsets.UTF_8)));
    }

    /// The hash of a record.
    static String hash(String previous, String record) {
        var digest = sha256();
        digest.update(HEX.parseHex(previous));
        return HEX.formatHex(digest.digest(record.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
