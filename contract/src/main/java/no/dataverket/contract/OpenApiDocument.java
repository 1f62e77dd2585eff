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

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, Object> STRING = Map.of("type", "string");
    private static final Map<String, Object> UUID = new TreeMap<>(Map.of("type", "string", "format", "uuid"));

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
        ClosedBodies.close(paths, schemas.schemas());
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths);
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas.schemas());
        components.put("headers", headers());
        components.put("responses", Map.of("Problem", content("What went wrong (RFC 9457).", PROBLEM, problem)));
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

    /// What every answer carries.
    private static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Request-Id", header("Identifier of the request, for support."));
        headers.put(ApiVersion.HEADER, header("Version of the API, major and minor."));
        headers.put("RateLimit-Policy", header("Each limit that holds: quota and window in seconds."));
        headers.put("RateLimit", header("What is left of each limit, and seconds until it is whole again."));
        return headers;
    }

    private static Map<String, Object> header(String text) {
        var header = new LinkedHashMap<String, Object>();
        header.put("description", text);
        header.put("schema", Map.of("type", "string"));
        return header;
    }

    private static Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("title", "Dataverket");
        info.put("version", ApiVersion.CURRENT);
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
        var cost = new LinkedHashMap<String, Object>();
        cost.put("lane", operation.cost().lane().name());
        cost.put("weight", operation.cost().weight());
        entry.put("x-dv-cost", cost);
        if (operation.largestBody() != Operation.USUAL_BODY) {
            entry.put("x-dv-largest-body", operation.largestBody());
        }
        var deprecated = operation.deprecated();
        if (deprecated != null) {
            entry.put("deprecated", true);
            entry.put("x-dv-deprecation", SchemaWriter.deprecation(deprecated));
        }
        if (operation.access() == Operation.Access.PUBLIC) {
            entry.put("security", List.of());
        }
        var parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            entry.put("parameters", parameters);
        }
        var request = operation.request();
        if (request != null) {
            boolean patch = operation.method() == Operation.Method.PATCH;
            var media = patch ? "application/merge-patch+json" : JSON;
            var schema = patch ? schemas.patch(request) : schemas.reference(request);
            var body = new LinkedHashMap<String, Object>();
            body.put("required", patch || SchemaWriter.requires(request));
            body.put("content", Map.of(media, Map.of("schema", schema)));
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
            all.add(parameter(name, "path", true, "Identifier, or name together with its scope.", STRING));
        }
        for (var parameter : operation.parameters()) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", parameter.type().name().toLowerCase(java.util.Locale.ROOT));
            schema.putAll(new TreeMap<>(parameter.rules()));
            all.add(parameter(parameter.name(), "query", false, parameter.description(), schema));
        }
        if (operation.method() == Operation.Method.POST) {
            all.add(parameter(
                    "Idempotency-Key",
                    "header",
                    operation.idempotencyKeyRequired(),
                    "A fresh UUID; the same key and body give the same answer for 24 hours.",
                    UUID));
        }
        if (operation.ifMatchRequired()) {
            all.add(parameter("If-Match", "header", true, "ETag of the resource as it was read.", STRING));
        }
        return all;
    }

    private static Map<String, Object> parameter(
            String name, String in, boolean required, String text, Map<String, Object> schema) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("description", text);
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> responses(Operation operation) {
        var responses = new LinkedHashMap<String, Object>();
        if (operation.previewable()) {
            responses.put("200", content("What would happen (validate_only).", JSON, preview()));
        }
        responses.put(Integer.toString(operation.shape().status()), success(operation));
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private Map<String, Object> success(Operation operation) {
        return switch (operation.shape()) {
            case ONE -> one(operation);
            case CREATED -> content("Done.", JSON, schemas.reference(response(operation)));
            case PAGE -> page(operation);
            case ACCEPTED ->
                content("Accepted; the task goes on.", JSON, schemas.reference(Accepted.class, response(operation)));
            case NOTHING -> described("Done.");
        };
    }

    private Map<String, Object> page(Operation operation) {
        var page = schemas.reference(Page.class, response(operation));
        var alsoAs = operation.alsoAs();
        if (alsoAs == null) {
            return content("A page.", JSON, page);
        }
        var media = new LinkedHashMap<String, Object>();
        media.put(JSON, Map.of("schema", page));
        media.put(alsoAs, Map.of("schema", STRING));
        var response = described("A page; or all of it as text.");
        response.put("content", media);
        return response;
    }

    /// An answer of 200 that may be a preview too is told apart by its media type.
    private Map<String, Object> one(Operation operation) {
        var answer = schemas.reference(response(operation));
        if (!operation.previewable()) {
            return content("Done.", JSON, answer);
        }
        var media = new LinkedHashMap<String, Object>();
        media.put(JSON, Map.of("schema", answer));
        media.put(Preview.MEDIA_TYPE, Map.of("schema", preview()));
        var response = described("Done; or what would happen (validate_only).");
        response.put("content", media);
        return response;
    }

    private Map<String, Object> preview() {
        return schemas.reference(Preview.class);
    }

    private static Class<?> response(Operation operation) {
        return Objects.requireNonNull(operation.response(), operation.id());
    }

    private static Map<String, Object> content(String description, String media, Map<String, Object> schema) {
        var response = described(description);
        response.put("content", Map.of(media, Map.of("schema", schema)));
        return response;
    }

    private static Map<String, Object> described(String description) {
        var response = new LinkedHashMap<String, Object>();
        response.put("description", description);
        var headers = new LinkedHashMap<String, Object>();
        headers().keySet().forEach(name -> headers.put(name, Map.of("$ref", "#/components/headers/" + name)));
        response.put("headers", headers);
        return response;
    }
}
