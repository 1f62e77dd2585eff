package no.dataverket.core.db;

/// Counts how often a thread went to the database and waited for its answer: what a request costs that is the
/// same on every machine.
public final class Trips {

    private static final ThreadLocal<long[]> COUNT = ThreadLocal.withInitial(() -> new long[1]);

    private Trips() {}

    /// Trips of the current thread so far.
    public static long soFar() {
        return COUNT.get()[0];
    }

    static void count() {
        COUNT.get()[0]++;
    }
}
