package no.dataverket.core.work;

import io.nats.client.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.DeadLetterState;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.DeadLetterMessages;
import no.dataverket.contract.command.DeadLetterMessages.DeadLetterChanged;
import no.dataverket.contract.command.DeadLetterMessages.DiscardDeadLetter;
import no.dataverket.contract.command.DeadLetterMessages.ReplayDeadLetter;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.bus.Unreadable;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.service.Closing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messages that a service could not take. Each is kept as it came, with its cause, and told to Sentral; the step
/// that it belongs to waits, visibly, until an operator replays or discards it. The messages around it go on.
///
/// The schema needs the tables of [Database#MESSAGING].
public final class DeadLetters implements AutoCloseable {

    /// How often a message is tried that a defect keeps from being taken, before it is a dead letter.
    public static final int TRIES = 3;

    /// How often a message is begun that is never settled: each time its process died of it, or it hung.
    static final int MOST_BEGUN = 8;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration REPEAT = Duration.ofMinutes(5);
    private static final String COLUMNS = """
            SELECT id, subject, state, cause, content, task, step, version, times_seen, first_seen, last_seen,
                   execution, body FROM\s""";

    private final String service;
    private final String schema;
    private final Database database;
    private final Bus bus;
    private final Outbox outbox;
    private final Closing closing = new Closing();

    private record Kept(DeadLetterChanged letter, @Nullable String execution, byte @Nullable [] body) {}

    public DeadLetters(String service, String schema, Database database, Bus bus, Outbox outbox) {
        this.service = service;
        this.schema = schema;
        this.database = database;
        this.bus = bus;
        this.outbox = outbox;
    }

    /// Begins to answer those who replay and discard, and to repeat now and then what is held, should Sentral have
    /// missed it.
    public DeadLetters start() {
        closing.add(bus.answer(
                service, ReplayDeadLetter.class, asked -> replay(asked.query().id())));
        closing.add(bus.answer(
                service, DiscardDeadLetter.class, asked -> discard(asked.query().id())));
        closing.add(new Reconciler("dead-letters-" + service, REPEAT, this::repeat));
        return this;
    }

    @Override
    public void close() {
        closing.close();
    }

    /// Whether the bus has delivered the message before.
    public static boolean isRedelivered(Message message) {
        return message.metaData().deliveredCount() > 1;
    }

    /// Counts another beginning of a message that was delivered before.
    ///
    /// @return how often it was begun before this time, as far as is known
    public int begunBefore(Message message, String id) {
        if (!isRedelivered(message)) {
            return 0;
        }
        return database.call(transaction -> transaction.one(
                "INSERT INTO " + schema + ".redelivery AS r (message, begun) VALUES (?, 1) "
                        + "ON CONFLICT (message) DO UPDATE SET begun = r.begun + 1, last_at = now() RETURNING begun",
                row -> row.integer("begun"),
                id));
    }

    /// Keeps a message that can't be taken. Once this returns the message may be acknowledged.
    ///
    /// @param cause a sentence for operators, without anything secret
    public void bury(Message message, String cause) {
        var id = database.call(transaction -> bury(transaction, message.getSubject(), message.getData(), cause));
        LOG.atError()
                .addKeyValue("dead_letter", id)
                .addKeyValue("subject", message.getSubject())
                .addKeyValue("cause", cause)
                .log("message can't be taken");
    }

    /// Sees to a message of which the taking failed: it comes again while that makes sense, and becomes a dead letter
    /// otherwise.
    public void tryAgainOrBury(Message message, RuntimeException failure) {
        try {
            boolean passes = failure instanceof DatabaseFailure away && (away.unavailable() || away.lostRace());
            boolean tried = message.metaData().deliveredCount() >= TRIES || failure instanceof Unreadable;
            if (passes || !tried) {
                message.nakWithDelay(PAUSE);
                return;
            }
            LOG.atError()
                    .setCause(failure)
                    .addKeyValue("subject", message.getSubject())
                    .log("message can't be taken");
            bury(message, cause(failure));
            message.ack();
        } catch (DatabaseFailure away) {
            message.nakWithDelay(PAUSE);
        }
    }

    /// A sentence about a defect, for the cause: what happened, but not the words of it, which may quote a message.
    public static String cause(RuntimeException failure) {
        return failure instanceof Unreadable unreadable && unreadable.getMessage() != null
                ? unreadable.getMessage()
                : "It was tried " + TRIES + " times and failed with "
                        + failure.getClass().getSimpleName() + "; see the log of the service.";
    }

    private Id bury(Transaction transaction, String subject, byte[] body, String cause) {
        var envelope = envelope(body);
        boolean report = subject.equals(Subjects.STEP_REPORT);
        // A report is repeated in a new envelope; what it reports on stays the same.
        var execution =
                envelope.map(read -> report ? read.causationid() : read.id()).orElse(null);
        var fingerprint = subject + " " + (execution == null ? Redaction.sha256(body) : execution);
        var kept = transaction.one(
                "INSERT INTO " + schema + """
                .dead_letter AS d (id, fingerprint, state, subject, cause, body, content, task, step, execution)
                VALUES (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (fingerprint) WHERE state = 'OPEN' DO UPDATE SET cause = excluded.cause,
                    times_seen = d.times_seen + 1, last_seen = now(), version = d.version + 1
                RETURNING id, subject, state, cause, content, task, step, version, times_seen, first_seen, last_seen,
                    execution, body
                """,
                this::kept,
                Id.next(IdKind.DEAD_LETTER),
                fingerprint,
                subject,
                cause,
                body,
                Redaction.of(body),
                envelope.map(Envelope::task).orElse(null),
                envelope.map(Envelope::step).orElse(null),
                execution);
        tell(transaction, kept.letter());
        var id = kept.letter().id();
        report(
                transaction,
                kept,
                Outcome.BLOCKED,
                Problem.of(ProblemCode.INTERNAL_ERROR, service + " could not take the message: " + cause),
                DeadLetterMessages.dependency(id));
        return id;
    }

    private DeadLetterChanged replay(Id id) {
        return close(id, DeadLetterState.REPLAYED, (transaction, kept) -> {
            var body = java.util.Objects.requireNonNull(kept.body());
            transaction.update("DELETE FROM " + schema + ".redelivery WHERE message = ?", kept.execution());
            publish(kept.letter().subject(), body);
        });
    }

    private DeadLetterChanged discard(Id id) {
        return close(
                id,
                DeadLetterState.DISCARDED,
                (transaction, kept) -> report(
                        transaction,
                        kept,
                        Outcome.FAILED,
                        Problem.of(
                                ProblemCode.INTERNAL_ERROR,
                                "The message of this step could not be taken, and an operator discarded it."),
                        null));
    }

    private interface Closer {
        void close(Transaction transaction, Kept kept);
    }

    private DeadLetterChanged close(Id id, DeadLetterState state, Closer closer) {
        return database.call(transaction -> {
            var kept = transaction
                    .first(COLUMNS + schema + ".dead_letter WHERE id = ? FOR UPDATE", this::kept, id)
                    .orElseThrow(() ->
                            Failure.of(ProblemCode.RESOURCE_NOT_FOUND, service + " holds no dead letter " + id + "."));
            if (kept.letter().state() == state) {
                return kept.letter();
            }
            if (kept.letter().state() != DeadLetterState.OPEN) {
                throw Failure.of(
                        ProblemCode.DEAD_LETTER_CLOSED,
                        "The message is " + kept.letter().state() + " already.");
            }
            closer.close(transaction, kept);
            var closed = transaction.one("UPDATE " + schema + """
                    .dead_letter SET state = ?, body = NULL, version = version + 1 WHERE id = ?
                    RETURNING id, subject, state, cause, content, task, step, version, times_seen, first_seen,
                        last_seen, execution, body
                    """, this::kept, state, id);
            tell(transaction, closed.letter());
            return closed.letter();
        });
    }

    /// Byte for byte as it came: what is not text does not fit into an outbox. Should the commit fail, it comes twice.
    private void publish(String subject, byte[] body) {
        try {
            bus.publish(subject, UUID.randomUUID().toString(), body).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException away) {
            throw Failure.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The bus does not take the message now.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The service is stopping.");
        }
    }

    /// Says in the message's stead how its step goes.
    private void report(
            Transaction transaction, Kept kept, Outcome outcome, Problem problem, @Nullable String dependency) {
        var execution = kept.execution();
        var body = kept.body();
        if (execution == null || body == null || kept.letter().task() == null) {
            return;
        }
        var about = envelope(body).orElseThrow();
        var origin = Origin.following(about).causedBy(execution);
        var report = new StepReport(execution, outcome, null, problem, dependency, null);
        outbox.add(transaction, Envelopes.seal(bus.source(), Subjects.STEP_REPORT, null, origin, report));
    }

    private void tell(Transaction transaction, DeadLetterChanged letter) {
        var subject = Subjects.event(service, "dead-letter", "changed");
        var origin = Origin.ofService(service, "").withTask(letter.task(), letter.step());
        outbox.add(transaction, Envelopes.seal(bus.source(), subject, letter.id(), origin, letter));
    }

    private void repeat() {
        database.run(transaction -> {
            transaction.update("DELETE FROM " + schema + ".redelivery WHERE last_at < now() - interval '1 day'");
            transaction
                    .query(COLUMNS + schema + ".dead_letter WHERE state = 'OPEN' ORDER BY id LIMIT 500", this::kept)
                    .forEach(kept -> tell(transaction, kept.letter()));
        });
    }

    private Kept kept(Row row) {
        @Nullable UUID task = row.uuidOrNull("task");
        var letter = new DeadLetterChanged(
                new Id(IdKind.DEAD_LETTER, row.uuid("id")),
                service,
                row.text("subject"),
                DeadLetterState.valueOf(row.text("state")),
                row.text("cause"),
                row.text("content"),
                task == null ? null : new Id(IdKind.TASK, task),
                row.textOrNull("step"),
                row.number("version"),
                row.integer("times_seen"),
                row.instant("first_seen"),
                row.instant("last_seen"));
        return new Kept(letter, row.textOrNull("execution"), row.bytesOrNull("body"));
    }

    private static Optional<Envelope> envelope(byte[] body) {
        try {
            return Optional.of(Envelopes.read(body));
        } catch (Unreadable nothing) {
            return Optional.empty();
        }
    }
}
