package no.dataverket.sentral.tasks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.StepReport.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every saga that Sentral has, when a service takes too long, and when a failed task is taken up again.
final class DeadlineAndRetryTest {

    static Stream<Saga> sagas() {
        return Declared.sagas();
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aStepThatTakesTooLongIsTriedAsOftenAsDeclaredAndThenFails(Saga saga) {
        for (int slow = 0; slow < saga.steps().size(); slow++) {
            var run = new SagaRun(saga).begin().succeed(slow);
            var declared = saga.steps().get(slow);
            var tries = new ArrayList<String>();
            while (!isTurningBack(run) && tries.size() < 100) {
                tries.add(run.lastSent());
                // It is sent again while it is silent, as the same execution, until its time is over.
                run.now = requireNonNull(run.step(declared.name()).expiresAt);
                int sent = run.sent.size();
                run.change(SagaInstance::wake);
                assertThat(run.sent).as("sent again").hasSize(sent + 1);
                assertThat(run.lastSent()).isEqualTo(tries.getLast());
                while (run.lastSent().equals(tries.getLast()) && !isTurningBack(run)) {
                    run.now = run.now.plus(Duration.ofSeconds(30));
                    run.change(SagaInstance::wake);
                }
                // What it relies on has become too old meanwhile, and is validated again first.
                while (!isTurningBack(run) && !run.sent.getLast().step().equals(declared.name())) {
                    run.report(run.lastSent(), Outcome.SUCCEEDED);
                }
            }
            assertThat(tries).doesNotHaveDuplicates().hasSize(declared.tries());
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.FAILED);
            assertThat(requireNonNull(run.task.error).code()).isEqualTo("DEADLINE_EXCEEDED");
            assertThat(run.ended).containsExactly(new Effect.Ended(false, true));
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aTaskThatTakesTooLongUndoesWhatItDid(Saga saga) {
        for (int at = 0; at < saga.steps().size(); at++) {
            var run = new SagaRun(saga).begin().succeed(at);
            run.now = run.task.deadlineAt;
            run.change(SagaInstance::wake);
            assertThat(isTurningBack(run)).as("in time").isFalse();
            run.now = run.now.plusMillis(1);
            run.change(SagaInstance::wake);
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.FAILED);
            assertThat(requireNonNull(run.task.error).code()).isEqualTo("DEADLINE_EXCEEDED");
            assertThat(run.undone).containsExactlyElementsOf(undoable(saga, at + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatWasNotUndoneIsTakenUpFromTheStepThatFailed(Saga saga) {
        for (int failing = 0; failing < saga.steps().size(); failing++) {
            var run = new SagaRun(saga).begin().succeed(failing);
            run.report(run.lastSent(), Outcome.FAILED);
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.FAILED);
            var failed = run.task;

            var again = Retry.of(failed, saga, run.now);

            assertThat(again.isPresent())
                    .as("where all is undone there is nothing to take up")
                    .isEqualTo(undoable(saga, failing + 1).isEmpty());
            if (again.isPresent()) {
                var next = takenUp(saga, again.get(), run);
                next.settle(step -> Outcome.SUCCEEDED);
                next.isFinal(TaskState.SUCCEEDED);
                assertThat(next.done)
                        .containsExactlyElementsOf(
                                names(saga.steps().subList(failing, saga.steps().size())));
                assertThat(next.task.retryOf).isEqualTo(failed.id);
                assertThat(failed.state).isEqualTo(TaskState.FAILED);
                assertThat(Retry.possible(next.task)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatCouldNotBeUndoneIsUndoneWhenItIsTakenUp(Saga saga) {
        for (int failing = 0; failing < saga.steps().size(); failing++) {
            var undoable = undoable(saga, failing + 1);
            var run = new SagaRun(saga).begin().succeed(failing);
            run.report(run.lastSent(), Outcome.FAILED);
            run.settle(step -> Outcome.TRANSIENT);
            run.isFinal(TaskState.FAILED);
            if (undoable.isEmpty()) {
                continue;
            }
            assertThat(run.ended).containsExactly(new Effect.Ended(false, false));

            var next = takenUp(saga, Retry.of(run.task, saga, run.now).orElseThrow(), run);
            next.settle(step -> Outcome.SUCCEEDED);

            next.isFinal(TaskState.FAILED);
            assertThat(next.undone).containsExactlyElementsOf(undoable);
            assertThat(next.done).isEmpty();
            assertThat(next.ended).containsExactly(new Effect.Ended(false, true));
            assertThat(Retry.possible(next.task)).as("all is undone now").isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatAServiceNeedsIsWaitedForAtEveryStepAtNoCost(Saga saga) {
        for (int at = 0; at < saga.steps().size(); at++) {
            var step = saga.steps().get(at);
            if (step.need() != NeedKind.HARD) {
                continue;
            }
            var run = new SagaRun(saga).begin().succeed(at);
            run.blocked("libvirt on hv-1");
            assertThat(run.task.state).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
            var blocker = requireNonNull(run.task.blocker);
            assertThat(blocker.dependency()).isEqualTo("libvirt on hv-1");
            assertThat(blocker.step()).isEqualTo(step.name());
            assertThat(blocker.runbook()).isEqualTo(Runbooks.HYPERVISOR_UNREACHABLE);
            var since = blocker.since();
            for (int look = 0; look < 10; look++) {
                run.wake();
                run.blocked("libvirt on hv-1");
            }
            assertThat(requireNonNull(run.task.blocker).since()).as("one wait").isEqualTo(since);
            assertThat(run.step(step.name()).attempts).isZero();
            run.wake();
            run.settle(any -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.SUCCEEDED);
            assertThat(run.undone).isEmpty();
        }
    }

    private static SagaRun takenUp(Saga saga, TaskRow task, SagaRun before) {
        var next = new SagaRun(saga);
        next.task = Stored.again(task);
        next.now = before.now;
        next.lease = before.lease;
        return next.begin();
    }

    private static boolean isTurningBack(SagaRun run) {
        return run.task.state == TaskState.COMPENSATING || run.task.state.isFinal();
    }

    private static List<String> undoable(Saga saga, int sent) {
        return names(saga.steps().subList(0, sent).reversed().stream()
                .filter(step -> step.undo() != null)
                .toList());
    }

    private static List<String> names(List<Saga.Step> steps) {
        return steps.stream().map(Saga.Step::name).toList();
    }
}
