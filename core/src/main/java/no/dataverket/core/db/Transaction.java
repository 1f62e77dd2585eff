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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.core.json.Json;
import no.dataverket.core.json.JsonText;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import tools.jackson.databind.JsonNode;

/// One transaction on one connection. Parameters are bound by type: identifiers as UUID, instants as
/// timestamptz, JSON trees and records as jsonb. Collections are arrays: of uuid where they hold identifiers, of
/// bigint where they hold whole numbers, else of text; a statement casts them to what it wants (`unnest(?::int[])`).
///
/// What is only to be written goes to the server together with what follows it, in one trip: see [#write].
public final class Transaction {

    private static final int USUAL_THRESHOLD = 5;
    private static final Written COMMIT = new Written("COMMIT", new Object[0], failure -> failure);

    private final Connection connection;
    private final List<Written> written = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Object, Gathered<?>> gathered = new LinkedHashMap<>();
    private final Map<Id, Object> remembered = new HashMap<>();

    /// A statement that waits for the next trip.
    ///
    /// @param told what those are told whose statement fails
    private record Written(
            String sql, @Nullable Object[] parameters, Function<DatabaseFailure, RuntimeException> told) {}

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
        send();
        Trips.count();
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
        write(sql, parameters);
        return send();
    }

    /// Runs a statement that changes rows, where nobody asks how many: it is sent together with the next one that
    /// somebody waits for, or with the commit. The order of statements is that in which they were written, so
    /// that a later one sees what an earlier one did; only a refusal is told as late as it is known.
    public void write(String sql, @Nullable Object... parameters) {
        write(failure -> failure, sql, parameters);
    }

    /// Like [#write], for a statement that may violate a constraint.
    ///
    /// @param told what is thrown instead of the [DatabaseFailure]; a failure that is not its own it gives back
    public void write(Function<DatabaseFailure, RuntimeException> told, String sql, @Nullable Object... parameters) {
        written.add(new Written(sql, parameters, told));
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

    /// Remembers what this transaction wrote, for those who would read it back.
    public void remember(Id id, Object written) {
        remembered.put(id, written);
    }

    /// What this transaction remembers.
    public <T> Optional<T> remembered(Id id, Class<T> type) {
        return Optional.ofNullable(remembered.get(id)).map(type::cast);
    }

    /// Does something once this transaction is committed, and never if it is not. It must be quick and must
    /// not fail: the commit can't be taken back.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /// Commits, in the same trip as what is still to be written.
    void commit() throws SQLException {
        gathered.values().forEach(Gathered::run);
        if (written.isEmpty()) {
            Trips.count();
        } else {
            written.add(COMMIT);
            send();
        }
        // The driver knows whether there is something left to be committed.
        connection.commit();
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /// The driver lets the server keep a statement, and later its plan, once it ran so many times; never for 0.
    private static ResultSet execute(PreparedStatement statement, int threshold) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(threshold);
        return statement.executeQuery();
    }

    /// Sends all that is written; the driver waits for the answers once.
    ///
    /// @return how many rows the last statement changed
    private int send() {
        if (written.isEmpty()) {
            return 0;
        }
        var together = List.copyOf(written);
        written.clear();
        Trips.count();
        var sql = together.stream().map(Written::sql).collect(Collectors.joining(";"));
        var parameters = together.stream()
                .flatMap(one -> Arrays.stream(one.parameters()))
                .toArray();
        try (var statement = prepare(sql, parameters)) {
            statement.execute();
            for (int i = 1; i < together.size(); i++) {
                statement.getMoreResults();
            }
            return statement.getUpdateCount();
        } catch (SQLException failure) {
            throw told(together, DatabaseFailure.of(failure));
        }
    }

    private static RuntimeException told(List<Written> together, DatabaseFailure failure) {
        return together.stream()
                .map(one -> one.told().apply(failure))
                .filter(told -> told != failure)
                .findFirst()
                .orElse(failure);
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
            case JsonText document -> statement.setObject(index, document.text(), Types.OTHER);
            case Record record -> statement.setObject(index, Json.write(record), Types.OTHER);
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> collection -> bind(statement, index, collection);
            default -> statement.setObject(index, value);
        }
    }

    /// In binary: text would have to be quoted here and parsed there, which under load is much of the work.
    private void bind(PreparedStatement statement, int index, Collection<?> collection) throws SQLException {
        var first = collection.stream().filter(Objects::nonNull).findFirst();
        if (first.filter(element -> element instanceof UUID || element instanceof Id)
                .isPresent()) {
            statement.setObject(index, UuidArray.of(collection));
        } else if (first.filter(element -> element instanceof Integer || element instanceof Long)
                .isPresent()) {
            statement.setArray(index, numbers(collection));
        } else {
            statement.setArray(index, texts(collection));
        }
    }

    private java.sql.Array numbers(Collection<?> collection) throws SQLException {
        var elements = new @Nullable Long[collection.size()];
        int i = 0;
        for (var element : collection) {
            elements[i++] = element == null ? null : ((Number) element).longValue();
        }
        return connection.createArrayOf("int8", elements);
    }

    private java.sql.Array texts(Collection<?> collection) throws SQLException {
        var elements = new @Nullable String[collection.size()];
        int i = 0;
        for (var element : collection) {
            elements[i++] = element(element);
        }
        return connection.createArrayOf("text", elements);
    }

    private static @Nullable String element(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Enum<?> constant -> constant.name();
            case Record record -> Json.write(record);
            // Instants as RFC 3339, JSON trees as JSON.
            default -> value.toString();
        };
    }
}
