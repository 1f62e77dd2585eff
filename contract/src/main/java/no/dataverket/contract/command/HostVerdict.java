package no.dataverket.contract.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was judged of a host by the failures that were its own.
///
/// @param number rises with each verdict on the host, so that each is noted once
/// @param reason the failures, and what else decided
/// @param at since when it holds
/// @param until when it ends by itself, if nothing fails before; null where it has ended
public record HostVerdict(
        long number,
        Verdict verdict,
        String reason,
        Instant at,
        @Nullable Instant until) {

    /// What becomes of a host that fails.
    public enum Verdict {
        /// It gets no new machines.
        QUARANTINED,
        /// It should be in quarantine, and so many others are that it stays in service.
        REPORTED,
        /// It failed no more for long enough.
        CLEARED,
        /// An operator answered for it.
        RELEASED
    }

    /// Whether it is in quarantine.
    public boolean isQuarantine() {
        return verdict == Verdict.QUARANTINED;
    }

    /// Whether it fails and stays in service.
    public boolean isReport() {
        return verdict == Verdict.REPORTED;
    }
}
