package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right to run sagas, for a few seconds at a time, by the database's clock. Its epoch goes into every
/// write and every command, so that a holder that does not know yet that it lost the lease is refused.
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int SECONDS = 5;
    private static final Duration RENEW = Duration.ofSeconds(1);

    /// It is free when its time is up, or when the sessions of its holder are gone: the holder has died, or is cut off
    /// from the database and can do nothing. Whoever does not see its own sessions can't judge of others.
    private static final String TAKE = """
            UPDATE tasks.lease
            SET epoch = CASE WHEN holder = ? THEN epoch ELSE epoch + 1 END,
                holder = ?, expires_at = now() + make_interval(secs => ?)
            WHERE holder = ? OR expires_at < now()
                OR (holder LIKE '%@%'
                    AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = split_part(holder, '@', 2))
                    AND EXISTS (SELECT FROM pg_stat_activity WHERE application_name = ?))
            RETURNING epoch
            """;

    private final Database database;
    private final String holder;
    private final AtomicLong refusals = new AtomicLong();
    private boolean mine;
    private volatile long epoch;
    private volatile long heldUntil;
    private volatile long renewAfter;

    Lease(Database database) {
        this.database = database;
        this.holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID() + "@" + database.sessions();
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
        var taken = database.call(transaction -> transaction.first(
                TAKE, row -> row.number("epoch"), holder, holder, SECONDS, holder, database.sessions()));
        if (taken.isEmpty()) {
            if (mine) {
                LOG.atWarn().addKeyValue("epoch", epoch).log("lost the lease");
            }
            mine = false;
            heldUntil = asked;
            return;
        }
        if (!mine) {
            LOG.atInfo().addKeyValue("epoch", taken.get()).log("running sagas");
        }
        mine = true;
        epoch = taken.get();
        // Counted from before the question, so that we stop before anybody else may begin.
        heldUntil = asked + Duration.ofSeconds(SECONDS).toNanos();
        renewAfter = asked + RENEW.toNanos();
    }

    /// Makes sure that nobody has taken the lease since. Asked once the rows that a transaction is to change are
    /// locked: a later holder then comes to them after this transaction, and an earlier one not at all.
    ///
    /// @throws StaleLease if it is somebody else's
    void confirm(Transaction transaction) {
        if (!isNewest(transaction)) {
            throw stale();
        }
    }

    /// Whether it is held, and nobody has taken it since.
    boolean isOurs(Transaction transaction) {
        return held() && isNewest(transaction);
    }

    private boolean isNewest(Transaction transaction) {
        return epoch == transaction.one("SELECT epoch FROM tasks.lease", row -> row.number("epoch"));
    }

    /// Gives up what somebody else holds.
    StaleLease stale() {
        heldUntil = System.nanoTime();
        refusals.incrementAndGet();
        LOG.atWarn().addKeyValue("epoch", epoch).log("refused as the holder of a lost lease");
        return new StaleLease(epoch);
    }

    /// How often this process was refused because it did not know yet that it lost the lease.
    long refusals() {
        return refusals.get();
    }

    void release() {
        heldUntil = System.nanoTime();
        try {
            database.run(transaction ->
                    transaction.update("UPDATE tasks.lease SET expires_at = '-infinity' WHERE holder = ?", holder));
        } catch (DatabaseFailure away) {
            LOG.atDebug().log("the lease runs out by itself");
        }
    }
}
