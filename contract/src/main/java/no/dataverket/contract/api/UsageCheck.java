package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;

/// Whether budgets, charges, usage and the events that usage is derived from agree.
public record UsageCheck(
        @Field("When it was asked.") Instant checkedAt,
        @Field("Budgets compared.") long budgets,
        @Field("Charges compared.") long charges,
        @Field("Intervals compared.") long intervals,
        @Field("Events they were derived from.") long events,

        @Field("Whether no difference was found.") boolean consistent,

        @Field("Differences, at most a hundred.") List<UsageDifference> differences,

        @Field(value = "What to do where there are differences.", example = "rb-use-001")
        String runbook) {

    /// Two records that should say the same and do not.
    public record UsageDifference(
            @Field(value = "Which comparison found it.", example = "BUDGET_IS_SUM_OF_CHARGES")
            String check,

            @Field("Of what.") String subject,
            @Field("What it should be.") String expected,
            @Field("What it is.") String found) {}
}
