package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// One statement about a resource, with its reason.
public record Condition(
        @Field(value = "What is stated.", example = "Ready") String type,
        @Field("Whether it holds.") boolean status,
        @Field("Why, as one word.") String reason,
        @Field("Why, for people.") String message,
        @Field("Since when.") Instant since,

        @Field("Runbook, where an operator can act.") @Nullable
        String runbook) {}
