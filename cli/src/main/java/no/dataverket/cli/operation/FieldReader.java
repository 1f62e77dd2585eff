package no.dataverket.cli.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.Surroundings;
import no.dataverket.sdk.operation.FieldInfo;
import no.dataverket.sdk.operation.FieldKind;
import no.dataverket.sdk.operation.SchemaInfo;
import no.dataverket.sdk.operation.Schemas;
import org.jspecify.annotations.Nullable;

/// Turns what a person wrote behind a flag into the value of a field.
final class FieldReader {

    private final Surroundings surroundings;
    private final boolean mergePatch;

    /// @param mergePatch whether a key with a dash behind it takes the key away (RFC 7396)
    FieldReader(Surroundings surroundings, boolean mergePatch) {
        this.surroundings = surroundings;
        this.mergePatch = mergePatch;
    }

    /// The value of a field that is written once.
    Object scalar(FieldInfo field, String written) {
        return scalar(field, field.kind(), written);
    }

    /// The value of a field that may be written several times.
    Object repeated(FieldInfo field, List<String> written) {
        return switch (field.kind()) {
            case LIST -> list(field, written);
            case MAP -> map(field, written);
            case OBJECT -> object(field, written);
            case STRING, TIME, INTEGER, BOOLEAN -> scalar(field, written.getLast());
        };
    }

    private Object scalar(FieldInfo field, FieldKind kind, String written) {
        return switch (kind) {
            case INTEGER -> integer(field, written);
            case BOOLEAN -> bool(field, written);
            case STRING, TIME -> known(field, text(written));
            case OBJECT, LIST, MAP -> throw wrong(field, written, "a plain value");
        };
    }

    private List<Object> list(FieldInfo field, List<String> written) {
        var items = new ArrayList<Object>();
        for (var each : written) {
            if (field.item() == FieldKind.OBJECT) {
                items.add(item(field, each));
            } else if (each.startsWith("@") && !each.startsWith("@@")) {
                for (var line : text(each).split("\n")) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        items.add(scalar(field, field.item(), line.strip()));
                    }
                }
            } else {
                items.add(scalar(field, field.item(), each));
            }
        }
        return items;
    }

    /// An object as `app-net`, `app-net,address=10.0.0.5` or `network=app-net,address=10.0.0.5`.
    private Map<String, Object> item(FieldInfo field, String written) {
        var schema = schema(field);
        var value = new LinkedHashMap<String, Object>();
        for (var part : written.split(",")) {
            var equals = part.indexOf('=');
            if (equals < 0 && value.isEmpty()) {
                var first = schema.fields().getFirst();
                value.put(first.name(), scalar(first, part));
            } else {
                put(field, schema, value, part);
            }
        }
        return value;
    }

    private Map<String, Object> object(FieldInfo field, List<String> written) {
        var schema = schema(field);
        var value = new LinkedHashMap<String, Object>();
        for (var each : written) {
            for (var part : each.split(",")) {
                put(field, schema, value, part);
            }
        }
        return value;
    }

    private void put(FieldInfo field, SchemaInfo schema, Map<String, Object> value, String part) {
        var equals = part.indexOf('=');
        if (mergePatch && equals < 0 && part.endsWith("-")) {
            value.put(
                    property(field, schema, part.substring(0, part.length() - 1))
                            .name(),
                    Json.NULL);
            return;
        }
        if (equals <= 0) {
            throw wrong(field, part, "key=value");
        }
        var property = property(field, schema, part.substring(0, equals));
        value.put(property.name(), scalar(property, part.substring(equals + 1)));
    }

    private static FieldInfo property(FieldInfo field, SchemaInfo schema, String name) {
        var property = schema.field(name.strip().replace('-', '_'));
        if (property == null) {
            var names = schema.fields().stream().map(FieldInfo::name).toList();
            throw wrong(field, name, "one of " + String.join(", ", names));
        }
        return property;
    }

    /// Pairs, one at a time or with commas; a comma inside a value stays where what follows it is no pair.
    private Map<String, Object> map(FieldInfo field, List<String> written) {
        var value = new LinkedHashMap<String, Object>();
        for (var each : written) {
            String key = null;
            for (var part : each.split(",")) {
                var equals = part.indexOf('=');
                if (equals > 0) {
                    key = part.substring(0, equals).strip();
                    value.put(key, scalar(field, field.item(), part.substring(equals + 1)));
                } else if (mergePatch && part.endsWith("-") && part.length() > 1) {
                    value.put(part.substring(0, part.length() - 1), Json.NULL);
                } else if (key != null) {
                    value.put(key, value.get(key) + "," + part);
                } else {
                    throw wrong(field, part, "key=value");
                }
            }
        }
        return value;
    }

    private static Object integer(FieldInfo field, String written) {
        try {
            return Long.valueOf(written.strip().replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong(field, written, "a whole number");
        }
    }

    private static Object bool(FieldInfo field, String written) {
        if (written.equalsIgnoreCase("true") || written.equalsIgnoreCase("false")) {
            return Boolean.valueOf(written);
        }
        throw wrong(field, written, "true or false");
    }

    /// A known value of an enum in any case of its letters; others are left to the server, which may know more.
    private static String known(FieldInfo field, String written) {
        for (var value : field.values()) {
            if (value.equalsIgnoreCase(written.replace('-', '_'))) {
                return value;
            }
        }
        return written;
    }

    /// `@file` is the file's content, `@-` the standard input, `@@x` the text `@x`.
    private String text(String written) {
        if (written.startsWith("@@")) {
            return written.substring(1);
        }
        return written.startsWith("@") ? surroundings.read(written.substring(1)) : written;
    }

    private static SchemaInfo schema(FieldInfo field) {
        @Nullable SchemaInfo schema = field.schema() == null ? null : Schemas.of(field.schema());
        return Objects.requireNonNull(schema, field.name());
    }

    private static CommandFailure wrong(FieldInfo field, String written, String expected) {
        return CommandFailure.usage(
                Flags.of(field.name()) + " cannot be " + (written.isEmpty() ? "empty" : written), "write " + expected);
    }
}
