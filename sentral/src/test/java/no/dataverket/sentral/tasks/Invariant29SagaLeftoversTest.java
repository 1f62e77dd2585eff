package no.dataverket.sentral.tasks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.sentral.tasks.SagaRun.Sent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Invariant 29: failing at every step of every saga leaves nothing over, and undoing twice is harmless. Each
/// scenario is generated from the declarations; after each the books are closed: what a succeeded task did is
/// there, and of one that failed nothing is left that can be taken back.
final class Invariant29SagaLeftoversTest {

    static Stream<Saga> sagas() {
        return Declared.sagas();
    }

    /// The services: what they hold, which commands they know, and the fence before them.
    private static final class World {
        private final SagaRun run;
        private final Set<String> held = new HashSet<>();
        private final Map<String, Integer> effects = new HashMap<>();
        private final Map<String, Outcome> inbox = new HashMap<>();
        private final Set<String> breaking = new HashSet<>();
        private long fence;
        private int taken;

        World(SagaRun run) {
            this.run = run;
        }

        /// Carries a command out once, however often it comes, and reports each time.
        void deliver(Sent command) {
            var known = inbox.get(command.execution());
            if (known == null) {
                if (command.epoch() < fence) {
                    return;
                }
                fence = command.epoch();
                known = carryOut(command);
                inbox.put(command.execution(), known);
            }
            run.report(command.execution(), known);
        }

        private Outcome carryOut(Sent command) {
            effects.merge(command.step() + (command.undo() ? " undo" : ""), 1, Integer::sum);
            if (command.undo()) {
                held.remove(command.step());
                return Outcome.SUCCEEDED;
            }
            // What breaks, breaks after half of its effect.
            held.add(command.step());
            return breaking.contains(command.step()) ? Outcome.FAILED : Outcome.SUCCEEDED;
        }

        /// Delivers what was sent since, so many times each, until the task is final.
        void work(int times) {
            for (int i = 0; i < 2_000 && !run.task.state.isFinal(); i++) {
                if (taken < run.sent.size()) {
                    var next = run.sent.get(taken++);
                    for (int copy = 0; copy < times; copy++) {
                        deliver(next);
                    }
                } else {
                    run.now = run.now.plus(Duration.ofSeconds(20));
                    run.wake();
                }
            }
        }

        void close() {
            var end = run.task.state;
            assertThat(end.isFinal()).isTrue();
            // The bus brings everything once more.
            List.copyOf(run.sent).forEach(this::deliver);
            run.isFinal(end);
            assertThat(run.succeeded + run.ended.size()).isEqualTo(1);
            for (var step : run.task.steps) {
                if (end == TaskState.SUCCEEDED) {
                    assertThat(step.state).isIn(StepState.SUCCEEDED, StepState.SKIPPED);
                    assertThat(held.contains(step.name)).isEqualTo(step.state == StepState.SUCCEEDED);
                } else if (run.saga.step(step.name).undo() != null) {
                    assertThat(held).doesNotContain(step.name);
                    assertThat(step.state).isNotEqualTo(StepState.UNDO_FAILED);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void eachStepTwice(Saga saga) {
        var run = new SagaRun(saga).begin();
        var world = new World(run);
        world.work(2);
        assertThat(run.task.state).isEqualTo(TaskState.SUCCEEDED);
        assertThat(world.effects.values()).containsOnly(1);
        world.close();
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void failAtEachStepAndEachUndoTwice(Saga saga) {
        for (var failing : saga.steps()) {
            var run = new SagaRun(saga).begin();
            var world = new World(run);
            world.breaking.add(failing.name());
            world.work(2);
            assertThat(run.task.state).isEqualTo(TaskState.FAILED);
            assertThat(run.ended).containsExactly(new Effect.Ended(false, true));
            world.close();
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void crashAfterEveryLogWrite(Saga saga) {
        for (var breaking : scenarios(saga)) {
            int writes = writes(saga, breaking);
            for (int crash = 0; crash <= writes; crash++) {
                for (var fate : Fate.values()) {
                    var run = new SagaRun(saga);
                    var world = new World(run);
                    world.breaking.addAll(breaking);
                    crashAt(world, crash, fate);
                    assertThat(run.task.state)
                            .as(saga.kind() + " " + breaking + " crash after write " + crash + ", " + fate)
                            .isEqualTo(breaking.isEmpty() ? TaskState.SUCCEEDED : TaskState.FAILED);
                    world.close();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void everyDependencyDownAtEveryStep(Saga saga) {
        var services = saga.steps().stream().map(Saga.Step::service).distinct().toList();
        for (var breaking : scenarios(saga)) {
            for (var service : services) {
                for (int at = 0; at <= saga.steps().size(); at++) {
                    var run = new SagaRun(saga);
                    var world = new World(run);
                    world.breaking.addAll(breaking);
                    int down = at;
                    downAfter(world, service, down);
                    boolean skipped = saga.steps().stream()
                            .anyMatch(step -> breaking.contains(step.name()) && step.need() == NeedKind.SOFT);
                    var expected = breaking.isEmpty() || (skipped && run.task.state == TaskState.SUCCEEDED)
                            ? TaskState.SUCCEEDED
                            : TaskState.FAILED;
                    assertThat(run.task.state)
                            .as(saga.kind() + " " + breaking + " without " + service + " after " + down)
                            .isEqualTo(expected);
                    world.close();
                }
            }
        }
    }

    /// What becomes of the commands that the dead process had written into the outbox last.
    private enum Fate {
        LOST,
        DELIVERED,
        DELIVERED_AND_REPORT_LOST
    }

    private static void crashAt(World world, int crash, Fate fate) {
        var run = world.run;
        Consumer<Integer> maybe = write -> {
            if (run.writes > crash && run.lease == 1) {
                run.crash();
                if (fate == Fate.LOST) {
                    world.taken = run.sent.size();
                } else if (fate == Fate.DELIVERED_AND_REPORT_LOST && world.taken < run.sent.size()) {
                    var lost = run.sent.get(world.taken++);
                    if (lost.epoch() >= world.fence) {
                        world.fence = lost.epoch();
                        world.inbox.put(lost.execution(), world.carryOut(lost));
                    }
                }
            }
        };
        run.begin();
        maybe.accept(0);
        for (int i = 0; i < 2_000 && !run.task.state.isFinal(); i++) {
            if (world.taken < run.sent.size()) {
                world.deliver(run.sent.get(world.taken++));
            } else {
                run.now = run.now.plus(Duration.ofSeconds(20));
                run.wake();
            }
            maybe.accept(i);
        }
    }

    private static void downAfter(World world, String service, int steps) {
        var run = world.run;
        if (steps == 0) {
            run.away.add(service);
        }
        run.begin();
        while (world.taken < run.sent.size() && !run.task.state.isFinal()) {
            if (world.taken + 1 == steps) {
                run.away.add(service);
            }
            world.deliver(run.sent.get(world.taken++));
        }
        for (int i = 0; i < 50 && !run.task.state.isFinal(); i++) {
            run.wake();
            var held = run.task.blocker;
            assertThat(held == null || requireNonNull(held).cause().length() > 0)
                    .isTrue();
        }
        run.away.clear();
        world.work(1);
    }

    /// All goes well; or one step breaks.
    private static List<Set<String>> scenarios(Saga saga) {
        var scenarios = new ArrayList<Set<String>>();
        scenarios.add(Set.of());
        saga.steps().forEach(step -> scenarios.add(Set.of(step.name())));
        return scenarios;
    }

    private static int writes(Saga saga, Set<String> breaking) {
        var run = new SagaRun(saga).begin();
        var world = new World(run);
        world.breaking.addAll(breaking);
        world.work(1);
        return run.writes;
    }
}
