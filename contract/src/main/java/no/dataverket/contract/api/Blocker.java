package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
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
        @Field("Runbook for the operator.") String runbook) {}
