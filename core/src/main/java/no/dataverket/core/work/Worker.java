package no.dataverket.core.work;

import io.nats.client.Message;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.BusFailure;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Intake;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.bus.Subscription;
import no.dataverket.core.bus.Unreadable;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.GroupCommit;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.core.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a service's commands from the bus, carries each out once as far as anyone can tell, and reports.
///
/// A command may come more than once: the inbox answers what was done already; a command that is being
/// carried out is not begun again; the fence refuses a command of a writer that lost its lease. An outcome is
/// written into the inbox, then reported, and only then is the command acknowledged: whatever is lost on the way, the
/// command comes again and the inbox answers it. Other reports go out through the outbox. A command that can't be
/// taken at all becomes a dead letter.
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /// What a crashed process had taken comes again after this.
    private static final Duration ACK_WAIT = Duration.ofSeconds(5);

    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(1_500);

    /// Whoever sent a command hears of it at least so often while it is carried out, or would take it for lost.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private static final int CONCURRENCY = 64;

    /// Commands that are here, those that wait for their turn among them.
    private static final int MOST_TAKEN = 512;

    private final String service;
    private final String schema;
    private final Bus bus;
    private final Outbox outbox;
    private final Telemetry telemetry;
    private final Map<String, Registration<?>> handlers = new ConcurrentHashMap<>();
    private final Map<String, UnderWay> running = new ConcurrentHashMap<>();
    private final DeadLetters deadLetters;
    private final Semaphore slots = new Semaphore(CONCURRENCY);
    private final Semaphore room = new Semaphore(MOST_TAKEN);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Message> taken = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("worker-clock-", 0).factory());
    private final GroupCommit<Envelope, Admission> admissions;
    private final GroupCommit<Ended, Boolean> outcomes;
    private final GroupCommit<Envelope, Boolean> reports;
    private @Nullable Subscription subscription;

    private record Registration<C>(Class<C> type, Handler<C, ? extends Record> handler) {
        Record handle(Envelope envelope, java.util.function.Consumer<String> progress) {
            return handler.handle(new Work<>(envelope, Envelopes.payload(envelope, type), progress));
        }
    }

    /// A handler failed in a way that it should not.
    private static final class Defect extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RuntimeException failure;

        Defect(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /// A command that is being carried out. Its lock keeps signs of life from overtaking its outcome.
    private static final class UnderWay {
        final Envelope command;
        volatile long heardAt = System.nanoTime();
        boolean ended;

        UnderWay(Envelope command) {
            this.command = command;
        }

        boolean isSilent() {
            return System.nanoTime() - heardAt > LONGEST_SILENCE.toNanos();
        }
    }

    /// What is known of a command before it is carried out.
    ///
    /// @param done the report of an earlier time
    /// @param current whether no writer with a later lease was seen
    private record Admission(Optional<StepReport> done, boolean current) {}

    /// What is the answer to every repetition of a command.
    private record Ended(Envelope command, StepReport report) {}

    public Worker(String service, String schema, Database database, Bus bus, Outbox outbox, Telemetry telemetry) {
        this.service = service;
        this.schema = schema;
        this.bus = bus;
        this.outbox = outbox;
        this.telemetry = telemetry;
        this.deadLetters = new DeadLetters(service, schema, database, bus, outbox);
        this.admissions = new GroupCommit<>("admissions-" + service, database, this::admit);
        this.outcomes = new GroupCommit<>("outcomes-" + service, database, this::keep);
        this.reports = new GroupCommit<>("reports-" + service, database, this::pass);
    }

    /// Says who carries out a kind of command. Before [#start].
    public <C extends Command> Worker on(Class<C> type, Handler<C, ? extends Record> handler) {
        var message = Command.message(type);
        handlers.put(Subjects.command(message.service(), message.name()), new Registration<>(type, handler));
        return this;
    }

    /// Begins to take commands.
    public Worker start() {
        deadLetters.start();
        clock.scheduleAtFixedRate(
                this::giveSignsOfLife, SIGN_OF_LIFE.toMillis(), SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        subscription = bus.consume(Bus.COMMANDS, "worker-" + service, Subjects.commands(service), ACK_WAIT, intake());
        return this;
    }

    /// Takes no more commands and waits, for a few seconds, for those under way. What is cut off comes again.
    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
        deadLetters.close();
        admissions.close();
        outcomes.close();
        reports.close();
    }

    private void giveSignsOfLife() {
        try {
            taken.forEach(Message::inProgress);
        } catch (IllegalStateException away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("no sign of life can be given now");
        }
        running.values().stream().filter(UnderWay::isSilent).forEach(silent -> {
            silent.heardAt = System.nanoTime();
            Thread.ofVirtual().name("sign-of-life").start(() -> giveSignOfLife(silent));
        });
    }

    private void giveSignOfLife(UnderWay silent) {
        synchronized (silent) {
            if (!silent.ended) {
                try {
                    progress(silent.command, null);
                } catch (DatabaseFailure | IllegalStateException away) {
                    LOG.atDebug().addKeyValue("cause", away.toString()).log("no sign of life can be given now");
                }
            }
        }
    }

    private Intake intake() {
        return new Intake() {
            @Override
            public void take(Message message) {
                Worker.this.take(message);
            }

            @Override
            public int room() throws InterruptedException {
                room.acquire();
                room.release();
                return room.availablePermits();
            }
        };
    }

    private void take(Message message) {
        room.acquireUninterruptibly();
        taken.add(message);
        threads.execute(() -> {
            slots.acquireUninterruptibly();
            try {
                carryOut(message);
            } finally {
                slots.release();
                taken.remove(message);
                room.release();
            }
        });
    }

    private void carryOut(Message message) {
        try {
            var envelope = Envelopes.read(message.getData());
            if (running.putIfAbsent(envelope.id(), new UnderWay(envelope)) != null) {
                message.ack();
                return;
            }
            try {
                telemetry.within(
                        "command " + envelope.type(), SpanKind.CONSUMER, envelope, () -> settle(message, envelope));
            } finally {
                running.remove(envelope.id());
            }
            message.ack();
        } catch (Unreadable poison) {
            bury(message, poison);
        } catch (Defect defect) {
            comesAgain(message, defect.failure);
        } catch (DatabaseFailure | BusFailure | IllegalStateException away) {
            comesAgain(message, away);
        }
    }

    private void bury(Message message, RuntimeException poison) {
        try {
            deadLetters.bury(message, DeadLetters.cause(poison));
            message.ack();
        } catch (DatabaseFailure away) {
            comesAgain(message, away);
        }
    }

    private static void comesAgain(Message message, RuntimeException failure) {
        LOG.atWarn()
                .addKeyValue("command", message.getSubject())
                .addKeyValue("cause", failure.toString())
                .log("command comes again");
        try {
            message.nakWithDelay(Duration.ofSeconds(1));
        } catch (IllegalStateException away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("the bus delivers it again by itself");
        }
    }

    private void settle(Message message, Envelope envelope) {
        var admission = admissions.commit(envelope);
        if (admission.done().isPresent()) {
            say(envelope, admission.done().get());
        } else if (admission.current()) {
            carryOut(message, envelope);
        } else {
            LOG.atWarn()
                    .addKeyValue("command", envelope.type())
                    .addKeyValue("epoch", envelope.epoch())
                    .log("command of a lost lease refused");
        }
    }

    private void carryOut(Message message, Envelope envelope) {
        int begunBefore = deadLetters.begunBefore(message, envelope.id());
        if (begunBefore > DeadLetters.MOST_BEGUN) {
            deadLetters.bury(message, "It was begun " + begunBefore + " times and never came to an end.");
            return;
        }
        try {
            var report = attempt(envelope);
            ended(envelope);
            if (report.outcome() == Outcome.SUCCEEDED || report.outcome() == Outcome.FAILED) {
                outcomes.commit(new Ended(envelope, report));
                say(envelope, report);
            } else {
                reports.commit(told(envelope, report));
            }
        } catch (Defect defect) {
            if (begunBefore + 1 < DeadLetters.TRIES || threads.isShutdown()) {
                throw defect;
            }
            deadLetters.bury(message, DeadLetters.cause(defect.failure));
        }
    }

    private void ended(Envelope envelope) {
        var underWay = Objects.requireNonNull(running.get(envelope.id()));
        synchronized (underWay) {
            underWay.ended = true;
        }
    }

    private StepReport attempt(Envelope envelope) {
        var registration = handlers.get(envelope.type());
        if (registration == null) {
            throw new Unreadable("The service " + service + " knows no command " + envelope.type() + ".");
        }
        try {
            var result = registration.handle(envelope, note -> progress(envelope, note));
            return new StepReport(envelope.id(), Outcome.SUCCEEDED, Json.tree(result), null, null, null);
        } catch (Absent absent) {
            var problem =
                    Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, absent.dependency() + ": " + absent.getMessage());
            return new StepReport(envelope.id(), Outcome.BLOCKED, null, problem, absent.dependency(), null);
        } catch (Failure failure) {
            boolean again = failure.code().kind() == no.dataverket.contract.ProblemKind.UNAVAILABLE;
            var outcome = again ? Outcome.TRANSIENT : Outcome.FAILED;
            return new StepReport(envelope.id(), outcome, null, failure.problem(), null, null);
        } catch (Unreadable poison) {
            throw poison;
        } catch (RuntimeException defect) {
            if (defect instanceof DatabaseFailure away && (away.unavailable() || away.lostRace())) {
                throw away;
            }
            LOG.atError()
                    .setCause(defect)
                    .addKeyValue("command", envelope.type())
                    .addKeyValue("task", envelope.task())
                    .log("command failed");
            throw new Defect(defect);
        }
    }

    /// Looks up what was done already, and raises the fences of the tasks. A fence that stands where it should
    /// is read only.
    private List<Admission> admit(Transaction transaction, List<Envelope> commands) {
        var answers = new HashMap<String, Admission>();
        transaction.query(
                """
                WITH asked AS (
                    SELECT * FROM unnest(?::text[], ?::uuid[], ?::bigint[]) AS a (execution, task, epoch)),
                raised AS (
                    INSERT INTO %1$s.fence AS f (task, epoch)
                    SELECT task, max(epoch) FROM asked
                    WHERE epoch IS NOT NULL AND task IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM %1$s.fence s WHERE s.task = asked.task AND s.epoch >= asked.epoch)
                    GROUP BY task ORDER BY task
                    ON CONFLICT (task) DO UPDATE SET epoch = excluded.epoch WHERE f.epoch <= excluded.epoch
                    RETURNING task, epoch)
                SELECT asked.execution, i.report::text AS report,
                       asked.epoch IS NULL OR asked.task IS NULL OR asked.epoch >= raised.epoch
                           OR (raised.epoch IS NULL AND asked.epoch = standing.epoch) AS current
                FROM asked
                LEFT JOIN %1$s.inbox i ON i.execution = asked.execution
                LEFT JOIN %1$s.fence standing ON standing.task = asked.task
                LEFT JOIN raised ON raised.task = asked.task
                """.formatted(schema),
                row -> answers.put(
                        row.text("execution"),
                        new Admission(
                                Optional.ofNullable(row.jsonOrNull("report", StepReport.class)), row.flag("current"))),
                Transaction.column(commands, Envelope::id),
                Transaction.column(commands, Envelope::task),
                Transaction.column(commands, Envelope::epoch));
        return commands.stream()
                .map(command -> Objects.requireNonNull(answers.get(command.id())))
                .toList();
    }

    private void progress(Envelope envelope, @Nullable String note) {
        reports.commit(told(envelope, new StepReport(envelope.id(), Outcome.PROGRESS, null, null, null, note)));
    }

    private Envelope told(Envelope command, StepReport report) {
        var origin = Origin.following(command).withTraceparent(telemetry.traceparent());
        return Envelopes.seal(bus.source(), Subjects.STEP_REPORT, subject(command), origin, report);
    }

    /// Reports what the inbox holds, and returns once the bus has it.
    private void say(Envelope command, StepReport report) {
        var envelope = told(command, report);
        bus.say(envelope.type(), envelope.id(), Json.bytes(envelope));
    }

    private List<Boolean> keep(Transaction transaction, List<Ended> ended) {
        transaction.write(
                "INSERT INTO " + schema + ".inbox (execution, task, step, report) "
                        + "SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::jsonb[]) "
                        + "ON CONFLICT (execution) DO NOTHING",
                Transaction.column(ended, one -> one.command().id()),
                Transaction.column(ended, one -> one.command().task()),
                Transaction.column(ended, one -> one.command().step()),
                Transaction.column(ended, Ended::report));
        return ended.stream().map(one -> true).toList();
    }

    private List<Boolean> pass(Transaction transaction, List<Envelope> told) {
        told.forEach(one -> outbox.add(transaction, one));
        return told.stream().map(one -> true).toList();
    }

    private static @Nullable Id subject(Envelope command) {
        var subject = command.subject();
        return subject == null ? null : Id.parse(subject);
    }
}
