package no.dataverket.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server answered.
///
/// @param headers by name in lower case
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /// The value of a header.
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /// The strong ETag, as it is sent back in `If-Match`.
    public @Nullable String etag() {
        return headers.get("etag");
    }

    /// The identifier of the request, for support.
    public @Nullable String requestId() {
        return headers.get("x-request-id");
    }

    /// The body as text.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
