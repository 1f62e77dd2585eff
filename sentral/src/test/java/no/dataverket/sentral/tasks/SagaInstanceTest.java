package no.dataverket.sentral.tasks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.api.WaitKind;
import no.dataverket.contract.command.DeadLetterMessages;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.sentral.offerings.VmOffering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every saga that Sentral has, in its shape: its commands are replaced by one that needs no input.
final class SagaInstanceTest {

    private static final int SCHEDULES = 300;

    static Stream<Saga> sagas() {
        return Declared.sagas();
    }

    @Test
    void noSagaIsLeftOut() throws URISyntaxException {
        var folder = Path.of(VmOffering.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("no/dataverket/sentral/offerings");
        var tried = Declared.offerings().stream()
                .map(offering -> offering.getClass().getSimpleName())
                .toList();
        var there = Stream.of(java.util.Objects.requireNonNull(folder.toFile().list()))
                .filter(file -> file.matches("[A-Za-z]+Offering\\.class"))
                .map(file -> file.replace(".class", ""))
                .toList();
        assertThat(there).containsExactlyInAnyOrderElementsOf(tried);
        assertThat(sagas().map(saga -> saga.kind() + " " + saga.version()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void reportsThatComeTwiceHaveOneEffect(Saga saga) {
        var run = new SagaRun(saga).begin();
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
            var run = new SagaRun(saga).begin().succeed(failing);
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
            var run = new SagaRun(saga).begin().succeed(failing);
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
        var run = new SagaRun(saga).begin().succeed(last);
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
            if (saga.steps().get(blocked).need() != NeedKind.HARD) {
                continue;
            }
            var service = saga.steps().get(blocked).service();
            var run = awayAt(saga, blocked);
            var deadline = run.task.deadlineAt;
            for (int i = 0; i < 10_000; i++) {
                run.wake();
            }
            assertThat(run.task.state).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
            var blocker = requireNonNull(run.task.blocker);
            assertThat(blocker.dependency()).isEqualTo(service);
            assertThat(blocker.step()).isEqualTo(saga.steps().get(blocked).name());
            assertThat(run.sent).hasSize(blocked);
            returns(run);
            assertThat(run.task.deadlineAt).isAfter(deadline.plus(Duration.ofHours(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aCommandWhoseServiceWentAwayUnheardIsAskedAboutAndNotGivenAnew(Saga saga) {
        for (int at = 0; at < saga.steps().size(); at++) {
            if (saga.steps().get(at).need() == NeedKind.SOFT) {
                continue;
            }
            var step = saga.steps().get(at);
            var run = new SagaRun(saga).begin().succeed(at);
            goesAndReturns(run, step.service());
            run.crash();
            run.settle(any -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.SUCCEEDED);
            assertThat(run.sent.stream().filter(sent -> sent.step().equals(step.name())))
                    .hasSize(2)
                    .extracting(SagaRun.Sent::execution)
                    .containsOnly(run.step(step.name()).execution);
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void anUndoWhoseServiceWentAwayUnheardIsAskedAboutAndNotGivenAnew(Saga saga) {
        for (int failing = 0; failing < saga.steps().size(); failing++) {
            if (saga.steps().get(failing).undo() == null) {
                continue;
            }
            var run = new SagaRun(saga).begin().succeed(failing);
            run.report(run.lastSent(), Outcome.FAILED);
            var undo = run.lastSent();
            goesAndReturns(run, saga.steps().get(failing).service());
            assertThat(run.lastSent()).isEqualTo(undo);
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.FAILED);
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aStepThatSaidWhatItWaitedForIsBegunAnew(Saga saga) {
        for (int at = 0; at < saga.steps().size(); at++) {
            if (saga.steps().get(at).need() == NeedKind.SOFT) {
                continue;
            }
            var run = new SagaRun(saga).begin().succeed(at);
            var execution = run.lastSent();
            run.blocked("a host");
            run.wake();
            run.settle(step -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.SUCCEEDED);
            assertThat(run.step(saga.steps().get(at).name()).execution).isNotEqualTo(execution);
        }
    }

    private static void goesAndReturns(SagaRun run, String service) {
        run.away.add(service);
        run.wake();
        run.away.remove(service);
        run.wake();
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aMessageThatCannotBeTakenIsNotSentAgainUntilAnOperatorDecides(Saga saga) {
        for (int held = 0; held < saga.steps().size(); held++) {
            if (saga.steps().get(held).need() == NeedKind.SOFT) {
                continue;
            }
            var run = new SagaRun(saga).begin().succeed(held);
            var execution = run.lastSent();
            int sent = run.sent.size();
            run.blocked(execution, DeadLetterMessages.dependency(Id.next(IdKind.DEAD_LETTER)));
            for (int i = 0; i < 1_000; i++) {
                run.wake();
            }
            assertThat(run.sent).hasSize(sent);
            assertThat(run.task.state).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
            var blocker = requireNonNull(run.task.blocker);
            assertThat(blocker.kind()).isEqualTo(WaitKind.DEAD_LETTER);
            assertThat(blocker.runbook()).isEqualTo(Runbooks.DEAD_LETTER);
            run.report(execution, Outcome.SUCCEEDED);
            run.settle(any -> Outcome.SUCCEEDED);
            run.isFinal(TaskState.SUCCEEDED);
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatCanBeDoneWithoutIsSkippedAndSaysWhy(Saga saga) {
        for (int soft = 0; soft < saga.steps().size(); soft++) {
            var step = saga.steps().get(soft);
            if (step.need() == NeedKind.SOFT) {
                var run = awayAt(saga, soft);
                run.settle(any -> Outcome.SUCCEEDED);
                run.isFinal(TaskState.SUCCEEDED);
                assertThat(run.step(step.name()).state).isEqualTo(StepState.SKIPPED);
                assertThat(run.task.progress().skipped())
                        .singleElement()
                        .asString()
                        .contains(step.service());
                assertThat(run.done).doesNotContain(step.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatConvergesFollowsWhenItsServiceIsBackWhileTheOthersGoOn(Saga saga) {
        for (int later = 0; later < saga.steps().size(); later++) {
            var step = saga.steps().get(later);
            if (step.need() == NeedKind.RECONCILE) {
                var run = awayAt(saga, later);
                while (run.sent.size() < saga.steps().size() - 1) {
                    run.report(run.lastSent(), Outcome.SUCCEEDED);
                }
                run.report(run.lastSent(), Outcome.SUCCEEDED);
                for (int i = 0; i < 10_000; i++) {
                    run.wake();
                }
                assertThat(run.task.state).isEqualTo(TaskState.RUNNING);
                assertThat(run.task.reconciling()).isTrue();
                assertThat(run.step(step.name()).state).isEqualTo(StepState.RECONCILING);
                assertThat(requireNonNull(run.task.blocker).dependency()).isEqualTo(step.service());
                returns(run);
                assertThat(run.done).endsWith(step.name());
            }
        }
    }

    private static SagaRun awayAt(Saga saga, int at) {
        var service = saga.steps().get(at).service();
        var run = new SagaRun(saga);
        if (at == 0) {
            run.away.add(service);
            return run.begin();
        }
        run.begin().succeed(at - 1);
        run.away.add(service);
        run.report(run.lastSent(), Outcome.SUCCEEDED);
        return run;
    }

    private static void returns(SagaRun run) {
        run.away.clear();
        run.wake();
        run.settle(step -> Outcome.SUCCEEDED);
        run.isFinal(TaskState.SUCCEEDED);
        assertThat(run.task.steps).allSatisfy(step -> assertThat(step.attempts).isZero());
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatWasBegunCanBeCancelledUntilItIsTooLate(Saga saga) {
        for (int at = 0; at < saga.steps().size(); at++) {
            var run = new SagaRun(saga).begin().succeed(at);
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
        var first = saga.steps().getFirst();
        if (first.need() != NeedKind.HARD) {
            return;
        }
        var run = new SagaRun(saga);
        run.away.add(first.service());
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
            var run = new SagaRun(saga).begin();
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
                assertThat(run.task.steps)
                        .as("seed " + seed)
                        .allSatisfy(step -> assertThat(run.done.contains(step.name) || step.state == StepState.SKIPPED)
                                .isTrue());
            } else {
                assertThat(run.task.steps).as("seed " + seed).allSatisfy(step -> {
                    if (step.execution != null && saga.step(step.name).undo() != null) {
                        assertThat(step.state).isIn(StepState.UNDONE, StepState.UNDO_FAILED);
                    }
                });
            }
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
}
