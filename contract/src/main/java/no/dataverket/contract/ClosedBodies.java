package no.dataverket.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Says in the document what the server does: a body with a field that nobody knows is refused. Answers stay
/// open, because a later version may add to them; where a schema is in both, the body closes it from outside.
final class ClosedBodies {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Object> schemas;
    private final Set<String> sent = new TreeSet<>();
    private final Set<String> answered = new TreeSet<>();

    private ClosedBodies(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /// @param paths of the document
    /// @param schemas of the document, by name; changed
    static void close(Map<String, Map<String, Object>> paths, Map<String, Object> schemas) {
        var bodies = new ClosedBodies(schemas);
        for (var methods : paths.values()) {
            for (var operation : methods.values()) {
                var parts = map(operation);
                bodies.reach(parts.get("requestBody"), bodies.sent);
                bodies.reach(parts.get("responses"), bodies.answered);
            }
        }
        bodies.sent.removeAll(bodies.answered);
        bodies.sent.forEach(bodies::close);
    }

    private void reach(@Nullable Object node, Set<String> reached) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference && reference.startsWith(PREFIX)) {
                var name = reference.substring(PREFIX.length());
                if (reached.add(name)) {
                    reach(schemas.get(name), reached);
                }
            }
            map.values().forEach(value -> reach(value, reached));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> reach(value, reached));
        }
    }

    private void close(String name) {
        var schema = new LinkedHashMap<>(map(schemas.get(name)));
        if ("object".equals(schema.get("type"))) {
            schema.put("additionalProperties", false);
            var properties = new LinkedHashMap<>(map(schema.get("properties")));
            properties.replaceAll((property, value) -> closed(map(value)));
            schema.put("properties", properties);
            schemas.put(name, schema);
        }
    }

    private Map<String, Object> closed(Map<String, Object> property) {
        var closed = new LinkedHashMap<>(property);
        if (property.get("$ref") instanceof String reference
                && answered.contains(reference.substring(PREFIX.length()))
                && !map(schemas.get(reference.substring(PREFIX.length()))).containsKey("enum")) {
            closed.put("unevaluatedProperties", false);
        }
        if (property.get("items") instanceof Map<?, ?>) {
            closed.put("items", closed(map(property.get("items"))));
        }
        return closed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
