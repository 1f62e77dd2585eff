package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What a task waits for. A blocked task always carries one.
public record Blocker(
        @Field(value = "Name of the dependency.", example = "nett")
        String dependency,

        @Field("Why it can't be used.") String cause,
        @Field("Since when.") Instant since,

        @Field("Whether trying again by hand would help; it continues by itself.")
        boolean retryMeaningful,

        @Field("Step that waits.") @Nullable String step,
        @Field("Runbook for the operator.") String runbook,
        @Field("What kind of thing it is.") WaitKind kind,

        @Field("Tasks that are waited for, where the kind is TASKS.")
        List<Id> tasks) {

    /// As stored by a version that knew dependencies only, the last two are absent.
    @SuppressWarnings("ConstantValue")
    public Blocker {
        kind = Objects.requireNonNullElse(kind, WaitKind.DEPENDENCY);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    /// A dependency that is away.
    public static Blocker dependency(String name, String cause, Instant since, String step, String runbook) {
        return new Blocker(name, cause, since, false, step, runbook, WaitKind.DEPENDENCY, List.of());
    }
}
