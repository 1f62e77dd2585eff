package no.dataverket.sentral.tasks;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.DeadLetter;
import no.dataverket.contract.api.DeadLetterState;
import no.dataverket.contract.command.DeadLetterMessages.DeadLetterChanged;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// What the services told of the messages that they hold. The services are the record; this is what can be listed,
/// also while one of them is away.
public final class ReportedDeadLetters {

    private static final String COLUMNS = """
            SELECT id, service, subject, state, cause, content, task, step, version, times_seen, first_seen, last_seen
            FROM tasks.reported_dead_letter
            """;

    private ReportedDeadLetters() {}

    /// A dead letter with its version, which rises with every change.
    public record Versioned(DeadLetter letter, long version) {}

    /// Takes what a service tells; what is older than what is known is dropped.
    public static void keep(Transaction transaction, DeadLetterChanged told) {
        transaction.update(
                """
                INSERT INTO tasks.reported_dead_letter AS known (id, service, subject, state, cause, content, task, step,
                    version, times_seen, first_seen, last_seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, cause = excluded.cause,
                    version = excluded.version, times_seen = excluded.times_seen, last_seen = excluded.last_seen
                WHERE known.version < excluded.version
                """,
                told.id(),
                told.service(),
                told.subject(),
                told.state(),
                told.cause(),
                told.content(),
                told.task(),
                told.step(),
                told.version(),
                told.timesSeen(),
                told.firstSeen(),
                told.lastSeen());
    }

    /// One dead letter.
    public static Optional<Versioned> find(Transaction transaction, Id id) {
        return transaction.first(COLUMNS + "WHERE id = ?", ReportedDeadLetters::letter, id);
    }

    /// Dead letters, newest first.
    ///
    /// @param after last one of the page before
    public static List<DeadLetter> list(
            Transaction transaction,
            @Nullable DeadLetterState state,
            @Nullable String service,
            @Nullable Id task,
            @Nullable UUID after,
            int most) {
        return transaction
                .query(
                        COLUMNS + """
                        WHERE (?::uuid IS NULL OR id < ?) AND (?::text IS NULL OR state = ?)
                          AND (?::text IS NULL OR service = ?) AND (?::uuid IS NULL OR task = ?)
                        ORDER BY id DESC LIMIT ?
                        """,
                        ReportedDeadLetters::letter,
                        after,
                        after,
                        state,
                        state,
                        service,
                        service,
                        task,
                        task,
                        most)
                .stream()
                .map(Versioned::letter)
                .toList();
    }

    static void measure(PrometheusRegistry registry, Database database) {
        GaugeWithCallback.builder()
                .name("dataverket_dead_letters")
                .help("Messages that could not be taken and wait for an operator, by the service that holds them.")
                .labelNames("service")
                .callback(callback -> count(database, callback))
                .register(registry);
    }

    private static void count(Database database, GaugeWithCallback.Callback callback) {
        try {
            database.run(transaction -> {
                for (var each : transaction.query(
                        "SELECT service, count(*) FILTER (WHERE state = 'OPEN') AS n FROM tasks.reported_dead_letter "
                                + "GROUP BY service",
                        row -> java.util.Map.entry(row.text("service"), row.number("n")))) {
                    callback.call(each.getValue(), each.getKey());
                }
            });
        } catch (DatabaseFailure away) {
            callback.call(Double.NaN, "unknown");
        }
    }

    private static Versioned letter(Row row) {
        @Nullable UUID task = row.uuidOrNull("task");
        var letter = new DeadLetter(
                new Id(IdKind.DEAD_LETTER, row.uuid("id")),
                row.text("service"),
                row.text("subject"),
                DeadLetterState.valueOf(row.text("state")),
                row.text("cause"),
                row.text("content"),
                task == null ? null : new Id(IdKind.TASK, task),
                row.textOrNull("step"),
                row.integer("times_seen"),
                row.instant("first_seen"),
                row.instant("last_seen"),
                Runbooks.DEAD_LETTER);
        return new Versioned(letter, row.number("version"));
    }
}
