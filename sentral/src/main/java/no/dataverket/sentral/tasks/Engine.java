package no.dataverket.sentral.tasks;

import io.nats.client.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.StepReport;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.bus.Subscription;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.json.Json;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.work.Reconciler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries tasks through their sagas. PostgreSQL is the record: reports are taken in batches, each batch in
/// one transaction with what follows from it; a sweep looks at every task whose time has come, so that
/// nothing depends on a message that the bus may have lost.
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration ACK_WAIT = Duration.ofSeconds(30);
    private static final int BATCH = 128;

    private final Database database;
    private final Bus bus;
    private final Outbox outbox;
    private final Dependencies services;
    private final InstantSource clock;
    private final Lease lease;
    private final TaskNews news;
    private final TaskSignals signals = new TaskSignals();
    private final Map<String, Saga> sagas = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private @Nullable Reconciler sweep;
    private @Nullable Subscription reports;

    public Engine(Database database, Bus bus, Outbox outbox, Dependencies services, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.outbox = outbox;
        this.services = services;
        this.clock = clock;
        this.lease = new Lease(database);
        this.news = new TaskNews(bus, signals, this::wakeSweep);
    }

    /// Makes a saga known. Before [#start].
    public Engine register(Saga saga) {
        sagas.put(saga.kind(), saga);
        return this;
    }

    /// The sagas, for documents and tests.
    public Collection<Saga> sagas() {
        return List.copyOf(sagas.values());
    }

    /// Shows what is going on to those who scrape metrics.
    public Engine measuredBy(Telemetry telemetry) {
        TaskGauges.register(telemetry.registry(), database, lease);
        return this;
    }

    /// Begins to work, once the lease is free. Until then, and when it is lost, this process takes requests and
    /// leaves the tasks to whoever holds it.
    public Engine start() {
        followLease();
        running.add(news.listen());
        running.add(new Reconciler("tasks-reports", Duration.ofMillis(1), this::takeReports));
        sweep = new Reconciler("tasks-sweep", SWEEP, this::sweep);
        running.add(sweep);
        services.onReturn(() -> Thread.ofVirtual().name("wake-blocked").start(this::wakeBlocked));
        return this;
    }

    /// Begins a task in the caller's transaction: its first command goes out if and only if that commits.
    public Id begin(Transaction transaction, TaskStart start) {
        var saga = saga(start.kind());
        var steps = new ArrayList<TaskRow.StepRow>();
        for (var step : saga.steps()) {
            steps.add(new TaskRow.StepRow(steps.size(), step.name(), step.title(), step.service()));
        }
        var task = new TaskRow(start, Id.next(IdKind.TASK), saga, clock.instant(), steps);
        var instance = new SagaInstance(saga, task, clock.instant(), lease.epoch(), this::service);
        if (lease.held()) {
            instance.advance();
            task.epoch = lease.epoch();
        }
        TaskStore.insert(transaction, task);
        apply(transaction, task, instance);
        if (!lease.held()) {
            transaction.afterCommit(news::due);
        }
        return task.id;
    }

    /// Names of the steps of a kind of task, for previews.
    public List<String> stepTitles(String kind) {
        return saga(kind).steps().stream().map(Saga.Step::title).toList();
    }

    /// Services that a kind of task needs and that are away now.
    public List<String> away(String kind) {
        return saga(kind).steps().stream()
                .map(Saga.Step::service)
                .distinct()
                .filter(service -> !service(service).up())
                .toList();
    }

    /// Services that a kind of task needs.
    public List<String> services(String kind) {
        return saga(kind).steps().stream().map(Saga.Step::service).distinct().toList();
    }

    /// Asks a task to stop and to undo what it did.
    ///
    /// @throws Failure `TASK_NOT_CANCELLABLE` if it ended or can't be undone any more
    public void cancel(Transaction transaction, Id id) {
        var task = TaskStore.lock(transaction, id).orElseThrow();
        var saga = saga(task.kind);
        if (!SagaInstance.cancellable(saga, task)) {
            throw Failure.of(ProblemCode.TASK_NOT_CANCELLABLE, "The task is " + task.state + ".");
        }
        if (lease.isOurs(transaction)) {
            change(transaction, task, SagaInstance::cancel);
        } else {
            TaskStore.requestCancel(transaction, id, clock.instant());
            transaction.afterCommit(news::due);
        }
    }

    /// Waits until a task changes, or the limit.
    public void awaitChange(Id task, long version, Duration limit) {
        boolean unused = signals.await(task, version, limit);
    }

    Optional<Saga> sagaOf(TaskRow task) {
        return Optional.ofNullable(sagas.get(task.kind));
    }

    @Override
    public void close() {
        for (var part : running.reversed()) {
            try {
                part.close();
            } catch (Exception failure) {
                LOG.atWarn().setCause(failure).log("engine part did not close");
            }
        }
        stopTaking();
        lease.release();
        news.due();
    }

    private void wakeSweep() {
        if (sweep != null) {
            sweep.wake();
        }
    }

    /// Takes reports while it holds the lease, and leaves them to the holder otherwise.
    private void followLease() {
        lease.tryTake();
        if (!lease.held()) {
            stopTaking();
            news.present();
        } else if (reports == null) {
            reports = bus.consume(Bus.EVENTS, "sentral-tasks", Subjects.STEP_REPORT, ACK_WAIT, arrived::add);
        }
    }

    private void stopTaking() {
        if (reports != null) {
            reports.close();
            reports = null;
        }
    }

    private void takeReports() {
        var batch = new ArrayList<Message>();
        try {
            batch.add(arrived.take());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        arrived.drainTo(batch, BATCH - 1);
        if (!lease.held()) {
            batch.forEach(message -> message.nakWithDelay(Duration.ofSeconds(1)));
            return;
        }
        try {
            settle(batch);
        } catch (DatabaseFailure away) {
            batch.forEach(message -> message.nakWithDelay(Duration.ofMillis(500)));
            throw away;
        } catch (StaleLease lost) {
            batch.forEach(Message::nak);
        } catch (RuntimeException poison) {
            batch.forEach(this::settleAlone);
        }
    }

    private void settle(List<Message> batch) {
        var envelopes = batch.stream()
                .map(message -> Json.read(message.getData(), Envelope.class))
                .filter(envelope -> envelope.task() != null)
                .toList();
        database.run(transaction -> report(transaction, envelopes));
        batch.forEach(Message::ack);
    }

    /// One report that can't be taken must not hold up the others; it stays in the log, the task's own
    /// deadline tells.
    private void settleAlone(Message message) {
        try {
            settle(List.of(message));
        } catch (DatabaseFailure away) {
            message.nakWithDelay(Duration.ofMillis(500));
        } catch (StaleLease lost) {
            message.nak();
        } catch (RuntimeException poison) {
            LOG.atError()
                    .setCause(poison)
                    .addKeyValue("subject", message.getSubject())
                    .log("report can't be taken");
            message.term();
        }
    }

    private void report(Transaction transaction, List<Envelope> envelopes) {
        var ids = new LinkedHashSet<Id>();
        envelopes.forEach(envelope -> ids.add(java.util.Objects.requireNonNull(envelope.task())));
        var tasks = TaskStore.lock(transaction, ids);
        lease.confirm(transaction);
        for (var envelope : envelopes) {
            var task = tasks.get(envelope.task());
            if (task != null) {
                var report = Json.convert(envelope.data(), StepReport.class);
                change(transaction, task, instance -> instance.report(report));
            }
        }
    }

    private void sweep() {
        followLease();
        if (!lease.held()) {
            return;
        }
        var due = database.call(this::disturbed);
        for (var id : due) {
            database.run(transaction -> TaskStore.lock(transaction, id)
                    .filter(task -> task.wakeAt != null && !task.wakeAt.isAfter(clock.instant()))
                    .ifPresent(task -> {
                        lease.confirm(transaction);
                        change(transaction, task, SagaInstance::wake);
                    }));
        }
    }

    /// The due tasks that something has to be done about. Those whose step is on its way, which under load
    /// are many, are looked at later, with one statement for all.
    private List<Id> disturbed(Transaction transaction) {
        var now = clock.instant();
        var calm = new ArrayList<Id>();
        var disturbed = new ArrayList<Id>();
        for (var task : TaskStore.select(transaction, "WHERE wake_at <= ? ORDER BY wake_at LIMIT 500", now)) {
            var instance = new SagaInstance(saga(task.kind), task, now, lease.epoch(), this::service);
            (instance.onItsWay() ? calm : disturbed).add(task.id);
        }
        TaskStore.postpone(transaction, calm, now, now.plus(SagaInstance.CHECK));
        return disturbed;
    }

    private void wakeBlocked() {
        try {
            database.run(transaction -> transaction.update(
                    "UPDATE tasks.task SET wake_at = ? WHERE blocker IS NOT NULL AND wake_at IS NOT NULL",
                    clock.instant()));
            sweep();
        } catch (DatabaseFailure away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("blocked tasks wake with the next sweep");
        }
    }

    private void change(Transaction transaction, TaskRow task, java.util.function.Consumer<SagaInstance> what) {
        var instance = new SagaInstance(saga(task.kind), task, clock.instant(), lease.epoch(), this::service);
        what.accept(instance);
        if (!TaskStore.update(transaction, task, lease.epoch())) {
            throw lease.stale();
        }
        apply(transaction, task, instance);
    }

    private void apply(Transaction transaction, TaskRow task, SagaInstance instance) {
        var hooks = saga(task.kind).hooks();
        for (var effect : instance.effects()) {
            switch (effect) {
                case Effect.Send send -> send(transaction, task, send);
                case Effect.StepDone done -> hooks.stepDone(transaction, task.progress(), done.step(), done.result());
                case Effect.Succeeded ignored -> hooks.succeeded(transaction, task.progress());
                case Effect.Ended ended -> hooks.ended(transaction, task.progress(), ended.cancelled(), ended.undone());
            }
        }
        task.steps.forEach(step -> step.changed = false);
        transaction.afterCommit(() -> {
            signals.changed(task.id, task.version);
            news.changed(task.id, task.version);
        });
    }

    private void send(Transaction transaction, TaskRow task, Effect.Send send) {
        var step = send.step();
        var message = Command.message(send.command().getClass());
        var origin = new Origin(
                task.actor,
                task.correlation,
                task.requestId,
                task.tenant,
                task.project,
                task.environment,
                task.datacenter,
                task.id,
                step.name,
                task.generation,
                send.epoch(),
                step.expiresAt,
                task.traceparent);
        var execution = java.util.Objects.requireNonNull(step.execution);
        var envelope = Envelopes.seal(
                execution,
                bus.source(),
                Subjects.command(message.service(), message.name()),
                task.target,
                origin,
                send.command());
        outbox.add(transaction, envelope, step.sends == 1 ? execution : execution + ":" + step.sends);
    }

    private Saga saga(String kind) {
        var saga = sagas.get(kind);
        if (saga == null) {
            throw new IllegalStateException("There is no saga " + kind);
        }
        return saga;
    }

    private Dependencies.State service(String name) {
        var state = services.of(name);
        return state.up() && !bus.connected()
                ? new Dependencies.State(false, Instant.now(), state.lastSeen(), "the bus is away")
                : state;
    }
}
