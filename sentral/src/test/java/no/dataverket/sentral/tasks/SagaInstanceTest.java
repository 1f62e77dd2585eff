package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.offerings.CatalogueOffering;
import no.dataverket.sentral.offerings.Context;
import no.dataverket.sentral.offerings.DatacenterOffering;
import no.dataverket.sentral.offerings.HypervisorOffering;
import no.dataverket.sentral.offerings.IdentityOffering;
import no.dataverket.sentral.offerings.ImageOffering;
import no.dataverket.sentral.offerings.NetworkOffering;
import no.dataverket.sentral.offerings.Offering;
import no.dataverket.sentral.offerings.PlatformOffering;
import no.dataverket.sentral.offerings.TaskOffering;
import no.dataverket.sentral.offerings.TenancyOffering;
import no.dataverket.sentral.offerings.VmOffering;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every saga that Sentral has, in its shape: its commands are replaced by one that needs no input.
final class SagaInstanceTest {

    private static final int SCHEDULES = 300;

    static Stream<Saga> sagas() {
        return offerings().stream()
                .flatMap(offering -> offering.sagas().stream())
                .map(SagaInstanceTest::shape);
    }

    @Test
    void noSagaIsLeftOut() throws URISyntaxException {
        var folder = Path.of(VmOffering.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("no/dataverket/sentral/offerings");
        var tried = offerings().stream()
                .map(offering -> offering.getClass().getSimpleName())
                .toList();
        var there = Stream.of(java.util.Objects.requireNonNull(folder.toFile().list()))
                .filter(file -> file.matches("[A-Za-z]+Offering\\.class"))
                .map(file -> file.replace(".class", ""))
                .toList();
        assertThat(there).containsExactlyInAnyOrderElementsOf(tried);
        assertThat(sagas().map(Saga::kind)).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void reportsThatComeTwiceHaveOneEffect(Saga saga) {
        var run = new Run(saga).begin();
        for (int i = 0; i < saga.steps().size(); i++) {
            var execution = run.lastSent();
            run.report(execution, Outcome.SUCCEEDED);
            run.report(execution, Outcome.SUCCEEDED);
        }
        run.isFinal(TaskState.SUCCEEDED);
        assertThat(run.done).containsExactlyElementsOf(names(saga));
        assertThat(run.succeeded).isEqualTo(1);
        assertThat(run.undone).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aFailureAtAnyStepUndoesWhatWasSent(Saga saga) {
        for (int failing = 0; failing < saga.steps().size(); failing++) {
            var run = new Run(saga).begin().succeed(failing);
            run.report(run.lastSent(), Outcome.FAILED);
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.FAILED);
            assertThat(run.undone).containsExactlyElementsOf(undoable(saga, failing + 1));
            assertThat(run.ended).containsExactly(new Effect.Ended(false, true));
            assertThat(run.task.error).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void anUndoThatFailsIsTriedAgain(Saga saga) {
        for (int failing = 0; failing < saga.steps().size(); failing++) {
            var run = new Run(saga).begin().succeed(failing);
            run.report(run.lastSent(), Outcome.FAILED);
            var failed = new HashSet<String>();
            run.settle(step -> failed.add(step.name) ? Outcome.FAILED : Outcome.SUCCEEDED);
            run.isFinal(TaskState.FAILED);
            assertThat(new HashSet<>(run.undone)).containsExactlyInAnyOrderElementsOf(undoable(saga, failing + 1));
            assertThat(run.ended).containsExactly(new Effect.Ended(false, true));
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void anUndoThatNeverSucceedsIsTold(Saga saga) {
        var last = saga.steps().size() - 1;
        var run = new Run(saga).begin().succeed(last);
        run.report(run.lastSent(), Outcome.FAILED);
        run.settle(step -> Outcome.TRANSIENT);
        run.isFinal(TaskState.FAILED);
        boolean undone = undoable(saga, last + 1).isEmpty();
        assertThat(run.ended).containsExactly(new Effect.Ended(false, undone));
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aServiceThatIsAwayCostsNoTryAndNoTime(Saga saga) {
        for (int blocked = 0; blocked < saga.steps().size(); blocked++) {
            var service = saga.steps().get(blocked).service();
            var run = new Run(saga);
            if (blocked == 0) {
                run.away.add(service);
                run.begin();
            } else {
                run.begin().succeed(blocked - 1);
                run.away.add(service);
                run.report(run.lastSent(), Outcome.SUCCEEDED);
            }
            var deadline = run.task.deadlineAt;
            for (int i = 0; i < 10_000; i++) {
                run.wake();
            }
            assertThat(run.task.state).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
            var blocker = java.util.Objects.requireNonNull(run.task.blocker);
            assertThat(blocker.dependency()).isEqualTo(service);
            assertThat(blocker.step()).isEqualTo(saga.steps().get(blocked).name());
            assertThat(run.sent).hasSize(blocked);
            run.away.clear();
            run.wake();
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.SUCCEEDED);
            assertThat(run.task.deadlineAt).isAfter(deadline.plus(Duration.ofHours(1)));
            assertThat(run.task.steps)
                    .allSatisfy(step -> assertThat(step.attempts).isZero());
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatWasBegunCanBeCancelledUntilItIsTooLate(Saga saga) {
        for (int at = 0; at < saga.steps().size(); at++) {
            var run = new Run(saga).begin().succeed(at);
            if (!SagaInstance.cancellable(saga, run.task)) {
                assertThat(saga.steps().subList(0, at + 1)).anyMatch(Saga.Step::finalStep);
                continue;
            }
            run.change(SagaInstance::cancel);
            assertThat(run.task.state.isFinal())
                    .as("a step is being carried out")
                    .isFalse();
            run.settle(step -> Outcome.SUCCEEDED);
            boolean wasLast = at == saga.steps().size() - 1;
            run.isFinal(wasLast ? TaskState.SUCCEEDED : TaskState.CANCELLED);
            assertThat(run.undone).containsExactlyElementsOf(wasLast ? List.of() : undoable(saga, at + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatWaitsCanBeCancelledAtOnce(Saga saga) {
        var run = new Run(saga);
        run.away.add(saga.steps().getFirst().service());
        run.begin();
        assertThat(SagaInstance.cancellable(saga, run.task)).isTrue();
        run.change(SagaInstance::cancel);
        run.isFinal(TaskState.CANCELLED);
        assertThat(run.sent).isEmpty();
        assertThat(run.ended).containsExactly(new Effect.Ended(true, true));
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void anyOrderOfEventsEndsInAFinalStateWithNothingHalfDone(Saga saga) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var random = new Random(seed);
            var run = new Run(saga).begin();
            for (int i = 0; i < 60 && !run.task.state.isFinal(); i++) {
                run.happens(random);
            }
            run.away.clear();
            run.settle(step -> Outcome.SUCCEEDED);
            assertThat(run.task.state.isFinal()).as("seed " + seed).isTrue();
            run.isFinal(run.task.state);
            assertThat(run.succeeded + run.ended.size()).as("seed " + seed).isEqualTo(1);
            if (run.task.state == TaskState.SUCCEEDED) {
                assertThat(run.undone).as("seed " + seed).isEmpty();
                assertThat(run.done).as("seed " + seed).containsExactlyElementsOf(names(saga));
            } else {
                assertThat(run.task.steps).as("seed " + seed).allSatisfy(step -> {
                    if (step.execution != null && saga.step(step.name).undo() != null) {
                        assertThat(step.state).isIn(StepState.UNDONE, StepState.UNDO_FAILED);
                    }
                });
            }
        }
    }

    /// One task on its way, with a clock and services of its own.
    private static final class Run {

        final Saga saga;
        final TaskRow task;
        final List<Effect.Send> sent = new ArrayList<>();
        final List<String> executions = new ArrayList<>();
        final List<String> done = new ArrayList<>();
        final List<String> undone = new ArrayList<>();
        final List<Effect.Ended> ended = new ArrayList<>();
        final Set<String> away = new HashSet<>();
        int succeeded;
        Instant now = Instant.EPOCH;

        Run(Saga saga) {
            this.saga = saga;
            var steps = new ArrayList<StepRow>();
            saga.steps()
                    .forEach(step -> steps.add(new StepRow(steps.size(), step.name(), step.title(), step.service())));
            var start = new TaskStart(
                    saga.kind(),
                    null,
                    null,
                    null,
                    null,
                    Id.next(IdKind.VM),
                    "target",
                    1,
                    "tester",
                    "req",
                    "trace",
                    null,
                    Json.object());
            this.task = new TaskRow(start, Id.next(IdKind.TASK), saga, now, steps);
        }

        Run begin() {
            change(SagaInstance::advance);
            return this;
        }

        Run succeed(int steps) {
            for (int i = 0; i < steps; i++) {
                report(lastSent(), Outcome.SUCCEEDED);
            }
            return this;
        }

        String lastSent() {
            return executions.getLast();
        }

        void report(String execution, Outcome outcome) {
            var undoing = task.steps.stream()
                    .filter(step -> execution.equals(step.execution) && step.state == StepState.UNDOING)
                    .findFirst();
            @Nullable
            Problem problem = outcome == Outcome.SUCCEEDED || outcome == Outcome.PROGRESS
                    ? null
                    : Problem.of(ProblemCode.INTERNAL_ERROR, "It broke.");
            change(instance -> instance.report(new StepReport(execution, outcome, null, problem, null, "")));
            if (outcome == Outcome.SUCCEEDED) {
                undoing.ifPresent(step -> undone.add(step.name));
            }
        }

        void wake() {
            now = now.plus(SagaInstance.CHECK);
            change(SagaInstance::wake);
        }

        /// Lets services do their work until the task is final.
        void settle(java.util.function.Function<StepRow, Outcome> how) {
            for (int i = 0; i < 5_000 && !task.state.isFinal(); i++) {
                var working = task.steps.stream()
                        .filter(step -> step.state == StepState.RUNNING || step.state == StepState.UNDOING)
                        .findFirst();
                if (working.isPresent()) {
                    var step = working.get();
                    report(java.util.Objects.requireNonNull(step.execution), how.apply(step));
                } else {
                    now = now.plus(Duration.ofSeconds(30));
                    wake();
                }
            }
        }

        void happens(Random random) {
            var services =
                    saga.steps().stream().map(Saga.Step::service).distinct().toList();
            var service = services.get(random.nextInt(services.size()));
            switch (random.nextInt(8)) {
                case 0 -> away.add(service);
                case 1, 2 -> away.remove(service);
                case 3 -> wake();
                case 4 -> {
                    if (SagaInstance.cancellable(saga, task)) {
                        change(SagaInstance::cancel);
                    }
                }
                default -> {
                    if (!executions.isEmpty()) {
                        var outcomes = Outcome.values();
                        report(
                                executions.get(random.nextInt(executions.size())),
                                outcomes[random.nextInt(outcomes.length)]);
                    }
                }
            }
        }

        void change(java.util.function.Consumer<SagaInstance> what) {
            var before = task.state;
            var instance = new SagaInstance(saga, task, now, 1, this::service);
            what.accept(instance);
            assertThat(before.isFinal() && task.state != before)
                    .as("left " + before)
                    .isFalse();
            assertThat(task.state == TaskState.BLOCKED_DEPENDENCY && task.blocker == null)
                    .isFalse();
            assertThat(task.wakeAt == null).isEqualTo(task.state.isFinal());
            for (var effect : instance.effects()) {
                switch (effect) {
                    case Effect.Send send -> {
                        sent.add(send);
                        executions.add(java.util.Objects.requireNonNull(send.step().execution));
                        if (!undoing()) {
                            assertThat(send.epoch()).isEqualTo(2);
                        } else {
                            assertThat(send.epoch()).isEqualTo(3);
                        }
                    }
                    case Effect.StepDone step -> done.add(step.step());
                    case Effect.Succeeded ignored -> succeeded++;
                    case Effect.Ended end -> ended.add(end);
                }
            }
        }

        /// In its final state whatever is still said.
        void isFinal(TaskState state) {
            assertThat(task.state).isEqualTo(state);
            int effects = sent.size();
            for (var execution : executions) {
                for (var outcome : Outcome.values()) {
                    change(instance -> instance.report(new StepReport(execution, outcome, null, null, null, null)));
                }
            }
            change(SagaInstance::wake);
            change(SagaInstance::advance);
            assertThat(task.state).isEqualTo(state);
            assertThat(sent).hasSize(effects);
            assertThat(SagaInstance.cancellable(saga, task)).isFalse();
        }

        private boolean undoing() {
            return task.state == TaskState.COMPENSATING;
        }

        private Dependencies.State service(String name) {
            return new Dependencies.State(!away.contains(name), now, Optional.of(now), "test");
        }
    }

    private static List<String> names(Saga saga) {
        return saga.steps().stream().map(Saga.Step::name).toList();
    }

    private static List<String> undoable(Saga saga, int sent) {
        Predicate<Saga.Step> can = step -> step.undo() != null;
        return saga.steps().subList(0, sent).reversed().stream()
                .filter(can)
                .map(Saga.Step::name)
                .toList();
    }

    private static Saga shape(Saga saga) {
        var steps = saga.steps().stream()
                .map(step -> new Saga.Step(
                        step.name(),
                        step.title(),
                        step.service(),
                        step.need(),
                        step.limit(),
                        step.tries(),
                        progress -> new StartVm(progress.target()),
                        step.undo() == null ? null : progress -> new StartVm(progress.target()),
                        step.finalStep()))
                .toList();
        return new Saga(saga.kind(), saga.version(), saga.limit(), steps, new Silent());
    }

    private static final class Silent implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {}

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {}
    }

    /// Sagas are declared without touching what their offerings stand on.
    @SuppressWarnings("NullAway")
    private static List<Offering> offerings() {
        var nothing =
                new Context(null, null, null, null, null, null, null, null, null, null, null, null, null, null, "test");
        return List.of(
                new PlatformOffering(nothing),
                new IdentityOffering(nothing),
                new TenancyOffering(nothing),
                new DatacenterOffering(nothing),
                new HypervisorOffering(nothing),
                new ImageOffering(nothing),
                new NetworkOffering(nothing),
                new VmOffering(nothing),
                new CatalogueOffering(nothing),
                new TaskOffering(nothing));
    }
}
