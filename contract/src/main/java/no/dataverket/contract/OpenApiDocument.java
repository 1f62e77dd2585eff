package no.dataverket.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.dataverket.contract.api.Accepted;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operations;
import no.dataverket.contract.api.Page;
import no.dataverket.contract.api.Preview;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Emits the OpenAPI 3.1 document from the table of operations. The result is checked in and reviewed; a test
/// fails while the checked-in text differs.
public final class OpenApiDocument {

    private final SchemaWriter schemas = new SchemaWriter();

    private OpenApiDocument() {}

    /// The whole document as YAML.
    public static String emit() {
        return new OpenApiDocument().render();
    }

    /// Writes the document to the path given.
    public static void main(String... arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), emit());
        Files.writeString(Path.of(arguments[1]), AlertRules.emit());
    }

    private String render() {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var operation : Operations.all()) {
            paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                    .put(operation.method().name().toLowerCase(java.util.Locale.ROOT), operation(operation));
        }
        var problem = schemas.reference(Problem.class);
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths);
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas.schemas());
        components.put("responses", Map.of("Problem", content("What went wrong (RFC 9457).", problem, true)));
        components.put("securitySchemes", Map.of("bearer", bearer()));
        document.put("components", components);
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        return "# Emitted from the records and operations of the contract module. Do not edit: ./dv contract\n"
                + new Yaml(options).dump(document);
    }

    private static Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("title", "Dataverket");
        info.put("version", "v1");
        info.put("description", "Racks in two or more datacenters as a self-service cloud behind one API.");
        info.put("license", new TreeMap<>(Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        return info;
    }

    private static Map<String, Object> bearer() {
        var scheme = new LinkedHashMap<String, Object>();
        scheme.put("type", "http");
        scheme.put("scheme", "bearer");
        return scheme;
    }

    private Map<String, Object> operation(Operation operation) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("operationId", operation.id());
        entry.put("summary", operation.summary());
        entry.put("x-dv-access", operation.access().name());
        if (operation.access() == Operation.Access.PUBLIC) {
            entry.put("security", List.of());
        }
        var parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            entry.put("parameters", parameters);
        }
        var request = operation.request();
        if (request != null) {
            var media =
                    operation.method() == Operation.Method.PATCH ? "application/merge-patch+json" : "application/json";
            var body = new LinkedHashMap<String, Object>();
            body.put("required", true);
            body.put("content", Map.of(media, Map.of("schema", schemas.reference(request))));
            entry.put("requestBody", body);
        }
        entry.put("responses", responses(operation));
        var cli = operation.cli();
        if (cli != null) {
            var hint = new LinkedHashMap<String, Object>();
            hint.put("tool", cli.tool());
            hint.put("noun", cli.noun());
            hint.put("verb", cli.verb());
            hint.put("columns", cli.columns());
            hint.put("examples", cli.examples());
            entry.put("x-dv-cli", hint);
        }
        return entry;
    }

    private static List<Object> parameters(Operation operation) {
        var all = new ArrayList<Object>();
        for (var name : operation.pathParameters()) {
            all.add(parameter(name, "path", true, "string", "Identifier, or name together with its scope."));
        }
        for (var parameter : operation.parameters()) {
            var type = parameter.type().name().toLowerCase(java.util.Locale.ROOT);
            all.add(parameter(parameter.name(), "query", false, type, parameter.description()));
        }
        if (operation.method() == Operation.Method.POST) {
            all.add(parameter(
                    "Idempotency-Key",
                    "header",
                    operation.idempotencyKeyRequired(),
                    "string",
                    "A fresh UUID; the same key and body give the same answer for 24 hours."));
        }
        if (operation.ifMatchRequired()) {
            all.add(parameter("If-Match", "header", true, "string", "ETag of the resource as it was read."));
        }
        return all;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, String type, String text) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("description", text);
        parameter.put("schema", Map.of("type", type));
        return parameter;
    }

    private Map<String, Object> responses(Operation operation) {
        var responses = new LinkedHashMap<String, Object>();
        var status = Integer.toString(operation.shape().status());
        if (operation.previewable()) {
            responses.put(
                    "200", content("What would happen (validate_only).", schemas.reference(Preview.class), false));
        }
        responses.put(
                status,
                switch (operation.shape()) {
                    case ONE, CREATED -> content("Done.", schemas.reference(response(operation)), false);
                    case PAGE -> content("A page.", schemas.reference(Page.class, response(operation)), false);
                    case ACCEPTED ->
                        content(
                                "Accepted; the task goes on.",
                                schemas.reference(Accepted.class, response(operation)),
                                false);
                    case NOTHING -> Map.of("description", "Done.");
                });
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private static Class<?> response(Operation operation) {
        return Objects.requireNonNull(operation.response(), operation.id());
    }

    private static Map<String, Object> content(String description, Map<String, Object> schema, boolean problem) {
        var media = problem ? "application/problem+json" : "application/json";
        var response = new LinkedHashMap<String, Object>();
        response.put("description", description);
        response.put("content", Map.of(media, Map.of("schema", schema)));
        return response;
    }
}
