package no.dataverket.contract.api.inventory;

import java.time.Instant;
import no.dataverket.contract.Field;

/// Lets a difference stay for a time.
public record DriftIgnore(
        @Field(value = "Until when; at most a year ahead.", example = "2026-12-24T10:00:00Z")
        Instant until,

        @Field(value = "Why.", min = 1, max = 500, example = "is being repaired")
        String reason) {}
