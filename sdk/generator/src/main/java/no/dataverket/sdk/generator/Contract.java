package no.dataverket.sdk.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parts of an OpenAPI document that the SDK is made from, in every language.
///
/// @param version of the API, major and minor, as `1.1`
public record Contract(String version, List<Operation> operations, Map<String, Schema> schemas) {

    /// What a value is on the wire.
    public enum Kind {
        STRING,
        TIME,
        INTEGER,
        LONG,
        BOOLEAN,
        OBJECT,
        LIST,
        MAP
    }

    /// A type as the document states it.
    ///
    /// @param item kind of the elements of a list or the values of a map
    /// @param schema name of the object's or the enum's schema
    public record Type(
            Kind kind, @Nullable Kind item, @Nullable String schema) {}

    /// A field of an object.
    ///
    /// @param required whether it is always there; never so in a merge patch (RFC 7396)
    /// @param values of an enum, none where it is something else
    public record Property(String name, Type type, boolean required, String description, List<String> values) {}

    /// An object with its properties, or an enum with its values.
    ///
    /// @param patch whether it is sent as a merge patch, where to leave out and to send empty differ
    public record Schema(String name, List<Property> properties, List<String> values, boolean patch) {

        /// Whether it is an enum.
        public boolean isEnum() {
            return !values.isEmpty();
        }
    }

    /// What goes into the path, the query or a header of a request.
    ///
    /// @param in `path`, `query` or `header`
    public record Parameter(String name, String in, Type type, boolean required, String description) {}

    /// What the command line calls an operation.
    public record Command(String tool, String noun, String verb, List<String> columns, List<String> examples) {}

    /// One method of one path.
    ///
    /// @param request name of the body's schema
    /// @param shape `ONE`, `PAGE`, `CREATED`, `ACCEPTED` or `NOTHING`
    /// @param response name of the schema of the answer of success
    /// @param previewable whether it takes `validate_only`
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            List<Parameter> parameters,
            @Nullable String request,
            boolean mergePatch,
            String shape,
            @Nullable String response,
            boolean previewable,
            @Nullable Command command) {

        /// Whether the answer is one page of many.
        public boolean isPage() {
            return shape.equals("PAGE");
        }

        /// Whether the request is sent under an idempotency key.
        public boolean isKeyed() {
            return method.equals("POST");
        }

        /// What the caller may choose of the query; a dry run is a call of its own.
        public List<Parameter> choices() {
            return in("query").stream()
                    .filter(parameter -> !parameter.name().equals("validate_only"))
                    .toList();
        }

        /// The path in turn as text and as the parameters between, as `/v1/vms/`, `vm`, `:start`.
        public List<String> segments() {
            return List.of(path.split("[{}]"));
        }

        /// Whether the operation takes the header.
        public boolean hasHeader(String name) {
            return parameters.stream()
                    .anyMatch(parameter ->
                            parameter.in().equals("header") && parameter.name().equals(name));
        }

        /// The parameters of one place.
        public List<Parameter> in(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.in().equals(place))
                    .toList();
        }
    }

    /// What is on the pages of a list operation.
    public String item(Operation operation) {
        return Objects.requireNonNull(schemas.get(operation.response())).properties().stream()
                .filter(property -> property.name().equals("items"))
                .map(property -> Objects.requireNonNull(property.type().schema()))
                .findFirst()
                .orElseThrow();
    }

    /// Reads a document.
    static Contract of(Map<String, Object> document) {
        var raw = map(map(document.get("components")).get("schemas"));
        var enums = new LinkedHashMap<String, List<String>>();
        raw.forEach((name, schema) -> {
            if (map(schema).containsKey("enum")) {
                enums.put(name, strings(map(schema).get("enum")));
            }
        });
        var operations = new ArrayList<Operation>();
        map(document.get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) ->
                                operations.add(operation(path, method, map(operation), enums.keySet()))));
        var patches = operations.stream()
                .filter(Operation::mergePatch)
                .map(Operation::request)
                .toList();
        var schemas = new LinkedHashMap<String, Schema>();
        raw.forEach((name, schema) -> schemas.put(name, schema(name, map(schema), enums, patches.contains(name))));
        return new Contract(text(map(document.get("info")), "version"), List.copyOf(operations), schemas);
    }

    private static Schema schema(
            String name, Map<String, Object> raw, Map<String, List<String>> enums, boolean mergePatch) {
        var required = strings(raw.get("required"));
        var properties = new ArrayList<Property>();
        map(raw.get("properties")).forEach((property, value) -> {
            var type = type(map(value), enums.keySet());
            var values = type.kind() == Kind.STRING && type.schema() != null
                    ? Objects.requireNonNull(enums.get(type.schema()))
                    : List.<String>of();
            // A merge patch (RFC 7396) names only what changes.
            var must = required.contains(property) && !mergePatch;
            properties.add(new Property(property, type, must, text(map(value), "description"), values));
        });
        return new Schema(name, properties, strings(raw.get("enum")), mergePatch);
    }

    private static Operation operation(
            String path, String method, Map<String, Object> raw, java.util.Set<String> enums) {
        var parameters = new ArrayList<Parameter>();
        for (var each : list(raw.get("parameters"))) {
            var parameter = map(each);
            parameters.add(new Parameter(
                    text(parameter, "name"),
                    text(parameter, "in"),
                    onTheLine(type(map(parameter.get("schema")), enums)),
                    Boolean.TRUE.equals(parameter.get("required")),
                    text(parameter, "description")));
        }
        var body = map(map(raw.get("requestBody")).get("content"));
        var responses = map(raw.get("responses"));
        var status = responses.containsKey("202")
                ? "202"
                : responses.containsKey("201") ? "201" : responses.containsKey("204") ? "204" : "200";
        var response = content(map(responses.get(status)));
        var shape = switch (status) {
            case "202" -> "ACCEPTED";
            case "201" -> "CREATED";
            case "204" -> "NOTHING";
            default -> response != null && response.endsWith("Page") ? "PAGE" : "ONE";
        };
        var hint = map(raw.get("x-dv-cli"));
        var command = hint.isEmpty()
                ? null
                : new Command(
                        text(hint, "tool"),
                        text(hint, "noun"),
                        text(hint, "verb"),
                        strings(hint.get("columns")),
                        strings(hint.get("examples")));
        return new Operation(
                text(raw, "operationId"),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                text(raw, "summary"),
                parameters,
                content(map(raw.get("requestBody"))),
                body.containsKey("application/merge-patch+json"),
                shape,
                response,
                parameters.stream().anyMatch(parameter -> parameter.name().equals("validate_only")),
                command);
    }

    /// A parameter of the path, the query or a header is text, whatever the text means.
    private static Type onTheLine(Type type) {
        return type.kind() == Kind.TIME ? new Type(Kind.STRING, null, null) : type;
    }

    private static @Nullable String content(Map<String, Object> holder) {
        for (var media : map(holder.get("content")).values()) {
            return reference(map(map(media).get("schema")));
        }
        return null;
    }

    private static Type type(Map<String, Object> schema, java.util.Set<String> enums) {
        var reference = reference(schema);
        if (reference != null) {
            return new Type(enums.contains(reference) ? Kind.STRING : Kind.OBJECT, null, reference);
        }
        return switch (typeName(schema)) {
            case "string" -> new Type(text(schema, "format").equals("date-time") ? Kind.TIME : Kind.STRING, null, null);
            case "integer" -> new Type(text(schema, "format").equals("int64") ? Kind.LONG : Kind.INTEGER, null, null);
            case "boolean" -> new Type(Kind.BOOLEAN, null, null);
            case "array" -> {
                var item = type(map(schema.get("items")), enums);
                yield new Type(Kind.LIST, item.kind(), item.schema());
            }
            case "object" -> {
                var value = type(map(schema.get("additionalProperties")), enums);
                yield new Type(Kind.MAP, value.kind(), value.schema());
            }
            default -> throw new IllegalArgumentException("The SDK can't express " + schema);
        };
    }

    /// The type beside null, where null is one too.
    private static String typeName(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?> several
                ? strings(several).stream()
                        .filter(type -> !type.equals("null"))
                        .findFirst()
                        .orElseThrow()
                : text(schema, "type");
    }

    private static @Nullable String reference(Map<String, Object> schema) {
        var either = list(schema.get("anyOf"));
        var reference =
                either.isEmpty() ? schema.get("$ref") : map(either.getFirst()).get("$ref");
        return reference == null ? null : reference.toString().substring("#/components/schemas/".length());
    }

    private static String text(Map<String, Object> map, String key) {
        return Objects.toString(map.get(key), "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(Object::toString).toList();
    }
}
