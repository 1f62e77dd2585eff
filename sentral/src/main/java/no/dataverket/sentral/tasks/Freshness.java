package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.dataverket.contract.api.ReliedOn;
import no.dataverket.contract.api.StepState;
import no.dataverket.sentral.tasks.Saga.Step;
import no.dataverket.sentral.tasks.TaskRow.StepRow;

/// Whether the state that a step relies on was validated lately. That the service which validated it is up
/// now says nothing about it.
final class Freshness {

    /// What a step's result calls the time at which the state was seen.
    static final String OBSERVED_AT = "observed_at";

    private Freshness() {}

    /// The earlier step that must validate again before this one may begin.
    static Optional<StepRow> stale(TaskRow task, Step step, Instant now) {
        var reliance = step.reliance();
        if (reliance == null) {
            return Optional.empty();
        }
        return earlier(task, reliance.step())
                .filter(row -> row.state == StepState.SUCCEEDED)
                .filter(row -> observedAt(row)
                        .map(at -> now.isAfter(at.plus(reliance.freshness())))
                        .orElse(true));
    }

    /// Why the earlier step must be done again, and can't be.
    static String cause(Saga saga, StepRow validating, String away) {
        var reliance = saga.steps().stream()
                .map(Step::reliance)
                .filter(on -> on != null && on.step().equals(validating.name))
                .findFirst();
        if (reliance.isEmpty()) {
            return away;
        }
        var on = reliance.get();
        var at = observedAt(validating).map(Instant::toString).orElse("never");
        return on.what() + " was last validated at " + at + ", which may be no more than " + seconds(on.freshness())
                + " ago, and can't be validated now: " + away;
    }

    /// What a step was begun on.
    static Optional<ReliedOn> reliedOn(Saga saga, TaskRow task, StepRow row) {
        var reliance = saga.step(row.name).reliance();
        if (reliance == null || row.execution == null) {
            return Optional.empty();
        }
        return earlier(task, reliance.step())
                .filter(step -> step.result != null)
                .flatMap(Freshness::observedAt)
                .map(at -> new ReliedOn(reliance.what(), at));
    }

    private static Optional<StepRow> earlier(TaskRow task, String name) {
        return task.steps.stream().filter(row -> row.name.equals(name)).findFirst();
    }

    private static Optional<Instant> observedAt(StepRow row) {
        var result = row.result;
        if (result != null && result.hasNonNull(OBSERVED_AT)) {
            return Optional.of(Instant.parse(result.path(OBSERVED_AT).asString()));
        }
        return Optional.ofNullable(row.finishedAt);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
