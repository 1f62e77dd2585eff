package no.dataverket.sentral.inventory.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.TrustChange;
import no.dataverket.contract.api.inventory.TrustChange.TrustChangeState;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.Operator;
import no.dataverket.sentral.inventory.element.StoredElement;
import no.dataverket.sentral.inventory.plan.Difference;
import no.dataverket.sentral.inventory.plan.Digest;
import org.jspecify.annotations.Nullable;

/// What waits for a second operator, in PostgreSQL.
///
/// Of what was declared there is one trust change at most: it holds all that is not trusted yet, and is made
/// anew with each change of the declarations, so that nobody approves what is not so any more.
public final class TrustChanges {

    /// How long a second operator may take.
    public static final Duration LIFE = Duration.ofDays(7);

    /// Comes from declarations.
    public static final String DECLARATION = "declaration";

    /// Comes from a difference that somebody wants to adopt.
    public static final String DRIFT = "drift";

    private static final String HEAD = """
            SELECT id, origin, elements, hash,
                   CASE WHEN state = 'PENDING_APPROVAL' AND expires_at <= now() THEN 'VOID' ELSE state END AS state,
                   requesters::text[] AS requesters, requested_by, requested_at, expires_at, decided_by, decided_at, comment
            """;
    private static final String FROM = " FROM inventory.trust_change ";
    private static final String SELECT = HEAD + ", actions::text AS actions" + FROM;

    /// A trust change with the principals who asked for it.
    public record Kept(TrustChange change, Collection<UUID> requesters) {

        private boolean isFor(List<InventoryAction> actions, Collection<UUID> others) {
            return change.state() == TrustChangeState.PENDING_APPROVAL
                    && change.actions().equals(actions)
                    && requesters.containsAll(others);
        }
    }

    /// Makes the one trust change of the declarations anew, unless the one that waits is still what it would be.
    ///
    /// @param stored all elements
    /// @return the change; null where all is trusted
    public @Nullable Id renew(Transaction transaction, SortedMap<String, StoredElement> stored, Operator operator) {
        var requesters = new TreeSet<UUID>();
        var actions = new ArrayList<InventoryAction>();
        for (var element : stored.values()) {
            if (!element.isTrusted()) {
                actions.add(untrusted(element));
                requesters.add(element.declaredBy() == null ? operator.id() : element.declaredBy());
            }
        }
        var waiting = transaction.first(
                SELECT + "WHERE origin = 'declaration' AND state = 'PENDING_APPROVAL'", TrustChanges::kept);
        if (waiting.isPresent() && waiting.get().isFor(actions, requesters)) {
            return waiting.get().change().id();
        }
        transaction.update("""
                UPDATE inventory.trust_change SET state = 'VOID', decided_at = now(), comment = 'the declarations changed'
                WHERE origin = 'declaration' AND state = 'PENDING_APPROVAL'
                """);
        return actions.isEmpty() ? null : ask(transaction, DECLARATION, actions, requesters, operator.name());
    }

    /// Makes void what can't be adopted any more because the declarations changed.
    ///
    /// @param declared all elements
    public void voidUnfit(Transaction transaction, SortedMap<String, Element> declared) {
        var pending = transaction.query(
                SELECT + "WHERE origin = 'drift' AND state = 'PENDING_APPROVAL' FOR UPDATE", TrustChanges::kept);
        for (var kept : pending) {
            boolean fits = kept.change().actions().stream()
                    .allMatch(action -> Difference.fits(declared.get(action.key()), action));
            if (!fits) {
                transaction.update("""
                        UPDATE inventory.trust_change
                        SET state = 'VOID', decided_at = now(), comment = 'the declarations changed' WHERE id = ?
                        """, kept.change().id());
                transaction.update("""
                        UPDATE inventory.drift SET state = 'OPEN', trust_change = NULL WHERE trust_change = ?
                        """, kept.change().id());
            }
        }
    }

    /// Asks for a second operator.
    public Id ask(
            Transaction transaction,
            String origin,
            List<InventoryAction> actions,
            Collection<UUID> requesters,
            String actor) {
        var id = Id.next(IdKind.TRUST_CHANGE);
        transaction.update(
                """
                INSERT INTO inventory.trust_change (id, origin, elements, actions, hash, state, requesters, requested_by,
                    expires_at)
                VALUES (?, ?, ?, ?::jsonb, ?, 'PENDING_APPROVAL', ?::uuid[], ?, ?)
                """,
                id,
                origin,
                actions.size(),
                Json.tree(actions),
                Digest.of(id.toString(), actions),
                requesters,
                actor,
                Instant.now().plus(LIFE));
        return id;
    }

    public Optional<Kept> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", TrustChanges::kept, id);
    }

    /// Like [#find], and nobody else decides it until the transaction ends.
    public Optional<Kept> lock(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? FOR UPDATE", TrustChanges::kept, id);
    }

    /// Trust changes in order of their ids, without what is to be trusted.
    ///
    /// @param state only this one; any where null
    public List<TrustChange> list(
            Transaction transaction, @Nullable TrustChangeState state, @Nullable UUID after, int limit) {
        var wanted = state == null ? null : state.name();
        return transaction.query(
                "SELECT * FROM (" + HEAD + FROM
                        + ") t WHERE (?::text IS NULL OR state = ?) AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                row -> kept(row, List.of()).change(),
                wanted,
                wanted,
                after,
                after,
                limit);
    }

    public long pending(Transaction transaction) {
        return transaction.one(
                "SELECT count(*) AS n FROM inventory.trust_change WHERE state = 'PENDING_APPROVAL' AND expires_at > now()",
                row -> row.number("n"));
    }

    public void decide(
            Transaction transaction, Id id, TrustChangeState state, Operator operator, @Nullable String comment) {
        transaction.update("""
                UPDATE inventory.trust_change
                SET state = ?, decider = ?, decided_by = ?, decided_at = now(), comment = ? WHERE id = ?
                """, state, operator.id(), operator.name(), comment, id);
    }

    /// What of an element others may not rely on yet, as a change from what they rely on now.
    static InventoryAction untrusted(StoredElement stored) {
        var wanted = new Element(stored.element().key(), stored.element().sensitive());
        var relied =
                stored.trusted() == null ? null : new Element(stored.element().key(), new TreeMap<>(stored.trusted()));
        return Difference.action(relied, wanted);
    }

    /// Forgets what came to nothing a month ago. What was decided is kept.
    public void forgetOld(Transaction transaction) {
        transaction.update("""
                DELETE FROM inventory.trust_change
                WHERE state IN ('VOID', 'PENDING_APPROVAL') AND expires_at < now() - interval '30 days'
                """);
    }

    private static Kept kept(Row row) {
        return kept(row, List.of(row.json("actions", InventoryAction[].class)));
    }

    private static Kept kept(Row row, List<InventoryAction> actions) {
        var change = new TrustChange(
                new Id(IdKind.TRUST_CHANGE, row.uuid("id")),
                row.text("hash"),
                TrustChangeState.valueOf(row.text("state")),
                row.text("origin"),
                row.integer("elements"),
                actions,
                row.text("requested_by"),
                row.instant("requested_at"),
                row.instant("expires_at"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"),
                row.textOrNull("comment"));
        return new Kept(
                change, row.texts("requesters").stream().map(UUID::fromString).toList());
    }
}
