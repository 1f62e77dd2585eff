package no.dataverket.sentral.inventory.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.contract.api.inventory.InventoryPlan;
import no.dataverket.contract.api.inventory.InventoryPlan.PlanState;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Datacenters;
import no.dataverket.sentral.inventory.document.DocumentReader;
import no.dataverket.sentral.inventory.document.ParsedDocument;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.ElementRules;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.Key;
import no.dataverket.sentral.inventory.element.Operator;
import no.dataverket.sentral.inventory.observation.DriftBook;
import no.dataverket.sentral.inventory.trust.TrustChanges;

/// Makes plans of documents, and applies them: each once, whole or not at all, and on the generation of the
/// inventory that it was made for.
public final class Planner {

    private static final int MOST_VIOLATIONS = 200;

    private final Elements elements;
    private final Datacenters datacenters;
    private final Plans plans;
    private final TrustChanges trust;
    private final DriftBook drift;

    public Planner(Elements elements, Datacenters datacenters, Plans plans, TrustChanges trust, DriftBook drift) {
        this.elements = elements;
        this.datacenters = datacenters;
        this.plans = plans;
        this.trust = trust;
        this.drift = drift;
    }

    /// What applying a plan did.
    ///
    /// @param created names of datacenters that are new
    public record Applied(InventoryPlan plan, List<String> created) {}

    /// Works out what a document would change, and keeps it.
    ///
    /// @throws Failure `VALIDATION_FAILED` with all that is wrong with the document
    public InventoryPlan plan(Transaction transaction, String text, boolean prune, Operator operator) {
        var document = DocumentReader.read(text);
        refuse(document.violations());
        long parent = elements.lock(transaction);
        var now = Elements.declared(elements.all(transaction));
        var difference = Difference.between(now, document.elements(), document.datacenters(), prune);
        var after = Difference.apply(now, difference.actions());
        refuse(breaches(document, after));
        Occupancy.requireFree(transaction, now, after);
        var id = plans.insert(transaction, parent, prune, difference, operator);
        return plans.find(transaction, id).orElseThrow();
    }

    /// Applies a plan that was seen.
    ///
    /// @param hash of the plan as it was seen
    /// @throws Failure `PLAN_APPLIED`, `PLAN_STALE`, `INVENTORY_CONFLICT`, `RESOURCE_IN_USE`, `RESOURCE_NOT_FOUND`,
    ///     `SECOND_OPERATOR_NEEDED`
    public Applied apply(Transaction transaction, Id id, String hash, Operator operator) {
        long generation = elements.lock(transaction);
        var kept = plans.lock(transaction, id)
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no plan " + id + ".")
                        .hint("See what there is: dv inventory-plan list"));
        var plan = kept.plan();
        if (plan.state() == PlanState.APPLIED) {
            throw Failure.of(
                    ProblemCode.PLAN_APPLIED,
                    "It was applied by " + plan.appliedBy() + " at " + plan.appliedAt() + ".");
        }
        if (plan.parentGeneration() != generation) {
            throw Failure.of(
                    ProblemCode.PLAN_STALE,
                    "It was made for generation " + plan.parentGeneration() + "; the inventory is at " + generation
                            + ".");
        }
        if (!plan.hash().equals(hash)) {
            throw Failure.of(ProblemCode.PLAN_STALE, "The hash is not that of the plan, which is " + plan.hash() + ".");
        }
        if (operator.id().equals(kept.creator())) {
            requireSecond(transaction, plan.actions(), operator);
        }
        var created = carryOut(transaction, plan.actions(), operator);
        var change = trust.renew(transaction, elements.all(transaction), operator);
        plans.applied(transaction, id, operator.name(), change);
        return new Applied(plans.find(transaction, id).orElseThrow(), created);
    }

    /// What one operator alone can't make trusted, one alone can't take away either.
    private void requireSecond(Transaction transaction, List<InventoryAction> actions, Operator operator) {
        var stored = elements.all(transaction);
        var trusted = actions.stream()
                .filter(action -> action.action() == InventoryVerb.DELETE)
                .map(InventoryAction::key)
                .filter(key -> Objects.requireNonNull(stored.get(key)).trusted() != null)
                .toList();
        if (!trusted.isEmpty()) {
            throw Failure.of(
                            ProblemCode.SECOND_OPERATOR_NEEDED,
                            "The plan deletes " + trusted.getFirst()
                                    + (trusted.size() == 1 ? "" : " and " + (trusted.size() - 1) + " more")
                                    + ", which is trusted; " + operator.name() + " made it, and can't apply it.")
                    .hint("Another operator looks at it and applies it: dv inventory-plan get PLAN, "
                            + "dv inventory apply PLAN --hash HASH");
        }
    }

    /// Does what some actions say, and compares what they touch with what was observed.
    ///
    /// @return names of datacenters that are new
    /// @throws Failure `INVENTORY_CONFLICT`
    public List<String> carryOut(Transaction transaction, List<InventoryAction> actions, Operator operator) {
        if (actions.isEmpty()) {
            return List.of();
        }
        var now = Elements.declared(elements.all(transaction));
        var after = Difference.apply(now, actions);
        var broken = ElementRules.check(after);
        if (!broken.isEmpty()) {
            var first = broken.getFirst();
            throw Failure.of(
                            ProblemCode.INVENTORY_CONFLICT,
                            (first.key() + " " + first.field()).strip() + " " + first.detail() + ".")
                    .violations(broken.stream()
                            .limit(MOST_VIOLATIONS)
                            .map(breach -> new Violation(
                                    "/" + breach.key() + "/" + breach.field(), breach.code(), breach.detail()))
                            .toList());
        }
        Occupancy.requireFree(transaction, now, after);
        var created = datacenters(transaction, actions, after);
        var written = new ArrayList<Element>();
        var removed = new ArrayList<String>();
        var touched = new TreeSet<String>();
        for (var action : actions) {
            var element = after.get(action.key());
            if (element == null) {
                removed.add(action.key());
            } else {
                written.add(element);
            }
            var datacenter = Key.parse(action.key()).orElseThrow().datacenter();
            if (datacenter != null) {
                touched.add(datacenter);
            }
        }
        elements.write(transaction, written, removed, operator.id());
        trust.voidUnfit(transaction, after);
        touched.forEach(datacenter -> drift.compareDatacenter(transaction, datacenter));
        return created;
    }

    private List<String> datacenters(
            Transaction transaction, List<InventoryAction> actions, SortedMap<String, Element> after) {
        var created = new ArrayList<String>();
        for (var action : actions) {
            var element = after.get(action.key());
            if (element != null && element.kind() == ElementKind.DATACENTER) {
                var description = element.fields().getOrDefault("description", "");
                if (action.action() == InventoryVerb.CREATE) {
                    datacenters.insert(
                            transaction,
                            Id.next(IdKind.DATACENTER),
                            element.key().name(),
                            description);
                    created.add(element.key().name());
                } else {
                    datacenters.describe(transaction, element.key().name(), description);
                }
            }
        }
        return created;
    }

    /// Breaches that the document brings, at its lines. One that is there already is not the document's fault
    /// unless the document names the element.
    private static List<Violation> breaches(ParsedDocument document, SortedMap<String, Element> after) {
        return ElementRules.check(after).stream().map(document::locate).toList();
    }

    private static void refuse(List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        var distinct = Stream.of(violations.toArray(Violation[]::new))
                .filter(new HashSet<Violation>()::add)
                .limit(MOST_VIOLATIONS)
                .toList();
        throw Failure.of(
                        ProblemCode.VALIDATION_FAILED,
                        "The document has " + violations.size() + (violations.size() == 1 ? " fault" : " faults")
                                + "; the first: " + distinct.getFirst().detail())
                .violations(distinct);
    }

    /// Elements of some datacenters, and the regions that these are in.
    public static SortedMap<String, Element> of(SortedMap<String, Element> all, String datacenter) {
        var chosen = new TreeMap<String, Element>();
        all.forEach((key, element) -> {
            if (datacenter.equals(element.key().datacenter())) {
                chosen.put(key, element);
            }
        });
        for (var element : List.copyOf(chosen.values())) {
            for (var region : element.keys("region")) {
                var found = all.get(region);
                if (found != null) {
                    chosen.put(region, found);
                }
            }
        }
        return chosen;
    }
}
