package no.dataverket.sentral.tenancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.dataverket.contract.api.UsageCheck;
import no.dataverket.contract.api.UsageCheck.UsageDifference;
import no.dataverket.core.db.Transaction;

/// Compares what must agree: each budget with the sum of its charges, what tenants are charged with the usage
/// that goes on, and all usage with what its events make it. Each comparison is one statement, so that it sees
/// one moment, whatever is charged meanwhile. What was found is kept for [UsageFindings].
public final class UsageChecker {

    /// What an operator does about a difference.
    public static final String RUNBOOK = "rb-use-001";

    private static final String HISTORY = "USAGE_IS_WHAT_ITS_EVENTS_MAKE_IT";
    private static final int MOST = 100;

    /// One comparison. Its statement gives subject, expected and found.
    private record Comparison(String name, String sql) {}

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("BUDGET_IS_SUM_OF_CHARGES", """
                    SELECT b.owner || ' ' || b.dimension || ' ' || b.datacenter AS subject,
                           coalesce(sum(c.amount), 0)::text AS expected, b.used::text AS found
                    FROM tenancy.budget b LEFT JOIN tenancy.charge c
                        ON c.owner = b.owner AND c.dimension = b.dimension AND b.datacenter IN ('', c.datacenter)
                    GROUP BY b.owner, b.dimension, b.datacenter, b.used HAVING b.used <> coalesce(sum(c.amount), 0)
                    """),
            new Comparison("CHARGE_HAS_ITS_BUDGET", """
                    SELECT c.resource || ' ' || c.owner || ' ' || c.dimension AS subject, 'a budget' AS expected, 'none' AS found
                    FROM tenancy.charge c LEFT JOIN tenancy.budget b
                        ON b.owner = c.owner AND b.dimension = c.dimension AND b.datacenter = ''
                    WHERE b.owner IS NULL
                    """),
            new Comparison("USAGE_NOW_IS_WHAT_IS_CHARGED", """
                    SELECT coalesce(u.resource, c.resource) || ' ' || coalesce(u.dimension, c.dimension) AS subject,
                           coalesce(c.amount || ' in ' || c.datacenter, 'none') AS expected,
                           coalesce(u.amount || ' in ' || u.datacenter, 'none') AS found
                    FROM (SELECT c.* FROM tenancy.charge c JOIN tenancy.scope s ON s.id = c.owner AND s.kind = 'TENANT') c
                    FULL JOIN (SELECT * FROM tenancy.usage WHERE ended IS NULL) u
                        ON u.resource = c.resource AND u.dimension = c.dimension AND u.tenant = c.owner
                    WHERE (u.amount, u.datacenter) IS DISTINCT FROM (c.amount, c.datacenter)
                    """),
            new Comparison(HISTORY, """
                    WITH derived AS (
                        SELECT number, resource, kind, dimension, amount, datacenter, tenant, project, environment, at AS began,
                               lead(at) OVER (PARTITION BY resource, dimension ORDER BY number) AS ended
                        FROM tenancy.usage_event)
                    SELECT coalesce(u.resource, d.resource) || ' ' || coalesce(u.dimension, d.dimension) || ' event '
                               || coalesce(u.number, d.number) AS subject,
                           CASE WHEN d.number IS NULL THEN 'none'
                                ELSE concat_ws(' ', d.amount, d.datacenter, d.tenant, d.project, d.environment,
                                               d.began, coalesce(d.ended::text, 'open')) END AS expected,
                           CASE WHEN u.number IS NULL THEN 'none'
                                ELSE concat_ws(' ', u.amount, u.datacenter, u.tenant, u.project, u.environment,
                                               u.began, coalesce(u.ended::text, 'open')) END AS found
                    FROM (SELECT * FROM derived WHERE amount > 0) d FULL JOIN tenancy.usage u USING (number)
                    WHERE (u.resource, u.kind, u.dimension, u.amount, u.datacenter, u.tenant, u.project, u.environment,
                           u.began, u.ended)
                        IS DISTINCT FROM (d.resource, d.kind, d.dimension, d.amount, d.datacenter, d.tenant, d.project,
                           d.environment, d.began, d.ended)
                    """));

    /// The comparisons by name: statements that give subject, expected and found of each difference, for whoever
    /// reads the database from elsewhere.
    public static Map<String, String> statements() {
        return COMPARISONS.stream()
                .collect(Collectors.toMap(Comparison::name, Comparison::sql, (one, other) -> one, LinkedHashMap::new));
    }

    /// What may differ now. The history is read once a day, and again for as long as something in it differs: it only
    /// grows, and nobody writes to what is over.
    public List<UsageDifference> watch(Transaction transaction) {
        boolean history = transaction
                .first(
                        "SELECT differs OR at < now() - interval '1 day' AS due FROM tenancy.history_check",
                        row -> row.flag("due"))
                .orElse(true);
        return compare(transaction, history);
    }

    /// All comparisons, now.
    public UsageCheck check(Transaction transaction) {
        var differences = compare(transaction, true);
        return transaction.one(
                """
                SELECT (SELECT count(*) FROM tenancy.budget) AS budgets, (SELECT count(*) FROM tenancy.charge) AS charges,
                       (SELECT count(*) FROM tenancy.usage) AS intervals,
                       (SELECT count(*) FROM tenancy.usage_event) AS events
                """,
                row -> new UsageCheck(
                        Instant.now(),
                        row.number("budgets"),
                        row.number("charges"),
                        row.number("intervals"),
                        row.number("events"),
                        differences.isEmpty(),
                        differences,
                        RUNBOOK));
    }

    private static List<UsageDifference> compare(Transaction transaction, boolean history) {
        var differences = new ArrayList<UsageDifference>();
        for (var comparison : COMPARISONS) {
            if (history || !comparison.name().equals(HISTORY)) {
                differences.addAll(transaction.query(
                        comparison.sql() + " ORDER BY subject LIMIT ?",
                        row -> new UsageDifference(
                                comparison.name(), row.text("subject"), row.text("expected"), row.text("found")),
                        MOST - differences.size()));
            }
        }
        if (history) {
            // Whoever finds no room for all of it has found something, and looks again.
            transaction.update(
                    """
                    INSERT INTO tenancy.history_check (one, at, differs) VALUES (true, clock_timestamp(), ?)
                    ON CONFLICT (one) DO UPDATE SET at = excluded.at, differs = excluded.differs
                    """,
                    differences.size() == MOST
                            || differences.stream()
                                    .anyMatch(found -> found.check().equals(HISTORY)));
        }
        remember(transaction, differences);
        return differences;
    }

    private static void remember(Transaction transaction, List<UsageDifference> differences) {
        var first = differences.stream()
                .findFirst()
                .map(difference -> difference.check() + " of " + difference.subject() + ": " + difference.found()
                        + " where " + difference.expected() + " is expected");
        transaction.update(
                """
                INSERT INTO tenancy.usage_check AS last (one, at, differences, checks, detail, since)
                VALUES (true, clock_timestamp(), ?, ?::text[], ?, CASE WHEN ? THEN NULL ELSE clock_timestamp() END)
                ON CONFLICT (one) DO UPDATE
                SET at = excluded.at, differences = excluded.differences, checks = excluded.checks, detail = excluded.detail,
                    since = CASE WHEN excluded.since IS NULL THEN NULL ELSE coalesce(last.since, excluded.since) END
                """,
                differences.size(),
                differences.stream().map(UsageDifference::check).distinct().toList(),
                first.orElse(""),
                differences.isEmpty());
    }
}
