package no.dataverket.maskin.host;

import java.time.Duration;
import java.time.Instant;

/// When a host is put in quarantine, and for how long.
///
/// @param machines so many must have failed at the same operation, without one that succeeded in between: a single
///     machine that fails again and again says more of itself than of its host
/// @param within they must have failed in this time
/// @param probation how long nothing may fail before the host is let out
public record QuarantineRule(int machines, Duration within, Duration probation) {

    /// Who fails again so soon was let out too early.
    private static final Duration SOON = Duration.ofDays(1);

    /// The probation is doubled so often at most.
    private static final int MOST_DOUBLINGS = 4;

    /// The rule of a real site.
    public static QuarantineRule usual() {
        return new QuarantineRule(3, Duration.ofMinutes(10), Duration.ofMinutes(30));
    }

    /// The probation of a host that was in quarantine so often in close succession before.
    Duration probation(int relapses) {
        return probation.multipliedBy(1L << Math.min(relapses, MOST_DOUBLINGS));
    }

    /// Whether a host that was put in quarantine once is put there again in close succession.
    boolean isRelapse(Instant last, Instant now) {
        return now.isBefore(last.plus(SOON));
    }
}
