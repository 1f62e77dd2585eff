package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Refuses what was asked for.
public record ApprovalRefusal(
        @Field(value = "Why; the one who asked reads it.", pattern = "[\\s\\S]*\\S[\\s\\S]*", max = 500)
        String reason) {}
