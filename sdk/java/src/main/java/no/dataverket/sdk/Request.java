package no.dataverket.sdk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request, as it goes over the wire save for the headers that [Connection] adds.
///
/// @param target path and query, encoded
public record Request(
        String method,
        String target,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable Duration timeout) {

    /// A request without a body.
    public static Request of(String method, String target) {
        return new Request(method, target, Map.of(), null, null);
    }

    /// The same with a header more, or with another value for it.
    public Request withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Request(method, target, all, body, timeout);
    }

    /// The same with a body.
    public Request withBody(String contentType, byte[] content) {
        return new Request(method, target, headers, content, timeout).withHeader("Content-Type", contentType);
    }

    /// The same with a limit on how long the answer may take.
    public Request withTimeout(Duration limit) {
        return new Request(method, target, headers, body, limit);
    }

    /// Whether the header is there, in any case of its letters.
    public boolean hasHeader(String name) {
        for (var header : headers.keySet()) {
            if (header.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
