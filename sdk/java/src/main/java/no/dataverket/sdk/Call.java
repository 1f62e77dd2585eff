package no.dataverket.sdk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call of one operation that can still be told more before it is sent. Not for more than one thread.
///
/// @param <T> body of the answer
public abstract class Call<T> {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final Connection connection;
    private final Class<T> type;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final String path;
    private Request request;

    protected Call(Connection connection, String method, String path, Class<T> type) {
        this.connection = connection;
        this.type = type;
        this.path = path;
        this.request = Request.of(method, path);
    }

    /// Sends the request and gives the body of the answer.
    public T send() {
        return answer().body();
    }

    /// Sends the request and gives the answer with its headers.
    public Answer<T> answer() {
        return answer(type, query);
    }

    /// Sends the request as a dry run and gives what would happen.
    protected final <R> R preview(Class<R> kind) {
        return answer(kind, with("validate_only", "true")).body();
    }

    /// Sends the request for the page that follows.
    protected final T following(String pageToken) {
        return answer(type, with("page_token", pageToken)).body();
    }

    protected final <B> void body(Class<B> kind, B body, boolean mergePatch) {
        var media = mergePatch ? "application/merge-patch+json" : "application/json";
        request = request.withBody(media, Models.write(kind, body));
    }

    protected final void query(String name, String value) {
        query.put(name, value);
    }

    protected final void optionIdempotencyKey(String key) {
        request = request.withHeader("Idempotency-Key", key);
    }

    protected final void optionIfMatch(String etag) {
        request = request.withHeader("If-Match", etag);
    }

    protected final void optionAnswerWithin(Duration limit) {
        request = request.withTimeout(limit);
    }

    /// A value as it stands in a path or a query (RFC 3986 §2).
    public static String segment(String value) {
        var text = new StringBuilder(value.length());
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) each)) {
                text.append((char) each);
            } else {
                text.append('%').append(HEX[(each >> 4) & 15]).append(HEX[each & 15]);
            }
        }
        return text.toString();
    }

    /// A path with its query, encoded.
    public static String target(String path, Map<String, String> parameters) {
        var text = new StringBuilder(path);
        for (var parameter : parameters.entrySet()) {
            text.append(text.length() == path.length() ? '?' : '&')
                    .append(parameter.getKey())
                    .append('=')
                    .append(segment(parameter.getValue()));
        }
        return text.toString();
    }

    private Map<String, String> with(String name, String value) {
        var all = new LinkedHashMap<>(query);
        all.put(name, value);
        return all;
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~@".indexOf(c) >= 0;
    }

    @SuppressWarnings("NullAway") // a call without a body in its answer has the type Void, whose only value is null
    private <R> Answer<R> answer(Class<R> kind, Map<String, String> parameters) {
        var target = target(path, parameters);
        var sent = new Request(request.method(), target, request.headers(), request.body(), request.timeout());
        var reply = connection.send(sent);
        @Nullable R body = reply.body().length == 0 ? null : Models.read(kind, reply.body());
        if (body == null && kind != Void.class) {
            throw new IllegalStateException("The server answered " + sent.method() + " " + sent.target()
                    + " without a body, status " + reply.status());
        }
        return new Answer<>(body, reply);
    }
}
