package no.dataverket.core.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operation.Parameter;
import no.dataverket.core.json.Bodies;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Reads what a client sent, as far as any request needs it and no further.
final class RequestReader {

    /// Most that the web server reads of a request line, so that one too long is answered and not cut off.
    static final int LARGEST_LINE = 64 * 1024;

    /// Most that the web server reads of headers, for the same reason.
    static final int LARGEST_HEAD = 128 * 1024;

    private static final int LARGEST_DRAINED = 8 * 1024 * 1024;
    private static final int LONGEST_URL = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_PARAMETER = 1024;
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);
    private static final Set<String> JSON = Set.of("application/json");
    private static final Set<String> PATCH = Set.of("application/merge-patch+json", "application/json");

    /// What a decoder leaves where the bytes were not UTF-8.
    private static final char NOT_UTF_8 = '\uFFFD';

    private static final Logger LOG = LoggerFactory.getLogger(RequestReader.class);

    private final ServerRequest request;

    RequestReader(ServerRequest request) {
        this.request = request;
    }

    Optional<String> header(String name) {
        return request.headers().value(HeaderNames.create(name));
    }

    /// The body as it came. One too large is read to its end, within reason, so that the client gets to see the
    /// answer.
    ///
    /// @param largest bytes that are kept
    /// @throws Failure if URL or headers are larger than any request needs, the body is larger than this one
    ///     may be, or it is too slow
    byte[] body(int largest) {
        var drained = drained(largest);
        if (request.path().rawPath().length() + request.query().rawValue().length() > LONGEST_URL) {
            throw Failure.of(ProblemCode.URL_TOO_LONG, "The URL has more than " + LONGEST_URL + " characters.");
        }
        int size = 0;
        for (var header : request.headers()) {
            size += header.name().length() + 4;
            for (var value : header.allValues()) {
                size += value.length();
            }
        }
        if (size > LARGEST_HEADERS) {
            throw Failure.of(
                    ProblemCode.HEADERS_TOO_LARGE, "The headers have more than " + LARGEST_HEADERS + " bytes.");
        }
        return drained;
    }

    /// Reads the body to its end, within reason, and keeps nothing of it.
    void discard() {
        try {
            var unused = drained(0);
        } catch (Failure nobodyCares) {
            LOG.debug("a body of a refused request was not read to its end");
        }
    }

    private byte[] drained(int largest) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        long end = System.nanoTime() + LONGEST_READ.toNanos();
        long total = 0;
        try (var input = request.content().inputStream()) {
            for (int n = input.read(buffer); n >= 0 && total <= LARGEST_DRAINED; n = input.read(buffer)) {
                total += n;
                if (total <= largest) {
                    kept.write(buffer, 0, n);
                }
                if (System.nanoTime() > end) {
                    throw slow();
                }
            }
        } catch (SocketTimeoutException nothingMore) {
            throw slow();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
        if (total > largest) {
            throw Failure.of(ProblemCode.BODY_TOO_LARGE, "The body has more than " + largest + " bytes.");
        }
        return kept.toByteArray();
    }

    /// The body as a tree; null where the operation takes none or none came.
    @Nullable
    JsonNode tree(Operation operation, byte[] body) {
        if (operation.request() == null || body.length == 0) {
            return null;
        }
        requireJson(operation);
        return Bodies.parse(body);
    }

    private void requireJson(Operation operation) {
        var type = header("Content-Type").orElse("application/json").toLowerCase(Locale.ROOT);
        var media = type.split(";", 2)[0].strip();
        var taken = operation.method() == Operation.Method.PATCH ? PATCH : JSON;
        boolean other = type.contains("charset=") && !type.replace("\"", "").contains("charset=utf-8");
        if (!taken.contains(media) || other) {
            throw Failure.of(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "This takes " + String.join(" or ", new TreeSet<>(taken)) + " in UTF-8, not " + type + ".");
        }
    }

    /// The parameters of the query, each known and of its type.
    Map<String, String> query(Operation operation) {
        var query = new LinkedHashMap<String, String>();
        var known = new HashSet<String>();
        for (var parameter : operation.parameters()) {
            known.add(parameter.name());
            if (request.query().contains(parameter.name())) {
                query.put(parameter.name(), checked(parameter));
            }
        }
        for (var name : request.query().names()) {
            if (!known.contains(name)) {
                throw Failure.of(ProblemCode.UNKNOWN_PARAMETER, "The query parameter " + name + " is not known here.")
                        .hint("Known here: " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
        return query;
    }

    private String checked(Parameter parameter) {
        var values = request.query().all(parameter.name());
        if (values.size() > 1) {
            throw malformed(parameter, "is given more than once");
        }
        var value = values.isEmpty() ? "" : values.getFirst();
        switch (parameter.type()) {
            case STRING -> {
                if (value.length() > LONGEST_PARAMETER) {
                    throw malformed(parameter, "has more than " + LONGEST_PARAMETER + " characters");
                }
                if (value.indexOf('\0') >= 0 || value.indexOf(NOT_UTF_8) >= 0) {
                    throw malformed(parameter, "holds a NUL character, or is not UTF-8");
                }
                oneOfTheChoices(parameter, value);
            }
            case INTEGER -> {
                if (value.length() > LONGEST_PARAMETER || !value.matches("-?[0-9]+")) {
                    throw malformed(parameter, "must be an integer");
                }
            }
            case BOOLEAN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw malformed(parameter, "must be true or false");
                }
            }
        }
        return value;
    }

    private static void oneOfTheChoices(Parameter parameter, String value) {
        if (parameter.rules().get("enum") instanceof List<?> choices && !choices.contains(value)) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "The query parameter " + parameter.name() + " can't be " + value + ".")
                    .hint("One of " + choices + ".");
        }
    }

    /// The parameters of the path, decoded.
    static Map<String, String> path(Map<String, String> raw) {
        var values = new LinkedHashMap<String, String>();
        raw.forEach((name, value) -> values.put(name, decoded(value)));
        return values;
    }

    private static String decoded(String segment) {
        try {
            // A plus is a plus in a path; only a query says a blank with it.
            var text = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0 && text.indexOf(NOT_UTF_8) < 0) {
                return text;
            }
        } catch (IllegalArgumentException notEncoded) {
            throw Failure.of(ProblemCode.MALFORMED_REQUEST, "The path is not percent-encoded.");
        }
        throw Failure.of(ProblemCode.MALFORMED_REQUEST, "The path holds a NUL character, or is not UTF-8.");
    }

    private static Failure malformed(Parameter parameter, String trouble) {
        return Failure.of(
                ProblemCode.MALFORMED_REQUEST, "The query parameter " + parameter.name() + " " + trouble + ".");
    }

    private static Failure slow() {
        return Failure.of(
                ProblemCode.REQUEST_TOO_SLOW,
                "The body did not arrive within " + LONGEST_READ.toSeconds() + " seconds.");
    }
}
