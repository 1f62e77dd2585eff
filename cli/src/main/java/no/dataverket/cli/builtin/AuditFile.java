package no.dataverket.cli.builtin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;

/// An exported audit log, checked by nothing but itself: each record has the SHA-256 of the hash before it and
/// of its own text, and each chain ends where its head says. See `AuditRecord` in the API document.
final class AuditFile {

    private static final HexFormat HEX = HexFormat.of();

    private final Map<Long, Node> heads = new TreeMap<>();
    private final Map<Long, List<Node>> chains = new TreeMap<>();
    private final List<Object> flaws = new ArrayList<>();
    private long records;

    /// Takes a line of the export.
    void take(Node line) {
        var head = line.field("head");
        if (head.isObject()) {
            heads.put(head.field("number").number(), head);
        } else {
            HEX.parseHex(line.field("previous").text());
            chains.computeIfAbsent(line.field("chain").number(), chain -> new ArrayList<>())
                    .add(line);
            records++;
        }
    }

    /// In the words of the server's own check.
    Node verdict() {
        for (var head : heads.values()) {
            check(head, chains.getOrDefault(head.field("number").number(), new ArrayList<>()));
        }
        for (var chain : chains.keySet()) {
            if (!heads.containsKey(chain)) {
                found("MISSING", chain, 0, "", "the line that says how far the chain reaches is missing");
            }
        }
        if (heads.isEmpty()) {
            found("MISSING", 0, 0, "", "the lines that say how far the chains reach are missing");
        }
        var verdict = new LinkedHashMap<String, Object>();
        verdict.put("intact", flaws.isEmpty());
        verdict.put("records", records);
        verdict.put("chains", heads.values().stream().map(Node::value).toList());
        verdict.put("flaws", flaws);
        return new Node(verdict);
    }

    private void check(Node head, List<Node> chain) {
        var number = head.field("number").number();
        var last = HEX.formatHex(sha256().digest(bytes("dataverket audit chain " + number)));
        var reached = 0L;
        chain.sort(Comparator.comparingLong(record -> record.field("position").number()));
        for (var record : chain) {
            var position = record.field("position").number();
            var previous = record.field("previous").text();
            var hash = record.field("hash").text();
            var follows = position == reached + 1;
            if (!follows) {
                found("MISSING", number, reached + 1, "", "the records before place " + position + " are missing");
            }
            if (!hash(previous, record.field("record").text()).equals(hash)) {
                found("ALTERED", number, position, name(record), "the text does not have the hash " + hash);
            } else if (follows && !previous.equals(last)) {
                found(
                        "REORDERED",
                        number,
                        position,
                        name(record),
                        "follows " + previous + ", but the record before it is " + last);
            }
            last = hash;
            reached = position;
        }
        if (reached < head.field("length").number()) {
            found(
                    "MISSING",
                    number,
                    reached + 1,
                    "",
                    "the records up to place " + head.field("length").text() + " are missing");
        } else if (!last.equals(head.field("head").text())) {
            found(
                    "REORDERED",
                    number,
                    reached,
                    "",
                    "the chain should end with " + head.field("head").text() + ", but ends with " + last);
        }
    }

    private void found(String trouble, long chain, long position, String entry, String detail) {
        var flaw = new LinkedHashMap<String, Object>();
        flaw.put("trouble", trouble);
        flaw.put("chain", chain);
        flaw.put("position", position);
        if (!entry.isEmpty()) {
            flaw.put("entry", entry);
        }
        flaw.put("detail", detail);
        flaws.add(flaw);
    }

    private static String name(Node record) {
        try {
            return Json.read(record.field("record").text()).field("id").text();
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private static String hash(String previous, String record) {
        var digest = sha256();
        digest.update(HEX.parseHex(previous));
        return HEX.formatHex(digest.digest(bytes(record)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
