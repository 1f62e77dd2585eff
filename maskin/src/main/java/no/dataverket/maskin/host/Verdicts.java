package no.dataverket.maskin.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.HostVerdict.Verdict;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.host.QuarantineBudget.Share;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// Failures of hosts and what was judged of them, as they are stored. Whoever calls holds the host's row.
final class Verdicts {

    private static final int LONGEST_MESSAGE = 300;
    private static final List<String> DOMAINS = List.of("rack", "power", "room");

    /// Who puts a host in quarantine holds this row meanwhile, so that no two take the last of the budget.
    private static final String ONE_AT_A_TIME = "SELECT one FROM maskin.fleet FOR UPDATE";

    private static final String BUDGET = """
        SELECT me.datacenter, me.rack, me.power, me.room,
               count(*) AS hosts,
               count(*) FILTER (WHERE h.quarantined) AS quarantined,
               count(*) FILTER (WHERE h.rack = me.rack) AS of_rack,
               count(*) FILTER (WHERE h.rack = me.rack AND h.quarantined) AS quarantined_of_rack,
               count(*) FILTER (WHERE h.power = me.power) AS of_power,
               count(*) FILTER (WHERE h.power = me.power AND h.quarantined) AS quarantined_of_power,
               count(*) FILTER (WHERE h.room = me.room) AS of_room,
               count(*) FILTER (WHERE h.room = me.room AND h.quarantined) AS quarantined_of_room,
               count(*) FILTER (WHERE h.id <> me.id AND h.schedulable AND h.reachable AND NOT h.maintenance
                                      AND NOT h.quarantined) AS others
        FROM maskin.host me JOIN maskin.host h ON h.datacenter = me.datacenter
        WHERE me.id = ? GROUP BY me.id
        """;

    private Verdicts() {}

    /// A failure that was the host's own.
    record Failing(String operation, VmId vm, RuntimeFailure failure, Instant at) {}

    /// How often a host was in quarantine lately.
    record Past(int relapses, @Nullable Instant last) {}

    /// Keeps a failure and forgets those that count no more.
    ///
    /// @param since only what failed later counts
    /// @param lastSuccess of the operation; what failed before does not count
    /// @return how many machines failed at the operation
    static int keep(Transaction transaction, Id host, Failing failing, Instant since, Instant lastSuccess) {
        transaction.write("""
            DELETE FROM maskin.host_failure
            WHERE host = ? AND (failed_at < ? OR (operation = ? AND failed_at < ?))
            """, host, since, failing.operation(), lastSuccess);
        transaction.write(
                """
                INSERT INTO maskin.host_failure (host, operation, vm, kind, message, failed_at)
                VALUES (?, ?, ?, ?, left(?, %d), ?)
                ON CONFLICT (host, operation, vm) DO UPDATE
                SET kind = excluded.kind, message = excluded.message, failed_at = excluded.failed_at
                """.formatted(LONGEST_MESSAGE),
                host,
                failing.operation(),
                failing.vm().value(),
                failing.failure().kind().name(),
                String.valueOf(failing.failure().getMessage()),
                failing.at());
        return transaction.one(
                "SELECT count(*) AS machines FROM maskin.host_failure WHERE host = ? AND operation = ?",
                row -> row.integer("machines"),
                host,
                failing.operation());
    }

    /// What may still be put in quarantine; nobody else does before the transaction ends.
    static QuarantineBudget budget(Transaction transaction, Id host) {
        transaction.one(ONE_AT_A_TIME, row -> row.integer("one"));
        return transaction.one(BUDGET, Verdicts::budget, host);
    }

    static Past past(Transaction transaction, Id host) {
        return transaction.one(
                "SELECT relapses, quarantined_at FROM maskin.host WHERE id = ?",
                row -> new Past(row.integer("relapses"), row.instantOrNull("quarantined_at")),
                host);
    }

    static void quarantine(Transaction transaction, Id host, String reason, Instant at, Instant until, int relapses) {
        pass(transaction, host, Verdict.QUARANTINED, reason, at, until);
        transaction.update("""
            UPDATE maskin.host SET quarantined = true, quarantine = ?, relapses = ?, quarantined_at = ? WHERE id = ?
            """, reason, relapses, at, host);
    }

    /// Says that a host fails, and leaves it in service.
    static void report(Transaction transaction, Id host, String reason, Instant at, Instant until) {
        pass(transaction, host, Verdict.REPORTED, reason, at, until);
    }

    /// It failed again: the verdict lasts for longer.
    static void extend(Transaction transaction, Id host, String reason, Instant until) {
        transaction.update("""
            UPDATE maskin.host
            SET verdict_reason = ?, verdict_until = greatest(verdict_until, ?),
                quarantine = CASE WHEN verdict = 'QUARANTINED' THEN ? ELSE quarantine END
            WHERE id = ?
            """, reason, until, reason, host);
    }

    /// It failed no more.
    static void clear(Transaction transaction, Id host, String reason, Instant at) {
        pass(transaction, host, Verdict.CLEARED, reason, at, null);
        transaction.update("UPDATE maskin.host SET quarantined = false, quarantine = NULL WHERE id = ?", host);
        forget(transaction, host);
    }

    /// Somebody answers for the host: nothing that it did counts any more.
    static void end(Transaction transaction, Id host) {
        transaction.update("""
            UPDATE maskin.host
            SET verdict_number = verdict_number + 1, verdict = 'RELEASED', verdict_reason = 'An operator decided about it.',
                verdict_at = now(), verdict_until = NULL, relapses = 0, quarantined_at = NULL
            WHERE id = ? AND verdict IS NOT NULL AND verdict <> 'RELEASED'
            """, host);
        forget(transaction, host);
    }

    private static void forget(Transaction transaction, Id host) {
        transaction.update("DELETE FROM maskin.host_failure WHERE host = ?", host);
    }

    private static void pass(
            Transaction transaction, Id host, Verdict verdict, String reason, Instant at, @Nullable Instant until) {
        transaction.update("""
            UPDATE maskin.host
            SET verdict_number = verdict_number + 1, verdict = ?, verdict_reason = ?, verdict_at = ?, verdict_until = ?
            WHERE id = ?
            """, verdict.name(), reason, at, until, host);
    }

    private static QuarantineBudget budget(Row row) {
        var domains = new ArrayList<Share>();
        for (var level : DOMAINS) {
            var name = row.textOrNull(level);
            if (name != null) {
                domains.add(new Share(
                        level + " " + name, row.integer("of_" + level), row.integer("quarantined_of_" + level)));
            }
        }
        return new QuarantineBudget(
                new Share(row.text("datacenter"), row.integer("hosts"), row.integer("quarantined")),
                domains,
                row.integer("others"));
    }
}
