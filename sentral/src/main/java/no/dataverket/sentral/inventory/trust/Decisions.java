package no.dataverket.sentral.inventory.trust;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.contract.api.inventory.TrustChange;
import no.dataverket.contract.api.inventory.TrustChange.TrustChangeState;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.Operator;
import no.dataverket.sentral.inventory.element.StoredElement;
import no.dataverket.sentral.inventory.observation.DriftBook;
import no.dataverket.sentral.inventory.plan.Difference;
import no.dataverket.sentral.inventory.plan.Planner;
import org.jspecify.annotations.Nullable;

/// Carries out what a second operator decides: bound to the hash of what they saw, never by who asked.
public final class Decisions {

    private final Elements elements;
    private final TrustChanges changes;
    private final Planner planner;
    private final DriftBook drift;

    public Decisions(Elements elements, TrustChanges changes, Planner planner, DriftBook drift) {
        this.elements = elements;
        this.changes = changes;
        this.planner = planner;
        this.drift = drift;
    }

    /// @throws Failure `SECOND_OPERATOR_NEEDED`, `TRUST_CHANGE_DECIDED`, `TRUST_CHANGE_VOID`,
    ///     `INVENTORY_CONFLICT`, `RESOURCE_NOT_FOUND`
    public TrustChange approve(
            Transaction transaction, Id id, String hash, Operator operator, @Nullable String comment) {
        elements.lock(transaction);
        var kept = pending(transaction, id, hash);
        if (kept.requesters().contains(operator.id())) {
            throw Failure.of(
                    ProblemCode.SECOND_OPERATOR_NEEDED, operator.name() + " asked for this, and can't approve it.");
        }
        var change = kept.change();
        changes.decide(transaction, id, TrustChangeState.APPROVED, operator, comment);
        if (change.origin().equals(TrustChanges.DRIFT)) {
            adopt(transaction, change.actions(), operator);
        } else {
            trust(transaction, change.actions());
        }
        return changes.find(transaction, id).orElseThrow().change();
    }

    /// Anybody may reject, also who asked.
    public TrustChange reject(
            Transaction transaction, Id id, String hash, Operator operator, @Nullable String comment) {
        elements.lock(transaction);
        pending(transaction, id, hash);
        changes.decide(transaction, id, TrustChangeState.REJECTED, operator, comment);
        drift.reopen(transaction, id);
        return changes.find(transaction, id).orElseThrow().change();
    }

    private TrustChanges.Kept pending(Transaction transaction, Id id, String hash) {
        var kept = changes.lock(transaction, id)
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no trust change " + id + ".")
                        .hint("See what there is: dv trust-change list"));
        var change = kept.change();
        switch (change.state()) {
            case PENDING_APPROVAL -> {}
            case APPROVED, REJECTED ->
                throw Failure.of(
                        ProblemCode.TRUST_CHANGE_DECIDED,
                        "It was " + change.state() + " by " + change.decidedBy() + ".");
            case VOID ->
                throw stale("It is void"
                        + (change.comment() == null ? ": nobody decided in time." : ": " + change.comment() + "."));
        }
        if (change.expiresAt().isBefore(Instant.now())) {
            throw stale("It is void: nobody decided in time.");
        }
        if (!change.hash().equals(hash)) {
            throw stale("The hash is not that of the trust change, which is " + change.hash() + ".");
        }
        return kept;
    }

    private void trust(Transaction transaction, List<InventoryAction> actions) {
        var stored = elements.all(transaction);
        var trusted = new TreeMap<String, SortedMap<String, String>>();
        for (var action : actions) {
            var element = stored.get(action.key());
            if (element == null || !TrustChanges.untrusted(element).equals(action)) {
                throw stale(action.key() + " is not as it was when this was asked.");
            }
            trusted.put(action.key(), element.element().sensitive());
        }
        elements.trust(transaction, trusted);
    }

    /// What was observed becomes what is declared, and what is trusted of it.
    private void adopt(Transaction transaction, List<InventoryAction> actions, Operator operator) {
        var before = elements.all(transaction);
        for (var action : actions) {
            var known = before.get(action.key());
            if (!Difference.fits(known == null ? null : known.element(), action)) {
                throw stale(action.key() + " is not as it was when this was asked.");
            }
        }
        planner.carryOut(transaction, actions, operator);
        var trusted = new TreeMap<String, SortedMap<String, String>>();
        for (var action : actions) {
            if (action.action() != InventoryVerb.DELETE) {
                trusted.put(action.key(), approved(before.get(action.key()), action));
            }
        }
        elements.trust(transaction, trusted);
        changes.renew(transaction, elements.all(transaction), operator);
    }

    /// What was trusted, with the fields that were just approved.
    private static SortedMap<String, String> approved(@Nullable StoredElement before, InventoryAction action) {
        var fields = new TreeMap<String, String>();
        if (before != null && before.trusted() != null) {
            fields.putAll(Objects.requireNonNull(before.trusted()));
        }
        for (var field : action.fields()) {
            if (field.sensitive()) {
                var value = field.after();
                if (value == null) {
                    fields.remove(field.field());
                } else {
                    fields.put(field.field(), value);
                }
            }
        }
        return fields;
    }

    private static Failure stale(String detail) {
        return Failure.of(ProblemCode.TRUST_CHANGE_VOID, detail);
    }
}
