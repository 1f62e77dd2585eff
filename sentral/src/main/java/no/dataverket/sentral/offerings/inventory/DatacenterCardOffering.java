package no.dataverket.sentral.offerings.inventory;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Health.Part;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.inventory.DatacenterCard;
import no.dataverket.contract.api.inventory.DatacenterCard.CapacityAmount;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.inventory.graph.DatacenterCounts;
import no.dataverket.sentral.offerings.Offering;
import no.dataverket.sentral.offerings.Platform;

/// A datacenter at a glance.
final class DatacenterCardOffering implements Offering {

    private final Inventory inventory;

    DatacenterCardOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("getDatacenterCard", this::card);
    }

    /// Asks how the services are before it takes a connection of its own.
    private Answer card(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var services = Platform.parts(inventory.context);
        return inventory.context.database().call(transaction -> card(transaction, call, services));
    }

    private Answer card(Transaction transaction, Call call, List<Part> services) {
        var named = call.named("datacenter");
        var context = inventory.context;
        var datacenter = context.datacenters()
                .find(transaction, named)
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no datacenter " + named + ".")
                        .hint("See what there is: dv datacenter list"));
        var name = datacenter.name();
        var capacity = DatacenterCounts.capacity(transaction, name);
        return Answer.of(
                200,
                new DatacenterCard(
                        name,
                        datacenter.description(),
                        new CapacityAmount(capacity.vcpusUsed(), capacity.vcpus()),
                        new CapacityAmount(capacity.memoryMibUsed(), capacity.memoryMib()),
                        DatacenterCounts.byPhase(transaction, "HYPERVISOR", name),
                        DatacenterCounts.byPhase(transaction, "VM", name),
                        inventory.elements.count(transaction, name),
                        inventory.drift.open(transaction, name),
                        inventory.trust.pending(transaction),
                        context.tasks().unfinished(transaction, name),
                        services));
    }
}
