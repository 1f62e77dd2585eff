package no.dataverket.core.bus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says on the bus what a transaction decided, if and only if it committed. A message is published straight
/// after the commit; a sweep publishes what a crash or an absent server left behind. The row goes when the
/// server has kept the message.
///
/// The schema needs the tables of [Database#MESSAGING].
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 512;

    /// Messages that the server has not acknowledged yet.
    private static final int ON_THEIR_WAY = 2048;

    /// Messages that the sweep puts in line at most.
    private static final int MOST_READY = 16 * BATCH;

    private static final UUID START = new UUID(0, 0);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration ACK_LIMIT = Duration.ofSeconds(5);

    private final Database database;
    private final Bus bus;
    private final String schema;
    private final LinkedBlockingQueue<Entry> ready = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<UUID> kept = new LinkedBlockingQueue<>();
    private final Semaphore onTheirWay = new Semaphore(ON_THEIR_WAY);

    /// Rows that are this process's business: the sweep leaves them alone until they are deleted or given up.
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /// @param row ids are ordered by time, so that the sweep sends in order
    private record Entry(UUID row, String subject, String messageId, String envelope) {}

    public Outbox(Database database, Bus bus, String schema) {
        this.database = database;
        this.bus = bus;
        this.schema = schema;
        threads.add(Thread.ofVirtual().name("outbox-relay-" + schema).start(() -> repeat(this::relay)));
        threads.add(Thread.ofVirtual().name("outbox-forget-" + schema).start(() -> repeat(this::forget)));
        threads.add(Thread.ofVirtual().name("outbox-sweep-" + schema).start(() -> repeat(this::sweep)));
    }

    /// Puts a message into the transaction. The subject is the envelope's type, the message id the envelope's
    /// id.
    public void add(Transaction transaction, Envelope envelope) {
        add(transaction, envelope, envelope.id());
    }

    /// Like [#add], under another message id: to repeat what the bus may have lost, past its window for
    /// duplicates.
    public void add(Transaction transaction, Envelope envelope, String messageId) {
        var row = Id.next(IdKind.EVENT).uuid();
        transaction.gather(
                this,
                new Entry(row, envelope.type(), messageId, Json.write(envelope)),
                entries -> insert(transaction, entries));
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        var left = new ArrayList<UUID>();
        kept.drainTo(left);
        try {
            delete(left);
        } catch (DatabaseFailure away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("what was published is published again");
        }
    }

    private interface Pass {
        void run() throws InterruptedException;
    }

    private void repeat(Pass pass) {
        while (!closed) {
            try {
                pass.run();
            } catch (InterruptedException interrupted) {
                continue;
            } catch (IllegalStateException | DatabaseFailure away) {
                LOG.atDebug().addKeyValue("cause", away.toString()).log("outbox waits");
            }
        }
    }

    private void insert(Transaction transaction, List<Entry> entries) {
        transaction.write(
                "INSERT INTO " + schema + ".outbox (id, subject, message_id, envelope) "
                        + "SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[])",
                Transaction.column(entries, Entry::row),
                Transaction.column(entries, Entry::subject),
                Transaction.column(entries, Entry::messageId),
                Transaction.column(entries, Entry::envelope));
        transaction.afterCommit(() -> entries.forEach(this::enqueue));
    }

    private void enqueue(Entry entry) {
        if (known.add(entry.row())) {
            ready.add(entry);
        }
    }

    private void relay() throws InterruptedException {
        var entry = ready.take();
        onTheirWay.acquire();
        try {
            var unused = bus.publish(
                            entry.subject(), entry.messageId(), entry.envelope().getBytes(StandardCharsets.UTF_8))
                    .orTimeout(ACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((ack, lost) -> settled(entry, lost));
        } catch (RuntimeException away) {
            settled(entry, away);
            throw away;
        }
    }

    private void settled(Entry entry, @Nullable Throwable lost) {
        onTheirWay.release();
        if (lost == null) {
            kept.add(entry.row());
        } else {
            known.remove(entry.row());
            LOG.atDebug()
                    .addKeyValue("subject", entry.subject())
                    .addKeyValue("cause", lost.toString())
                    .log("not published yet");
        }
    }

    private void forget() throws InterruptedException {
        var rows = new ArrayList<UUID>();
        rows.add(kept.take());
        kept.drainTo(rows, BATCH - 1);
        try {
            delete(rows);
        } finally {
            rows.forEach(known::remove);
        }
    }

    private void delete(List<UUID> rows) {
        if (!rows.isEmpty()) {
            database.run(transaction -> {
                // A deletion that a crash undoes costs a repetition, which the server recognises.
                transaction.write("SET LOCAL synchronous_commit = off");
                transaction.write("DELETE FROM " + schema + ".outbox WHERE id = ANY (?::uuid[])", rows);
            });
        }
    }

    /// What waits its turn in this process is not behind: sending it again would only make the queue longer.
    private void sweep() throws InterruptedException {
        Thread.sleep(SWEEP);
        var after = START;
        boolean more = bus.connected() && ready.size() < BATCH;
        while (more) {
            var found = leftBehind(after);
            found.forEach(this::enqueue);
            more = found.size() == BATCH && ready.size() < MOST_READY;
            after = found.isEmpty() ? after : found.getLast().row();
        }
    }

    private List<Entry> leftBehind(UUID after) {
        return database.call(transaction -> transaction.query(
                "SELECT id, subject, message_id, envelope FROM " + schema
                        + ".outbox WHERE id > ? AND created_at < now() - interval '2 seconds' ORDER BY id LIMIT "
                        + BATCH,
                row -> new Entry(row.uuid("id"), row.text("subject"), row.text("message_id"), row.text("envelope")),
                after));
    }
}
