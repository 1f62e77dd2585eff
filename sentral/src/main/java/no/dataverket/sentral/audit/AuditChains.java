package no.dataverket.sentral.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.AuditChain;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.AuditRecord;
import no.dataverket.contract.api.AuditVerdict;
import no.dataverket.contract.api.AuditVerdict.Flaw;
import no.dataverket.contract.api.AuditVerdict.Trouble;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// The chains of the audit log: listed, exported and verified.
public final class AuditChains {

    /// How many chains there are: more than transactions that write at the same time.
    static final int COUNT = 128;

    private static final int BATCH = 1000;
    private static final int MOST_FLAWS = 1000;
    private static final String RECORD = """
            SELECT id, at, actor, actor_id, action, target, target_name, tenant, project, environment, request_id, task,
                approval, outcome, chain, position, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash, record
            FROM audit.entry
            """;

    private final Database database;

    public AuditChains(Database database) {
        this.database = database;
    }

    /// The chains, by number.
    public List<AuditChain> list() {
        return database.call(transaction -> transaction.query(
                "SELECT number, length, encode(head, 'hex') AS head FROM audit.chain ORDER BY number",
                row -> new AuditChain(row.integer("number"), row.number("length"), row.text("head"))));
    }

    /// Records by chain and place.
    ///
    /// @param after the key of the last one known
    public List<AuditRecord> records(@Nullable UUID after, int limit) {
        int chain = after == null ? 0 : (int) after.getMostSignificantBits();
        long position = after == null ? 0 : after.getLeastSignificantBits();
        return database.call(transaction -> transaction.query(
                RECORD + "WHERE (chain, position) > (?, ?) ORDER BY chain, position LIMIT ?",
                AuditChains::record,
                chain,
                position,
                limit));
    }

    /// A key for pages of records.
    public static UUID key(AuditRecord record) {
        return new UUID(record.chain(), record.position());
    }

    /// Looks at every record up to where the chains reach now. Records that come meanwhile are left for next time.
    public AuditVerdict verify() {
        var chains = list();
        var flaws = new ArrayList<Flaw>();
        for (int number = 1; number <= COUNT; number++) {
            int expected = number;
            if (chains.stream().noneMatch(chain -> chain.number() == expected)) {
                flaws.add(new Flaw(Trouble.MISSING, number, 0, null, "the whole chain is missing"));
            }
        }
        long records = 0;
        for (var chain : chains) {
            var check = new ChainCheck(chain);
            records += verify(chain, check);
            flaws.addAll(check.end());
        }
        var told = flaws.stream().limit(MOST_FLAWS).toList();
        return new AuditVerdict(flaws.isEmpty(), records, chains, told);
    }

    private long verify(AuditChain chain, ChainCheck check) {
        long seen = 0;
        long position = 0;
        while (true) {
            long from = position;
            var batch = database.call(transaction -> batch(transaction, chain, from));
            for (var found : batch) {
                if (check.take(found.record(), found.entry())
                        && !found.mismatch().isEmpty()) {
                    check.altered(found.record().position(), found.entry(), found.mismatch());
                }
            }
            seen += batch.size();
            if (batch.size() < BATCH) {
                return seen;
            }
            position = batch.getLast().record().position();
        }
    }

    /// @param mismatch what of the columns is not as the record says; empty where they agree
    private record Found(AuditRecord record, Id entry, String mismatch) {}

    private static List<Found> batch(Transaction transaction, AuditChain chain, long after) {
        return transaction.query(
                RECORD + "WHERE chain = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?",
                row -> new Found(record(row), new Id(IdKind.AUDIT_ENTRY, row.uuid("id")), mismatch(row)),
                chain.number(),
                after,
                chain.length(),
                BATCH);
    }

    private static AuditRecord record(Row row) {
        return new AuditRecord(
                row.integer("chain"),
                row.number("position"),
                row.text("previous"),
                row.text("hash"),
                row.text("record"));
    }

    /// Whether an entry is found by what its record says: an altered column would hide it from those who look.
    private static String mismatch(Row row) {
        AuditEntry entry;
        try {
            entry = Json.read(row.text("record"), AuditEntry.class);
        } catch (RuntimeException unreadable) {
            return "the record is not an audit entry";
        }
        var wrong = new ArrayList<String>();
        compare(wrong, "id", row.uuid("id"), entry.id().uuid());
        compare(wrong, "at", row.instant("at"), entry.at());
        compare(wrong, "actor", row.text("actor"), entry.actor());
        compare(wrong, "actor_id", row.uuidOrNull("actor_id"), uuid(entry.actorId()));
        compare(wrong, "action", row.text("action"), entry.action());
        compare(wrong, "target", row.textOrNull("target"), Objects.toString(entry.target(), null));
        compare(wrong, "target_name", row.text("target_name"), entry.targetName());
        compare(wrong, "tenant", row.uuidOrNull("tenant"), uuid(entry.tenant()));
        compare(wrong, "project", row.uuidOrNull("project"), uuid(entry.project()));
        compare(wrong, "environment", row.uuidOrNull("environment"), uuid(entry.environment()));
        compare(wrong, "request_id", row.text("request_id"), entry.requestId());
        compare(wrong, "task", row.uuidOrNull("task"), uuid(entry.task()));
        compare(wrong, "approval", row.uuidOrNull("approval"), uuid(entry.approval()));
        compare(wrong, "outcome", row.text("outcome"), entry.outcome());
        return String.join("; ", wrong);
    }

    private static void compare(List<String> wrong, String column, @Nullable Object found, @Nullable Object told) {
        if (!Objects.equals(found, told)) {
            wrong.add(column + " is " + found + ", but the record says " + told);
        }
    }

    private static @Nullable UUID uuid(@Nullable Id id) {
        return id == null ? null : id.uuid();
    }
}
