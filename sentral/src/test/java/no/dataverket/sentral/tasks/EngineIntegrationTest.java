package no.dataverket.sentral.tasks;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Task;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.DeadLetterMessages.DeadLetterChanged;
import no.dataverket.contract.command.DeadLetterMessages.ReplayDeadLetter;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.Message;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.health.Heart;
import no.dataverket.core.json.Json;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.testing.RealServers;
import no.dataverket.core.work.DeadLetters;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The engine over a real database and a real bus, with one service that does what the test wants.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EngineIntegrationTest {

    private static final String ECHO = "echo";

    private final LocalNats nats = RealServers.ownNats();
    private final Telemetry telemetry = Telemetry.withoutExport();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Set<Id> refused = ConcurrentHashMap.newKeySet();
    private Database database;
    private Engine engine;
    private Bus bus;
    private Tasks tasks;

    /// Returns at once.
    @Message(service = ECHO, name = "pass")
    record Pass(Id target) implements Command {}

    /// Returns when the gate lets it.
    @Message(service = ECHO, name = "linger")
    record Linger(Id target) implements Command {}

    @BeforeAll
    void start() {
        database = TasksSchema.connect(24);
        var echoes = Database.connect(RealServers.postgres()
                        .role("echo_test", List.of(ECHO), 24)
                        .withPatience(RealServers.PATIENCE))
                .migrate(ECHO, Database.MESSAGING);
        bus = bus("sentral");
        bus.ensureStreams();
        var echo = bus(ECHO);
        parts.addAll(List.of(database, echoes, bus, echo));
        var outbox = new Outbox(database, bus, "tasks");
        var answers = new Outbox(echoes, echo, ECHO);
        var worker = new Worker(ECHO, ECHO, echoes, echo, answers, telemetry)
                .on(Pass.class, this::pass)
                .on(Linger.class, this::linger)
                .start();
        engine = new Engine(
                database,
                bus,
                outbox,
                new DeadLetters("sentral", "tasks", database, bus, outbox),
                new Dependencies(bus, InstantSource.system()),
                InstantSource.system());
        tasks = new Tasks(engine);
        engine.register(Saga.of("echo.pass", 1)
                .finalStep("pass", "passed", ECHO, work -> new Pass(work.target()))
                .build(new Declared.Silent()));
        engine.register(Saga.of("echo.linger", 1)
                .step("linger", "lingered", ECHO, work -> new Linger(work.target()))
                .build(new Declared.Silent()));
        engine.register(Saga.of("echo.family", 1)
                .tasks("all", "all passed", this::family)
                .build(new Declared.Silent()));
        engine.start();
        parts.addAll(List.of(outbox, answers, worker, new Heart(echo, ECHO, "lab1", "test", () -> true), engine));
        eventually(() -> engine.service(ECHO).up(), Boolean::booleanValue);
    }

    @AfterAll
    void stop() throws Exception {
        gate.release(10_000);
        for (var part : parts.reversed()) {
            part.close();
        }
        nats.close();
    }

    @Test
    void aFloodInTheBackgroundDelaysNobodyWhoWaits() {
        mostInside.set(0);
        var flood = new ArrayList<Id>();
        for (int i = 0; i < 100; i++) {
            flood.add(begin("echo.linger", TaskPriority.BACKGROUND, Id.next(IdKind.VM)));
        }
        eventually(inside::get, count -> count == Lanes.ROOM);
        var waiting = view(flood.getLast());
        assertThat(waiting.state()).isEqualTo(TaskState.PENDING);
        assertThat(Objects.requireNonNull(waiting.waitingFor()).kind()).isEqualTo(WaitKind.LANE);
        assertThat(waiting.waitingFor().ahead()).isEqualTo(flood.size() - Lanes.ROOM - 1L);
        assertThat(waiting.runbook()).isEqualTo(Runbooks.TASK_WAITS);

        // All of the flood stands still; whoever waits for something comes through.
        assertThat(await(begin("echo.pass", TaskPriority.INTERACTIVE, Id.next(IdKind.VM)))
                        .state())
                .isEqualTo(TaskState.SUCCEEDED);
        // And one that somebody waits for after all is let past the others.
        database.run(transaction -> engine.prioritize(transaction, flood.getLast(), TaskPriority.INTERACTIVE));
        eventually(inside::get, count -> count == Lanes.ROOM + 1);

        gate.release(flood.size());
        flood.forEach(task -> assertThat(await(task).state()).isEqualTo(TaskState.SUCCEEDED));
        assertThat(mostInside.get()).isLessThanOrEqualTo(Lanes.ROOM + 1);
    }

    @Test
    void aTaskOfAnUnknownDefinitionIsHeldVisiblyAndEndsOnceItIsKnown() {
        var task = begin("echo.linger", TaskPriority.INTERACTIVE, Id.next(IdKind.VM));
        define(task, 99);
        gate.release();

        var held = eventually(() -> view(task), seen -> seen.state() == TaskState.BLOCKED_DEPENDENCY);
        var blocker = held.blockedOn().getFirst();
        assertThat(blocker.kind()).isEqualTo(WaitKind.DEFINITION);
        assertThat(blocker.cause()).contains("version 99 of echo.linger");
        assertThat(held.definition()).isEqualTo(99);

        define(task, 1);
        gate.release();
        assertThat(await(task).state()).isEqualTo(TaskState.SUCCEEDED);
        gate.drainPermits();
    }

    @Test
    void aServiceThatBeatsButFailsIsLeftAloneAndTriedAgain() {
        broken.set(true);
        var failed = new ArrayList<Id>();
        for (int i = 0; i < 8 && engine.service(ECHO).up(); i++) {
            for (int j = 0; j < 5; j++) {
                failed.add(begin("echo.pass", TaskPriority.INTERACTIVE, Id.next(IdKind.VM)));
            }
            failed.forEach(task -> eventually(() -> view(task).blockedOn(), blockers -> !blockers.isEmpty()));
        }
        assertThat(engine.service(ECHO).cause()).startsWith("beats, but");
        assertThat(failed).hasSizeGreaterThanOrEqualTo(5);
        var waiting = begin("echo.pass", TaskPriority.INTERACTIVE, Id.next(IdKind.VM));
        assertThat(view(waiting).state()).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
        assertThat(eventually(() -> database.call(tasks::failing), known -> !known.isEmpty()))
                .singleElement()
                .satisfies(failing -> assertThat(failing.service()).isEqualTo(ECHO));

        broken.set(false);

        assertThat(await(waiting).state()).isEqualTo(TaskState.SUCCEEDED);
        // What it thinks of the service it keeps in memory, and changes once the task's end is committed.
        eventually(() -> engine.service(ECHO).up(), Boolean::booleanValue);
        assertThat(eventually(() -> database.call(tasks::failing), List::isEmpty))
                .isEmpty();
        // What failed is held, and goes on when it is taken again.
        failed.forEach(this::takenAgain);
        failed.forEach(task -> assertThat(await(task).state()).isEqualTo(TaskState.SUCCEEDED));
    }

    @Test
    void aParentEndsWithItsChildren() {
        var parent = begin("echo.family", TaskPriority.INTERACTIVE, Id.next(IdKind.ENVIRONMENT));
        var seen = view(parent);
        assertThat(Objects.requireNonNull(seen.waitingFor()).kind()).isEqualTo(WaitKind.TASKS);
        assertThat(seen.blockedOn().getFirst().tasks()).hasSize(3);

        assertThat(await(parent).state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(children(parent)).hasSize(3).allSatisfy(child -> {
            assertThat(child.state()).isEqualTo(TaskState.SUCCEEDED);
            assertThat(child.priority()).isEqualTo(TaskPriority.BACKGROUND);
        });
    }

    @Test
    void aChildThatFailsEndsItsParentAndCanBeTakenUpAgain() {
        var target = Id.next(IdKind.ENVIRONMENT);
        refused.add(target);
        var parent = begin("echo.family", TaskPriority.INTERACTIVE, target);

        var failed = await(parent);
        assertThat(failed.state()).isEqualTo(TaskState.FAILED);
        assertThat(Objects.requireNonNull(failed.error()).code()).isEqualTo("CHILD_TASK_FAILED");
        var child = children(parent).stream()
                .filter(each -> each.state() == TaskState.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(child.retryable()).isTrue();

        refused.clear();
        var again = database.call(transaction -> engine.retry(transaction, child.id()));
        assertThat(await(again).state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(view(again).retryOf()).isEqualTo(child.id());
        assertThat(view(child.id()).state()).as("a final state is final").isEqualTo(TaskState.FAILED);
        assertThatThrownBy(() -> database.call(transaction -> engine.retry(transaction, child.id())))
                .isInstanceOfSatisfying(
                        Failure.class, why -> assertThat(why.code()).isEqualTo(ProblemCode.TASK_NOT_RETRYABLE));
        assertThatThrownBy(() -> database.call(transaction -> engine.retry(transaction, again)))
                .isInstanceOf(Failure.class);

        var parentAgain = database.call(transaction -> engine.retry(transaction, parent));
        assertThat(await(parentAgain).state()).isEqualTo(TaskState.SUCCEEDED);
    }

    /// Three tasks that pass, or two and one that is refused for the environment's sake.
    private Family.Progress family(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        if (nursery.children().isEmpty()) {
            var begun = new ArrayList<Id>();
            for (int i = 0; i < 3; i++) {
                var target = i == 0 && refused.contains(parent.target()) ? parent.target() : Id.next(IdKind.VM);
                begun.add(nursery.begin(new Family.Birth("echo.pass", target, "child-" + i, 1, null, Json.object())));
            }
            return new Family.Progress(true, begun);
        }
        var open = nursery.children().stream()
                .filter(child -> !child.state().isFinal())
                .map(Family.Child::task)
                .toList();
        return open.isEmpty() ? Family.Progress.DONE : new Family.Progress(true, open);
    }

    private Done pass(Work<Pass> work) {
        if (broken.get()) {
            throw new IllegalArgumentException("It is broken.");
        }
        if (refused.contains(work.command().target())) {
            throw Failure.of(ProblemCode.NO_CAPACITY, "It is refused.");
        }
        return new Done("passed");
    }

    private Done linger(Work<Linger> work) {
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            gate.acquireUninterruptibly();
            return new Done("lingered at " + work.command().target());
        } finally {
            inside.decrementAndGet();
        }
    }

    private Id begin(String kind, TaskPriority priority, Id target) {
        return database.call(transaction -> engine.begin(transaction, Starts.of(kind, priority, target)));
    }

    private void takenAgain(Id task) {
        view(task).blockedOn().stream()
                .filter(blocker -> blocker.kind() == WaitKind.DEAD_LETTER)
                .map(blocker -> Id.parse(blocker.dependency().replace("dead letter ", "")))
                .forEach(letter -> bus.ask(
                        ECHO,
                        new ReplayDeadLetter(letter),
                        DeadLetterChanged.class,
                        Origin.ofService("test", ""),
                        Duration.ofSeconds(10)));
    }

    private void define(Id task, int version) {
        database.run(transaction -> transaction.update(
                "UPDATE tasks.task SET saga_version = ?, wake_at = now() WHERE id = ?", version, task));
    }

    private Task await(Id task) {
        return eventually(() -> view(task), seen -> seen.state().isFinal());
    }

    private Task view(Id task) {
        return database.call(
                transaction -> tasks.find(transaction, task).orElseThrow().task());
    }

    private List<Task> children(Id parent) {
        return database.call(transaction -> tasks.select(transaction, "WHERE parent = ? ORDER BY id", parent));
    }

    private Bus bus(String service) {
        return Bus.connect(new Bus.Settings(nats.url(), service, "lab1", null));
    }
}
