package no.dataverket.core.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;

/// Fair turns for those who share a server. Each party (a tenant) has a queue of its own, and free places go
/// round among the parties, so that nobody waits behind the requests of another. A party alone may have all
/// places but a few; while others are about, each has a small share, so that a request of the others finds a
/// processor and not only a place.
public final class Admission {

    private static final Duration ABOUT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Size size;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private int running;

    /// @param places requests in progress, of everybody
    /// @param alone most of a party while no other is about; below `places`, so that the next one to come is let
    ///     in at once
    /// @param share most of a party while others are about
    /// @param queue most requests of a party that wait
    public record Size(int places, int alone, int share, int queue) {

        /// For a machine with so many processors. Places are as many as its database connections bear. A party that
        /// asks without a pause leaves one processor to the others, where there is more than one.
        public static Size of(int processors, int queue) {
            return new Size(32, 28, Math.max(1, processors - 1), queue);
        }
    }

    private static final class Party {
        private final Deque<Waiter> waiting = new ArrayDeque<>();
        private int running;
        private long seen;
    }

    private static final class Waiter {
        private final Condition turn;
        private boolean admitted;

        Waiter(Condition turn) {
            this.turn = turn;
        }
    }

    public Admission(Size size) {
        this(size, System::nanoTime);
    }

    Admission(Size size, LongSupplier clock) {
        this.size = size;
        this.clock = clock;
    }

    /// A request's place; closing gives it on.
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits for the party's turn.
    ///
    /// @throws Failure `RATE_LIMIT` if too many of the party wait already, or the turn does not come
    public Place enter(String name) {
        lock.lock();
        try {
            var party = touched(name);
            if (party.waiting.isEmpty() && admissible(party)) {
                start(party);
            } else if (party.waiting.size() >= size.queue()) {
                throw busy(party);
            } else {
                await(party);
            }
            return () -> leave(name, party);
        } finally {
            lock.unlock();
        }
    }

    /// Requests of a party that wait.
    int waiting(String name) {
        lock.lock();
        try {
            var party = parties.get(name);
            return party == null ? 0 : party.waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void await(Party party) {
        var waiter = new Waiter(lock.newCondition());
        party.waiting.add(waiter);
        long left = PATIENCE.toNanos();
        try {
            while (!waiter.admitted && left > 0) {
                left = waiter.turn.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            left = 0;
        }
        if (!waiter.admitted) {
            party.waiting.remove(waiter);
            throw busy(party);
        }
    }

    private void leave(String name, Party party) {
        lock.lock();
        try {
            running--;
            party.running--;
            party.seen = clock.getAsLong();
            // It may have been forgotten meanwhile by those who came.
            parties.putIfAbsent(name, party);
            admitNext();
        } finally {
            lock.unlock();
        }
    }

    /// Admits while there are places. Whoever was served goes to the end of the round.
    private void admitNext() {
        for (var next = next(); next.isPresent(); next = next()) {
            var party = next.get().getValue();
            var waiter = party.waiting.remove();
            start(party);
            waiter.admitted = true;
            waiter.turn.signal();
            parties.remove(next.get().getKey());
            parties.put(next.get().getKey(), party);
        }
    }

    private Optional<Map.Entry<String, Party>> next() {
        return parties.entrySet().stream()
                .filter(entry -> !entry.getValue().waiting.isEmpty() && admissible(entry.getValue()))
                .findFirst()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()));
    }

    private void start(Party party) {
        running++;
        party.running++;
    }

    private boolean admissible(Party party) {
        return running < size.places() && party.running < (othersAbout(party) ? size.share() : size.alone());
    }

    private boolean othersAbout(Party party) {
        long now = clock.getAsLong();
        return parties.values().stream().anyMatch(other -> other != party && about(other, now));
    }

    private static boolean about(Party party, long now) {
        return party.running > 0 || !party.waiting.isEmpty() || now - party.seen < ABOUT.toNanos();
    }

    private Party touched(String name) {
        long now = clock.getAsLong();
        parties.values().removeIf(party -> !about(party, now));
        var party = parties.computeIfAbsent(name, unused -> new Party());
        party.seen = now;
        return party;
    }

    private static Failure busy(Party party) {
        return new Failure(Problem.of(
                        ProblemCode.RATE_LIMIT,
                        "Your tenant has " + party.running + " requests in progress and " + party.waiting.size()
                                + " that wait.")
                .withHint("Send fewer requests at the same time.")
                .withRetryAfter((int) TimeUnit.NANOSECONDS.toSeconds(PATIENCE.toNanos()) / 5)
                .withParameters(Map.of("limit", "queue")));
    }
}
