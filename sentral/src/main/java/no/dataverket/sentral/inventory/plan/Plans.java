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
import no.dataverket.sentral.inventory.element.Operator;
import org.jspecify.annotations.Nullable;

/// Plans in PostgreSQL. A plan's content is written once.
public final class Plans {

    private static final String HEAD = """
            SELECT p.id, p.hash, p.parent, p.prune, p.creates, p.changes, p.deletes, p.unchanged, p.created_by, p.creator,
                   p.created_at, p.applied_by, p.applied_at, p.trust_change, g.number
            """;
    private static final String FROM = """
            FROM inventory.inventory_plan p CROSS JOIN inventory.inventory_generation g
            """;
    private static final String WHOLE = HEAD + ", p.actions::text AS actions, p.unmentioned " + FROM;

    /// A plan with the principal who made it.
    public record Kept(InventoryPlan plan, @Nullable UUID creator) {}

    public Id insert(Transaction transaction, long parent, boolean prune, Difference difference, Operator operator) {
        var id = Id.next(IdKind.INVENTORY_PLAN);
        transaction.update(
                """
                INSERT INTO inventory.inventory_plan (id, hash, parent, prune, creates, changes, deletes, actions,
                    unmentioned, unchanged, created_by, creator)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                """,
                id,
                Digest.of("plan " + parent, difference.actions()),
                parent,
                prune,
                count(difference.actions(), InventoryVerb.CREATE),
                count(difference.actions(), InventoryVerb.CHANGE),
                count(difference.actions(), InventoryVerb.DELETE),
                Json.tree(difference.actions()),
                difference.unmentioned(),
                difference.unchanged(),
                operator.name(),
                operator.id());
        return id;
    }

    public Optional<InventoryPlan> find(Transaction transaction, Id id) {
        return transaction.first(WHOLE + "WHERE p.id = ?", Plans::whole, id);
    }

    /// Like [#find], and nobody else applies it until the transaction ends.
    public Optional<Kept> lock(Transaction transaction, Id id) {
        return transaction.first(
                WHOLE + "WHERE p.id = ? FOR UPDATE OF p", row -> new Kept(whole(row), row.uuidOrNull("creator")), id);
    }

    /// Plans in order of their ids, without what they do.
    public List<InventoryPlan> list(Transaction transaction, @Nullable UUID after, int limit) {
        return transaction.query(
                HEAD + FROM + "WHERE (?::uuid IS NULL OR p.id > ?) ORDER BY p.id LIMIT ?",
                row -> plan(row, List.of(), List.of()),
                after,
                after,
                limit);
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

    private static InventoryPlan whole(Row row) {
        return plan(row, List.of(row.json("actions", InventoryAction[].class)), row.texts("unmentioned"));
    }

    private static InventoryPlan plan(Row row, List<InventoryAction> actions, List<String> unmentioned) {
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
                row.integer("creates"),
                row.integer("changes"),
                row.integer("deletes"),
                row.integer("unchanged"),
                actions,
                unmentioned,
                trust == null ? null : new Id(IdKind.TRUST_CHANGE, trust));
    }

    private static int count(List<InventoryAction> actions, InventoryVerb verb) {
        return (int) actions.stream().filter(action -> action.action() == verb).count();
    }
}
