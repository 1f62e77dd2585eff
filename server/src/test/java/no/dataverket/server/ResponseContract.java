package no.dataverket.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.dataverket.cli.Grammar;
import no.dataverket.contract.OpenApiDocument;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/// Holds answers against the OpenAPI document: the status is declared, what is required is there, types are
/// right, nothing is there that is not declared, and the commands of hints are understood.
final class ResponseContract {

    private static final JsonNode DOCUMENT = document();

    /// Fields that tell people what to do.
    private static final Set<String> ADVICE = Set.of("hint", "advice", "command");

    private ResponseContract() {}

    /// @throws AssertionError naming all that is wrong
    static void check(String method, String target, int status, String type, byte[] body) {
        var path = target.replaceFirst("\\?.*", "");
        var operation = operation(method, path);
        if (operation == null) {
            require(
                    method,
                    target,
                    status,
                    body,
                    status >= 400 || !path.startsWith("/v1/") || path.endsWith(".yaml"),
                    "undeclared");
            return;
        }
        var declared = operation.path("responses");
        var answer = declared.has(Integer.toString(status))
                ? declared.path(Integer.toString(status))
                : declared.path("default");
        require(method, target, status, body, !answer.isMissingNode(), "the status is not declared");
        var content = resolved(answer).path("content");
        if (content.isEmpty()) {
            require(method, target, status, body, body.length == 0, "a body is not declared");
            return;
        }
        var wrong = new ArrayList<String>();
        var media = content.path(type.split(";", 2)[0].strip());
        require(method, target, status, body, !media.isMissingNode(), "the type " + type + " is not declared");
        if (!type.contains("json")) {
            return;
        }
        var schema = media.path("schema");
        var tree = Json.tree(new String(body, StandardCharsets.UTF_8));
        verify(tree, schema, "", wrong);
        advice(tree, wrong);
        require(method, target, status, body, wrong.isEmpty(), wrong.toString());
    }

    private static void require(String method, String target, int status, byte[] body, boolean holds, String trouble) {
        if (!holds) {
            throw new AssertionError("The answer breaks the contract: " + trouble + "\n" + method + " " + target
                    + " -> " + status + " " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static void verify(JsonNode value, JsonNode reference, String at, List<String> wrong) {
        var schema = resolved(reference);
        if (schema.has("allOf")) {
            schema.path("allOf").forEach(part -> verify(value, part, at, wrong));
            return;
        }
        var types = types(schema);
        if (value.isNull()) {
            if (!types.isEmpty() && !types.contains("null")) {
                wrong.add(at + " is null");
            }
            return;
        }
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(value, type))) {
            wrong.add(at + " is not " + types);
            return;
        }
        if (value.isObject()) {
            object(value, schema, at, wrong);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                verify(value.get(i), schema.path("items"), at + "/" + i, wrong);
            }
        } else if (schema.path("format").asString("").equals("date-time")
                && !value.asString("").matches("\\d{4}-.*T.*Z")) {
            wrong.add(at + " is not a time in UTC");
        }
    }

    private static void object(JsonNode value, JsonNode schema, String at, List<String> wrong) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                wrong.add(at + "/" + name.asString() + " is missing");
            }
        });
        var properties = schema.path("properties");
        for (var field : value.properties()) {
            var declared = properties.path(field.getKey());
            if (!declared.isMissingNode()) {
                verify(field.getValue(), declared, at + "/" + field.getKey(), wrong);
            } else if (schema.path("additionalProperties").isObject()) {
                verify(field.getValue(), schema.path("additionalProperties"), at + "/" + field.getKey(), wrong);
            } else if (!properties.isEmpty()
                    && !schema.path("additionalProperties").asBoolean(false)) {
                wrong.add(at + "/" + field.getKey() + " is not declared");
            }
        }
    }

    /// What people are told to call, the command line must understand.
    private static void advice(JsonNode node, List<String> wrong) {
        for (var field : node.properties()) {
            var value = field.getValue();
            if (ADVICE.contains(field.getKey()) && value.isString()) {
                understood(value.asString(), wrong);
            } else if (ADVICE.contains(field.getKey()) && value.isArray()) {
                value.forEach(each -> understood(each.asString(""), wrong));
            } else {
                advice(value, wrong);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> advice(element, wrong));
        }
    }

    private static void understood(String text, List<String> wrong) {
        try {
            Grammar.requireUnderstood(text);
        } catch (AssertionError not) {
            wrong.add(not.getMessage());
        }
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            var types = new ArrayList<String>();
            type.forEach(each -> types.add(each.asString()));
            return types;
        }
        return type.isString() ? List.of(type.asString()) : List.of();
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
    }

    private static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : DOCUMENT.at(reference.substring(1));
    }

    private static @Nullable JsonNode operation(String method, String path) {
        for (var declared : DOCUMENT.path("paths").properties()) {
            var pattern = Pattern.quote(declared.getKey()).replaceAll("\\{[a-z_]+}", "\\\\E[^/:]+\\\\Q");
            var operation = declared.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            if (path.matches(pattern) && !operation.isMissingNode()) {
                return operation;
            }
        }
        return null;
    }

    private static JsonNode document() {
        Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(OpenApiDocument.emit());
        return Json.tree(read);
    }
}
