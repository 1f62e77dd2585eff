package no.dataverket.core.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
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
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration ACK_LIMIT = Duration.ofSeconds(5);

    private final Database database;
    private final Bus bus;
    private final String schema;
    private final LinkedBlockingQueue<Entry> ready = new LinkedBlockingQueue<>();
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    private record Entry(UUID row, String subject, String messageId, byte[] envelope) {}

    public Outbox(Database database, Bus bus, String schema) {
        this.database = database;
        this.bus = bus;
        this.schema = schema;
        threads.add(Thread.ofVirtual().name("outbox-relay-" + schema).start(this::relay));
        threads.add(Thread.ofVirtual().name("outbox-sweep-" + schema).start(this::sweep));
    }

    /// Puts a message into the transaction. The subject is the envelope's type, the message id the envelope's
    /// id.
    public void add(Transaction transaction, Envelope envelope) {
        add(transaction, envelope, envelope.id());
    }

    /// Like [#add], under another message id: to repeat what the bus may have lost, past its window for
    /// duplicates.
    public void add(Transaction transaction, Envelope envelope, String messageId) {
        var entry = new Entry(UUID.randomUUID(), envelope.type(), messageId, Json.bytes(envelope));
        transaction.update(
                "INSERT INTO " + schema + ".outbox (id, subject, message_id, envelope) VALUES (?, ?, ?, ?::jsonb)",
                entry.row(),
                entry.subject(),
                entry.messageId(),
                new String(entry.envelope(), java.nio.charset.StandardCharsets.UTF_8));
        transaction.afterCommit(() -> enqueue(entry));
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
    }

    private void enqueue(Entry entry) {
        if (queued.add(entry.row())) {
            ready.add(entry);
        }
    }

    private void relay() {
        while (!closed) {
            try {
                var batch = new ArrayList<Entry>();
                var head = ready.poll(1, TimeUnit.SECONDS);
                if (head != null) {
                    batch.add(head);
                    ready.drainTo(batch, BATCH - 1);
                    publish(batch);
                }
            } catch (InterruptedException interrupted) {
                continue;
            }
        }
    }

    private void publish(List<Entry> batch) throws InterruptedException {
        var kept = new ArrayList<UUID>();
        try {
            var acks = new LinkedHashMap<Entry, java.util.concurrent.CompletableFuture<?>>();
            for (var entry : batch) {
                acks.put(entry, bus.publish(entry.subject(), entry.messageId(), entry.envelope()));
            }
            for (Map.Entry<Entry, java.util.concurrent.CompletableFuture<?>> ack : acks.entrySet()) {
                try {
                    ack.getValue().get(ACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                    kept.add(ack.getKey().row());
                } catch (ExecutionException | TimeoutException lost) {
                    LOG.atDebug()
                            .addKeyValue("subject", ack.getKey().subject())
                            .addKeyValue("cause", lost.toString())
                            .log("not published yet");
                }
            }
            forget(kept);
        } catch (IllegalStateException | DatabaseFailure away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("outbox waits");
        } finally {
            batch.forEach(entry -> queued.remove(entry.row()));
        }
    }

    private void forget(List<UUID> kept) {
        if (!kept.isEmpty()) {
            database.run(transaction ->
                    transaction.update("DELETE FROM " + schema + ".outbox WHERE id = ANY (?::uuid[])", kept));
        }
    }

    private void sweep() {
        while (!closed) {
            try {
                Thread.sleep(SWEEP);
                if (bus.connected() && ready.isEmpty()) {
                    leftBehind().forEach(this::enqueue);
                }
            } catch (InterruptedException interrupted) {
                continue;
            } catch (DatabaseFailure away) {
                LOG.atDebug().addKeyValue("cause", away.toString()).log("outbox can't be swept");
            }
        }
    }

    private List<Entry> leftBehind() {
        return database.call(transaction -> transaction.query(
                "SELECT id, subject, message_id, envelope::text AS envelope FROM " + schema
                        + ".outbox WHERE created_at < now() - interval '2 seconds' ORDER BY seq LIMIT " + BATCH,
                row -> new Entry(
                        row.uuid("id"),
                        row.text("subject"),
                        row.text("message_id"),
                        row.text("envelope").getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
