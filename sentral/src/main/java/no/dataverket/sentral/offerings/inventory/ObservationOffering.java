package no.dataverket.sentral.offerings.inventory;

import java.time.Instant;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.ObservationCreate;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.observation.ObservedFacts;
import no.dataverket.sentral.offerings.Offering;

/// Observations, which are recorded and read, and never changed.
final class ObservationOffering implements Offering {

    private final Inventory inventory;

    ObservationOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listObservations", inventory.reading(this::list),
                "getObservation", inventory.reading(this::get),
                "recordObservation", inventory.writing(this::record));
    }

    private Answer list(Transaction transaction, Call call) {
        var wanted = Pages.of(call);
        var read = inventory.log.list(
                transaction,
                call.parameter("scope").orElse(null),
                call.parameter("source").orElse(null),
                wanted.after(),
                wanted.toRead());
        return wanted.page(read, observation -> observation.id().uuid(), shown -> shown);
    }

    private Answer get(Transaction transaction, Call call) {
        var id = Inventory.id(call, "observation", IdKind.OBSERVATION);
        return Answer.of(
                200,
                inventory
                        .log
                        .find(transaction, id)
                        .orElseThrow(
                                () -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no observation " + id + ".")
                                        .hint("See what there is: dv observation list")));
    }

    private Answer record(Change change) {
        var transaction = change.transaction();
        var read = ObservedFacts.read(change.call().body(ObservationCreate.class), Instant.now());
        var observation = read.observation();
        if (observation == null) {
            var first = read.violations().getFirst();
            throw Failure.of(ProblemCode.VALIDATION_FAILED, first.pointer() + ": " + first.detail() + ".")
                    .violations(read.violations());
        }
        inventory.elements.lock(transaction);
        if (inventory.elements.find(transaction, observation.scope()).isEmpty()) {
            throw Failure.of(ProblemCode.INVALID_REFERENCE, "There is no " + observation.scope() + " in the inventory.")
                    .hint("Observe something that is declared; see: dv device list, dv rack list");
        }
        inventory.log.insert(transaction, observation);
        if (observation.complete()) {
            inventory.drift.compareScope(transaction, observation.scope());
        }
        change.creates("observation of " + observation.scope())
                .audit("observation.record", observation.id(), observation.scope(), null, null);
        return Answer.of(201, observation).header("Location", "/v1/operator/observations/" + observation.id());
    }
}
