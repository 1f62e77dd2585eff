package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;

/// What an operator does about one kind of trouble.
public record Runbook(
        @Field(value = "Identifier.", example = "rb-svc-001")
        String id,

        @Field("What is wrong, in a few words.") String title,
        @Field("How soon somebody should look.") Severity severity,
        @Field("Who keeps it right.") String owner,

        @Field(value = "Day on which somebody last read it whole.", example = "2026-11-21")
        String reviewed,

        @Field("Rises with each change.") int version,
        @Field("Findings that lead here.") List<String> findings,
        @Field("Problem codes that lead here.") List<String> codes,

        @Field("How one notices, in Markdown, as all that follows.")
        String trigger,

        @Field("What is at risk.") String impact,
        @Field("What the platform does without anybody.") String byItself,
        @Field("Commands that look and change nothing.") List<String> safeChecks,

        @Field("What to do, in the order in which to try it.")
        String actions,

        @Field("When to get help.") String escalation,
        @Field("How one knows that it is over.") String completion) {}
