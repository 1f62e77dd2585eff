package no.dataverket.core.work;

import io.nats.client.Message;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.bus.Subscription;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.json.Json;
import no.dataverket.core.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a service's commands from the bus, carries each out once as far as anyone can tell, and reports.
///
/// A command may come more than once: the inbox answers what was done already; a command that is being
/// carried out is not begun again; the fence refuses a command of a writer that lost its lease. The report is
/// written in one transaction with the inbox row and goes out through the outbox.
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration ACK_WAIT = Duration.ofSeconds(30);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final int CONCURRENCY = 64;

    private final String service;
    private final String schema;
    private final Database database;
    private final Bus bus;
    private final Outbox outbox;
    private final Telemetry telemetry;
    private final Map<String, Registration<?>> handlers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();
    private final Semaphore slots = new Semaphore(CONCURRENCY);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("worker-clock-", 0).factory());
    private @Nullable Subscription subscription;

    private record Registration<C>(Class<C> type, Handler<C, ? extends Record> handler) {
        Record handle(Envelope envelope, java.util.function.Consumer<String> progress) {
            return handler.handle(new Work<>(envelope, Json.convert(envelope.data(), type), progress));
        }
    }

    public Worker(String service, String schema, Database database, Bus bus, Outbox outbox, Telemetry telemetry) {
        this.service = service;
        this.schema = schema;
        this.database = database;
        this.bus = bus;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /// Says who carries out a kind of command. Before [#start].
    public <C extends Command> Worker on(Class<C> type, Handler<C, ? extends Record> handler) {
        var message = Command.message(type);
        handlers.put(Subjects.command(message.service(), message.name()), new Registration<>(type, handler));
        return this;
    }

    /// Begins to take commands.
    public Worker start() {
        subscription = bus.consume(Bus.COMMANDS, "worker-" + service, Subjects.commands(service), ACK_WAIT, this::take);
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
    }

    private void take(Message message) {
        slots.acquireUninterruptibly();
        threads.execute(() -> {
            var life = clock.scheduleAtFixedRate(
                    message::inProgress, SIGN_OF_LIFE.toSeconds(), SIGN_OF_LIFE.toSeconds(), TimeUnit.SECONDS);
            try {
                carryOut(message);
            } finally {
                life.cancel(false);
                slots.release();
            }
        });
    }

    private void carryOut(Message message) {
        Envelope envelope;
        try {
            envelope = Json.read(message.getData(), Envelope.class);
        } catch (RuntimeException poison) {
            LOG.atError()
                    .setCause(poison)
                    .addKeyValue("subject", message.getSubject())
                    .log("unreadable command dropped");
            message.term();
            return;
        }
        if (running.putIfAbsent(envelope.id(), true) != null) {
            message.ack();
            return;
        }
        try {
            telemetry.within("command " + envelope.type(), SpanKind.CONSUMER, envelope, () -> settle(envelope));
            message.ack();
        } catch (DatabaseFailure | IllegalStateException away) {
            LOG.atWarn()
                    .addKeyValue("command", envelope.type())
                    .addKeyValue("cause", away.toString())
                    .log("command comes again");
            message.nakWithDelay(Duration.ofSeconds(1));
        } finally {
            running.remove(envelope.id());
        }
    }

    private void settle(Envelope envelope) {
        var done = reported(envelope);
        if (done.isPresent()) {
            report(envelope, done.get(), false);
        } else if (passesFence(envelope)) {
            var report = attempt(envelope);
            boolean settled = report.outcome() == Outcome.SUCCEEDED || report.outcome() == Outcome.FAILED;
            report(envelope, report, settled);
        } else {
            LOG.atWarn()
                    .addKeyValue("command", envelope.type())
                    .addKeyValue("epoch", envelope.epoch())
                    .log("command of a lost lease refused");
        }
    }

    private StepReport attempt(Envelope envelope) {
        var registration = handlers.get(envelope.type());
        if (registration == null) {
            return failed(
                    envelope,
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "The service " + service + " knows no command " + envelope.type() + "."));
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
        } catch (DatabaseFailure away) {
            throw away;
        } catch (RuntimeException defect) {
            LOG.atError()
                    .setCause(defect)
                    .addKeyValue("command", envelope.type())
                    .addKeyValue("task", envelope.task())
                    .log("command failed");
            return failed(
                    envelope,
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "The step failed in " + service + "; see its log for task " + envelope.task() + "."));
        }
    }

    private static StepReport failed(Envelope envelope, Problem problem) {
        return new StepReport(envelope.id(), Outcome.FAILED, null, problem, null, null);
    }

    private Optional<StepReport> reported(Envelope envelope) {
        return database.call(transaction -> transaction.first(
                "SELECT report::text AS report FROM " + schema + ".inbox WHERE execution = ?",
                row -> row.json("report", StepReport.class),
                envelope.id()));
    }

    private boolean passesFence(Envelope envelope) {
        var epoch = envelope.epoch();
        var task = envelope.task();
        if (epoch == null || task == null) {
            return true;
        }
        return database.call(transaction -> transaction.update(
                        "INSERT INTO " + schema + ".fence AS f (task, epoch) VALUES (?, ?) "
                                + "ON CONFLICT (task) DO UPDATE SET epoch = excluded.epoch WHERE f.epoch <= excluded.epoch",
                        task,
                        epoch)
                == 1);
    }

    private void progress(Envelope envelope, String note) {
        report(envelope, new StepReport(envelope.id(), Outcome.PROGRESS, null, null, null, note), false);
    }

    private void report(Envelope command, StepReport report, boolean settled) {
        var origin = Origin.following(command).withTraceparent(telemetry.traceparent());
        var envelope = Envelopes.seal(bus.source(), Subjects.STEP_REPORT, subject(command), origin, report);
        database.run(transaction -> {
            if (settled) {
                transaction.update(
                        "INSERT INTO " + schema + ".inbox (execution, task, step, report) VALUES (?, ?, ?, ?::jsonb) "
                                + "ON CONFLICT (execution) DO NOTHING",
                        command.id(),
                        command.task(),
                        command.step(),
                        report);
            }
            outbox.add(transaction, envelope);
        });
    }

    private static @Nullable Id subject(Envelope command) {
        var subject = command.subject();
        return subject == null ? null : Id.parse(subject);
    }
}
