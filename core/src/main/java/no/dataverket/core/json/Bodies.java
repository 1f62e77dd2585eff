package no.dataverket.core.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.dataverket.contract.Deprecation;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads request bodies and checks them against the contract's declarations. All breaches are told at once,
/// each with its JSON pointer.
public final class Bodies {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<Violation> violations = new ArrayList<>();

    private Bodies() {}

    /// The body as a tree.
    ///
    /// @throws Failure `MALFORMED_JSON` if it is not one JSON object
    public static JsonNode parse(byte[] body) {
        try {
            var tree = STRICT.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw Failure.of(ProblemCode.MALFORMED_JSON, "The body must be one JSON object.");
            }
            return tree;
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw Failure.of(ProblemCode.MALFORMED_JSON, "The body is not JSON" + where + ".");
        }
    }

    /// The body as the record that the operation declares.
    ///
    /// @throws Failure `UNKNOWN_FIELD` or `VALIDATION_FAILED`, with every violation
    public static <T> T read(JsonNode body, Class<T> type) {
        var check = new Bodies();
        check.object(body, type, "");
        if (!check.violations.isEmpty()) {
            boolean unknown =
                    check.violations.stream().anyMatch(found -> found.code().equals("UNKNOWN_FIELD"));
            var first = check.violations.getFirst();
            throw Failure.of(
                            unknown ? ProblemCode.UNKNOWN_FIELD : ProblemCode.VALIDATION_FAILED,
                            first.pointer() + ": " + first.detail())
                    .violations(check.violations);
        }
        return Json.convert(body, type);
    }

    /// The marks of fields on their way out that a body of this type still has.
    public static List<Deprecation> deprecated(JsonNode body, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> body.has(snake(component.getName())))
                .flatMap(component -> Optional.ofNullable(component.getAnnotation(Deprecation.class)).stream())
                .toList();
    }

    private void object(JsonNode node, Class<?> type, String pointer) {
        if (!node.isObject()) {
            add(pointer, "TYPE", "must be an object");
            return;
        }
        var known = new HashSet<String>();
        for (var component : type.getRecordComponents()) {
            var name = snake(component.getName());
            known.add(name);
            component(node.get(name), component, pointer + "/" + name);
        }
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                add(
                        pointer + "/" + name,
                        "UNKNOWN_FIELD",
                        "is not a field of " + type.getSimpleName() + suggestion(name, known));
            }
        }
    }

    private void component(@Nullable JsonNode node, RecordComponent component, String pointer) {
        var field = component.getAnnotation(Field.class);
        if (node == null) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                add(pointer, "REQUIRED", "is required");
            }
            return;
        }
        if (node.isNull()) {
            add(pointer, "TYPE", "is null; leave it out instead");
            return;
        }
        value(node, component.getGenericType(), field, pointer);
    }

    private void value(JsonNode node, Type type, @Nullable Field field, String pointer) {
        if (type instanceof ParameterizedType generic) {
            collection(node, generic, field, pointer);
            return;
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            if (isType(node.isString(), pointer, "a string")) {
                text(node.stringValue(), field, pointer);
            }
        } else if (plain == boolean.class || plain == Boolean.class) {
            isType(node.isBoolean(), pointer, "true or false");
        } else if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            integer(node, plain == int.class || plain == Integer.class, field, pointer);
        } else if (plain == Id.class) {
            if (isType(node.isString(), pointer, "an identifier")
                    && Id.tryParse(node.stringValue()).isEmpty()) {
                add(pointer, "FORMAT", "is not an identifier");
            }
        } else if (plain == Instant.class) {
            if (isType(node.isString(), pointer, "a time in RFC 3339")) {
                time(node.stringValue(), pointer);
            }
        } else if (plain.isEnum()) {
            var allowed = Arrays.stream(plain.getEnumConstants())
                    .map(Object::toString)
                    .toList();
            if (!node.isString() || !allowed.contains(node.stringValue())) {
                add(pointer, "ENUM", "must be one of " + String.join(", ", allowed));
            }
        } else {
            object(node, plain, pointer);
        }
    }

    private void time(String text, String pointer) {
        try {
            Instant.parse(text);
        } catch (DateTimeParseException other) {
            add(pointer, "FORMAT", "must be a time in RFC 3339, such as 2026-01-31T12:00:00Z");
        }
    }

    private void collection(JsonNode node, ParameterizedType type, @Nullable Field field, String pointer) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            if (isType(node.isObject(), pointer, "an object")) {
                bounds(node.size(), field, pointer, "entries");
                for (var entry : node.properties()) {
                    characters(entry.getKey(), pointer);
                    value(entry.getValue(), arguments[1], null, pointer + "/" + entry.getKey());
                }
            }
        } else if (isType(node.isArray(), pointer, "a list")) {
            bounds(node.size(), field, pointer, "elements");
            for (int i = 0; i < node.size(); i++) {
                value(node.get(i), arguments[0], null, pointer + "/" + i);
            }
        }
    }

    private void text(String text, @Nullable Field field, String pointer) {
        characters(text, pointer);
        if (field == null) {
            bounds(text.length(), 65_536, pointer, "characters");
            return;
        }
        bounds(text.length(), field, pointer, "characters");
        if (field.max() == Long.MAX_VALUE) {
            bounds(text.length(), 4096, pointer, "characters");
        }
        if (!field.pattern().isEmpty() && !Pattern.matches(field.pattern(), text)) {
            add(pointer, "PATTERN", "must match " + field.pattern());
        }
    }

    /// What PostgreSQL can't keep, or would keep as something else.
    private void characters(String text, String pointer) {
        if (text.indexOf('\0') >= 0) {
            add(pointer, "FORMAT", "holds a NUL character");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            add(pointer, "FORMAT", "holds half of a surrogate pair");
        }
    }

    private void integer(JsonNode node, boolean narrow, @Nullable Field field, String pointer) {
        if (!isType(node.isIntegralNumber(), pointer, "a whole number")) {
            return;
        }
        if (narrow ? !node.canConvertToInt() : !node.canConvertToLong()) {
            add(pointer, "RANGE", "is out of range");
            return;
        }
        bounds(node.longValue(), field, pointer, "");
    }

    private void bounds(long value, @Nullable Field field, String pointer, String unit) {
        if (field != null && field.min() != Long.MIN_VALUE && value < field.min()) {
            add(pointer, "MINIMUM", "must be at least " + field.min() + (unit.isEmpty() ? "" : " " + unit));
        }
        if (field != null && field.max() != Long.MAX_VALUE) {
            bounds(value, field.max(), pointer, unit);
        }
    }

    private void bounds(long value, long max, String pointer, String unit) {
        if (value > max) {
            add(pointer, "MAXIMUM", "must be at most " + max + (unit.isEmpty() ? "" : " " + unit));
        }
    }

    private boolean isType(boolean holds, String pointer, String wanted) {
        if (!holds) {
            add(pointer, "TYPE", "must be " + wanted);
        }
        return holds;
    }

    private void add(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
    }

    private static String suggestion(String name, HashSet<String> known) {
        return Optional.of(known.stream()
                        .filter(candidate -> distance(candidate, name) <= 2)
                        .sorted()
                        .toList())
                .filter(near -> !near.isEmpty())
                .map(near -> "; did you mean " + near.getFirst() + "?")
                .orElse("");
    }

    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private static String snake(String camel) {
        var text = new StringBuilder();
        for (char letter : camel.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                text.append('_').append(Character.toLowerCase(letter));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
