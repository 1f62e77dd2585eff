package no.dataverket.core.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.opentelemetry.api.trace.SpanKind;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.ProblemKind;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Parameter;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.core.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The web server behind the table of operations: routing, authentication, limits on what is read, problem
/// documents, request ids, traces. It refuses to start when an operation lacks its handler or the reverse.
public final class ApiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final int LARGEST_BODY = 256 * 1024;
    private static final int LARGEST_DRAINED = 8 * 1024 * 1024;
    private static final String PROBLEM = "application/problem+json";

    private final Router router;
    private final Map<String, Endpoint> endpoints;
    private final Authenticator authenticator;
    private final Telemetry telemetry;
    private final byte[] openApi;
    private final WebServer server;

    /// Who a bearer token speaks for.
    public interface Authenticator {

        /// @throws Failure `AUTHENTICATION_REQUIRED` if the token is not good
        Principal authenticate(String token);
    }

    private ApiServer(
            Settings settings,
            List<Operation> operations,
            Map<String, Endpoint> endpoints,
            Authenticator authenticator,
            Telemetry telemetry,
            String openApi) {
        this.router = new Router(operations);
        this.endpoints = endpoints;
        this.authenticator = authenticator;
        this.telemetry = telemetry;
        this.openApi = openApi.getBytes(StandardCharsets.UTF_8);
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .shutdownGracePeriod(Duration.ofSeconds(2))
                .shutdownHook(false)
                .routing(HttpRouting.builder().any(this::serve))
                .build()
                .start();
    }

    /// Where to listen.
    ///
    /// @param port 0 for a free one
    public record Settings(String host, int port) {}

    /// Starts to listen.
    ///
    /// @param endpoints by operation id
    /// @throws IllegalStateException naming every operation without endpoint and every endpoint without
    ///     operation
    public static ApiServer start(
            Settings settings,
            List<Operation> operations,
            Map<String, Endpoint> endpoints,
            Authenticator authenticator,
            Telemetry telemetry,
            String openApi) {
        var declared = new TreeSet<>(operations.stream().map(Operation::id).toList());
        var missing = new TreeSet<>(declared);
        missing.removeAll(endpoints.keySet());
        var surplus = new TreeSet<>(endpoints.keySet());
        surplus.removeAll(declared);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            throw new IllegalStateException(
                    "Operations without endpoint: " + missing + "; endpoints without operation: " + surplus);
        }
        return new ApiServer(settings, operations, Map.copyOf(endpoints), authenticator, telemetry, openApi);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void serve(ServerRequest request, ServerResponse response) {
        var path = request.path().rawPath();
        switch (path) {
            case "/metrics" -> metrics(response);
            case "/v1/openapi.yaml" -> {
                response.header("Content-Type", "application/yaml");
                response.send(openApi);
            }
            default -> operation(request, response, path);
        }
    }

    private void operation(ServerRequest request, ServerResponse response, String path) {
        var requestId = Id.next(IdKind.REQUEST).toString();
        var method = request.prologue().method().text();
        var match = router.match(method, path);
        var name = match.map(found -> found.operation().id()).orElse("unknown");
        var parent = header(request, "traceparent");
        try (var ignored = MDC.putCloseable("request", requestId)) {
            telemetry.within("http " + name, SpanKind.SERVER, parent, null, () -> {
                var answer = answer(request, path, requestId, match);
                send(response, answer, requestId);
                return answer.status();
            });
        }
    }

    private Answer answer(ServerRequest request, String path, String requestId, Optional<Router.Match> match) {
        byte[] body;
        try {
            body = read(request);
            if (match.isEmpty()) {
                throw unrouted(path);
            }
            var endpoint =
                    Objects.requireNonNull(endpoints.get(match.get().operation().id()));
            return endpoint.handle(call(request, path, requestId, match.get(), body));
        } catch (Failure failure) {
            return problem(failure.problem(), path, requestId);
        } catch (DatabaseFailure failure) {
            if (failure.unavailable()) {
                return problem(
                        Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The database does not answer.")
                                .withRetryAfter(2),
                        path,
                        requestId);
            }
            return defect(failure, path, requestId);
        } catch (RuntimeException | IOException failure) {
            return defect(failure, path, requestId);
        }
    }

    private Call call(ServerRequest request, String path, String requestId, Router.Match match, byte[] body) {
        var operation = match.operation();
        var principal = operation.access() == Access.PUBLIC ? null : principal(request);
        var query = query(request, operation);
        var values = new LinkedHashMap<String, String>();
        match.path().forEach((name, value) -> values.put(name, decoded(value)));
        var tree = operation.request() == null || body.length == 0 ? null : Bodies.parse(body);
        return new Call(operation, values, query, name -> header(request, name), principal, tree, requestId, path);
    }

    private Principal principal(ServerRequest request) {
        var authorization = header(request, "Authorization").orElse("");
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Failure.of(ProblemCode.AUTHENTICATION_REQUIRED, "The request carries no bearer token.");
        }
        return authenticator.authenticate(authorization.substring(7).trim());
    }

    private static Map<String, String> query(ServerRequest request, Operation operation) {
        var query = new LinkedHashMap<String, String>();
        var known = new HashSet<String>();
        for (var parameter : operation.parameters()) {
            known.add(parameter.name());
            if (request.query().contains(parameter.name())) {
                query.put(parameter.name(), checked(parameter, request.query().get(parameter.name())));
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

    private static String checked(Parameter parameter, String value) {
        boolean good = switch (parameter.type()) {
            case STRING -> value.length() <= 1024 && value.indexOf('\0') < 0;
            case INTEGER -> value.matches("-?\\d{1,18}");
            case BOOLEAN -> value.equals("true") || value.equals("false");
        };
        if (!good) {
            throw Failure.of(
                    ProblemCode.MALFORMED_REQUEST,
                    "The query parameter " + parameter.name() + " must be "
                            + parameter.type().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return value;
    }

    private static String decoded(String segment) {
        try {
            var text = URLDecoder.decode(segment, StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException notEncoded) {
            throw Failure.of(ProblemCode.MALFORMED_REQUEST, "The path is not percent-encoded UTF-8.");
        }
        throw Failure.of(ProblemCode.MALFORMED_REQUEST, "The path holds a NUL character.");
    }

    private Failure unrouted(String path) {
        var methods = router.methods(path);
        var detail = methods.isEmpty()
                ? "There is no operation at this path."
                : "This path has " + String.join(", ", methods) + " only.";
        return Failure.of(ProblemCode.OPERATION_NOT_FOUND, detail);
    }

    /// A body too large is read to its end, within reason, so that the client gets to see the answer.
    private static byte[] read(ServerRequest request) throws IOException {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        long total = 0;
        try (var input = request.content().inputStream()) {
            for (int n = input.read(buffer); n >= 0 && total <= LARGEST_DRAINED; n = input.read(buffer)) {
                total += n;
                if (total <= LARGEST_BODY) {
                    kept.write(buffer, 0, n);
                }
            }
        }
        if (total > LARGEST_BODY) {
            throw Failure.of(ProblemCode.BODY_TOO_LARGE, "The body has more than " + LARGEST_BODY + " bytes.");
        }
        return kept.toByteArray();
    }

    private static Answer problem(Problem problem, String path, String requestId) {
        var answer =
                Answer.of(problem.status(), problem.answering(path, requestId)).header("Content-Type", PROBLEM);
        var kind = problem.catalogued().kind();
        var parameters = problem.parameters();
        if (kind == ProblemKind.PRECONDITION_FAILED && parameters != null && parameters.containsKey("etag")) {
            answer = answer.header("ETag", parameters.get("etag"));
        }
        if (kind == ProblemKind.UNAUTHENTICATED) {
            answer = answer.header("WWW-Authenticate", "Bearer realm=\"dataverket\"");
        }
        if (kind == ProblemKind.UNAVAILABLE || kind == ProblemKind.RATE_LIMITED) {
            var after = problem.retryAfter();
            answer = answer.header("Retry-After", Integer.toString(after == null ? 2 : after));
        }
        return answer;
    }

    private static Answer defect(Exception failure, String path, String requestId) {
        LOG.atError().setCause(failure).addKeyValue("path", path).log("request failed");
        return problem(
                Problem.of(ProblemCode.INTERNAL_ERROR, "The request failed; nothing was changed by what failed."),
                path,
                requestId);
    }

    private static void send(ServerResponse response, Answer answer, String requestId) {
        response.status(answer.status());
        response.header("X-Request-Id", requestId);
        answer.headers().forEach(response::header);
        @Nullable Object body = answer.body();
        if (body == null) {
            response.send();
        } else {
            if (!answer.headers().containsKey("Content-Type")) {
                response.header("Content-Type", "application/json");
            }
            response.send(body instanceof byte[] bytes ? bytes : Json.bytes(body));
        }
    }

    private void metrics(ServerResponse response) {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, telemetry.registry().scrape());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        response.header("Content-Type", PrometheusTextFormatWriter.CONTENT_TYPE);
        response.send(out.toByteArray());
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return request.headers().value(HeaderNames.create(name));
    }
}
