package no.dataverket.core.work;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import no.dataverket.core.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What may be shown of a message: its JSON without the values of secrets. Of what is not JSON nothing is shown but
/// its size, its digest and how it begins, up to the first word that could announce a secret.
final class Redaction {

    private static final Pattern SECRET = Pattern.compile(
            "user_?data|secret|passw|token|credential|private|authorization|cookie|seed|_key$|^key$",
            Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "[redacted]";
    private static final int BEGINNING = 48;

    private Redaction() {}

    /// The message as JSON text without secrets.
    static String of(byte[] message) {
        try {
            return redacted(Json.read(message, JsonNode.class)).toPrettyString();
        } catch (JacksonException notJson) {
            return Json.object()
                    .put("unreadable", true)
                    .put("size_bytes", message.length)
                    .put("sha256", sha256(message))
                    .put("begins_with", beginning(message))
                    .toPrettyString();
        }
    }

    /// Digest of a message, hexadecimal.
    static String sha256(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode redacted(JsonNode tree) {
        return switch (tree) {
            case ObjectNode object -> {
                var copy = Json.object();
                object.properties().forEach(field -> {
                    if (SECRET.matcher(field.getKey()).find()
                            && !field.getValue().isNull()) {
                        copy.put(field.getKey(), HIDDEN);
                    } else {
                        copy.set(field.getKey(), redacted(field.getValue()));
                    }
                });
                yield copy;
            }
            case ArrayNode array -> {
                var copy = Json.mapper().createArrayNode();
                array.forEach(element -> copy.add(redacted(element)));
                yield copy;
            }
            default -> tree;
        };
    }

    private static String beginning(byte[] message) {
        try {
            var head = ByteBuffer.wrap(message, 0, Math.min(message.length, BEGINNING));
            var text = StandardCharsets.US_ASCII.newDecoder().decode(head).toString();
            var secret = SECRET.matcher(text);
            var shown = secret.find() ? text.substring(0, secret.start()) + HIDDEN : text;
            return shown.replaceAll("\\p{Cntrl}", " ");
        } catch (CharacterCodingException binary) {
            return "";
        }
    }
}
