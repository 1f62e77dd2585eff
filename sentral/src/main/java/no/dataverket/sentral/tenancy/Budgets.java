package no.dataverket.sentral.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Limits and their use. Use is charged in the transaction that creates what uses it and given back in the
/// one that removes it; a budget is never passed, however many ask at once. What a tenant is charged is also
/// written down as [Usage], by the same statement.
public final class Budgets {

    /// The datacenter of a limit that holds in all of them together.
    public static final String EVERYWHERE = "";

    /// Who limits.
    ///
    /// @param label for the one who is refused: `project shop`
    /// @param address where its quota is set: `acme/shop`; null for what has no quota
    /// @param exceeded what the one who is refused is told
    public record Limiter(Id id, String label, @Nullable String address, ProblemCode exceeded) {}

    /// One use of one budget.
    public record Charge(Limiter limiter, String dimension, long amount) {}

    /// What uses, in whose name, and where.
    public record Consumer(
            Id resource,
            Id tenant,
            @Nullable Id project,
            @Nullable Id environment,
            String datacenter) {}

    /// A budget as it stands.
    ///
    /// @param datacenter where it limits; [#EVERYWHERE] for all together
    /// @param most null for no limit
    public record Budget(
            String dimension,
            String datacenter,
            long used,
            @Nullable Long most) {}

    /// Charges what fits as a whole, or nothing. Budgets are locked in one order for everybody, so that two
    /// transactions never wait for each other; what the resource is charged already is left alone. Only what the
    /// tenant is charged is usage: the levels below repeat it.
    private static final String CHARGE = """
            WITH asked AS MATERIALIZED (
                SELECT one.owner, one.dimension, sum(one.amount)::bigint AS amount
                FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS one (owner, dimension, amount)
                WHERE NOT EXISTS (
                    SELECT FROM tenancy.charge c
                    WHERE c.resource = ?::uuid AND c.owner = one.owner AND c.dimension = one.dimension)
                GROUP BY one.owner, one.dimension),
            held AS MATERIALIZED (
                SELECT b.owner, b.dimension, b.datacenter, b.used, b.most, asked.amount
                FROM tenancy.budget b JOIN asked
                    ON b.owner = asked.owner AND b.dimension = asked.dimension AND b.datacenter IN ('', ?::text)
                ORDER BY b.owner, b.dimension, b.datacenter FOR UPDATE OF b),
            fits AS MATERIALIZED (
                SELECT bool_and(most IS NULL OR used + amount <= most)
                    AND count(*) FILTER (WHERE datacenter = '') = (SELECT count(*) FROM asked) AS whole FROM held),
            raised AS (
                UPDATE tenancy.budget b SET used = b.used + held.amount FROM held, fits
                WHERE fits.whole AND b.owner = held.owner AND b.dimension = held.dimension
                    AND b.datacenter = held.datacenter),
            charged AS (
                INSERT INTO tenancy.charge (resource, owner, dimension, datacenter, amount)
                SELECT ?::uuid, owner, dimension, ?::text, amount FROM asked, fits WHERE fits.whole),
            begun AS (
                INSERT INTO tenancy.usage_event
                    (at, resource, kind, dimension, amount, datacenter, tenant, project, environment)
                SELECT (SELECT clock_timestamp()), ?::uuid, ?::text, dimension, amount, ?::text, owner, ?::uuid, ?::uuid
                FROM asked, fits WHERE fits.whole AND owner = ?::uuid
                RETURNING *),
            opened AS (
                INSERT INTO tenancy.usage
                    (number, resource, kind, dimension, amount, datacenter, tenant, project, environment, began)
                SELECT number, resource, kind, dimension, amount, datacenter, tenant, project, environment, at FROM begun)
            SELECT asked.owner, asked.dimension, asked.amount, held.datacenter, held.used, held.most
            FROM asked LEFT JOIN held USING (owner, dimension)
            """;

    /// Brings what a resource is charged already to other amounts, as a whole or not at all. An amount that falls
    /// always fits. A change of usage is one event: it ends one interval and begins the next.
    private static final String RECHARGE = """
            WITH wanted AS MATERIALIZED (
                SELECT one.owner, one.dimension, sum(one.amount)::bigint AS amount
                FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS one (owner, dimension, amount)
                GROUP BY one.owner, one.dimension),
            asked AS MATERIALIZED (
                SELECT c.owner, c.dimension, c.datacenter AS site, wanted.amount AS level, wanted.amount - c.amount AS amount
                FROM wanted JOIN tenancy.charge c
                    ON c.resource = ?::uuid AND c.owner = wanted.owner AND c.dimension = wanted.dimension
                WHERE c.amount <> wanted.amount),
            held AS MATERIALIZED (
                SELECT b.owner, b.dimension, b.datacenter, b.used, b.most, asked.amount
                FROM tenancy.budget b JOIN asked
                    ON b.owner = asked.owner AND b.dimension = asked.dimension AND b.datacenter IN ('', asked.site)
                ORDER BY b.owner, b.dimension, b.datacenter FOR UPDATE OF b),
            fits AS MATERIALIZED (
                SELECT coalesce(bool_and(amount <= 0 OR most IS NULL OR used + amount <= most), true)
                    AND count(*) FILTER (WHERE datacenter = '') = (SELECT count(*) FROM asked) AS whole FROM held),
            moved AS (
                UPDATE tenancy.budget b SET used = b.used + held.amount FROM held, fits
                WHERE fits.whole AND b.owner = held.owner AND b.dimension = held.dimension
                    AND b.datacenter = held.datacenter),
            charged AS (
                UPDATE tenancy.charge c SET amount = asked.level FROM asked, fits
                WHERE fits.whole AND c.resource = ?::uuid AND c.owner = asked.owner AND c.dimension = asked.dimension),
            ended AS (
                UPDATE tenancy.usage u SET ended = greatest(u.began, (SELECT clock_timestamp())) FROM asked, fits
                WHERE fits.whole AND u.resource = ?::uuid AND u.ended IS NULL AND u.dimension = asked.dimension
                    AND u.tenant = asked.owner
                RETURNING u.*, asked.level),
            begun AS (
                INSERT INTO tenancy.usage_event
                    (at, resource, kind, dimension, amount, datacenter, tenant, project, environment)
                SELECT ended, resource, kind, dimension, level, datacenter, tenant, project, environment FROM ended
                RETURNING *),
            opened AS (
                INSERT INTO tenancy.usage
                    (number, resource, kind, dimension, amount, datacenter, tenant, project, environment, began)
                SELECT number, resource, kind, dimension, amount, datacenter, tenant, project, environment, at FROM begun)
            SELECT asked.owner, asked.dimension, asked.amount, held.datacenter, held.used, held.most
            FROM asked LEFT JOIN held USING (owner, dimension)
            """;

    private static final String RELEASE = """
            WITH going AS MATERIALIZED (
                SELECT owner, dimension, datacenter, amount FROM tenancy.charge
                WHERE resource = ?::uuid AND (?::uuid IS NULL OR owner = ?::uuid)
                    AND (?::text IS NULL OR dimension = ?::text)),
            held AS MATERIALIZED (
                SELECT b.owner, b.dimension, b.datacenter, going.amount
                FROM tenancy.budget b JOIN going
                    ON b.owner = going.owner AND b.dimension = going.dimension AND b.datacenter IN ('', going.datacenter)
                ORDER BY b.owner, b.dimension, b.datacenter FOR UPDATE OF b),
            lowered AS (
                UPDATE tenancy.budget b SET used = b.used - held.amount FROM held
                WHERE b.owner = held.owner AND b.dimension = held.dimension AND b.datacenter = held.datacenter),
            given AS (
                DELETE FROM tenancy.charge c USING going
                WHERE c.resource = ?::uuid AND c.owner = going.owner AND c.dimension = going.dimension),
            ended AS (
                UPDATE tenancy.usage u SET ended = greatest(u.began, (SELECT clock_timestamp())) FROM going
                WHERE u.resource = ?::uuid AND u.ended IS NULL AND u.dimension = going.dimension AND u.tenant = going.owner
                RETURNING u.*)
            INSERT INTO tenancy.usage_event
                (at, resource, kind, dimension, amount, datacenter, tenant, project, environment)
            SELECT ended, resource, kind, dimension, 0, datacenter, tenant, project, environment FROM ended
            """;

    private record Key(UUID owner, String dimension) {

        static Key of(Charge charge) {
            return new Key(charge.limiter().id().uuid(), charge.dimension());
        }
    }

    /// A budget as it was before the charge.
    ///
    /// @param datacenter null where there is no budget at all
    /// @param amount what was asked for, whether it fits or not
    private record Held(
            @Nullable String datacenter,
            long amount,
            long used,
            @Nullable Long most) {

        boolean exceeded() {
            return datacenter == null || (amount > 0 && most != null && used + amount > most);
        }

        String where() {
            return datacenter == null || datacenter.equals(EVERYWHERE) ? "" : " in " + datacenter;
        }
    }

    /// Makes a budget that counts everywhere, or changes its limit. A limit below the use stops new use and
    /// takes nothing away.
    public void set(Transaction transaction, Id owner, String dimension, @Nullable Long most) {
        transaction.update("""
                INSERT INTO tenancy.budget (owner, dimension, most) VALUES (?, ?, ?)
                ON CONFLICT (owner, dimension, datacenter) DO UPDATE SET most = excluded.most
                """, owner, dimension, most);
    }

    /// Limits use in one datacenter, or limits it no more. Use is counted from the charges while nobody can
    /// charge, so this waits for the requests that are under way, and belongs at the beginning of its
    /// transaction's writes.
    public void setIn(Transaction transaction, Id owner, String dimension, String datacenter, @Nullable Long most) {
        if (most == null) {
            transaction.update(
                    "DELETE FROM tenancy.budget WHERE owner = ? AND dimension = ? AND datacenter = ?",
                    owner,
                    dimension,
                    datacenter);
            return;
        }
        transaction.update("LOCK TABLE tenancy.budget IN SHARE ROW EXCLUSIVE MODE");
        transaction.update("""
                INSERT INTO tenancy.budget (owner, dimension, datacenter, used, most)
                SELECT ?::uuid, ?::text, ?::text, coalesce(sum(amount), 0)::bigint, ?::bigint FROM tenancy.charge
                WHERE owner = ? AND dimension = ? AND datacenter = ?
                ON CONFLICT (owner, dimension, datacenter) DO UPDATE SET most = excluded.most
                """, owner, dimension, datacenter, most, owner, dimension, datacenter);
    }

    /// The budgets of an owner, those that count everywhere first.
    public List<Budget> of(Transaction transaction, Id owner) {
        return of(transaction, List.of(owner)).getOrDefault(owner.uuid(), List.of());
    }

    /// The budgets of each owner, those that count everywhere first.
    public Map<UUID, List<Budget>> of(Transaction transaction, List<Id> owners) {
        return byOwner(transaction, """
                SELECT owner, dimension, datacenter, used, most FROM tenancy.budget
                WHERE owner = ANY (?::uuid[]) ORDER BY datacenter, dimension
                """, owners);
    }

    /// For each owner and dimension, the sum of the limits of the scopes directly below, as the use of a budget.
    public Map<UUID, List<Budget>> ofChildren(Transaction transaction, List<Id> parents) {
        return byOwner(transaction, """
                SELECT s.parent AS owner, b.dimension, '' AS datacenter, sum(b.most)::bigint AS used, NULL::bigint AS most
                FROM tenancy.budget b JOIN tenancy.scope s ON s.id = b.owner
                WHERE s.parent = ANY (?::uuid[]) AND b.datacenter = '' AND b.most IS NOT NULL
                GROUP BY s.parent, b.dimension
                """, parents);
    }

    private static Map<UUID, List<Budget>> byOwner(Transaction transaction, String sql, List<Id> owners) {
        var found = new HashMap<UUID, List<Budget>>();
        transaction.query(
                sql,
                row -> found.computeIfAbsent(row.uuid("owner"), unused -> new ArrayList<>())
                        .add(new Budget(
                                row.text("dimension"),
                                row.text("datacenter"),
                                row.number("used"),
                                row.numberOrNull("most"))),
                owners);
        return found;
    }

    /// Charges everything that the resource is not charged yet, or nothing. Everybody who charges the same
    /// budgets waits from here until the transaction ends, so this belongs at its end.
    ///
    /// @return use and limit after it, for each limit touched, as `used/limit`
    /// @throws Failure of the first budget that is exceeded, with a violation for each
    public Map<String, String> charge(Transaction transaction, Consumer consumer, List<Charge> charges) {
        var wanted = charges.stream().filter(charge -> charge.amount() > 0).toList();
        var resource = consumer.resource();
        var held = held(
                transaction,
                CHARGE,
                owners(wanted),
                dimensions(wanted),
                amounts(wanted),
                resource,
                consumer.datacenter(),
                resource,
                consumer.datacenter(),
                resource,
                resource.kind(),
                consumer.datacenter(),
                consumer.project(),
                consumer.environment(),
                consumer.tenant());
        var refusals = refusals(wanted, held);
        if (!refusals.isEmpty()) {
            throw told(refusals);
        }
        return after(wanted, held);
    }

    /// Brings what the resource is charged already to these amounts, or changes nothing. What it is not
    /// charged, such as the running virtual CPUs of one that is stopped, stays so. Like [#charge] it belongs
    /// at a transaction's end.
    ///
    /// @return use and limit after it, for each limit touched, as `used/limit`
    /// @throws Failure of the first budget that is exceeded, with a violation for each
    public Map<String, String> recharge(Transaction transaction, Id resource, List<Charge> charges) {
        var wanted = charges.stream().filter(charge -> charge.amount() > 0).toList();
        var held = held(
                transaction,
                RECHARGE,
                owners(wanted),
                dimensions(wanted),
                amounts(wanted),
                resource,
                resource,
                resource);
        var refusals = refusals(wanted, held);
        if (!refusals.isEmpty()) {
            throw told(refusals);
        }
        return after(wanted, held);
    }

    /// Why a charge would be refused now, one reason for each budget; empty where it would not. Charges nothing
    /// and holds nothing.
    public List<Failure> refusals(Transaction transaction, String datacenter, List<Charge> charges) {
        var wanted = charges.stream().filter(charge -> charge.amount() > 0).toList();
        var held = held(transaction, """
                SELECT asked.owner, asked.dimension, asked.amount, b.datacenter, b.used, b.most
                FROM (SELECT owner, dimension, sum(amount)::bigint AS amount
                      FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS one (owner, dimension, amount)
                      GROUP BY owner, dimension) asked
                LEFT JOIN tenancy.budget b
                    ON b.owner = asked.owner AND b.dimension = asked.dimension AND b.datacenter IN ('', ?::text)
                """, owners(wanted), dimensions(wanted), amounts(wanted), datacenter);
        return refusals(wanted, held);
    }

    /// Gives back all that a resource was charged.
    public void release(Transaction transaction, Id resource) {
        release(transaction, resource, null, null);
    }

    /// Gives back what a resource was charged by one owner.
    public void release(Transaction transaction, Id resource, Id owner) {
        release(transaction, resource, owner, null);
    }

    /// Gives back what a resource was charged in one dimension.
    public void release(Transaction transaction, Id resource, String dimension) {
        release(transaction, resource, null, dimension);
    }

    private static void release(Transaction transaction, Id resource, @Nullable Id owner, @Nullable String dimension) {
        transaction.update(RELEASE, resource, owner, owner, dimension, dimension, resource, resource);
    }

    /// Removes the budgets of an owner that is gone.
    public void remove(Transaction transaction, Id owner) {
        transaction.update("DELETE FROM tenancy.budget WHERE owner = ?", owner);
    }

    private static Map<Key, List<Held>> held(Transaction transaction, String sql, @Nullable Object... parameters) {
        var found = new HashMap<Key, List<Held>>();
        transaction.query(
                sql,
                row -> found.computeIfAbsent(
                                new Key(row.uuid("owner"), row.text("dimension")), unused -> new ArrayList<>())
                        .add(held(row)),
                parameters);
        return found;
    }

    private static Held held(Row row) {
        var datacenter = row.textOrNull("datacenter");
        long used = datacenter == null ? 0 : row.number("used");
        return new Held(datacenter, row.number("amount"), used, row.numberOrNull("most"));
    }

    private static List<Failure> refusals(List<Charge> charges, Map<Key, List<Held>> held) {
        var refusals = new ArrayList<Failure>();
        for (var charge : charges) {
            held.getOrDefault(Key.of(charge), List.of()).stream()
                    .filter(Held::exceeded)
                    .map(budget -> exceeded(charge, budget))
                    .forEach(refusals::add);
        }
        return refusals;
    }

    private static Failure told(List<Failure> refusals) {
        var first = refusals.getFirst();
        return refusals.size() == 1
                ? first
                : first.violations(refusals.stream()
                        .map(Failure::problem)
                        .map(problem -> new Violation("", problem.code(), problem.detail()))
                        .toList());
    }

    private static Map<String, String> after(List<Charge> charges, Map<Key, List<Held>> held) {
        var after = new LinkedHashMap<String, String>();
        for (var charge : charges) {
            for (var budget : held.getOrDefault(Key.of(charge), List.of())) {
                after.put(
                        charge.limiter().label() + " " + charge.dimension() + budget.where(),
                        budget.used() + budget.amount() + "/" + (budget.most() == null ? "unlimited" : budget.most()));
            }
        }
        return after;
    }

    private static Failure exceeded(Charge charge, Held budget) {
        var limiter = charge.limiter();
        long most = budget.most() == null ? 0 : budget.most();
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("level", limiter.id().kind().name());
        parameters.put("limiter", limiter.address() == null ? limiter.label() : limiter.address());
        parameters.put("dimension", charge.dimension());
        if (!budget.where().isEmpty()) {
            parameters.put("datacenter", String.valueOf(budget.datacenter()));
        }
        parameters.put("limit", Long.toString(most));
        parameters.put("used", Long.toString(budget.used()));
        parameters.put("requested", Long.toString(budget.amount()));
        var failure = Failure.of(
                        limiter.exceeded(),
                        "The limit of " + limiter.label() + " on " + charge.dimension() + budget.where() + " is " + most
                                + "; " + budget.used() + " are used and " + budget.amount() + " more were asked for.")
                .parameters(parameters);
        return limiter.address() == null ? failure : failure.hint(remedy(limiter, charge.dimension(), budget));
    }

    private static String remedy(Limiter limiter, String dimension, Held budget) {
        var who = switch (limiter.id().kind()) {
            case TENANT -> "a platform operator raises it";
            case PROJECT -> "a tenant administrator raises it";
            default -> "an editor of the project raises it";
        };
        var where = budget.where().isEmpty() ? "" : " --datacenter " + budget.datacenter();
        return "Delete what is not needed, or " + who + ": dv quota set " + limiter.address() + " --limits " + dimension
                + "=" + (budget.used() + budget.amount()) + where;
    }

    private static List<Id> owners(List<Charge> charges) {
        return charges.stream().map(charge -> charge.limiter().id()).toList();
    }

    private static List<String> dimensions(List<Charge> charges) {
        return charges.stream().map(Charge::dimension).toList();
    }

    private static List<String> amounts(List<Charge> charges) {
        return charges.stream().map(charge -> Long.toString(charge.amount())).toList();
    }
}
