package no.dataverket.sentral.inventory.observation;

import java.time.Instant;
import no.dataverket.contract.api.inventory.Drift.DriftKind;
import no.dataverket.contract.api.inventory.Drift.DriftSeverity;
import org.jspecify.annotations.Nullable;

/// One difference between what is declared and what was seen.
///
/// @param field empty where the whole subject is missing or extra
public record Finding(
        String subject,
        String datacenter,
        String field,
        DriftKind difference,
        @Nullable String declared,
        @Nullable String observed,
        DriftSeverity severity,
        Instant observedAt,
        String source) {}
