package no.dataverket.contract.api.inventory;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// One difference between the inventory and the newest complete observation.
public record Drift(
        @Field("Identifier.") Id id,

        @Field(value = "Key of what differs.", example = "device.osl1.hv-1")
        String subject,

        @Field("Datacenter.") String datacenter,

        @Field("Field that differs; absent where the whole subject is missing or extra.") @Nullable
        String field,

        @Field("How it differs.") DriftKind difference,
        @Field("Value that was declared.") @Nullable String declared,
        @Field("Value that was observed.") @Nullable String observed,
        @Field("How much depends on it.") DriftSeverity severity,
        @Field("What was decided about it.") DriftState state,
        @Field("Since when it differs, as far as was seen.") Instant since,
        @Field("When it was last seen to differ.") Instant observedAt,
        @Field("Who or what saw it.") String source,
        @Field("Until when it is ignored.") @Nullable Instant ignoredUntil,
        @Field("Why that was decided.") @Nullable String reason,

        @Field("Trust change that waits for a second operator.") @Nullable
        Id trustChange,

        @Field("Runbook.") String runbook) {

    /// How something differs.
    public enum DriftKind {
        /// Declared, and not there.
        MISSING,
        /// There, and not declared.
        EXTRA,
        /// Another value.
        DIFFERENT
    }

    /// How much depends on a difference.
    public enum DriftSeverity {
        LOW,
        MEDIUM,
        HIGH
    }

    /// What was decided about a difference.
    public enum DriftState {
        /// Nothing yet.
        OPEN,
        /// It may stay for a time.
        IGNORED,
        /// The declaration is right; what is there must be put right.
        REJECTED,
        /// It is to be adopted, once a second operator approves.
        PENDING_APPROVAL
    }
}
