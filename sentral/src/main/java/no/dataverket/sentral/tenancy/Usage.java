package no.dataverket.sentral.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.UsageInterval;
import no.dataverket.contract.api.UsageTotal;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// What was used, when and in whose name. [Budgets] writes it with each charge; here it is read. Times are cut
/// to whole seconds, at both ends alike, so that the amounts of periods that follow each other add up exactly.
public final class Usage {

    private static final String NARROWED = """
            (?::uuid IS NULL OR u.tenant = ?::uuid) AND (?::uuid IS NULL OR u.project = ?::uuid)
              AND (?::uuid IS NULL OR u.environment = ?::uuid)
              AND (?::text IS NULL OR u.datacenter = ?::text) AND (?::text IS NULL OR u.dimension = ?::text)
              AND (? OR u.tenant = ANY (?::uuid[]) OR u.project = ANY (?::uuid[]))
              AND u.began < ?::timestamptz AND (u.ended IS NULL OR u.ended > ?::timestamptz)
            """;

    /// What a question is narrowed to; null for no narrowing.
    ///
    /// @param from first moment of the period
    /// @param until first moment after it
    public record Question(
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment,
            @Nullable String datacenter,
            @Nullable String dimension,
            Instant from,
            Instant until) {}

    /// Where a page of totals goes on: behind this one.
    public record Place(UUID tenant, @Nullable UUID environment, String datacenter, String dimension) {}

    /// Amounts times seconds, for each environment, datacenter and dimension.
    ///
    /// @param after only what follows; from the first where null
    public List<UsageTotal> totals(
            Transaction transaction, Visibility visible, Question question, @Nullable Place after, int limit) {
        return transaction.query(
                """
                SELECT t.*, coalesce(nt.name, t.tenant::text) AS tenant_name, np.name AS project_name, ne.name AS environment_name
                FROM (
                    SELECT u.tenant, u.project, u.environment, u.datacenter, u.dimension,
                           sum(u.amount * greatest(0, extract(epoch FROM
                               date_trunc('second', least(coalesce(u.ended, now()), ?::timestamptz))
                               - date_trunc('second', greatest(u.began, ?::timestamptz)))))::bigint AS unit_seconds,
                           coalesce(sum(u.amount) FILTER (WHERE u.ended IS NULL OR u.ended > ?::timestamptz), 0)::bigint AS at_end
                    FROM tenancy.usage u WHERE
                """ + NARROWED + """
                          AND (?::uuid IS NULL OR (u.tenant, coalesce(u.environment, u.tenant), u.datacenter, u.dimension)
                               > (?::uuid, ?::uuid, ?::text, ?::text))
                    GROUP BY u.tenant, u.project, u.environment, u.datacenter, u.dimension
                    ORDER BY u.tenant, coalesce(u.environment, u.tenant), u.datacenter, u.dimension LIMIT ?) t
                LEFT JOIN tenancy.scope nt ON nt.id = t.tenant
                LEFT JOIN tenancy.scope np ON np.id = t.project
                LEFT JOIN tenancy.scope ne ON ne.id = t.environment
                ORDER BY t.tenant, coalesce(t.environment, t.tenant), t.datacenter, t.dimension
                """,
                Usage::total,
                question.until(),
                question.from(),
                question.until(),
                question.tenant(),
                question.tenant(),
                question.project(),
                question.project(),
                question.environment(),
                question.environment(),
                question.datacenter(),
                question.datacenter(),
                question.dimension(),
                question.dimension(),
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                question.until(),
                question.from(),
                after == null ? null : after.tenant(),
                after == null ? null : after.tenant(),
                after == null ? null : after.environment(),
                after == null ? null : after.datacenter(),
                after == null ? null : after.dimension(),
                limit);
    }

    /// Intervals that touch the period, in the order in which they began.
    ///
    /// @param after only those with a greater number
    public List<UsageInterval> intervals(
            Transaction transaction,
            Visibility visible,
            Question question,
            @Nullable Id resource,
            long after,
            int limit) {
        return transaction.query(
                """
                SELECT u.number, u.resource, u.kind, u.dimension, u.amount, u.datacenter, u.tenant, u.project, u.environment,
                       u.began, u.ended
                FROM tenancy.usage u WHERE
                """
                        + NARROWED
                        + " AND (?::uuid IS NULL OR u.resource = ?::uuid) AND u.number > ? ORDER BY u.number LIMIT ?",
                Usage::interval,
                question.tenant(),
                question.tenant(),
                question.project(),
                question.project(),
                question.environment(),
                question.environment(),
                question.datacenter(),
                question.datacenter(),
                question.dimension(),
                question.dimension(),
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                question.until(),
                question.from(),
                resource,
                resource,
                after,
                limit);
    }

    private static UsageTotal total(Row row) {
        var address = new StringBuilder(row.text("tenant_name"));
        for (var level : List.of("project", "environment")) {
            var id = row.uuidOrNull(level);
            if (id != null) {
                var name = row.textOrNull(level + "_name");
                address.append('/').append(name == null ? id.toString() : name);
            }
        }
        return new UsageTotal(
                new Id(IdKind.TENANT, row.uuid("tenant")),
                id(IdKind.PROJECT, row.uuidOrNull("project")),
                id(IdKind.ENVIRONMENT, row.uuidOrNull("environment")),
                address.toString(),
                row.text("datacenter"),
                row.text("dimension"),
                row.number("unit_seconds"),
                row.number("at_end"));
    }

    private static UsageInterval interval(Row row) {
        return new UsageInterval(
                row.number("number"),
                new Id(IdKind.valueOf(row.text("kind")), row.uuid("resource")),
                row.text("dimension"),
                row.number("amount"),
                row.text("datacenter"),
                new Id(IdKind.TENANT, row.uuid("tenant")),
                id(IdKind.PROJECT, row.uuidOrNull("project")),
                id(IdKind.ENVIRONMENT, row.uuidOrNull("environment")),
                row.instant("began"),
                row.instantOrNull("ended"));
    }

    private static @Nullable Id id(IdKind kind, @Nullable UUID uuid) {
        return uuid == null ? null : new Id(kind, uuid);
    }
}
