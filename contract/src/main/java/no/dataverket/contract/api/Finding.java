package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Something that is wrong now, and what to do about it.
public record Finding(
        @Field(value = "Code of the catalogue.", example = "SERVICE_DOWN")
        String code,

        @Field("How soon somebody should look.") Severity severity,
        @Field("What is wrong, in a few words.") String title,
        @Field("What is wrong, with names and figures.") String detail,
        @Field("How many are concerned.") long count,
        @Field("Some of those that are concerned, by name.") List<String> subjects,
        @Field("Since when, where that is known.") @Nullable Instant since,

        @Field(value = "Shows what is concerned.", example = "dv health get")
        String command,

        @Field(value = "What to do.", example = "rb-svc-001")
        String runbook) {}
