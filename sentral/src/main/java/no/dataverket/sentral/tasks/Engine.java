package no.dataverket.sentral.tasks;

import static java.util.Objects.requireNonNull;

import io.nats.client.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.StepReport;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Intake;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.bus.Subscription;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.work.DeadLetters;
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
    private static final Duration QUEUES = Duration.ofMillis(200);

    /// What a crashed process had fetched comes again after this.
    private static final Duration ACK_WAIT = Duration.ofSeconds(5);

    private static final int BATCH = 256;
    private static final int PAGE = 500;

    /// Reports that are here and not taken yet: more stay in the stream.
    private static final int MOST_ARRIVED = 4 * BATCH;

    private final Database database;
    private final Bus bus;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Health services;
    private final Lanes lanes = new Lanes();
    private final Families families = new Families(this::begin, this::stop);
    private final InstantSource clock;
    private final Lease lease;
    private final TaskNews news;
    private final TaskSignals signals = new TaskSignals();
    private final HeldTasks held;
    private final Sagas sagas = new Sagas();
    private final LinkedBlockingQueue<Message> arrived = new LinkedBlockingQueue<>(MOST_ARRIVED);
    private TaskCaps caps = TaskCaps.NONE;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final AtomicBoolean returned = new AtomicBoolean();
    private List<String> abandoned = List.of();
    private Instant abandonedAt = Instant.EPOCH;
    private @Nullable Reconciler sweep;
    private @Nullable Subscription reports;

    public Engine(
            Database database,
            Bus bus,
            Outbox outbox,
            DeadLetters deadLetters,
            Dependencies services,
            InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.services = new Health(services, bus, clock);
        this.clock = clock;
        this.lease = new Lease(database);
        this.news = new TaskNews(bus, signals, this::wakeSweep);
        this.held = new HeldTasks(clock, this::tell);
    }

    /// Makes a saga known. Before [#start].
    public Engine register(Saga saga) {
        sagas.register(saga);
        return this;
    }

    /// The sagas that new tasks begin with.
    public List<Saga> sagas() {
        return sagas.newest();
    }

    /// Says how many tasks a project may have on their way. Before [#start].
    public Engine cappedBy(TaskCaps most) {
        caps = most;
        return this;
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
        running.add(new Reconciler("tasks-queues", QUEUES, this::serveQueues));
        running.add(new Reconciler("tasks-reports", Duration.ofMillis(1), this::takeReports));
        sweep = new Reconciler("tasks-sweep", SWEEP, this::sweep);
        running.add(sweep);
        services.onReturn(() -> {
            returned.set(true);
            wakeSweep();
        });
        return this;
    }

    /// Begins a task in the caller's transaction: its first command goes out if and only if that commits.
    public Id begin(Transaction transaction, TaskStart start) {
        return begin(transaction, start, null);
    }

    /// Begins a task in the place of one that waited for an approval, under the same identifier.
    ///
    /// @param held the one that waited; null where none did
    public Id begin(Transaction transaction, TaskStart start, @Nullable Id held) {
        var task = TaskRow.begin(start, sagas.newest(start.kind()), now(), held);
        if (held != null) {
            HeldTasks.release(transaction, held);
            task.version = 2;
        }
        return begin(transaction, task);
    }

    /// Counts a task that was begun among those of its project. All who begin one in the same project wait for each
    /// other from then on.
    ///
    /// @throws Failure `TOO_MANY_TASKS` if the project has as many on their way as it may
    public void requireRoom(Transaction transaction, Id task) {
        ProjectLoad.add(transaction, task, caps);
    }

    private Id begin(Transaction transaction, TaskRow task) {
        var instance = instance(transaction, task).orElseThrow();
        if (lease.held()) {
            instance.advance();
            noteSent(instance);
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
        return sagas.newest(kind).steps().stream().map(Saga.Step::title).toList();
    }

    /// Services without which a kind of task waits, and that are away now.
    public List<String> away(String kind) {
        return services(kind).stream()
                .filter(service -> !services.of(service).up())
                .toList();
    }

    /// Services without which a kind of task waits.
    public List<String> services(String kind) {
        return sagas.newest(kind).steps().stream()
                .filter(step -> step.need() == NeedKind.HARD)
                .map(Saga.Step::service)
                .distinct()
                .toList();
    }

    /// The tasks that wait for an approval.
    public HeldTasks held() {
        return held;
    }

    /// The phase of a resource while such a task changes it.
    public Phase phase(String kind) {
        return sagas.newest(kind).phase();
    }

    /// What is known of a service by its heart and by how it does with commands.
    public Dependencies.State service(String name) {
        return services.of(name);
    }

    /// Asks a task to stop and to undo what it did.
    ///
    /// @throws Failure `TASK_NOT_CANCELLABLE` if it ended or can't be undone any more
    public void cancel(Transaction transaction, Id id) {
        var task = TaskStore.lock(transaction, id).orElseThrow();
        if (!cancellable(task)) {
            throw Failure.of(ProblemCode.TASK_NOT_CANCELLABLE, "The task is " + task.state + ".");
        }
        if (lease.isOurs(transaction)) {
            change(transaction, List.of(task), SagaInstance::cancel);
        } else {
            TaskStore.requestCancel(transaction, id, clock.instant());
            transaction.afterCommit(news::due);
        }
    }

    /// Waits until a task changes, or the limit.
    public void awaitChange(Id task, long version, Duration limit) {
        boolean unused = signals.await(task, version, limit);
    }

    /// Takes a failed task up again, as a new one, from the steps that it did not do or did not undo.
    ///
    /// @throws Failure `TASK_NOT_RETRYABLE` if there is nothing to take up
    public Id retry(Transaction transaction, Id id) {
        var task = TaskStore.lock(transaction, id).orElseThrow();
        var again = sagas.of(task)
                .filter(saga -> !Retry.done(transaction, id))
                .flatMap(saga -> Retry.of(task, saga, now()))
                .orElseThrow(() -> Failure.of(
                        ProblemCode.TASK_NOT_RETRYABLE,
                        "The task is " + task.state + ", and nothing of it is left to be taken up."));
        return begin(transaction, again);
    }

    /// Puts a task into another lane.
    public void prioritize(Transaction transaction, Id id, TaskPriority priority) {
        transaction.update("""
                UPDATE tasks.task SET priority = ?, version = version + 1,
                    wake_at = CASE WHEN blocker ->> 'kind' = 'LANE' THEN ? ELSE wake_at END
                WHERE id = ? AND wake_at IS NOT NULL
                """, priority, clock.instant(), id);
    }

    Optional<Saga> sagaOf(TaskRow task) {
        return sagas.of(task);
    }

    private boolean cancellable(TaskRow task) {
        return sagas.of(task)
                .filter(saga -> SagaInstance.cancellable(saga, task))
                .isPresent();
    }

    private void stop(Transaction transaction, Id id) {
        TaskStore.lock(transaction, id)
                .filter(this::cancellable)
                .ifPresent(task -> change(transaction, List.of(task), SagaInstance::cancel));
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
            services.begin();
            reports = bus.consume(Bus.EVENTS, "sentral-tasks", Subjects.STEP_REPORT, ACK_WAIT, new Arrivals());
        }
    }

    private void stopTaking() {
        if (reports != null) {
            reports.close();
            reports = null;
        }
    }

    private final class Arrivals implements Intake {
        @Override
        public void take(Message message) {
            try {
                arrived.put(message);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public int room() {
            return Math.max(1, arrived.remainingCapacity());
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
        } catch (StaleLease lost) {
            batch.forEach(Message::nak);
        } catch (RuntimeException trouble) {
            if (trouble instanceof DatabaseFailure away && away.unavailable()) {
                batch.forEach(message -> message.nakWithDelay(Duration.ofMillis(500)));
                throw away;
            }
            batch.forEach(this::settleAlone);
        }
    }

    private void settle(List<Message> batch) {
        var envelopes = batch.stream()
                .map(message -> Envelopes.read(message.getData()))
                .filter(envelope -> envelope.task() != null)
                .toList();
        database.run(transaction -> report(transaction, envelopes));
        batch.forEach(Message::ack);
    }

    /// One report that can't be taken must not hold up the others: it becomes a dead letter, and the step says so.
    private void settleAlone(Message message) {
        try {
            settle(List.of(message));
        } catch (StaleLease lost) {
            message.nak();
        } catch (RuntimeException poison) {
            deadLetters.tryAgainOrBury(message, poison);
        }
    }

    private void report(Transaction transaction, List<Envelope> envelopes) {
        var reports = new HashMap<Id, List<StepReport>>();
        for (var envelope : envelopes) {
            reports.computeIfAbsent(requireNonNull(envelope.task()), task -> new ArrayList<>())
                    .add(Envelopes.payload(envelope, StepReport.class));
        }
        var tasks = TaskStore.lock(transaction, reports.keySet()).values().stream()
                .filter(task -> !task.state.isFinal())
                .toList();
        lease.confirm(transaction);
        change(
                transaction,
                tasks,
                instance -> requireNonNull(reports.get(instance.task())).forEach(instance::report));
    }

    private void sweep() {
        boolean more = true;
        while (more) {
            followLease();
            if (!lease.held()) {
                return;
            }
            if (returned.getAndSet(false)) {
                database.run(transaction -> TaskStore.wakeBlocked(transaction, clock.instant()));
            }
            wakeAbandoned();
            var page = database.call(this::lookAtDue);
            wake(page.disturbed(), task -> task.wakeAt != null && !task.wakeAt.isAfter(clock.instant()));
            page.parents()
                    .forEach(parent -> wake(
                            List.of(parent), task -> task.wakeAt != null && !task.wakeAt.isAfter(clock.instant())));
            more = page.full();
        }
    }

    /// Lets tasks be looked at whose service went away while it had a command of theirs; and again now and then, for
    /// those whose command was being sent at that moment.
    private void wakeAbandoned() {
        var now = now();
        var away = sagas.services().stream()
                .filter(service -> !services.of(service).up())
                .toList();
        if (!away.isEmpty() && (!abandoned.containsAll(away) || now.isAfter(abandonedAt.plus(SagaInstance.CHECK)))) {
            database.run(transaction -> TaskStore.wakeSilent(transaction, away, now.minus(SagaInstance.CHECK), now));
            abandonedAt = now;
        }
        abandoned = away;
    }

    /// Tasks whose time has come and that something has to be done about. Parents are woken one by one: they lock
    /// their children.
    ///
    /// @param full whether there may be more
    private record Due(List<Id> disturbed, List<Id> parents, boolean full) {}

    /// Those whose step is on its way, which under load are many, are looked at later, with one statement for
    /// all.
    private Due lookAtDue(Transaction transaction) {
        var now = now();
        var calm = new LinkedHashMap<Id, Instant>();
        var disturbed = new ArrayList<Id>();
        var parents = new ArrayList<Id>();
        var surroundings = around(transaction);
        var due = Glance.due(transaction, now, PAGE);
        for (var task : due) {
            var saga = sagas.of(task.kind(), task.sagaVersion());
            if (saga.isPresent() && task.onItsWay(now, surroundings)) {
                calm.put(task.task(), task.next(now));
            } else {
                (saga.filter(Engine::hasFamily).isPresent() ? parents : disturbed).add(task.task());
            }
        }
        TaskStore.postpone(transaction, calm, now);
        return new Due(disturbed, parents, due.size() == PAGE);
    }

    private boolean isParent(TaskRow task) {
        return sagas.of(task).filter(Engine::hasFamily).isPresent();
    }

    private static boolean hasFamily(Saga saga) {
        return saga.steps().stream().anyMatch(step -> step.family() != null);
    }

    /// Wakes tasks together. One that can't be woken does not hold up the others.
    private void wake(Collection<Id> tasks, Predicate<TaskRow> filter) {
        if (tasks.isEmpty()) {
            return;
        }
        try {
            database.run(transaction -> {
                var found = TaskStore.lock(transaction, tasks).values().stream()
                        .filter(filter)
                        .toList();
                lease.confirm(transaction);
                change(transaction, found, SagaInstance::wake);
            });
        } catch (DatabaseFailure | StaleLease notNow) {
            throw notNow;
        } catch (RuntimeException poison) {
            if (tasks.size() > 1) {
                tasks.forEach(task -> wake(List.of(task), filter));
            } else {
                LOG.atError().setCause(poison).addKeyValue("tasks", tasks).log("task can't be woken");
                var now = now();
                var later = now.plus(SagaInstance.CHECK);
                database.run(transaction ->
                        tasks.forEach(task -> TaskStore.postpone(transaction, Map.of(task, later), now)));
            }
        }
    }

    /// Lets into their lane those who waited for room, and parents look at their children.
    private void serveQueues() {
        if (lease.held()) {
            var parents = families.bereaved();
            parents.forEach(parent -> wake(List.of(parent), task -> !task.state.isFinal()));
            wake(database.call(lanes::next), task -> task.blocker != null && task.blocker.kind() == WaitKind.LANE);
            database.run(services::record);
        }
    }

    /// Changes tasks that are locked: those without children together, each parent after them and alone, so that
    /// it finds its children as they are by then.
    private void change(Transaction transaction, Collection<TaskRow> tasks, Consumer<SagaInstance> what) {
        var parents = tasks.stream().filter(this::isParent).toList();
        changeTogether(
                transaction, tasks.stream().filter(task -> !isParent(task)).toList(), what);
        parents.forEach(parent -> changeTogether(transaction, List.of(parent), what));
    }

    private void changeTogether(Transaction transaction, List<TaskRow> tasks, Consumer<SagaInstance> what) {
        if (tasks.isEmpty()) {
            return;
        }
        var instances = new LinkedHashMap<TaskRow, SagaInstance>();
        for (var task : tasks) {
            instance(transaction, task)
                    .ifPresentOrElse(
                            instance -> {
                                what.accept(instance);
                                noteSent(instance);
                                instances.put(task, instance);
                            },
                            () -> UnknownDefinition.hold(task, clock.instant()));
        }
        if (!TaskStore.update(transaction, tasks, lease.epoch())) {
            throw lease.stale();
        }
        instances.forEach((task, instance) -> apply(transaction, task, instance));
    }

    private Optional<SagaInstance> instance(Transaction transaction, TaskRow task) {
        return sagas.of(task).map(saga -> new SagaInstance(saga, task, now(), lease.epoch(), around(transaction)));
    }

    /// As precisely as it can be kept, so that a task is told from memory as it is from the database.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Surroundings around(Transaction transaction) {
        return new Surroundings() {
            @Override
            public Dependencies.State service(String name) {
                return services.of(name);
            }

            @Override
            public boolean queued(String service, Instant sent) {
                return services.queued(service, sent);
            }

            @Override
            public @Nullable String full(TaskRow task) {
                return lanes.enter(transaction, task);
            }

            @Override
            public FamilyState family(TaskRow task, TaskRow.StepRow step, Saga.Step declared) {
                return families.converge(transaction, task, step, requireNonNull(declared.family()));
            }
        };
    }

    /// Before the next task of a batch decides: only one command tries a service that failed.
    private void noteSent(SagaInstance instance) {
        for (var effect : instance.effects()) {
            if (effect instanceof Effect.Send send) {
                services.sent(send.step().service);
            }
        }
    }

    private void apply(Transaction transaction, TaskRow task, SagaInstance instance) {
        var hooks = sagas.of(task).orElseThrow().hooks();
        for (var effect : instance.effects()) {
            switch (effect) {
                case Effect.Send send -> send(transaction, task, send);
                case Effect.StepDone done -> hooks.stepDone(transaction, task.progress(), done.step(), done.result());
                case Effect.Succeeded ignored -> hooks.succeeded(transaction, task.progress());
                case Effect.Ended ended -> hooks.ended(transaction, task.progress(), ended.cancelled(), ended.undone());
                case Effect.Answered answer -> transaction.afterCommit(() -> services.answered(answer));
                case Effect.Seen seen -> transaction.afterCommit(() -> services.seen(task.id, seen));
            }
        }
        task.steps.forEach(step -> step.changed = false);
        tell(transaction, task);
        var parent = task.parent;
        if (parent != null && task.state.isFinal()) {
            transaction.afterCommit(() -> families.ended(parent));
        }
    }

    /// Lets those know who wait for a change of the task.
    private void tell(Transaction transaction, TaskRow task) {
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
        var execution = requireNonNull(step.execution);
        var envelope = Envelopes.seal(
                execution,
                bus.source(),
                Subjects.command(message.service(), message.name()),
                task.target,
                origin,
                send.command());
        outbox.add(transaction, envelope, step.sends == 1 ? execution : execution + ":" + step.sends);
    }
}
