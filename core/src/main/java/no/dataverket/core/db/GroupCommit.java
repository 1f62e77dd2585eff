package no.dataverket.core.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Lets many threads share transactions. What has arrived is written together, and what arrives meanwhile makes
/// the next batch: nobody waits for a batch to fill, so that batches are of one while there is little to do
/// and grow by themselves under load.
///
/// @param <Q> what one thread wants done
/// @param <A> what it is told
public final class GroupCommit<Q, A> implements AutoCloseable {

    private static final int MOST = 256;

    private final Database database;
    private final BiFunction<Transaction, List<Q>, List<A>> work;
    private final LinkedBlockingQueue<Waiting<Q, A>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /// @param request null for the sign to stop
    private record Waiting<Q, A>(@Nullable Q request, CompletableFuture<A> answer) {}

    /// @param work does all of a batch in one transaction, and answers each request in order. It runs again for
    ///     each request alone if it fails for all, so that only those fail that must
    public GroupCommit(String name, Database database, BiFunction<Transaction, List<Q>, List<A>> work) {
        this.database = database;
        this.work = work;
        this.thread = Thread.ofVirtual().name("commit-" + name).start(this::run);
    }

    /// Has something done, and returns once it is committed.
    ///
    /// @throws DatabaseFailure if it could not be committed
    /// @throws IllegalStateException if this was closed, or the thread interrupted, before
    public A commit(Q request) {
        var answer = new CompletableFuture<A>();
        waiting.add(new Waiting<>(request, answer));
        if (closed) {
            refuseAll();
        }
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the commit", interrupted);
        }
    }

    /// Finishes the batch under way; who still waits is refused.
    @Override
    public void close() {
        closed = true;
        waiting.add(new Waiting<>(null, new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
    }

    private void run() {
        var batch = new ArrayList<Waiting<Q, A>>();
        while (!closed) {
            batch.clear();
            try {
                batch.add(waiting.take());
            } catch (InterruptedException stopping) {
                return;
            }
            waiting.drainTo(batch, MOST - 1);
            batch.removeIf(one -> one.request() == null);
            if (!batch.isEmpty()) {
                carryOut(batch);
            }
        }
    }

    private void carryOut(List<Waiting<Q, A>> batch) {
        try {
            var requests = batch.stream()
                    .map(one -> Objects.requireNonNull(one.request()))
                    .toList();
            var answers = database.call(transaction -> work.apply(transaction, requests));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failure) {
            boolean away = failure instanceof DatabaseFailure refused && refused.unavailable();
            if (batch.size() == 1 || away) {
                batch.forEach(one -> one.answer().completeExceptionally(failure));
            } else {
                batch.forEach(one -> carryOut(List.of(one)));
            }
        }
    }

    private void refuseAll() {
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.answer().completeExceptionally(new IllegalStateException("Closed before the commit"));
        }
    }
}
