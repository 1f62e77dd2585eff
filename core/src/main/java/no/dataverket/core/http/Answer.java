package no.dataverket.core.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operation answers.
///
/// @param body a contract record, or null for none
public record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {

    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), body);
    }

    public static Answer nothing() {
        return new Answer(204, Map.of(), null);
    }

    public Answer header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /// A strong entity tag (RFC 9110 §8.8.3) made of a generation.
    public Answer etag(long generation) {
        return header("ETag", etagOf(generation));
    }

    /// The text of the entity tag of a generation.
    public static String etagOf(long generation) {
        return "\"g" + generation + "\"";
    }
}
