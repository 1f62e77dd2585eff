package no.dataverket.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Stands between a client and the server, speaks TLS with a certificate that only those trust who are given
/// it, refuses the first attempt of each keyed request as a busy server would, and answers a few paths as a
/// server does that the client does not know.
final class MeddlingProxy implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

    /// A task of no server there is: it knows fields that the client does not, and does not know `retryable` and
    /// `definition`.
    private static final String TASK = """
            {"id": "%1$s", "kind": "vm.create", "state": "%2$s", "target": "vm_1", "target_name": "web", "steps": [],
             "steps_done": 0, "created_by": "p_1", "request_id": "req_1", "correlation_id": "c",
             "created_at": "2026-11-21T10:00:00Z", "deadline_at": "2026-11-21T11:00:00.5Z", "blocked_on": [],
             "cancellable": false, "priority": "INTERACTIVE", "progress": {"step": 0, "of": 0, "percent": 0},
             "reconciling": false, "degraded": false, "of_a_later_server": {"deep": [1, 2]}%3$s}
            """;

    /// One request, as it came in.
    record Attempt(String method, String target, String body) {}

    private final URI server;
    private final Path certificate;
    private final HttpsServer front;
    private final HttpClient back =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Attempt>> keyed = new LinkedHashMap<>();
    private int refused;
    private int unsaid;

    /// @param directory where the certificate is put
    MeddlingProxy(URI server, Path directory) {
        this.server = server;
        this.certificate = directory.resolve("ca.pem");
        try {
            front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            front.setHttpsConfigurator(new HttpsConfigurator(tls(directory)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.createContext("/", this::handle);
        front.start();
    }

    URI endpoint() {
        return URI.create("https://localhost:" + front.getAddress().getPort());
    }

    /// The certificate to trust, in PEM.
    Path certificate() {
        return certificate;
    }

    /// The attempts under each idempotency key, in order.
    synchronized Map<String, List<Attempt>> keyed() {
        return new LinkedHashMap<>(keyed);
    }

    /// How often the path was asked for that is refused without a word on when to come again.
    synchronized int unsaid() {
        return unsaid;
    }

    @Override
    public void close() {
        front.stop(0);
        back.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "/v1/datacenters/without-retry-after" -> {
                    count();
                    refuse(exchange, 503, "DEPENDENCY_UNAVAILABLE", false);
                }
                case "/v1/tasks/task_later", "/v1/tasks/task_later:wait" ->
                    answer(exchange, 200, "application/json", TASK.formatted("task_later", "HIBERNATING", ""));
                case "/v1/tasks/task_failed" ->
                    answer(
                            exchange,
                            200,
                            "application/json",
                            TASK.formatted("task_failed", "FAILED", ", \"error\": " + problem(507, "NO_CAPACITY")));
                default -> {
                    var refusal = refusalOf(exchange, body);
                    if (refusal == 0) {
                        forward(exchange, body);
                    } else {
                        refuse(exchange, refusal, refusal == 409 ? "IDEMPOTENCY_IN_PROGRESS" : "RATE_LIMIT", true);
                    }
                }
            }
        }
    }

    private synchronized void count() {
        unsaid++;
    }

    /// The status to refuse with, or 0: each key is refused once, the first of all as if it were in progress.
    private synchronized int refusalOf(HttpExchange exchange, byte[] body) {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null) {
            return 0;
        }
        var attempts = keyed.computeIfAbsent(key, first -> new ArrayList<>());
        attempts.add(new Attempt(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(body, StandardCharsets.UTF_8)));
        if (attempts.size() > 1) {
            return 0;
        }
        return switch (refused++ % 3) {
            case 0 -> refused == 1 ? 409 : 429;
            case 1 -> 503;
            default -> 429;
        };
    }

    private static void refuse(HttpExchange exchange, int status, String code, boolean soon) throws IOException {
        if (soon) {
            exchange.getResponseHeaders().set("Retry-After", "0");
        }
        answer(exchange, status, "application/problem+json", problem(status, code));
    }

    private static String problem(int status, String code) {
        return """
                {"type": "about:blank", "title": "Refused", "status": %d, "code": "%s", "detail": "by the test",
                 "hint": "none", "retryable": true, "request_id": "req_proxy"}
                """.formatted(status, code);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("ETag", "\"g1\"");
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(
                        URI.create(server + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = back.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private SSLContext tls(Path directory) throws IOException {
        var store = directory.resolve("proxy.p12");
        keytool(
                store,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-ext",
                "bc:critical=ca:true",
                "-validity",
                "2");
        keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
        try (var content = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(content, PASSWORD);
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void keytool(Path store, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(more));
        command.addAll(List.of("-alias", "proxy", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        Program.run(store.resolveSibling("."), Map.of(), command).expectSuccess();
    }
}
