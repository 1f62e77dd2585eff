package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.testing.RealServers;
import no.dataverket.core.work.DeadLetters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Caps on the tasks of a project, held by two engines over one database as two processes would.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProjectLoadIntegrationTest {

    private static final String KIND = "capped.pass";
    private static final TaskCaps CAPS = new TaskCaps(10, 4);

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final List<One> processes = new ArrayList<>();

    /// @param engine takes tasks and never works on them: they stay on their way until the test ends them
    private record One(Database database, Engine engine) {}

    @BeforeAll
    void start() {
        for (int i = 0; i < 2; i++) {
            var database = TasksSchema.connect(12);
            var bus = RealServers.bus("sentral");
            bus.ensureStreams();
            var outbox = new Outbox(database, bus, "tasks");
            parts.addAll(List.of(database, bus, outbox));
            processes.add(new One(database, engine(database, bus, outbox)));
        }
    }

    private static Engine engine(Database database, Bus bus, Outbox outbox) {
        var clock = InstantSource.system();
        var engine = new Engine(
                database,
                bus,
                outbox,
                new DeadLetters("sentral", "tasks", database, bus, outbox),
                new Dependencies(bus, clock),
                clock);
        engine.register(Saga.of(KIND, 1)
                .finalStep("pass", "passed", "echo", Declared::command)
                .build(new Declared.Silent()));
        return engine.cappedBy(CAPS);
    }

    @AfterEach
    void forget() {
        processes.getFirst().database().run(transaction -> {
            transaction.update("DELETE FROM tasks.step WHERE task IN (SELECT id FROM tasks.task WHERE kind = ?)", KIND);
            transaction.update("DELETE FROM tasks.task WHERE kind = ?", KIND);
        });
    }

    @AfterAll
    void stop() throws Exception {
        for (var part : parts.reversed()) {
            part.close();
        }
    }

    @Test
    void aProjectHasExactlyAsManyTasksOnTheirWayAsItMayWhoeverAsks() {
        var project = Id.next(IdKind.PROJECT);
        assertThat(inParallel(40, project, false)).hasSize(CAPS.tasks());
        assertThat(open(project)).isEqualTo(CAPS.tasks());
        assertThat(inParallel(10, project, false)).isEmpty();

        end(project, 3);

        assertThat(inParallel(40, project, false)).hasSize(3);
        assertThat(open(project)).isEqualTo(CAPS.tasks());
    }

    @Test
    void whatDestroysHasACapOfItsOwnAndCountsAmongAll() {
        var project = Id.next(IdKind.PROJECT);
        assertThat(inParallel(20, project, true)).hasSize(CAPS.destructive());
        assertThat(inParallel(20, project, false)).hasSize(CAPS.tasks() - CAPS.destructive());

        end(project, CAPS.tasks());
        assertThat(inParallel(20, project, false)).hasSize(CAPS.tasks());
        assertThat(inParallel(5, project, true)).isEmpty();
    }

    @Test
    void theRefusalSaysForWhatToWait() {
        var project = Id.next(IdKind.PROJECT);
        var first = begin(0, project, null, true);
        for (int i = 1; i < CAPS.destructive(); i++) {
            begin(i, project, null, true);
        }

        assertThatThrownBy(() -> begin(0, project, null, true)).isInstanceOfSatisfying(Failure.class, refused -> {
            var problem = refused.problem();
            assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_TASKS);
            assertThat(problem.detail()).contains("4 tasks that destroy");
            assertThat(problem.hint()).contains("dv task wait " + first);
            assertThat(problem.dependents()).hasSize(CAPS.destructive()).startsWith(first.toString());
            assertThat(problem.retryAfter()).isPositive();
            assertThat(problem.parameters())
                    .containsEntry("limit", "project-destructive")
                    .containsEntry("most", "4");
        });
        assertThat(begin(1, project, null, false))
                .as("what destroys nothing goes on")
                .isNotNull();
    }

    @Test
    void onlyWhatIsCommittedAndAskedForInAProjectCounts() {
        var project = Id.next(IdKind.PROJECT);
        for (int i = 0; i < CAPS.tasks(); i++) {
            takenBack(project);
            begin(i, project, null, false);
        }
        var parent = Id.next(IdKind.TASK);
        assertThat(begin(0, project, parent, true))
                .as("what a task begins goes with it")
                .isNotNull();
        assertThat(begin(0, Id.next(IdKind.PROJECT), null, false))
                .as("another project")
                .isNotNull();
        for (int i = 0; i <= CAPS.tasks(); i++) {
            assertThat(begin(i, null, null, false)).as("no project").isNotNull();
        }
        assertThatThrownBy(() -> begin(0, project, null, false)).isInstanceOf(Failure.class);
    }

    @Test
    void whatWaitsForAnApprovalCountsWhenItBegins() {
        var project = Id.next(IdKind.PROJECT);
        var held = new ArrayList<Id>();
        for (int i = 0; i <= CAPS.destructive(); i++) {
            held.add(hold(project));
        }
        assertThat(inParallel(20, project, true)).hasSize(CAPS.destructive());
        end(project, 1);
        assertThat(inParallel(20, project, true)).as("counted anew").hasSize(1);

        assertThatThrownBy(() -> release(project, held.getFirst())).isInstanceOf(Failure.class);
        end(project, 1);
        assertThat(release(project, held.getFirst())).isEqualTo(held.getFirst());
        assertThat(inParallel(20, project, true)).isEmpty();
    }

    private Id hold(Id project) {
        var one = processes.getFirst();
        var task = Id.next(IdKind.TASK);
        one.database()
                .run(transaction -> one.engine()
                        .held()
                        .hold(
                                transaction,
                                task,
                                start(project, null, true),
                                Id.next(IdKind.APPROVAL),
                                "somebody must look",
                                Instant.now().plusSeconds(60)));
        return task;
    }

    private Id release(Id project, Id held) {
        var one = processes.getLast();
        return one.database().call(transaction -> {
            var task = one.engine().begin(transaction, start(project, null, true), held);
            one.engine().requireRoom(transaction, task);
            return task;
        });
    }

    /// Asks through both, at the same moment; gives those that were accepted.
    private List<Id> inParallel(int count, Id project, boolean destructive) {
        var together = new CountDownLatch(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return begin(i, project, null, destructive);
                    }))
                    .toList();
            var accepted = new ArrayList<Id>();
            for (var each : asked) {
                try {
                    accepted.add(Objects.requireNonNull(each.get()));
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause())
                            .isInstanceOfSatisfying(
                                    Failure.class, why -> assertThat(why.code()).isEqualTo(ProblemCode.TOO_MANY_TASKS));
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
            return accepted;
        }
    }

    private Id begin(int process, @Nullable Id project, @Nullable Id parent, boolean destructive) {
        var one = processes.get(process % processes.size());
        return one.database().call(transaction -> {
            var task = one.engine().begin(transaction, start(project, parent, destructive));
            one.engine().requireRoom(transaction, task);
            return task;
        });
    }

    private void takenBack(Id project) {
        var one = processes.getFirst();
        assertThatThrownBy(() -> one.database().run(transaction -> {
                    var task = one.engine().begin(transaction, start(project, null, false));
                    one.engine().requireRoom(transaction, task);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
    }

    private static TaskStart start(@Nullable Id project, @Nullable Id parent, boolean destructive) {
        return Starts.inProject(KIND, project, parent, destructive);
    }

    private long open(Id project) {
        return counted(
                "SELECT count(*) AS n FROM tasks.task WHERE project = ? AND wake_at IS NOT NULL AND parent IS NULL",
                project);
    }

    private void end(Id project, int count) {
        processes
                .getFirst()
                .database()
                .run(transaction ->
                        assertThat(transaction.update("""
                        UPDATE tasks.task SET state = 'SUCCEEDED', wake_at = NULL, finished_at = now() WHERE id IN (
                            SELECT id FROM tasks.task WHERE project = ? AND wake_at IS NOT NULL AND blocker IS NULL LIMIT ?)
                        """, project, count)).isEqualTo(count));
    }

    private long counted(String sql, Id project) {
        return processes
                .getFirst()
                .database()
                .call(transaction -> transaction.one(sql, row -> row.number("n"), project));
    }
}
