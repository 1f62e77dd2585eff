package no.dataverket.sentral.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.VmDrift;
import no.dataverket.contract.api.VmDrift.VmDriftState;
import no.dataverket.contract.api.VmDriftKind;
import no.dataverket.contract.command.MaskinMessages.VmComparison;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Differences between hypervisors and what was decided about their machines, as they are told: since when,
/// until when, and what was done. What is over is kept for a month.
public final class VmDriftBook {

    private static final int SHOWN = 10;

    private VmDriftBook() {}

    /// What a difference is about.
    ///
    /// @param subject the machine's names from the tenant down
    public record Machine(Id vm, String subject, Host host) {}

    /// Where it is.
    public record Host(Id id, String name, String datacenter) {}

    /// What a list is narrowed to; null for no narrowing.
    public record Filter(
            @Nullable String datacenter,
            @Nullable VmDriftKind kind,
            @Nullable VmDriftState state) {}

    /// Whether something of the machine differed when it was last compared.
    public static boolean isOpen(Transaction transaction, Id vm) {
        return transaction
                .first("SELECT 1 FROM inventory.vm_drift WHERE vm = ? AND resolved_at IS NULL", row -> true, vm)
                .isPresent();
    }

    /// Keeps what differs now of a machine. Whatever else differed is over.
    ///
    /// @param done what was done about it; empty where nothing
    public static void differs(
            Transaction transaction, Machine machine, VmComparison comparison, String done, Instant at) {
        var kind = Objects.requireNonNull(comparison.kind());
        if (isOverSince(transaction, machine.vm(), at)) {
            return;
        }
        transaction.update(
                "UPDATE inventory.vm_drift SET resolved_at = ? WHERE vm = ? AND kind <> ? AND resolved_at IS NULL",
                at,
                machine.vm(),
                kind.name());
        transaction.update(
                """
                INSERT INTO inventory.vm_drift (id, kind, vm, subject, hypervisor, hypervisor_name, datacenter, expected,
                    seen, action, done, repairs, first_seen, last_seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)
                ON CONFLICT (vm, kind) WHERE resolved_at IS NULL AND vm IS NOT NULL DO UPDATE
                SET expected = excluded.expected, seen = excluded.seen, action = excluded.action,
                    done = coalesce(excluded.done, vm_drift.done), repairs = vm_drift.repairs + excluded.repairs,
                    last_seen = excluded.last_seen
                """,
                Id.next(IdKind.DRIFT),
                kind.name(),
                machine.vm(),
                machine.subject(),
                machine.host().id(),
                machine.host().name(),
                machine.host().datacenter(),
                comparison.expected(),
                comparison.seen(),
                Objects.requireNonNull(comparison.policy()).name(),
                done,
                comparison.repaired() ? 1 : 0,
                at,
                at);
        forget(transaction, at);
    }

    /// Nothing of the machine or hypervisor differs any more.
    public static void over(Transaction transaction, Id machineOrHost, Instant at) {
        transaction.update("""
                UPDATE inventory.vm_drift SET resolved_at = ?
                WHERE (vm = ? OR hypervisor = ?) AND resolved_at IS NULL AND first_seen <= ?
                """, at, machineOrHost, machineOrHost, at);
    }

    /// A hypervisor was looked at: what differed of its machines does still, unless something else was told,
    /// and these are the domains of which nothing is known.
    public static void looked(Transaction transaction, Host host, List<String> strangers, Instant at) {
        transaction.update("""
                UPDATE inventory.vm_drift
                SET last_seen = greatest(last_seen, ?),
                    resolved_at = CASE WHEN vm IS NULL AND NOT subject = ANY (?::text[]) THEN ?::timestamptz END
                WHERE hypervisor = ? AND resolved_at IS NULL
                """, at, strangers, at, host.id());
        for (var stranger : strangers) {
            transaction.update("""
                    INSERT INTO inventory.vm_drift (id, kind, subject, hypervisor, hypervisor_name, datacenter, expected,
                        seen, action, first_seen, last_seen)
                    VALUES (?, 'UNKNOWN', ?, ?, ?, ?, 'nothing', 'a domain', 'REPORT', ?, ?)
                    ON CONFLICT (hypervisor, subject) WHERE resolved_at IS NULL AND vm IS NULL DO NOTHING
                    """, Id.next(IdKind.DRIFT), stranger, host.id(), host.name(), host.datacenter(), at, at);
        }
    }

    /// Differences, the newest first.
    ///
    /// @param before only older ones; from the newest where null
    public static List<VmDrift> list(Transaction transaction, Filter filter, @Nullable UUID before, int limit) {
        var kind = filter.kind() == null ? null : filter.kind().name();
        var open = filter.state() == null ? null : filter.state() == VmDriftState.OPEN;
        return transaction.query(
                """
                SELECT * FROM inventory.vm_drift
                WHERE (?::uuid IS NULL OR id < ?) AND (?::text IS NULL OR datacenter = ?) AND (?::text IS NULL OR kind = ?)
                  AND (?::boolean IS NULL OR (resolved_at IS NULL) = ?)
                ORDER BY id DESC LIMIT ?
                """,
                VmDriftBook::read,
                before,
                before,
                filter.datacenter(),
                filter.datacenter(),
                kind,
                kind,
                open,
                open,
                limit);
    }

    /// What differs now, for whoever asks what is wrong.
    public static List<Finding> look(Transaction transaction) {
        return transaction.query(
                """
                SELECT kind, datacenter, count(*) AS n, min(first_seen) AS since,
                    (array_agg(DISTINCT subject ORDER BY subject))[1:%d] AS subjects
                FROM inventory.vm_drift WHERE resolved_at IS NULL
                GROUP BY kind, datacenter ORDER BY kind, datacenter
                """.formatted(SHOWN),
                row -> RunbookLibrary.packaged()
                        .finding(
                                FindingCode.VM_DRIFT,
                                row.number("n") + " × " + row.text("kind") + " in " + row.text("datacenter"),
                                row.number("n"),
                                row.texts("subjects"),
                                row.instant("since")));
    }

    /// What is told late must not open again what is over.
    private static boolean isOverSince(Transaction transaction, Id vm, Instant at) {
        return transaction
                .first("SELECT 1 FROM inventory.vm_drift WHERE vm = ? AND resolved_at > ?", row -> true, vm, at)
                .isPresent();
    }

    private static void forget(Transaction transaction, Instant at) {
        transaction.update(
                "DELETE FROM inventory.vm_drift WHERE resolved_at < ?::timestamptz - interval '30 days'", at);
    }

    private static VmDrift read(Row row) {
        var vm = row.uuidOrNull("vm");
        return new VmDrift(
                new Id(IdKind.DRIFT, row.uuid("id")),
                VmDriftKind.valueOf(row.text("kind")),
                vm == null ? null : new Id(IdKind.VM, vm),
                row.text("subject"),
                row.text("hypervisor_name"),
                row.text("datacenter"),
                row.text("expected"),
                row.text("seen"),
                DriftAction.valueOf(row.text("action")),
                row.textOrNull("done"),
                row.integer("repairs"),
                row.instant("first_seen"),
                row.instant("last_seen"),
                row.instantOrNull("resolved_at"),
                RunbookLibrary.packaged().of(FindingCode.VM_DRIFT).id());
    }
}
