package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Approves exactly what was looked at.
public record ApprovalGrant(
        @Field(
                value = "Hash of what was looked at; refused where it is not what would be carried out.",
                pattern = "[0-9a-f]{64}")
        String hash,

        @Field(value = "What the others shall know.", max = 500) @Nullable
        String comment) {}
