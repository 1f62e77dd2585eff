package no.dataverket.cli.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes JSON text as a tree of maps, lists, strings, numbers, booleans and [#NULL].
public final class Json {

    /// The JSON null.
    public static final Object NULL = Null.NULL;

    private static final JsonStream STREAM =
            JsonStream.builder().serializeNulls(true).serializeEmpty(true).build();

    private Json() {}

    private enum Null {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    /// The tree of a document.
    public static Node read(byte[] document) {
        return read(new String(document, StandardCharsets.UTF_8));
    }

    /// The tree of a document.
    public static Node read(String document) {
        try (var reader = STREAM.reader(document)) {
            return new Node(value(reader));
        }
    }

    /// The document on several lines, indented by two spaces.
    public static String pretty(Node node) {
        return new PrettyJson().write(node.value());
    }

    /// The document on one line.
    public static String compact(Object tree) {
        var writer = STREAM.bufferedWriter();
        write(writer, tree);
        var text = writer.result();
        writer.close();
        return text;
    }

    private static Object value(JsonReader reader) {
        return switch (reader.currentToken()) {
            case BEGIN_OBJECT -> {
                var fields = new LinkedHashMap<String, Object>();
                reader.beginObject();
                while (reader.hasNextField()) {
                    var name = reader.nextField();
                    fields.put(name, value(reader));
                }
                reader.endObject();
                yield fields;
            }
            case BEGIN_ARRAY -> {
                var items = new ArrayList<Object>();
                reader.beginArray();
                while (reader.hasNextElement()) {
                    items.add(value(reader));
                }
                reader.endArray();
                yield items;
            }
            case STRING -> reader.readString();
            case BOOLEAN -> reader.readBoolean();
            case NUMBER -> number(reader.readRaw().strip());
            case NULL -> {
                reader.isNullValue();
                yield NULL;
            }
        };
    }

    private static Object number(String written) {
        for (var index = 0; index < written.length(); index++) {
            if (!Character.isDigit(written.charAt(index)) && (index > 0 || written.charAt(0) != '-')) {
                return new BigDecimal(written);
            }
        }
        return written.length() < 19 ? (Object) Long.valueOf(written) : new BigDecimal(written);
    }

    /// No pattern switch: linking one costs more than the rest of a short run.
    private static void write(JsonWriter writer, Object value) {
        if (value instanceof Map<?, ?> fields) {
            writer.beginObject();
            for (var field : fields.entrySet()) {
                writer.name(String.valueOf(field.getKey()));
                write(writer, field.getValue());
            }
            writer.endObject();
        } else if (value instanceof List<?> items) {
            writer.beginArray();
            for (var item : items) {
                write(writer, item);
            }
            writer.endArray();
        } else if (value instanceof Long number) {
            writer.value(number.longValue());
        } else if (value instanceof BigDecimal number) {
            writer.value(number);
        } else if (value instanceof Boolean flag) {
            writer.value(flag.booleanValue());
        } else if (value == NULL) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }
}
