package no.dataverket.core.http;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.dataverket.contract.ApiVersion;
import no.dataverket.contract.Deprecation;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Cost;
import no.dataverket.contract.api.Operation.Deprecated;
import no.dataverket.contract.api.Operation.Lane;
import no.dataverket.contract.api.Operation.Method;
import no.dataverket.contract.api.Operation.Parameter;
import no.dataverket.contract.api.Operation.Shape;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.json.Json;
import no.dataverket.core.limit.Limits;
import no.dataverket.core.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The edge by itself, over a table of three operations.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiServerIntegrationTest {

    private static final LocalDate SINCE = LocalDate.of(2027, 1, 31);
    private static final LocalDate SUNSET = LocalDate.of(2028, 1, 31);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ApiServer server;

    /// An operation of operators that takes more than others.
    private static final String LARGE = "makeSite";

    /// A body with a field on its way out.
    record Thing(
            @Field("Name.") String name,

            @Field("Colour.") @Deprecation(since = "2027-01-31", sunset = "2028-01-31", instead = "paint") @Nullable
            String colour) {}

    @BeforeAll
    void start() {
        server = server("");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyAnswerTellsItsVersionAndWhatIsLeft() throws Exception {
        for (var target : List.of("/v1/things", "/v1/nothing", "/v1/things?colour=red")) {
            var reply = send(server, "GET", target, "ann", null, Map.of());
            assertThat(reply.headers().map()).as(target).containsKeys("x-request-id", "ratelimit", "ratelimit-policy");
            assertThat(header(reply, ApiVersion.HEADER)).isEqualTo(ApiVersion.CURRENT);
        }
        var unknown = send(server, "GET", "/v1/things", null, null, Map.of());
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(header(unknown, "RateLimit-Policy")).contains("\"address\";q=");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/things, 'GET, HEAD, OPTIONS, POST'",
        "PATCH, /v1/things, 'GET, HEAD, OPTIONS, POST'",
        "BREW, /v1/things, 'GET, HEAD, OPTIONS, POST'",
        "POST, /v1/old, 'GET, HEAD, OPTIONS'",
        "DELETE, /v1/openapi.yaml, 'GET, HEAD, OPTIONS'"
    })
    void aMethodThatThePathDoesNotHaveIsNotAllowed(String method, String target, String allow) throws Exception {
        var reply = send(server, method, target, "ann", null, Map.of());

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(header(reply, "Allow")).isEqualTo(allow);
        assertThat(code(reply)).isEqualTo("METHOD_NOT_ALLOWED");
        var options = send(server, "OPTIONS", target, null, null, Map.of());
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Allow")).isEqualTo(allow);
    }

    @Test
    void headAnswersAsGetWithoutABody() throws Exception {
        var reply = send(server, "HEAD", "/v1/things", "ann", null, Map.of());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(header(reply, "Content-Type")).isEqualTo("application/json");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "'application/json; charset=UTF-8', 200",
        "'application/json; charset=latin1', 415",
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "application/merge-patch+json, 415"
    })
    void aBodyIsOfTheTypeThatTheOperationTakes(String type, int status) throws Exception {
        var reply = send(server, "POST", "/v1/things", "ann", "{\"name\":\"a\"}", Map.of("Content-Type", type));

        assertThat(reply.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things?state=a&state=b, 400, MALFORMED_REQUEST",
        "/v1/things?limit=٣, 400, MALFORMED_REQUEST",
        "/v1/things?limit=1.5, 400, MALFORMED_REQUEST",
        "/v1/things?state=%FF%FE, 400, MALFORMED_REQUEST",
        "/v1/things?other=1, 400, UNKNOWN_PARAMETER",
        "/v1/things?order=UP, 422, VALIDATION_FAILED"
    })
    void aQueryThatCantBeReadIsMalformed(String target, int status, String code) throws Exception {
        var encoded = target.replace("٣", "%D9%A3");
        var reply = send(server, "GET", encoded, "ann", null, Map.of());

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(code(reply)).isEqualTo(code);
    }

    @Test
    void whatIsTooLargeIsAnsweredAndNotCutOff() throws Exception {
        var filter = send(server, "GET", "/v1/things?state=" + "x".repeat(2000), "ann", null, Map.of());
        assertThat(filter.statusCode()).isEqualTo(400);
        assertThat(filter.body()).contains("1024 characters");
        var url = send(server, "GET", "/v1/things?state=" + "x".repeat(20_000), "ann", null, Map.of());
        assertThat(url.statusCode()).isEqualTo(414);
        assertThat(code(url)).isEqualTo("URL_TOO_LONG");
        var headers = send(server, "GET", "/v1/things", "ann", null, Map.of("X-Long", "x".repeat(40_000)));
        assertThat(headers.statusCode()).isEqualTo(431);
        assertThat(code(headers)).isEqualTo("HEADERS_TOO_LARGE");
        var body = send(server, "POST", "/v1/things", "ann", "x".repeat(1 << 20), Map.of());
        assertThat(body.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 300000, 422",
        "operator, 2000000, 413",
        "ann, 300000, 413",
        "guess, 300000, 401",
        "guess, 9000000, 401"
    })
    void onlyWhoMayCallAnOperationThatTakesMuchCanMakeTheServerHoldIt(String who, int length, int status)
            throws Exception {
        // No name is as long as that, which is found once the body was read.
        var body = Json.write(Map.of("name", "x".repeat(length)));

        var reply = send(server, "POST", "/v1/sites", who, body, Map.of());

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/th ings", "/v1/<things>", "/v1/things?state=%zz"})
    void whatIsNoUrlIsAnsweredWithAProblem(String target) throws Exception {
        var answer = raw("GET " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                + "Authorization: Bearer ann\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("application/problem+json");
        assertThat(answer).contains("MALFORMED_REQUEST").doesNotContain("Exception", "\tat ");
    }

    @Test
    void headersWithoutEndAreAnswered() throws Exception {
        var answer = raw("GET /v1/things HTTP/1.1\r\nHost: here\r\nX-Long: " + "x".repeat(200_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
    }

    @Test
    void whatIsOnItsWayOutSaysSo() throws Exception {
        var old = send(server, "GET", "/v1/old", "ann", null, Map.of());
        assertThat(header(old, "Deprecation")).isEqualTo("@1801353600");
        assertThat(header(old, "Sunset")).isEqualTo("Mon, 31 Jan 2028 00:00:00 GMT");
        assertThat(header(old, "Link")).contains("rel=\"deprecation\"");
        var using = send(server, "POST", "/v1/things", "ann", "{\"name\":\"a\",\"colour\":\"red\"}", Map.of());
        assertThat(header(using, "Deprecation")).isEqualTo("@1801353600");
        var current = send(server, "POST", "/v1/things", "ann", "{\"name\":\"a\"}", Map.of());
        assertThat(current.headers().map()).doesNotContainKeys("deprecation", "sunset");
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBackAndOthersAreServed() throws Exception {
        try (var strict = server("principal-read=3,tenant-read=5,address=4")) {
            for (int i = 0; i < 3; i++) {
                assertThat(get(strict, "ann").statusCode()).isEqualTo(200);
            }
            var refused = get(strict, "ann");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(code(refused)).isEqualTo("RATE_LIMIT");
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isPositive();
            assertThat(header(refused, "RateLimit")).contains("\"principal-read\";r=0");
            assertThat(refused.body()).contains("hint", "retryable");
            assertThat(send(strict, "POST", "/v1/things", "ann", "{\"name\":\"a\"}", Map.of())
                            .statusCode())
                    .isEqualTo(200);

            assertThat(List.of(
                            get(strict, "bob").statusCode(),
                            get(strict, "bob").statusCode(),
                            get(strict, "bob").statusCode()))
                    .containsExactly(200, 200, 429);
            assertThat(get(strict, "eve-of-other").statusCode()).isEqualTo(200);
        }
    }

    /// Whatever a tenant has under way and lets wait, the requests of another one wait for none of it.
    @Test
    void aTenantThatIsHeldUpHoldsUpNobodyElse() throws Exception {
        var inside = new AtomicInteger();
        var gate = new CountDownLatch(1);
        Endpoint slow = call -> {
            if (call.parameter("state").isPresent()) {
                inside.incrementAndGet();
                quietly(() -> gate.await(1, TimeUnit.MINUTES) ? 1 : 0);
            }
            return Answer.of(200, Map.of("items", List.of()));
        };
        try (var shared = server("scale=1000", slow);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var noisy = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(
                            () -> send(shared, "GET", "/v1/things?state=slow", "loud-" + i, null, Map.of())))
                    .toList();
            int places = eventually(inside::get, count -> count >= 20);

            for (int i = 0; i < 30; i++) {
                assertThat(get(shared, "quiet-of-other").statusCode()).isEqualTo(200);
            }
            assertThat(noisy).as("none of them has ended").noneMatch(Future::isDone);
            assertThat(places).isLessThan(noisy.size());
            gate.countDown();
        }
    }

    @Test
    void whoGuessesTokensIsStoppedAndWhoeverSharesTheAddressIsNot() throws Exception {
        try (var strict = server("address=4")) {
            assertThat(get(strict, "ann").statusCode()).isEqualTo(200);
            var guesses = IntStream.range(0, 6)
                    .map(i -> quietly(() -> get(strict, "guess-" + i).statusCode()))
                    .boxed()
                    .toList();

            assertThat(guesses).startsWith(401, 401, 401).endsWith(429, 429);
            assertThat(get(strict, "ann").statusCode()).isEqualTo(200);
        }
    }

    private static ApiServer server(String limits) {
        return server(limits, call -> Answer.of(200, Map.of("items", List.of())));
    }

    private static ApiServer server(String limits, Endpoint list) {
        var operations = List.of(
                operation("listThings", Method.GET, "/v1/things", null, null),
                operation("makeThing", Method.POST, "/v1/things", Thing.class, null),
                operation(LARGE, Method.POST, "/v1/sites", Thing.class, null),
                operation("old", Method.GET, "/v1/old", null, new Deprecated(SINCE, SUNSET, "/v1/things")));
        Map<String, Endpoint> endpoints = Map.of(
                "listThings",
                list,
                "makeThing",
                call -> Answer.of(200, call.body(Thing.class)),
                LARGE,
                call -> Answer.of(200, call.body(Thing.class)),
                "old",
                call -> Answer.of(200, Map.of()));
        return ApiServer.start(
                new ApiServer.Settings("127.0.0.1", 0, Limits.parse(limits)),
                operations,
                endpoints,
                new Guests(),
                Telemetry.withoutExport(),
                "openapi: 3.1.0\n");
    }

    private static Operation operation(
            String id, Method method, String path, @Nullable Class<?> body, @Nullable Deprecated deprecated) {
        return new Operation(
                id,
                method,
                path,
                id,
                id.equals(LARGE) ? Access.OPERATOR : Access.AUTHENTICATED,
                body,
                Shape.ONE,
                Thing.class,
                null,
                List.of(
                        new Parameter("state", Parameter.Type.STRING, "State.", Map.of()),
                        new Parameter("limit", Parameter.Type.INTEGER, "Limit.", Map.of()),
                        new Parameter("order", Parameter.Type.STRING, "Order.", Map.of("enum", List.of("up", "down")))),
                false,
                false,
                id.equals(LARGE) ? 4 * Operation.USUAL_BODY : Operation.USUAL_BODY,
                new Cost(body == null ? Lane.READ : Lane.WRITE, 1),
                deprecated,
                null);
    }

    /// Knows everybody but those who guess; a name ends with its tenant.
    private static final class Guests implements Authenticator {
        private final Map<String, Principal> known = new java.util.concurrent.ConcurrentHashMap<>();
        private final Map<String, Id> tenants = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public Principal authenticate(String token) {
            if (token.startsWith("guess")) {
                throw Failure.of(ProblemCode.AUTHENTICATION_REQUIRED, "The token is not valid.");
            }
            return known.computeIfAbsent(token, name -> {
                var tenant = tenants.computeIfAbsent(
                        name.endsWith("other") ? "other" : "acme", unused -> Id.next(IdKind.TENANT));
                var roles = name.startsWith("operator")
                        ? List.of(new RoleBinding(Role.PLATFORM_OPERATOR, null, null))
                        : List.of(new RoleBinding(Role.TENANT_ADMIN, tenant, null));
                return new Principal(
                        Id.next(IdKind.PRINCIPAL),
                        name,
                        PrincipalKind.MACHINE,
                        Id.next(IdKind.TOKEN),
                        null,
                        roles,
                        List.of());
            });
        }

        @Override
        public boolean remembers(String token) {
            return known.containsKey(token);
        }
    }

    private static HttpResponse<String> get(ApiServer server, String who) throws Exception {
        return send(server, "GET", "/v1/things", who, null, Map.of());
    }

    private static HttpResponse<String> send(
            ApiServer server,
            String method,
            String target,
            @Nullable String who,
            @Nullable String body,
            Map<String, String> headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (who != null) {
            request.header("Authorization", "Bearer " + who);
        }
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.setSoTimeout(10_000);
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream input) throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    private static String code(HttpResponse<String> reply) {
        return Json.tree(reply.body()).path("code").asString("");
    }

    private static int quietly(java.util.concurrent.Callable<Integer> call) {
        try {
            return call.call();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
