package no.dataverket.sentral.tasks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.health.Dependencies;
import no.dataverket.sentral.tasks.Saga.Step;
import no.dataverket.sentral.tasks.TaskRow.StepRow;
import org.jspecify.annotations.Nullable;

/// One task on its way, with a clock and services of its own. Each change of it is one write of the log.
final class SagaRun implements Surroundings {

    final Saga saga;
    TaskRow task;
    final List<Sent> sent = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final List<String> undone = new ArrayList<>();
    final List<Effect.Ended> ended = new ArrayList<>();
    final List<Effect.Seen> seen = new ArrayList<>();
    final List<Effect.Answered> answered = new ArrayList<>();
    final Set<String> away = new HashSet<>();
    final Deque<FamilyState> families = new ArrayDeque<>();
    int succeeded;
    int writes;
    boolean queued;
    long lease = 1;
    Instant now = Instant.EPOCH;

    @Nullable
    String laneFull;

    /// A command on the bus.
    record Sent(String step, String execution, boolean undo, long epoch) {}

    SagaRun(Saga saga) {
        this(saga, TaskPriority.INTERACTIVE);
    }

    SagaRun(Saga saga, TaskPriority priority) {
        this.saga = saga;
        var start = Starts.of(saga.kind(), priority, Id.next(IdKind.VM));
        this.task = TaskRow.begin(start, saga, now, null);
    }

    SagaRun begin() {
        change(SagaInstance::advance);
        return this;
    }

    /// Lets so many of the steps that are commands succeed.
    SagaRun succeed(int steps) {
        for (int i = 0; i < steps; i++) {
            report(lastSent(), Outcome.SUCCEEDED);
        }
        return this;
    }

    String lastSent() {
        return sent.getLast().execution();
    }

    StepRow step(String name) {
        return task.steps.stream()
                .filter(step -> step.name.equals(name))
                .findFirst()
                .orElseThrow();
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

    /// A service reports that a step waits for something that it needs.
    void blocked(String execution, String dependency) {
        var problem = Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "It waits.");
        change(instance ->
                instance.report(new StepReport(execution, Outcome.BLOCKED, null, problem, dependency, null)));
    }

    /// The service that has the last command can't do it without something that is away.
    void blocked(String dependency) {
        var problem = Problem.of(ProblemCode.HYPERVISOR_UNREACHABLE, "It does not answer.");
        change(instance ->
                instance.report(new StepReport(lastSent(), Outcome.BLOCKED, null, problem, dependency, null)));
    }

    void wake() {
        now = now.plus(SagaInstance.CHECK);
        change(SagaInstance::wake);
    }

    /// Lets services do their work until the task is final.
    void settle(Function<StepRow, Outcome> how) {
        for (int i = 0; i < 5_000 && !task.state.isFinal(); i++) {
            var working = task.steps.stream()
                    .filter(step -> step.state == StepState.RUNNING || step.state == StepState.UNDOING)
                    .filter(step -> saga.step(step.name).family() == null)
                    .findFirst();
            if (working.isPresent()) {
                var step = working.get();
                report(requireNonNull(step.execution), how.apply(step));
            } else {
                now = now.plus(Duration.ofSeconds(30));
                wake();
            }
        }
    }

    void happens(Random random) {
        var services = saga.steps().stream().map(Step::service).distinct().toList();
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
                if (!sent.isEmpty()) {
                    var outcomes = Outcome.values();
                    report(
                            sent.get(random.nextInt(sent.size())).execution(),
                            outcomes[random.nextInt(outcomes.length)]);
                }
            }
        }
    }

    void change(Consumer<SagaInstance> what) {
        var before = task.state;
        var instance = new SagaInstance(saga, task, now, lease, this);
        what.accept(instance);
        writes++;
        assertThat(before.isFinal() && task.state != before)
                .as("left " + before)
                .isFalse();
        assertThat(task.state == TaskState.BLOCKED_DEPENDENCY && task.blocker == null)
                .isFalse();
        assertThat(task.wakeAt == null).isEqualTo(task.state.isFinal());
        for (var effect : instance.effects()) {
            switch (effect) {
                case Effect.Send send -> {
                    boolean undo = task.state == TaskState.COMPENSATING;
                    assertThat(send.epoch()).isEqualTo(2 * lease + (undo ? 1 : 0));
                    sent.add(new Sent(send.step().name, requireNonNull(send.step().execution), undo, send.epoch()));
                }
                case Effect.StepDone step -> done.add(step.step());
                case Effect.Succeeded ignored -> succeeded++;
                case Effect.Ended end -> ended.add(end);
                case Effect.Answered answer -> answered.add(answer);
                case Effect.Seen each -> seen.add(each);
            }
        }
    }

    /// In its final state whatever is still said.
    void isFinal(TaskState state) {
        assertThat(task.state).isEqualTo(state);
        int effects = sent.size();
        for (var command : List.copyOf(sent)) {
            for (var outcome : Outcome.values()) {
                change(instance ->
                        instance.report(new StepReport(command.execution(), outcome, null, null, null, null)));
            }
        }
        change(SagaInstance::wake);
        change(SagaInstance::advance);
        assertThat(task.state).isEqualTo(state);
        assertThat(sent).hasSize(effects);
        assertThat(SagaInstance.cancellable(saga, task)).isFalse();
    }

    /// The process that ran the task is gone; another takes over what is stored.
    void crash() {
        task = Stored.again(task);
        lease++;
    }

    @Override
    public boolean queued(String service, Instant commandSent) {
        return queued;
    }

    @Override
    public Dependencies.State service(String name) {
        boolean up = !away.contains(name);
        return new Dependencies.State(up, now, Optional.of(now), "test");
    }

    @Override
    public @Nullable String full(TaskRow entering) {
        return entering.priority == TaskPriority.INTERACTIVE ? null : laneFull;
    }

    @Override
    public FamilyState family(TaskRow parent, StepRow step, Step declared) {
        if (parent.cancelRequested) {
            return new FamilyState.Stopped();
        }
        var next = families.poll();
        return next == null ? new FamilyState.Done() : next;
    }
}
