package no.dataverket.sentral.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// Entries of the audit log. One that can't be written stops the change that it tells of: both are one
/// transaction.
public final class AuditLog {

    /// Appends to one chain, which nobody else can have until the transaction ends. The hash is made where the
    /// previous one is, so that this is one statement.
    private static final String APPEND = """
            WITH free AS (
                SELECT number, length, head FROM audit.chain WHERE %s FOR UPDATE %s),
            grown AS (
                UPDATE audit.chain c
                SET length = free.length + 1, head = sha256(free.head || convert_to(?, 'UTF8'))
                FROM free WHERE c.number = free.number
                RETURNING c.number, c.length, free.head AS previous, c.head)
            INSERT INTO audit.entry (id, at, actor, actor_id, action, target, target_name, tenant, project, environment,
                request_id, task, approval, outcome, record, chain, position, previous, hash)
            SELECT ?, ?, ?, ?::uuid, ?, ?, ?, ?::uuid, ?::uuid, ?::uuid, ?, ?::uuid, ?::uuid, ?, ?,
                number, length, previous, head
            FROM grown
            """;
    private static final String TO_A_FREE_CHAIN = APPEND.formatted("true ORDER BY number LIMIT 1", "SKIP LOCKED");
    private static final String TO_THIS_CHAIN = APPEND.formatted("number = %d", "");

    /// What a list is narrowed to; null for no narrowing.
    ///
    /// @param since only at this time or later
    /// @param until only before this time
    public record Filter(
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String requestId,
            @Nullable Id approval,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /// Writes an entry. Others who write at the same time are not waited for, unless there are more of them than
    /// chains.
    public void write(Transaction transaction, AuditEntry entry) {
        if (append(transaction, entry, TO_A_FREE_CHAIN) == 0) {
            int any = ThreadLocalRandom.current().nextInt(AuditChains.COUNT) + 1;
            int written = append(transaction, entry, TO_THIS_CHAIN.formatted(any));
            if (written != 1) {
                throw new IllegalStateException("There is no chain " + any + " in the audit log");
            }
        }
    }

    private static int append(Transaction transaction, AuditEntry entry, String sql) {
        var target = entry.target();
        var record = Json.write(entry);
        return transaction.update(
                sql,
                record,
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.actorId(),
                entry.action(),
                target == null ? null : target.toString(),
                entry.targetName(),
                entry.tenant(),
                entry.project(),
                entry.environment(),
                entry.requestId(),
                entry.task(),
                entry.approval(),
                entry.outcome(),
                record);
    }

    /// Entries, newest first.
    ///
    /// @param before only earlier ones; from the newest where null
    public List<AuditEntry> list(
            Transaction transaction, Visibility visible, Filter filter, @Nullable UUID before, int limit) {
        return transaction.query(
                """
                SELECT record FROM audit.entry
                WHERE (?::uuid IS NULL OR id < ?) AND (?::uuid IS NULL OR tenant = ?) AND (?::uuid IS NULL OR project = ?)
                  AND (?::uuid IS NULL OR environment = ?) AND (?::text IS NULL OR actor = ?)
                  AND (?::text IS NULL OR target = ?) AND (?::text IS NULL OR request_id = ?)
                  AND (?::uuid IS NULL OR approval = ?) AND (?::timestamptz IS NULL OR at >= ?)
                  AND (?::timestamptz IS NULL OR at < ?)
                  AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[]))
                ORDER BY id DESC LIMIT ?
                """,
                row -> row.json("record", AuditEntry.class),
                before,
                before,
                filter.tenant(),
                filter.tenant(),
                filter.project(),
                filter.project(),
                filter.environment(),
                filter.environment(),
                filter.actor(),
                filter.actor(),
                filter.target(),
                filter.target(),
                filter.requestId(),
                filter.requestId(),
                filter.approval(),
                filter.approval(),
                filter.since(),
                filter.since(),
                filter.until(),
                filter.until(),
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                limit);
    }
}
