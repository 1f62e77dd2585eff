package no.dataverket.sentral.inventory.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.contract.api.inventory.InventoryPlan;
import no.dataverket.contract.api.inventory.InventoryPlan.PlanState;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// Plans in PostgreSQL. A plan's content is written once.
public final class Plans {

    private static final String SELECT = """
            SELECT p.id, p.hash, p.parent, p.prune, p.actions::text AS actions, p.unmentioned, p.unchanged, p.created_by,
                   p.created_at, p.applied_by, p.applied_at, p.trust_change, g.number
            FROM inventory.inventory_plan p CROSS JOIN inventory.inventory_generation g
            """;

    public Id insert(Transaction transaction, long parent, boolean prune, Difference difference, String actor) {
        var id = Id.next(IdKind.INVENTORY_PLAN);
        transaction.update(
                """
                INSERT INTO inventory.inventory_plan (id, hash, parent, prune, actions, unmentioned, unchanged, created_by)
                VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """,
                id,
                Digest.of("plan " + parent, difference.actions()),
                parent,
                prune,
                Json.tree(difference.actions()),
                difference.unmentioned(),
                difference.unchanged(),
                actor);
        return id;
    }

    public Optional<InventoryPlan> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE p.id = ?", Plans::plan, id);
    }

    /// Like [#find], and nobody else applies it until the transaction ends.
    public Optional<InventoryPlan> lock(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE p.id = ? FOR UPDATE OF p", Plans::plan, id);
    }

    public List<InventoryPlan> list(Transaction transaction, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + "WHERE (?::uuid IS NULL OR p.id > ?) ORDER BY p.id LIMIT ?", Plans::plan, after, after, limit);
    }

    public void applied(Transaction transaction, Id id, String actor, @Nullable Id trustChange) {
        transaction.update("""
                UPDATE inventory.inventory_plan SET applied_by = ?, applied_at = now(), trust_change = ? WHERE id = ?
                """, actor, trustChange, id);
    }

    /// Forgets plans that were not applied within a month.
    public void forgetOld(Transaction transaction) {
        transaction.update("""
                DELETE FROM inventory.inventory_plan WHERE applied_at IS NULL AND created_at < now() - interval '30 days'
                """);
    }

    private static InventoryPlan plan(Row row) {
        var actions = List.of(row.json("actions", InventoryAction[].class));
        var applied = row.instantOrNull("applied_at");
        var state = applied != null
                ? PlanState.APPLIED
                : row.number("parent") == row.number("number") ? PlanState.CURRENT : PlanState.STALE;
        var trust = row.uuidOrNull("trust_change");
        return new InventoryPlan(
                new Id(IdKind.INVENTORY_PLAN, row.uuid("id")),
                row.text("hash"),
                state,
                row.number("parent"),
                row.flag("prune"),
                row.text("created_by"),
                row.instant("created_at"),
                row.textOrNull("applied_by"),
                applied,
                count(actions, InventoryVerb.CREATE),
                count(actions, InventoryVerb.CHANGE),
                count(actions, InventoryVerb.DELETE),
                row.integer("unchanged"),
                actions,
                row.texts("unmentioned"),
                trust == null ? null : new Id(IdKind.TRUST_CHANGE, trust));
    }

    private static int count(List<InventoryAction> actions, InventoryVerb verb) {
        return (int) actions.stream().filter(action -> action.action() == verb).count();
    }
}
