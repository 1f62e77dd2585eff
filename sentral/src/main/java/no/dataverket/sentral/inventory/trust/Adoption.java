package no.dataverket.sentral.inventory.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.Drift;
import no.dataverket.contract.api.inventory.Drift.DriftState;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.ElementRules;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.FieldRule;
import no.dataverket.sentral.inventory.element.Operator;
import no.dataverket.sentral.inventory.observation.DriftBook;
import no.dataverket.sentral.inventory.plan.Difference;
import no.dataverket.sentral.inventory.plan.Occupancy;
import no.dataverket.sentral.inventory.plan.Planner;

/// Adopts what was observed: at once where nobody relies on it, else once a second operator approves.
public final class Adoption {

    private final Elements elements;
    private final TrustChanges changes;
    private final Planner planner;
    private final DriftBook drift;

    public Adoption(Elements elements, TrustChanges changes, Planner planner, DriftBook drift) {
        this.elements = elements;
        this.changes = changes;
        this.planner = planner;
        this.drift = drift;
    }

    /// @return the difference; in state `OPEN` it is adopted, and gone with the end of the transaction
    /// @throws Failure `INVENTORY_CONFLICT` if what was observed can't be declared, `RESOURCE_BUSY`
    public Drift accept(Transaction transaction, Id id, Operator operator) {
        elements.lock(transaction);
        var found = drift.find(transaction, id).orElseThrow(() -> missing(id));
        if (found.state() == DriftState.PENDING_APPROVAL) {
            throw Failure.of(
                            ProblemCode.RESOURCE_BUSY,
                            "It waits for a second operator, as " + found.trustChange() + ".")
                    .hint("See it: dv trust-change get " + found.trustChange());
        }
        var actions = actions(transaction, found);
        if (actions.stream().anyMatch(Adoption::isSensitive)) {
            var change = changes.ask(transaction, TrustChanges.DRIFT, actions, Set.of(operator.id()), operator.name());
            drift.decide(transaction, id, DriftState.PENDING_APPROVAL, null, "to be adopted", change);
            return drift.find(transaction, id).orElseThrow();
        }
        planner.carryOut(transaction, actions, operator);
        changes.renew(transaction, elements.all(transaction), operator);
        return found;
    }

    /// That there is no such difference.
    public static Failure missing(Id id) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no difference " + id + "; it may be gone.")
                .hint("See what there is: dv drift list");
    }

    private List<InventoryAction> actions(Transaction transaction, Drift found) {
        var all = Elements.declared(elements.all(transaction));
        var before = all.get(found.subject());
        var after = DriftBook.adopted(before, found);
        var actions = new ArrayList<InventoryAction>();
        if (after.isEmpty()) {
            for (var element : all.values()) {
                if (element.kind() == ElementKind.PORT && found.subject().equals(element.field("device"))) {
                    actions.add(Difference.action(element, null));
                }
            }
        }
        after.ifPresent(Adoption::requireWhole);
        actions.add(Difference.action(before, after.orElse(null)));
        var adopted = Difference.apply(all, actions);
        Occupancy.requireFree(transaction, all, adopted);
        var broken = ElementRules.check(adopted);
        if (!broken.isEmpty()) {
            var first = broken.getFirst();
            throw Failure.of(
                            ProblemCode.INVENTORY_CONFLICT,
                            "Adopted, " + (first.key() + " " + first.field()).strip() + " " + first.detail() + ".")
                    .hint("Change the inventory by a document: dv inventory import FILE");
        }
        return actions;
    }

    private static void requireWhole(Element element) {
        var lacking = element.kind().fields().stream()
                .filter(rule -> rule.required() && element.field(rule.name()) == null)
                .map(FieldRule::name)
                .toList();
        if (!lacking.isEmpty()) {
            throw Failure.of(
                            ProblemCode.INVENTORY_CONFLICT,
                            "What was observed of " + element.key() + " does not say its " + String.join(", ", lacking)
                                    + ".")
                    .hint("Declare it by a document: dv inventory import FILE");
        }
    }

    private static boolean isSensitive(InventoryAction action) {
        return action.action() != InventoryVerb.CHANGE
                || action.fields().stream().anyMatch(InventoryAction.FieldChange::sensitive);
    }
}
