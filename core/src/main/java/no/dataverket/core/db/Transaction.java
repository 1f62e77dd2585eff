package no.dataverket.core.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import no.dataverket.contract.Id;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import tools.jackson.databind.JsonNode;

/// One transaction on one connection. Parameters are bound by type: identifiers as UUID, instants as
/// timestamptz, JSON trees and records as jsonb. Collections are arrays: of uuid where they hold identifiers, else
/// of text, which a statement casts to what it wants (`unnest(?::bigint[])`).
public final class Transaction {

    private static final int USUAL_THRESHOLD = 5;

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Object, Gathered<?>> gathered = new LinkedHashMap<>();

    private record Gathered<T>(List<T> items, Consumer<List<T>> write) {
        void run() {
            write.accept(items);
        }
    }

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /// All rows.
    public <T> List<T> query(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        return query(USUAL_THRESHOLD, sql, read, parameters);
    }

    /// Like [#query], for a statement whose best plan depends on its parameters: it is planned for them each time.
    public <T> List<T> search(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        return query(0, sql, read, parameters);
    }

    private <T> List<T> query(int threshold, String sql, Function<Row, T> read, @Nullable Object... parameters) {
        try (var statement = prepare(sql, parameters);
                ResultSet result = execute(statement, threshold)) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) {
                rows.add(read.apply(row));
            }
            return rows;
        } catch (SQLException failure) {
            throw DatabaseFailure.of(failure);
        }
    }

    /// The first row, if there is one.
    public <T> Optional<T> first(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        var rows = query(sql, read, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /// The only row.
    ///
    /// @throws IllegalStateException if there is none
    public <T> T one(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        return first(sql, read, parameters)
                .orElseThrow(() -> new IllegalStateException("No row where one must be: " + sql));
    }

    /// Runs a statement that changes rows, and says how many.
    public int update(String sql, @Nullable Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw DatabaseFailure.of(failure);
        }
    }

    /// Lets this transaction wait for something else than the database for longer than usual.
    public void mayIdle(Duration limit) {
        query(
                "SELECT set_config('idle_in_transaction_session_timeout', ?, true) AS set",
                row -> row.text("set"),
                limit.toMillis() + "ms");
    }

    /// One column of many rows, for a statement that takes them all through `unnest`.
    public static <T> List<@Nullable Object> column(
            Collection<T> rows, Function<? super T, ? extends @Nullable Object> read) {
        var column = new ArrayList<@Nullable Object>(rows.size());
        rows.forEach(row -> column.add(read.apply(row)));
        return column;
    }

    /// Keeps something to be written right before the commit, with one statement for all that was gathered
    /// under the key. Nothing of it can be read in this transaction before.
    ///
    /// @param write the same for every item of a key
    @SuppressWarnings("unchecked")
    public <T> void gather(Object key, T item, Consumer<List<T>> write) {
        ((Gathered<T>) gathered.computeIfAbsent(key, unused -> new Gathered<>(new ArrayList<>(), write)))
                .items()
                .add(item);
    }

    /// Does something once this transaction is committed, and never if it is not. It must be quick and must
    /// not fail: the commit can't be taken back.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void beforeCommit() {
        gathered.values().forEach(Gathered::run);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /// The driver lets the server keep a statement, and later its plan, once it ran so many times; never for 0.
    private static ResultSet execute(PreparedStatement statement, int threshold) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(threshold);
        return statement.executeQuery();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Id id -> statement.setObject(index, id.uuid());
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case JsonNode tree -> statement.setObject(index, tree.toString(), Types.OTHER);
            case Record record -> statement.setObject(index, Json.write(record), Types.OTHER);
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> collection -> statement.setArray(index, array(collection));
            default -> statement.setObject(index, value);
        }
    }

    private java.sql.Array array(Collection<?> collection) throws SQLException {
        boolean uuids = collection.stream().anyMatch(element -> element instanceof UUID || element instanceof Id);
        var elements = new @Nullable Object[collection.size()];
        int i = 0;
        for (var element : collection) {
            elements[i++] = element(element);
        }
        return connection.createArrayOf(uuids ? "uuid" : "text", elements);
    }

    private static @Nullable Object element(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case UUID uuid -> uuid;
            case Id id -> id.uuid();
            case Enum<?> constant -> constant.name();
            case Record record -> Json.write(record);
            // Instants as RFC 3339, JSON trees as JSON.
            default -> value.toString();
        };
    }
}
