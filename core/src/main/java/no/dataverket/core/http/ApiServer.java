package no.dataverket.core.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.opentelemetry.api.trace.SpanKind;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.dataverket.contract.ApiVersion;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.ProblemKind;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operation.Deprecated;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Trips;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.core.limit.Limits;
import no.dataverket.core.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

/// The web server behind the table of operations: routing, authentication, limits on what is read, problem
/// documents, request ids, traces. It refuses to start when an operation lacks its handler or the reverse.
public final class ApiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final String DOCUMENT = "/v1/openapi.yaml";
    private static final int MOST_CONNECTIONS = 8192;

    private final Router router;
    private final Map<String, Endpoint> endpoints;
    private final Gate gate;
    private final Telemetry telemetry;
    private final Counter refusals;
    private final Counter trips;
    private final byte[] openApi;
    private final WebServer server;

    private ApiServer(
            Settings settings,
            List<Operation> operations,
            Map<String, Endpoint> endpoints,
            Authenticator authenticator,
            Telemetry telemetry,
            String openApi) {
        this.router = new Router(operations);
        this.endpoints = endpoints;
        this.gate = new Gate(authenticator, settings.limits());
        this.telemetry = telemetry;
        this.refusals = telemetry.counter(
                "dataverket_http_refusals_total",
                "Requests answered with 429, by the limit that was used up.",
                "limit");
        this.trips = telemetry.counter(
                "dataverket_http_database_trips_total",
                "How often requests went to the database and waited for its answer.",
                "operation");
        this.openApi = openApi.getBytes(StandardCharsets.UTF_8);
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .connectionOptions(SocketOptions.builder()
                        .tcpNoDelay(true)
                        .readTimeout(LONGEST_SILENCE)
                        .build())
                .maxTcpConnections(MOST_CONNECTIONS)
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(RequestReader.LARGEST_LINE)
                        .maxHeadersSize(RequestReader.LARGEST_HEAD)
                        .build())
                .directHandlers(Answers.unreadable())
                .shutdownGracePeriod(Duration.ofSeconds(2))
                .shutdownHook(false)
                .routing(HttpRouting.builder().any(this::serve))
                .build()
                .start();
    }

    /// Where to listen, and how much to bear.
    ///
    /// @param port 0 for a free one
    public record Settings(String host, int port, Limits limits) {}

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
        response.header(ApiVersion.HEADER, ApiVersion.CURRENT);
        var path = request.path().rawPath();
        if (path.equals("/metrics") && method(request).equals("GET")) {
            metrics(response);
        } else {
            answered(request, response, path);
        }
    }

    private void answered(ServerRequest request, ServerResponse response, String path) {
        var requestId = Id.next(IdKind.REQUEST).toString();
        var method = method(request);
        var match = router.match(method.equals("HEAD") ? "GET" : method, path);
        var name = match.map(found -> found.operation().id()).orElse("unknown");
        var parent = new RequestReader(request).header("traceparent");
        try (var ignored = MDC.putCloseable("request", requestId)) {
            telemetry.within("http " + name, SpanKind.SERVER, parent, null, () -> {
                var always = new LinkedHashMap<String, String>();
                always.put("X-Request-Id", requestId);
                long before = Trips.soFar();
                var answer = answer(request, path, requestId, match, always);
                trips.labelValues(name).inc(Trips.soFar() - before);
                send(response, answer, always, method.equals("HEAD"));
                return answer.status();
            });
        }
    }

    /// @param always headers of the answer, whatever it is; those of limits are added
    private Answer answer(
            ServerRequest request,
            String path,
            String requestId,
            Optional<Router.Match> match,
            Map<String, String> always) {
        try {
            if (match.isEmpty()) {
                var unused = new RequestReader(request).body(Operation.USUAL_BODY);
                gate.anonymous(request, always);
                return unrouted(method(request), path);
            }
            return routed(request, path, requestId, match.get(), always);
        } catch (Failure failure) {
            refused(failure);
            return Answers.problem(failure.problem(), path, requestId);
        } catch (DatabaseFailure failure) {
            if (failure.unavailable()) {
                return Answers.problem(
                        Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The database does not answer.")
                                .withRetryAfter(2),
                        path,
                        requestId);
            }
            return defect(failure, path, requestId);
        } catch (RuntimeException failure) {
            return defect(failure, path, requestId);
        }
    }

    private Answer routed(
            ServerRequest request, String path, String requestId, Router.Match match, Map<String, String> always) {
        var operation = match.operation();
        var reader = new RequestReader(request);
        var principal = identified(request, operation, reader, always);
        var body = reader.body(Gate.largestBody(principal, operation));
        var query = reader.query(operation);
        var tree = reader.tree(operation, body);
        deprecations(operation, tree).ifPresent(found -> always.putAll(Answers.deprecation(found)));
        var call = new Call(
                operation, RequestReader.path(match.path()), query, reader::header, principal, tree, requestId, path);
        var endpoint = Objects.requireNonNull(endpoints.get(operation.id()));
        try (var turn = gate.turn(principal, operation)) {
            return endpoint.handle(call);
        }
    }

    /// Who asks. A client that is refused gets to see the answer only once all was read that it sends.
    private @Nullable Principal identified(
            ServerRequest request, Operation operation, RequestReader reader, Map<String, String> always) {
        try {
            return gate.identify(request, operation, always);
        } catch (Failure refused) {
            reader.discard();
            throw refused;
        }
    }

    /// What the request uses that is on its way out.
    private static Optional<Deprecated> deprecations(Operation operation, @Nullable JsonNode body) {
        var whole = operation.deprecated();
        var type = operation.request();
        if (whole != null || body == null || type == null) {
            return Optional.ofNullable(whole);
        }
        return Bodies.deprecated(body, type).stream().map(Deprecated::of).min(Comparator.comparing(Deprecated::sunset));
    }

    private Answer unrouted(String method, String path) {
        if (path.equals(DOCUMENT) && (method.equals("GET") || method.equals("HEAD"))) {
            return Answer.of(200, openApi).header("Content-Type", "application/yaml");
        }
        var methods = path.equals(DOCUMENT) ? new TreeSet<>(Set.of("GET")) : router.methods(path);
        if (methods.isEmpty()) {
            throw Failure.of(ProblemCode.OPERATION_NOT_FOUND, "There is no operation at this path.");
        }
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        var allow = String.join(", ", methods);
        if (method.equals("OPTIONS")) {
            return Answer.nothing().header("Allow", allow);
        }
        throw Failure.of(ProblemCode.METHOD_NOT_ALLOWED, "This path has " + allow + " only.")
                .parameters(Map.of("allow", allow));
    }

    private void refused(Failure failure) {
        if (failure.code().kind() == ProblemKind.RATE_LIMITED) {
            var parameters = failure.problem().parameters();
            refusals.labelValues(parameters == null ? "" : parameters.getOrDefault("limit", ""))
                    .inc();
        }
    }

    private static Answer defect(Exception failure, String path, String requestId) {
        LOG.atError().setCause(failure).addKeyValue("path", path).log("request failed");
        return Answers.problem(
                Problem.of(ProblemCode.INTERNAL_ERROR, "The request failed; nothing was changed by what failed."),
                path,
                requestId);
    }

    private static void send(ServerResponse response, Answer answer, Map<String, String> always, boolean headOnly) {
        response.status(answer.status());
        always.forEach(response::header);
        answer.headers().forEach(response::header);
        @Nullable Object body = answer.body();
        if (body != null && !answer.headers().containsKey("Content-Type")) {
            response.header("Content-Type", "application/json");
        }
        if (body == null || headOnly) {
            response.send();
        } else {
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

    private static String method(ServerRequest request) {
        return request.prologue().method().text();
    }
}
