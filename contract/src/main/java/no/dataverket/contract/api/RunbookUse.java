package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// That a runbook is being followed; kept in the audit log.
public record RunbookUse(
        @Field(value = "What for.", max = 500, example = "vm web-1 is DEGRADED") @Nullable
        String reason) {}
