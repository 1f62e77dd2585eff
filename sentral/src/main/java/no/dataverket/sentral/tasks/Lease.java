package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.UUID;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right to run sagas, for a few seconds at a time, by the database's clock. Its epoch goes into every
/// write and every command, so that a holder that does not know yet that it lost the lease is refused.
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int SECONDS = 5;
    private static final Duration RENEW = Duration.ofSeconds(1);

    private final Database database;
    private final String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private volatile long epoch;
    private volatile long heldUntil;
    private volatile long renewAfter;

    Lease(Database database) {
        this.database = database;
    }

    boolean held() {
        return System.nanoTime() < heldUntil;
    }

    long epoch() {
        return epoch;
    }

    /// Takes or renews the lease, if it is free or ours.
    synchronized void tryTake() {
        long asked = System.nanoTime();
        if (held() && asked < renewAfter) {
            return;
        }
        var taken = database.call(
                transaction -> transaction.first("""
                UPDATE tasks.lease
                SET epoch = CASE WHEN holder = ? THEN epoch ELSE epoch + 1 END,
                    holder = ?, expires_at = now() + make_interval(secs => ?)
                WHERE holder = ? OR expires_at < now()
                RETURNING epoch
                """, row -> row.number("epoch"), holder, holder, SECONDS, holder));
        if (taken.isEmpty()) {
            heldUntil = asked;
            return;
        }
        if (taken.get() != epoch) {
            LOG.atInfo().addKeyValue("epoch", taken.get()).log("running sagas");
        }
        epoch = taken.get();
        // Counted from before the question, so that we stop before anybody else may begin.
        heldUntil = asked + Duration.ofSeconds(SECONDS).toNanos();
        renewAfter = asked + RENEW.toNanos();
    }

    /// Somebody else holds it.
    void lost() {
        heldUntil = System.nanoTime();
    }

    void release() {
        lost();
        try {
            database.run(transaction ->
                    transaction.update("UPDATE tasks.lease SET expires_at = '-infinity' WHERE holder = ?", holder));
        } catch (DatabaseFailure away) {
            LOG.atDebug().log("the lease runs out by itself");
        }
    }
}
