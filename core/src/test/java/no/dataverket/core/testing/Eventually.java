package no.dataverket.core.testing;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for a condition instead of for time.
public final class Eventually {

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    private Eventually() {}

    /// The first value that fits.
    ///
    /// @throws AssertionError with the last value, if none fits within a minute
    public static <T> T eventually(Supplier<T> value, Predicate<T> fits) {
        return eventually(GENEROUS, value, fits);
    }

    /// The first value that fits within the limit.
    public static <T> T eventually(Duration limit, Supplier<T> value, Predicate<T> fits) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            var last = value.get();
            if (fits.test(last)) {
                return last;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + limit.toSeconds() + " s; last: " + last);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }
}
