package no.dataverket.sentral.tenancy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            String dimension, long used, @Nullable Long most) {}

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

    /// Charges everything, or nothing.
    ///
    /// @return use and limit after it, for each limit touched, as `used/limit`
    /// @throws Failure of the first charge that does not fit
    public Map<String, String> charge(Transaction transaction, Id resource, List<Charge> charges) {
        // One order for everybody, so that two transactions never wait for each other.
        var ordered = charges.stream()
                .filter(charge -> charge.amount() > 0)
                .sorted(Comparator.comparing((Charge charge) -> charge.owner().toString())
                        .thenComparing(Charge::dimension))
                .toList();
        var after = new LinkedHashMap<String, String>();
        for (var charge : ordered) {
            var charged = transaction.first(
                    """
                    WITH used AS (
                        UPDATE tenancy.budget SET used = used + ?
                        WHERE owner = ? AND dimension = ? AND (most IS NULL OR used + ? <= most)
                        RETURNING used, most),
                    kept AS (
                        INSERT INTO tenancy.charge AS c (resource, owner, dimension, amount)
                        SELECT ?, ?, ?, ? FROM used
                        ON CONFLICT (resource, owner, dimension) DO UPDATE SET amount = c.amount + excluded.amount)
                    SELECT used, most FROM used
                    """,
                    row -> new Budget(charge.dimension(), row.number("used"), row.numberOrNull("most")),
                    charge.amount(),
                    charge.owner(),
                    charge.dimension(),
                    charge.amount(),
                    resource,
                    charge.owner(),
                    charge.dimension(),
                    charge.amount());
            if (charged.isEmpty()) {
                throw exceeded(transaction, charge);
            }
            var most = charged.get().most();
            after.put(
                    charge.label() + " " + charge.dimension(),
                    charged.get().used() + "/" + (most == null ? "unlimited" : most.toString()));
        }
        return after;
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

    private Failure exceeded(Transaction transaction, Charge charge) {
        var now = of(transaction, charge.owner()).stream()
                .filter(budget -> budget.dimension().equals(charge.dimension()))
                .findFirst();
        var used = now.map(Budget::used).orElse(0L);
        var most = now.map(Budget::most).orElse(0L);
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
