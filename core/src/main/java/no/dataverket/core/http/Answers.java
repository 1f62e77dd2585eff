package no.dataverket.core.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.DirectHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import no.dataverket.contract.ApiVersion;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Deprecated;
import no.dataverket.core.json.Json;

/// Answers that are not an operation's own: problems, and what the headers say beside them.
final class Answers {

    private static final String PROBLEM = "application/problem+json";
    private static final int USUAL_WAIT = 2;

    private Answers() {}

    /// A problem, with the headers that its kind wants.
    static Answer problem(Problem problem, String path, String requestId) {
        var answer =
                Answer.of(problem.status(), problem.answering(path, requestId)).header("Content-Type", PROBLEM);
        var parameters = problem.parameters() == null ? Map.<String, String>of() : problem.parameters();
        return switch (problem.catalogued().kind()) {
            case PRECONDITION_FAILED -> copied(answer, "ETag", parameters.get("etag"));
            case NOT_ALLOWED -> copied(answer, "Allow", parameters.get("allow"));
            case UNAUTHENTICATED -> answer.header("WWW-Authenticate", "Bearer realm=\"dataverket\"");
            case UNAVAILABLE, RATE_LIMITED -> {
                var after = problem.retryAfter();
                yield answer.header("Retry-After", Integer.toString(after == null ? USUAL_WAIT : after));
            }
            // What is still on its way would be taken for the next request.
            case TOO_SLOW -> answer.header("Connection", "close");
            default -> answer;
        };
    }

    /// What a client is told that still uses what is on its way out (RFC 9745, RFC 8594).
    static Map<String, String> deprecation(Deprecated deprecated) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Deprecation",
                "@" + deprecated.since().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        headers.put("Sunset", date(deprecated.sunset()));
        headers.put("Link", "</v1/openapi.yaml>; rel=\"deprecation\"; type=\"application/yaml\"");
        return headers;
    }

    /// How the web server answers what is not HTTP enough to become a request.
    static DirectHandlers unreadable() {
        DirectHandler refuse = (request, type, status, headers, message) -> {
            var requestId = Id.next(IdKind.REQUEST).toString();
            var problem = (type == EventType.INTERNAL_ERROR
                            ? Problem.of(ProblemCode.INTERNAL_ERROR, "The request could not be answered.")
                            : Problem.of(ProblemCode.MALFORMED_REQUEST, "The request can't be read as HTTP."))
                    .answering(request.path(), requestId);
            return TransportResponse.builder()
                    .status(io.helidon.http.Status.create(problem.status()))
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, PROBLEM)
                    .header(HeaderNames.create("X-Request-Id"), requestId)
                    .header(HeaderNames.create(ApiVersion.HEADER), ApiVersion.CURRENT)
                    .keepAlive(false)
                    .entity(Json.bytes(problem))
                    .build();
        };
        var handlers = DirectHandlers.builder();
        for (var type : EventType.values()) {
            handlers.addHandler(type, refuse);
        }
        return handlers.build();
    }

    private static Answer copied(Answer answer, String header, @org.jspecify.annotations.Nullable String value) {
        return value == null ? answer : answer.header(header, value);
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(day.atStartOfDay(ZoneOffset.UTC));
    }
}
