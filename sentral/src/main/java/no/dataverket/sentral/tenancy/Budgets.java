package no.dataverket.sentral.tenancy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Limits and their use. Use is charged in the transaction that creates what uses it and given back in the
/// one that removes it; a budget is never passed, however many ask at once.
public final class Budgets {

    /// One use of one budget.
    ///
    /// @param label who limits, for the one who is refused: `project shop`
    /// @param exceeded what the one who is refused is told
    public record Charge(Id owner, String dimension, long amount, String label, ProblemCode exceeded) {}

    /// A budget as it stands.
    ///
    /// @param most null for no limit
    public record Budget(
            String dimension, long used, @Nullable Long most) {

        boolean exceededBy(long amount) {
            return most != null && used + amount > most;
        }
    }

    private record Key(UUID owner, String dimension) {}

    /// Makes a budget, or changes its limit. A limit below the use stops new use and takes nothing away.
    public void set(Transaction transaction, Id owner, String dimension, @Nullable Long most) {
        transaction.update("""
                INSERT INTO tenancy.budget (owner, dimension, most) VALUES (?, ?, ?)
                ON CONFLICT (owner, dimension) DO UPDATE SET most = excluded.most
                """, owner, dimension, most);
    }

    public List<Budget> of(Transaction transaction, Id owner) {
        return transaction.query(
                "SELECT dimension, used, most FROM tenancy.budget WHERE owner = ? ORDER BY dimension",
                row -> new Budget(row.text("dimension"), row.number("used"), row.numberOrNull("most")),
                owner);
    }

    /// Charges everything, or nothing. Everybody who charges the same budgets waits from here until the
    /// transaction ends, so this belongs at its end.
    ///
    /// @return use and limit after it, for each limit touched, as `used/limit`
    /// @throws Failure of the first charge that does not fit
    public Map<String, String> charge(Transaction transaction, Id resource, List<Charge> charges) {
        var wanted = charges.stream().filter(charge -> charge.amount() > 0).toList();
        var owners = wanted.stream().map(Charge::owner).toList();
        var dimensions = wanted.stream().map(Charge::dimension).toList();
        var amounts =
                wanted.stream().map(charge -> Long.toString(charge.amount())).toList();
        var budgets = lock(transaction, owners, dimensions);
        var after = new LinkedHashMap<String, String>();
        for (var charge : wanted) {
            var key = new Key(charge.owner().uuid(), charge.dimension());
            var budget = budgets.get(key);
            if (budget == null || budget.exceededBy(charge.amount())) {
                throw exceeded(budget, charge);
            }
            var charged = new Budget(budget.dimension(), budget.used() + charge.amount(), budget.most());
            budgets.put(key, charged);
            after.put(
                    charge.label() + " " + charge.dimension(),
                    charged.used() + "/" + (charged.most() == null ? "unlimited" : charged.most()));
        }
        transaction.update("""
                WITH asked AS (
                    SELECT owner, dimension, sum(amount) AS amount
                    FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS one (owner, dimension, amount)
                    GROUP BY owner, dimension),
                used AS (
                    UPDATE tenancy.budget b SET used = b.used + asked.amount FROM asked
                    WHERE b.owner = asked.owner AND b.dimension = asked.dimension)
                INSERT INTO tenancy.charge AS c (resource, owner, dimension, amount)
                SELECT ?, owner, dimension, amount FROM asked
                ON CONFLICT (resource, owner, dimension) DO UPDATE SET amount = c.amount + excluded.amount
                """, owners, dimensions, amounts, resource);
        return after;
    }

    /// In one order for everybody, so that two transactions never wait for each other.
    private static Map<Key, Budget> lock(Transaction transaction, List<Id> owners, List<String> dimensions) {
        var budgets = new HashMap<Key, Budget>();
        transaction.query(
                """
                SELECT owner, dimension, used, most FROM tenancy.budget
                WHERE (owner, dimension) IN (SELECT * FROM unnest(?::uuid[], ?::text[]))
                ORDER BY owner, dimension FOR UPDATE
                """,
                row -> budgets.put(
                        new Key(row.uuid("owner"), row.text("dimension")),
                        new Budget(row.text("dimension"), row.number("used"), row.numberOrNull("most"))),
                owners,
                dimensions);
        return budgets;
    }

    /// Gives back all that a resource was charged.
    public void release(Transaction transaction, Id resource) {
        release(transaction, resource, null);
    }

    /// Gives back what a resource was charged by one owner; by all where null.
    public void release(Transaction transaction, Id resource, @Nullable Id owner) {
        transaction.query("""
                SELECT 1 AS locked FROM tenancy.budget b
                WHERE (b.owner, b.dimension) IN (SELECT owner, dimension FROM tenancy.charge WHERE resource = ?)
                ORDER BY b.owner, b.dimension FOR UPDATE
                """, row -> row.integer("locked"), resource);
        transaction.update("""
                WITH given AS (
                    DELETE FROM tenancy.charge WHERE resource = ? AND (?::uuid IS NULL OR owner = ?)
                    RETURNING owner, dimension, amount)
                UPDATE tenancy.budget b SET used = b.used - given.amount
                FROM given WHERE b.owner = given.owner AND b.dimension = given.dimension
                """, resource, owner, owner);
    }

    /// Removes the budgets of an owner that is gone.
    public void remove(Transaction transaction, Id owner) {
        transaction.update("DELETE FROM tenancy.budget WHERE owner = ?", owner);
    }

    /// Budgets whose use is not the sum of their charges. Always empty; asked by tests and by the checker.
    public List<String> discrepancies(Transaction transaction) {
        return transaction.query("""
                SELECT b.owner || ' ' || b.dimension || ': used ' || b.used || ', charged ' || coalesce(c.sum, 0) AS found
                FROM tenancy.budget b
                LEFT JOIN (SELECT owner, dimension, sum(amount) AS sum FROM tenancy.charge GROUP BY 1, 2) c
                    ON c.owner = b.owner AND c.dimension = b.dimension
                WHERE b.used <> coalesce(c.sum, 0)
                """, row -> row.text("found"));
    }

    private static Failure exceeded(@Nullable Budget budget, Charge charge) {
        long used = budget == null ? 0 : budget.used();
        long most = budget == null || budget.most() == null ? 0 : budget.most();
        return Failure.of(
                        charge.exceeded(),
                        "The limit of " + charge.label() + " on " + charge.dimension() + " is " + most + "; " + used
                                + " are used and " + charge.amount() + " more were asked for.")
                .parameters(Map.of(
                        "limit", charge.label() + " " + charge.dimension(),
                        "most", String.valueOf(most),
                        "used", String.valueOf(used),
                        "requested", Long.toString(charge.amount())));
    }
}
