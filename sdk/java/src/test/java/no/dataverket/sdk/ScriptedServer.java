package no.dataverket.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real HTTP server that gives the answers it was told, in order, and remembers what it was asked.
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Script(int status, Map<String, String> headers, String body) {}

    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ScriptedServer then(int status, String body) {
        return then(status, body, Map.of());
    }

    ScriptedServer then(int status, String body, Map<String, String> headers) {
        scripts.add(new Script(status, headers, body));
        return this;
    }

    ScriptedServer thenProblem(int status, String code, Map<String, String> headers) {
        return then(status, """
                {"type":"about:blank","title":"No","status":%d,"code":"%s","detail":"because","hint":"do","retryable":true}""".formatted(status, code), headers);
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        var script = Objects.requireNonNull(scripts.poll(), "nothing left to answer");
        var bytes = script.body().getBytes(StandardCharsets.UTF_8);
        var json = script.status() < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", json);
        script.headers().forEach(exchange.getResponseHeaders()::set);
        var chunked = script.headers().containsKey("X-Chunked");
        exchange.sendResponseHeaders(script.status(), bytes.length == 0 ? -1 : chunked ? 0 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
