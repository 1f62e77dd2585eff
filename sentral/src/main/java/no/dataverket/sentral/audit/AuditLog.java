package no.dataverket.sentral.audit;

import java.util.List;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// Entries of the audit log. One that can't be written stops the change that it tells of: both are one
/// transaction.
public final class AuditLog {

    /// What a list is narrowed to; null for no narrowing.
    public record Filter(
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String requestId) {}

    public void write(Transaction transaction, AuditEntry entry) {
        var target = entry.target();
        transaction.update(
                """
                INSERT INTO audit.entry (id, at, actor, action, target, target_name, tenant, project, environment,
                    request_id, task, outcome)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                target == null ? null : target.toString(),
                entry.targetName(),
                entry.tenant(),
                entry.project(),
                entry.environment(),
                entry.requestId(),
                entry.task(),
                entry.outcome());
    }

    /// Entries, newest first.
    ///
    /// @param before only earlier ones; from the newest where null
    public List<AuditEntry> list(
            Transaction transaction, Visibility visible, Filter filter, @Nullable UUID before, int limit) {
        return transaction.query(
                """
                SELECT id, at, actor, action, target, target_name, tenant, project, environment, request_id, task, outcome
                FROM audit.entry
                WHERE (?::uuid IS NULL OR id < ?) AND (?::uuid IS NULL OR tenant = ?) AND (?::uuid IS NULL OR project = ?)
                  AND (?::uuid IS NULL OR environment = ?) AND (?::text IS NULL OR actor = ?)
                  AND (?::text IS NULL OR target = ?) AND (?::text IS NULL OR request_id = ?)
                  AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[]))
                ORDER BY id DESC LIMIT ?
                """,
                AuditLog::entry,
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
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                limit);
    }

    private static AuditEntry entry(Row row) {
        var target = row.textOrNull("target");
        return new AuditEntry(
                new Id(IdKind.AUDIT_ENTRY, row.uuid("id")),
                row.instant("at"),
                row.text("actor"),
                row.text("action"),
                target == null ? null : Id.parse(target),
                row.text("target_name"),
                id(IdKind.TENANT, row.uuidOrNull("tenant")),
                id(IdKind.PROJECT, row.uuidOrNull("project")),
                id(IdKind.ENVIRONMENT, row.uuidOrNull("environment")),
                row.text("request_id"),
                id(IdKind.TASK, row.uuidOrNull("task")),
                row.text("outcome"));
    }

    private static @Nullable Id id(IdKind kind, @Nullable UUID uuid) {
        return uuid == null ? null : new Id(kind, uuid);
    }
}
