package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.StepReport.Outcome;
import org.junit.jupiter.api.Test;

/// A command that waits its turn at a busy service is neither repeated nor held against the service; one that is lost
/// is repeated.
final class BacklogTest {

    private static final String SERVICE = "maskin";
    private static final Duration LONG = SagaInstance.RESEND.plusSeconds(30);

    private Instant now = Instant.EPOCH;
    private final Backlog backlog = new Backlog(() -> now);

    @Test
    void aCommandIsQueuedWhileItsServiceAnswersEarlierOnes() {
        backlog.answered(SERVICE, Instant.EPOCH);

        assertThat(backlog.queued(SERVICE, Instant.EPOCH.plusMillis(1))).isTrue();
        assertThat(backlog.queued(SERVICE, Instant.EPOCH.plus(LONG))).isTrue();
    }

    @Test
    void whoTakesOverDoesNotKnowYetWhatIsLost() {
        now = now.plus(LONG);
        assertThat(backlog.queued(SERVICE, Instant.EPOCH)).isFalse();

        backlog.begin();
        assertThat(backlog.queued(SERVICE, Instant.EPOCH)).isTrue();
        now = now.plus(SagaInstance.RESEND);
        assertThat(backlog.queued(SERVICE, Instant.EPOCH)).isFalse();
    }

    @Test
    void aCommandIsLostOnceOneThatWasSentClearlyLaterIsAnswered() {
        var sent = Instant.EPOCH;
        backlog.answered(SERVICE, sent.plus(Backlog.OVERTAKING));
        assertThat(backlog.queued(SERVICE, sent)).isTrue();

        backlog.answered(SERVICE, sent.plus(Backlog.OVERTAKING).plusMillis(1));
        assertThat(backlog.queued(SERVICE, sent)).isFalse();

        backlog.answered(SERVICE, sent);
        assertThat(backlog.queued(SERVICE, sent))
                .as("an answer to an early one tells nothing new")
                .isFalse();
    }

    @Test
    void aServiceThatAnswersNothingAnyMoreHasNoQueue() {
        backlog.answered(SERVICE, now);
        now = now.plus(SagaInstance.RESEND);

        assertThat(backlog.queued(SERVICE, Instant.EPOCH)).isFalse();
    }

    @Test
    void whoeverTellsOfProgressHasGotToTheCommand() {
        var run = new SagaRun(Declared.saga("vm.start", 1)).begin();
        var sent = run.now;
        var service = run.task.steps.getFirst().service;
        run.now = sent.plus(LONG);

        run.report(run.lastSent(), Outcome.PROGRESS);

        assertThat(run.answered).containsExactly(new Effect.Answered(service, sent));
    }

    @Test
    void whatIsQueuedIsNotSentAgainAndTheServiceNotBlamed() {
        var run = new SagaRun(Declared.saga("vm.start", 1)).begin();
        run.queued = true;
        run.now = run.now.plus(LONG);
        run.wake();

        assertThat(run.sent).hasSize(1);
        assertThat(run.seen).isEmpty();
        assertThat(run.task.state).isEqualTo(TaskState.RUNNING);

        run.queued = false;
        run.wake();

        assertThat(run.sent).hasSize(2).extracting(SagaRun.Sent::execution).containsOnly(run.lastSent());
        assertThat(run.seen)
                .singleElement()
                .satisfies(seen -> assertThat(seen.well()).isFalse());
        run.settle(step -> Outcome.SUCCEEDED);
        assertThat(run.task.state).isEqualTo(TaskState.SUCCEEDED);
    }
}
