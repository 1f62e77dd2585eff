package no.dataverket.sentral.tasks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.dataverket.contract.api.StepState;
import no.dataverket.contract.api.TaskState;
import no.dataverket.contract.command.StepReport.Outcome;
import org.junit.jupiter.api.Test;

/// "Nett is up" is not "the network state that I rely on was validated lately".
final class FreshnessTest {

    private static final Saga SAGA = Saga.of("x.create", 1)
            .step("validate", "validated", "nett", Declared::command, Declared::command)
            .step("use", "used", "maskin", Declared::command)
            .reliesOn("validate", "network state", Duration.ofSeconds(60))
            .build(new Declared.Silent());

    private final SagaRun run = new SagaRun(SAGA);

    @Test
    void whatWasValidatedLatelyIsReliedOnThoughNettIsAway() {
        var validated = validated();
        run.away.add("nett");
        run.away.remove("maskin");
        run.now = run.now.plusSeconds(60);
        run.change(SagaInstance::wake);

        assertThat(run.step("use").state).isEqualTo(StepState.RUNNING);
        assertThat(Freshness.reliedOn(SAGA, run.task, run.step("use"))).hasValueSatisfying(on -> {
            assertThat(on.what()).isEqualTo("network state");
            assertThat(on.observedAt()).isEqualTo(validated);
        });
        run.report(run.lastSent(), Outcome.SUCCEEDED);
        run.isFinal(TaskState.SUCCEEDED);
    }

    @Test
    void whatIsTooOldIsValidatedAgainFirst() {
        var validated = validated();
        run.away.clear();
        run.now = run.now.plusSeconds(61);
        run.change(SagaInstance::wake);

        assertThat(run.sent.stream().map(SagaRun.Sent::step)).containsExactly("validate", "validate");
        assertThat(run.task.stepsDone()).as("progress never goes back").isEqualTo(1);
        run.report(run.lastSent(), Outcome.SUCCEEDED);
        assertThat(run.step("use").state).isEqualTo(StepState.RUNNING);
        assertThat(Freshness.reliedOn(SAGA, run.task, run.step("use")))
                .hasValueSatisfying(on -> assertThat(on.observedAt()).isAfter(validated));
        run.report(run.lastSent(), Outcome.SUCCEEDED);
        run.isFinal(TaskState.SUCCEEDED);
    }

    @Test
    void whatIsTooOldAndCantBeValidatedBlocksAndSaysSo() {
        var validated = validated();
        run.away.clear();
        run.away.add("nett");
        run.now = run.now.plusSeconds(61);
        run.change(SagaInstance::wake);
        run.wake();

        assertThat(run.task.state).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
        var blocker = requireNonNull(run.task.blocker);
        assertThat(blocker.dependency()).isEqualTo("nett");
        assertThat(blocker.cause()).contains("network state was last validated at " + validated, "60 s");
        assertThat(run.step("use").execution).as("nothing is done on it").isNull();
        run.change(SagaInstance::cancel);
        run.away.clear();
        run.wake();
        run.settle(step -> Outcome.SUCCEEDED);
        run.isFinal(TaskState.CANCELLED);
        assertThat(run.undone).containsExactly("validate");
    }

    /// The state was validated, and Maskin was away then.
    private Instant validated() {
        run.away.add("maskin");
        run.begin();
        run.report(run.lastSent(), Outcome.SUCCEEDED);
        assertThat(run.task.state).isEqualTo(TaskState.BLOCKED_DEPENDENCY);
        return requireNonNull(run.step("validate").finishedAt);
    }
}
