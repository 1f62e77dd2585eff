package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Dependencies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Sagas of random shape under random orders of reports, repetitions, cancellations, absences and time. Every run
/// follows from its seed, which a failure names.
final class TaskMonotonyTest {

    private static final int RUNS = 5_000;
    private static final int EVENTS = 80;

    @Test
    void invariant28_aTaskNeverGoesBack() {
        var ends = new HashSet<TaskState>();
        for (int seed = 0; seed < RUNS; seed++) {
            var run = new Run(seed);
            for (int i = 0; i < EVENTS; i++) {
                run.happens();
            }
            ends.add(run.end());
        }
        assertThat(ends).containsExactlyInAnyOrder(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED);
    }

    private static final class Run {

        private final long seed;
        private final Random random;
        private final Saga saga;
        private final TaskRow task;
        private final List<String> executions = new ArrayList<>();
        private final Set<String> away = new HashSet<>();
        private Instant now = Instant.EPOCH;
        private long lease = 1;
        private long highestEpoch;
        private int endings;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.saga = saga(random);
            var start = Starts.of(saga.kind());
            task = TaskRow.begin(start, saga, now, null);
            change(SagaInstance::advance);
        }

        void happens() {
            now = now.plus(Duration.ofMillis(random.nextInt(20_000)));
            var service = saga.steps().get(random.nextInt(saga.steps().size())).service();
            switch (random.nextInt(12)) {
                case 0 -> away.add(service);
                case 1, 2 -> away.remove(service);
                case 3 -> lease++;
                case 4 -> now = now.plus(Duration.ofMinutes(random.nextInt(20)));
                case 5 -> {
                    if (SagaInstance.cancellable(saga, task)) {
                        change(SagaInstance::cancel);
                    }
                }
                case 6 -> // A request to stop that another process took.
                    task.cancelRequested |= SagaInstance.cancellable(saga, task);
                case 7, 8 -> change(SagaInstance::wake);
                default -> report(Outcome.values()[random.nextInt(Outcome.values().length)]);
            }
        }

        /// Lets the services do their work until the task has ended.
        TaskState end() {
            away.clear();
            for (int i = 0; i < 2_000 && !task.state.isFinal(); i++) {
                now = now.plusSeconds(31);
                change(SagaInstance::wake);
                task.steps.stream()
                        .filter(step -> step.state == StepState.RUNNING || step.state == StepState.UNDOING)
                        .findFirst()
                        .ifPresent(step -> report(java.util.Objects.requireNonNull(step.execution), Outcome.SUCCEEDED));
            }
            assertThat(task.state.isFinal()).as("seed %d ends", seed).isTrue();
            assertThat(endings).as("seed %d ends once", seed).isEqualTo(1);
            return task.state;
        }

        private void report(Outcome outcome) {
            if (!executions.isEmpty()) {
                report(executions.get(random.nextInt(executions.size())), outcome);
            }
        }

        private void report(String execution, Outcome outcome) {
            @Nullable
            Problem problem = outcome == Outcome.SUCCEEDED || outcome == Outcome.PROGRESS
                    ? null
                    : Problem.of(ProblemCode.INTERNAL_ERROR, "It broke.");
            var report = new StepReport(execution, outcome, null, problem, null, "note");
            change(instance -> instance.report(report));
        }

        private void change(Consumer<SagaInstance> what) {
            var state = task.state;
            int done = task.stepsDone();
            var finished = task.finishedAt;
            var settled = task.steps.stream()
                    .filter(step -> step.state == StepState.UNDONE || step.state == StepState.UNDO_FAILED)
                    .toList();
            var instance = new SagaInstance(saga, task, now, lease, this::service);
            what.accept(instance);

            assertThat(task.stepsDone()).as("seed %d: progress", seed).isGreaterThanOrEqualTo(done);
            if (state.isFinal()) {
                assertThat(task.state).as("seed %d: final is final", seed).isEqualTo(state);
                assertThat(task.finishedAt).isEqualTo(finished);
                assertThat(instance.effects())
                        .as("seed %d: nothing follows", seed)
                        .isEmpty();
            }
            if (state == TaskState.COMPENSATING) {
                assertThat(task.state)
                        .as("seed %d: what is being undone is not done again", seed)
                        .isIn(TaskState.COMPENSATING, TaskState.FAILED, TaskState.CANCELLED);
            }
            assertThat(settled)
                    .as("seed %d: what is undone stays so", seed)
                    .allSatisfy(step -> assertThat(step.state).isIn(StepState.UNDONE, StepState.UNDO_FAILED));
            instance.effects().forEach(this::follow);
        }

        private void follow(Effect effect) {
            switch (effect) {
                case Effect.Send send -> {
                    executions.add(java.util.Objects.requireNonNull(send.step().execution));
                    assertThat(send.epoch())
                            .as("seed %d: no command under an older epoch", seed)
                            .isGreaterThanOrEqualTo(highestEpoch);
                    highestEpoch = send.epoch();
                }
                case Effect.StepDone ignored -> assertThat(endings).isZero();
                case Effect.Succeeded ignored -> endings++;
                case Effect.Ended ignored -> endings++;
                case Effect.Answered ignored -> {}
                case Effect.Seen seen -> assertThat(seen.service()).startsWith("service-");
            }
        }

        private Dependencies.State service(String name) {
            return new Dependencies.State(!away.contains(name), now, Optional.of(now), "test");
        }

        private static Saga saga(Random random) {
            var builder = Saga.of("test.random", 1);
            int steps = 1 + random.nextInt(5);
            for (int i = 0; i < steps; i++) {
                var name = "step-" + i;
                var service = "service-" + random.nextInt(3);
                boolean last = i == steps - 1;
                int shape = random.nextInt(last ? 3 : 2);
                switch (shape) {
                    case 0 -> builder.step(name, name, service, Run::command, Run::command);
                    case 1 -> builder.step(name, name, service, Run::command);
                    default -> builder.finalStep(name, name, service, Run::command);
                }
                switch (random.nextInt(4)) {
                    case 0 -> {
                        if (shape != 0) {
                            builder.soft();
                        }
                    }
                    case 1 -> builder.reconciled();
                    case 2 -> {
                        if (i > 0) {
                            builder.reliesOn("step-" + random.nextInt(i), "state", Duration.ofSeconds(60));
                        }
                    }
                    default -> {}
                }
            }
            return builder.build(new Silent());
        }

        private static StartVm command(SagaProgress progress) {
            return new StartVm(progress.target());
        }
    }

    private static final class Silent implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {}

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {}
    }
}
