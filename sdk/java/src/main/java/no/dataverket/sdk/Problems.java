package no.dataverket.sdk;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.sdk.model.Problem;
import no.dataverket.sdk.model.Violation;
import org.jspecify.annotations.Nullable;

/// Reads problem documents, also where something between us and the server answered with something else.
/// Field by field, since a program that sees no typed body should not have to load all adapters to be told of
/// a mistake.
final class Problems {

    private static final int LONGEST_DETAIL = 200;

    private Problems() {}

    static Problem read(Reply reply) {
        var type = reply.header("Content-Type");
        if (type != null && type.contains("json")) {
            try (var reader = JsonStream.builder().build().reader(reply.body())) {
                var problem = problem(reader, reply.status());
                return problem == null ? foreign(reply) : problem;
            } catch (JsonException e) {
                return foreign(reply);
            }
        }
        return foreign(reply);
    }

    private static @Nullable Problem problem(JsonReader reader, int status) {
        Map<String, String> texts = new LinkedHashMap<>();
        var problem = Problem.of("about:blank", "", status, "", "", "", false);
        reader.beginObject();
        while (reader.hasNextField()) {
            var field = reader.nextField();
            if (reader.isNullValue()) {
                continue;
            }
            switch (field) {
                case "type", "title", "code", "detail", "hint", "instance", "request_id", "runbook" ->
                    texts.put(field, reader.readString());
                case "retryable" -> texts.put(field, Boolean.toString(reader.readBoolean()));
                case "retry_after" -> problem = problem.withRetryAfter(reader.readInt());
                case "violations" -> problem = problem.withViolations(violations(reader));
                case "dependents" -> problem = problem.withDependents(strings(reader));
                case "parameters" -> problem = problem.withParameters(pairs(reader));
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (!texts.containsKey("code") || !texts.containsKey("title")) {
            return null;
        }
        return new Problem(
                texts.getOrDefault("type", "about:blank"),
                texts.getOrDefault("title", ""),
                status,
                texts.getOrDefault("code", ""),
                texts.getOrDefault("detail", ""),
                texts.getOrDefault("hint", ""),
                Boolean.parseBoolean(texts.get("retryable")),
                problem.retryAfter(),
                texts.get("instance"),
                texts.get("request_id"),
                problem.violations(),
                problem.dependents(),
                problem.parameters(),
                texts.get("runbook"));
    }

    private static List<Violation> violations(JsonReader reader) {
        var violations = new ArrayList<Violation>();
        reader.beginArray();
        while (reader.hasNextElement()) {
            var fields = pairs(reader);
            violations.add(new Violation(
                    fields.getOrDefault("pointer", ""),
                    fields.getOrDefault("code", ""),
                    fields.getOrDefault("detail", "")));
        }
        reader.endArray();
        return violations;
    }

    private static List<String> strings(JsonReader reader) {
        var strings = new ArrayList<String>();
        reader.beginArray();
        while (reader.hasNextElement()) {
            strings.add(reader.readString());
        }
        reader.endArray();
        return strings;
    }

    private static Map<String, String> pairs(JsonReader reader) {
        Map<String, String> pairs = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNextField()) {
            var name = reader.nextField();
            if (reader.currentToken() == JsonReader.Token.STRING) {
                pairs.put(name, reader.readString());
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        return pairs;
    }

    private static Problem foreign(Reply reply) {
        var text = reply.text().strip();
        var detail = text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "…" : text;
        return Problem.of(
                        "about:blank",
                        "The server answered " + reply.status(),
                        reply.status(),
                        "HTTP_" + reply.status(),
                        detail.isEmpty() ? "no problem document" : detail,
                        "Check that the endpoint is a Dataverket server.",
                        reply.status() == 429 || reply.status() == 503)
                .withRequestId(reply.requestId() == null ? "" : reply.requestId());
    }
}
