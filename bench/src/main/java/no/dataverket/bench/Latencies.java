package no.dataverket.bench;

import java.util.concurrent.ConcurrentLinkedQueue;

/// How long things took, collected from many threads.
final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    /// What is told of them, in milliseconds.
    record Quantiles(double p50Ms, double p99Ms, double maxMs) {}

    void since(long began) {
        nanos.add(System.nanoTime() - began);
    }

    /// The smallest values that at least half, and 99 of 100, do not exceed.
    Quantiles quantiles() {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Quantiles(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Math.round(sorted[index] / 1e4) / 100.0;
    }
}
