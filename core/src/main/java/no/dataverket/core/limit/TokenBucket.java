package no.dataverket.core.limit;

/// A quota that fills up again evenly. Full, it holds one window's worth.
final class TokenBucket {

    private final Quota quota;
    private double units;
    private long at;

    TokenBucket(Quota quota, long now) {
        this.quota = quota;
        this.units = quota.units();
        this.at = now;
    }

    /// How the bucket stands after an attempt.
    ///
    /// @param remaining whole units
    /// @param reset seconds until it is full
    /// @param after seconds until what was refused will be there; 0 if it was not refused
    record Level(Quota quota, boolean taken, int remaining, int reset, int after) {

        /// As `RateLimit` tells it.
        String text() {
            return "\"" + quota.name() + "\";r=" + remaining + ";t=" + reset;
        }
    }

    /// Takes so many units, or none. More than the quota is taken as the quota, or it would never be there.
    ///
    /// @param now on the clock of [System#nanoTime]
    synchronized Level take(int wanted, long now) {
        units = level(now);
        at = Math.max(at, now);
        double needed = Math.min(wanted, quota.units());
        boolean enough = units >= needed;
        if (enough) {
            units -= needed;
        }
        int after = enough ? 0 : seconds(needed - units);
        return new Level(quota, enough, (int) units, seconds(quota.units() - units), after);
    }

    synchronized void giveBack(int taken) {
        units = Math.min(quota.units(), units + taken);
    }

    /// Whether forgetting it would change nothing.
    synchronized boolean full(long now) {
        return level(now) >= quota.units();
    }

    private double level(long now) {
        return Math.min(quota.units(), units + Math.max(0, now - at) * quota.unitsPerNano());
    }

    private int seconds(double missing) {
        return (int) Math.ceil(missing / quota.unitsPerNano() / 1e9);
    }
}
