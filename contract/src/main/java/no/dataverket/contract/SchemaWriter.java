package no.dataverket.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.dataverket.contract.Field.Behavior;
import no.dataverket.contract.api.Operation.Deprecated;
import org.jspecify.annotations.Nullable;

/// Turns contract records into the schemas of an OpenAPI 3.1 document. Only the types below are allowed, so
/// that every generated SDK can express them: strings, booleans, integers, enums, instants, identifiers,
/// lists, maps of strings, and other records.
final class SchemaWriter {

    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    Map<String, Object> schemas() {
        return schemas;
    }

    /// A reference to the schema of a record or enum, writing it first where it is new.
    Map<String, Object> reference(Class<?> type) {
        var name = name(type);
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, type.isEnum() ? enumeration(type) : object(type, Map.of()));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /// A reference to a generic record with its one parameter filled in, as `VmPage`.
    Map<String, Object> reference(Class<?> generic, Class<?> argument) {
        var name = name(argument) + generic.getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, object(generic, Map.of("T", argument)));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /// A reference to the schema of a merge patch (RFC 7396) to a record: it names only what changes, and null
    /// takes away what may be absent.
    Map<String, Object> patch(Class<?> type) {
        return patch(type, name(type));
    }

    private Map<String, Object> patch(Class<?> type, String name) {
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            var properties = new LinkedHashMap<String, Object>();
            for (var component : type.getRecordComponents()) {
                properties.put(snake(component.getName()), patched(component));
            }
            schemas.put(name, ordered("type", "object", "properties", properties));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> patched(RecordComponent component) {
        var schema = property(component, Map.of());
        if (component.getType().isRecord()) {
            var part = patch(component.getType(), name(component.getType()) + "Patch");
            schema.remove("$ref");
            schema.putAll(isNullable(component) ? Map.of("anyOf", List.of(part, Map.of("type", "null"))) : part);
        } else if (isNullable(component)) {
            schema.put("type", List.of(schema.get("type"), "null"));
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            schema.put("additionalProperties", Map.of("type", List.of(values.get("type"), "null")));
        }
        return schema;
    }

    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    /// The schema's name, which no other type may have.
    private String name(Class<?> type) {
        var name = type.getSimpleName();
        var first = named.putIfAbsent(name, type);
        if (first != null && first != type) {
            throw new IllegalStateException("Two types would be the schema " + name + ": " + first + ", " + type);
        }
        return name;
    }

    private static Map<String, Object> enumeration(Class<?> type) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put(
                "enum",
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        return schema;
    }

    private Map<String, Object> object(Class<?> type, Map<String, Class<?>> arguments) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var property = snake(component.getName());
            properties.put(property, property(component, arguments));
            if (!isNullable(component)) {
                required.add(property);
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /// Whether something must be in a body of the type; otherwise the body may be left out.
    static boolean requires(Class<?> type) {
        return !Arrays.stream(type.getRecordComponents()).allMatch(SchemaWriter::isNullable);
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Map<String, Object> property(RecordComponent component, Map<String, Class<?>> arguments) {
        var field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord() + "." + component.getName() + " has no @Field");
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", description(field));
        schema.putAll(type(component.getGenericType(), arguments));
        limits(field, schema);
        if (field.behavior() == Behavior.INPUT_ONLY) {
            schema.put("writeOnly", true);
        }
        var retired = component.getAnnotation(Deprecation.class);
        if (retired != null) {
            schema.put("deprecated", true);
            schema.put("x-dv-deprecation", deprecation(Deprecated.of(retired)));
        }
        return schema;
    }

    static Map<String, Object> deprecation(Deprecated deprecated) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("since", deprecated.since().toString());
        entry.put("sunset", deprecated.sunset().toString());
        entry.put("instead", deprecated.instead());
        return entry;
    }

    private static String description(Field field) {
        var text = new StringBuilder(field.value());
        if (!field.defaultsTo().isEmpty()) {
            text.append(" Default: ").append(field.defaultsTo()).append('.');
        }
        if (field.behavior() != Behavior.MUTABLE) {
            text.append(' ').append(field.behavior()).append('.');
        }
        return text.toString();
    }

    private static void limits(Field field, Map<String, Object> schema) {
        var kind = (String) schema.getOrDefault("type", "object");
        var bounds = switch (kind) {
            case "string" -> new String[] {"minLength", "maxLength"};
            case "array" -> new String[] {"minItems", "maxItems"};
            case "object" -> new String[] {"minProperties", "maxProperties"};
            default -> new String[] {"minimum", "maximum"};
        };
        if (field.min() != Long.MIN_VALUE) {
            schema.put(bounds[0], number(field.min()));
        }
        if (field.max() != Long.MAX_VALUE) {
            schema.put(bounds[1], number(field.max()));
        }
        if (!field.pattern().isEmpty() && kind.equals("string")) {
            schema.put("pattern", field.pattern());
        }
        if (!field.example().isEmpty()) {
            schema.put("example", kind.equals("integer") ? new BigInteger(field.example()) : field.example());
        }
    }

    private static Number number(long value) {
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    private Map<String, Object> type(Type type, Map<String, Class<?>> arguments) {
        if (type instanceof ParameterizedType generic) {
            var argument = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return ordered("type", "array", "items", type(argument[0], arguments));
            }
            if (generic.getRawType() == Map.class && argument[0] == String.class) {
                return ordered("type", "object", "additionalProperties", type(argument[1], arguments));
            }
            throw new IllegalStateException("The contract can't express " + type);
        }
        var resolved = type instanceof Class<?> plain ? plain : arguments.get(type.getTypeName());
        if (resolved == null) {
            throw new IllegalStateException("The contract can't express " + type);
        }
        return scalar(resolved);
    }

    private Map<String, Object> scalar(Class<?> type) {
        if (type == String.class || type == Id.class) {
            return Map.of("type", "string");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return ordered("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return ordered("type", "integer", "format", "int64");
        }
        if (type.isRecord() || type.isEnum()) {
            return reference(type);
        }
        throw new IllegalStateException("The contract can't express " + type);
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
