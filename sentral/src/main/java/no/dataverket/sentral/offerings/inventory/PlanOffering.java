package no.dataverket.sentral.offerings.inventory;

import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.contract.api.inventory.InventoryDocument;
import no.dataverket.contract.api.inventory.InventoryPlanApply;
import no.dataverket.contract.api.inventory.InventoryPlanCreate;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.document.DocumentWriter;
import no.dataverket.sentral.inventory.document.InventoryYaml;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.plan.Planner;
import no.dataverket.sentral.offerings.DatacenterOffering;
import no.dataverket.sentral.offerings.Offering;

/// The inventory from a document and back: planned, applied, exported.
final class PlanOffering implements Offering {

    private final Inventory inventory;

    PlanOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listInventoryPlans", inventory.reading(this::list),
                "getInventoryPlan", inventory.reading(this::get),
                "planInventory", inventory.writing(this::plan),
                "applyInventoryPlan", inventory.writing(this::apply),
                "exportInventory", inventory.reading(this::export));
    }

    private Answer list(Transaction transaction, Call call) {
        var wanted = Pages.of(call);
        return wanted.page(
                inventory.plans.list(transaction, wanted.after(), wanted.toRead()),
                plan -> plan.id().uuid(),
                shown -> shown);
    }

    private Answer get(Transaction transaction, Call call) {
        var id = Inventory.id(call, "plan", IdKind.INVENTORY_PLAN);
        return Answer.of(
                200,
                inventory
                        .plans
                        .find(transaction, id)
                        .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no plan " + id + ".")
                                .hint("See what there is: dv inventory-plan list")));
    }

    private Answer plan(Change change) {
        var body = change.call().body(InventoryPlanCreate.class);
        boolean prune = Objects.requireNonNullElse(body.prune(), false);
        var plan = inventory.planner.plan(change.transaction(), body.document(), prune, Inventory.operator(change));
        change.audit("inventory.plan", plan.id(), plan.hash(), null, null);
        for (var action : plan.actions()) {
            var what = action.key();
            switch (action.action()) {
                case CREATE -> change.creates(what);
                case CHANGE -> change.changes(what);
                case DELETE -> change.deletes(what);
            }
        }
        return Answer.of(201, plan).header("Location", "/v1/operator/inventory/plans/" + plan.id());
    }

    private Answer apply(Change change) {
        var hash = change.call().body(InventoryPlanApply.class).hash();
        var id = Inventory.id(change.call(), "plan", IdKind.INVENTORY_PLAN);
        var transaction = change.transaction();
        var applied = inventory.planner.apply(transaction, id, hash, Inventory.operator(change));
        for (var datacenter : applied.created()) {
            DatacenterOffering.budget(inventory.context, transaction, datacenter);
        }
        boolean deletes = applied.plan().actions().stream().anyMatch(action -> action.action() == InventoryVerb.DELETE);
        change.audit(deletes ? "inventory.prune" : "inventory.apply", id, hash, null, null);
        return Answer.of(200, applied.plan());
    }

    private Answer export(Transaction transaction, Call call) {
        var all = Elements.declared(inventory.elements.all(transaction));
        var datacenter = call.parameter("datacenter");
        if (datacenter.isPresent() && !all.containsKey("datacenter." + datacenter.get())) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no datacenter " + datacenter.get() + ".")
                    .hint("See what there is: dv datacenter list");
        }
        var chosen = datacenter.map(name -> Planner.of(all, name)).orElse(all);
        return Answer.of(
                200,
                new InventoryDocument(
                        InventoryYaml.FORMAT,
                        inventory.elements.generation(transaction),
                        DocumentWriter.write(chosen.values())));
    }
}
