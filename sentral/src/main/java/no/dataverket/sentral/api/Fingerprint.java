package no.dataverket.sentral.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Preview;
import no.dataverket.core.http.Call;
import no.dataverket.core.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// SHA-256 of what a request asks for, hexadecimal: two requests with the same one ask for the same.
final class Fingerprint {

    private Fingerprint() {}

    /// Of the request alone.
    static String of(Call call) {
        return hash(call.operation().id() + "\n" + call.path() + "\n" + call.query() + "\n" + call.tree());
    }

    /// Of the request, of one state of what it is about, and of what it does to that.
    static String of(Call call, Id subject, long generation, Preview effects) {
        var all = List.of(
                call.operation().id(),
                new TreeMap<>(call.path()),
                withoutWishes(call.query()),
                canonical(call.tree()),
                subject.toString(),
                generation,
                effects.wouldCreate(),
                effects.wouldChange(),
                effects.wouldDelete());
        return hash(Json.write(all));
    }

    /// How the task is run, and whether anything is, is not what is done.
    private static Map<String, String> withoutWishes(Map<String, String> query) {
        var rest = new TreeMap<>(query);
        rest.keySet().removeAll(List.of("validate_only", "priority", "block"));
        return rest;
    }

    /// The same however it was written: PostgreSQL keeps no order of fields.
    private static JsonNode canonical(JsonNode tree) {
        if (tree instanceof ArrayNode array) {
            var elements = Json.mapper().createArrayNode();
            array.forEach(element -> elements.add(canonical(element)));
            return elements;
        }
        if (!(tree instanceof ObjectNode object)) {
            return tree;
        }
        var sorted = Json.object();
        object.propertyNames().stream().sorted().forEach(name -> sorted.set(name, canonical(object.get(name))));
        return sorted;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
