package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Requests as they are written by hand, also wrong ones, which the typed client would not send. Every answer
/// is held against the contract.
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(70);
    private static final Duration LONGEST_TASK = Duration.ofSeconds(90);
    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final Supplier<URI> endpoint;
    private final @Nullable String token;

    Api(RunningServer server, @Nullable String token) {
        this(server::endpoint, token);
    }

    /// @param endpoint where the API is now; asked for each request
    Api(Supplier<URI> endpoint, @Nullable String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /// No answer came; what became of the request is not known.
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(IOException cause) {
            super(cause);
        }
    }

    /// An answer.
    record Reply(int status, Map<String, String> headers, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return bytes.length == 0 ? Json.object() : Json.tree(text());
        }

        /// A field by its path, as `/resource/id`; empty where it is not there.
        String at(String pointer) {
            return json().at(pointer).asString("");
        }

        String code() {
            return at("/code");
        }

        String etag() {
            return headers.getOrDefault("etag", "");
        }

        String task() {
            return at("/task/id");
        }

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("Expected " + wanted + " but was " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + text();
        }
    }

    Reply get(String target) {
        return send("GET", target, null, Map.of());
    }

    /// With a fresh idempotency key.
    Reply post(String target, @Nullable Object body) {
        return post(target, body, UUID.randomUUID());
    }

    /// The same, sent again with its key while a busy machine answers 503: as clients do.
    Reply persist(String target, @Nullable Object body) {
        var key = UUID.randomUUID();
        return eventually(() -> post(target, body, key), reply -> reply.status() != 503);
    }

    Reply post(String target, @Nullable Object body, UUID key) {
        return send("POST", target, bytes(body), Map.of("Idempotency-Key", key.toString()));
    }

    Reply patch(String target, String etag, Object body) {
        return send("PATCH", target, bytes(body), Map.of("If-Match", etag));
    }

    Reply delete(String target, String etag) {
        return send("DELETE", target, null, Map.of("If-Match", etag));
    }

    /// Deletes a resource as it is now.
    Reply delete(String target) {
        return delete(target, get(target).expect(200).etag());
    }

    /// Sends what it is told, with the token and nothing else.
    Reply send(String method, String target, byte @Nullable [] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(endpoint.get() + target))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        var all = new LinkedHashMap<String, String>();
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        if (body != null) {
            all.put("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        all.putAll(headers);
        all.forEach(request::header);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            var names = new TreeMap<String, String>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> names.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            ResponseContract.check(
                    method, target, answer.statusCode(), names.getOrDefault("content-type", ""), answer.body());
            return new Reply(answer.statusCode(), names, answer.body());
        } catch (IOException failure) {
            throw new Unanswered(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Waits until a task is final, through restarts of the server.
    JsonNode await(String task) {
        long end = System.nanoTime() + LONGEST_TASK.toNanos();
        var last = Optional.<JsonNode>empty();
        while (System.nanoTime() < end) {
            try {
                var reply = get("/v1/tasks/" + task + ":wait?timeout=5s");
                if (reply.status() == 200) {
                    last = Optional.of(reply.json());
                    if (FINAL.contains(last.get().path("state").asString())) {
                        return last.get();
                    }
                }
            } catch (Unanswered away) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError(
                "The task does not end: " + last.map(JsonNode::toPrettyString).orElse(task));
    }

    /// Waits until a task has succeeded.
    JsonNode succeed(Reply accepted) {
        var task = await(accepted.expect(202).task());
        if (!task.path("state").asString().equals("SUCCEEDED")) {
            throw new AssertionError("The task did not succeed: " + task.toPrettyString());
        }
        return task;
    }

    /// All items of a list, page by page.
    List<JsonNode> list(String target) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var separator = target.contains("?") ? "&" : "?";
            var page = get(target + separator + "page_size=500" + (next.isEmpty() ? "" : "&page_token=" + next))
                    .expect(200)
                    .json();
            page.path("items").forEach(items::add);
            next = page.path("next_page_token").asString("");
        } while (!next.isEmpty());
        return items;
    }

    private static byte @Nullable [] bytes(@Nullable Object body) {
        return switch (body) {
            case null -> null;
            case byte[] raw -> raw;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> Json.bytes(body);
        };
    }
}
