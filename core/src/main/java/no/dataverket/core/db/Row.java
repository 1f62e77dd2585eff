package no.dataverket.core.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.dataverket.core.json.Json;
import no.dataverket.core.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The current row of a result, read by column name. Methods without `OrNull` fail on NULL: a column is
/// either nullable in the schema and in the code, or in neither.
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        return get(() -> result.getString(column));
    }

    public UUID uuid(String column) {
        return Objects.requireNonNull(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) {
        return get(() -> result.getObject(column, UUID.class));
    }

    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    public long number(String column) {
        return Objects.requireNonNull(numberOrNull(column), column);
    }

    public @Nullable Long numberOrNull(String column) {
        return get(() -> {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        });
    }

    public boolean flag(String column) {
        return Objects.requireNonNull(get(() -> result.getBoolean(column)), column);
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        var time = get(() -> result.getObject(column, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    /// A JSON document that is parsed when somebody asks for what is in it.
    public JsonText document(String column) {
        return new JsonText(text(column));
    }

    public JsonNode json(String column) {
        return Json.tree(text(column));
    }

    public <T> T json(String column, Class<T> type) {
        return Json.read(text(column), type);
    }

    public <T> @Nullable T jsonOrNull(String column, Class<T> type) {
        var text = textOrNull(column);
        return text == null ? null : Json.read(text, type);
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return get(() -> result.getBytes(column));
    }

    public List<String> texts(String column) {
        return Objects.requireNonNull(textsOrNull(column), column);
    }

    public @Nullable List<String> textsOrNull(String column) {
        var array = get(() -> result.getArray(column));
        return array == null ? null : Arrays.asList((String[]) Objects.requireNonNull(get(array::getArray)));
    }

    private static <T> @Nullable T get(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException failure) {
            throw DatabaseFailure.of(failure);
        }
    }

    private interface Reading<T> {
        @Nullable
        T read() throws SQLException;
    }
}
