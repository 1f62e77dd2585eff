package no.dataverket.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Some workers at the same time.
final class Crowd {

    private Crowd() {}

    /// Does the work for 0 to `count` - 1, each number once, by so many workers, and waits for all.
    static void share(int workers, int count, IntConsumer work) {
        var next = new AtomicInteger();
        each(workers, unused -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
            }
        });
    }

    /// Lets each of so many workers do the work once, and waits for all. The first failure is everybody's.
    static void each(int workers, IntConsumer work) {
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workers; i++) {
                int worker = i;
                all.add(threads.submit(() -> work.accept(worker)));
            }
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
