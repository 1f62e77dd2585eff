package no.dataverket.sentral.offerings.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.Drift;
import no.dataverket.contract.api.inventory.Drift.DriftSeverity;
import no.dataverket.contract.api.inventory.Drift.DriftState;
import no.dataverket.contract.api.inventory.DriftIgnore;
import no.dataverket.contract.api.inventory.DriftReject;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.observation.DriftBook;
import no.dataverket.sentral.inventory.trust.Adoption;
import no.dataverket.sentral.offerings.Offering;
import org.jspecify.annotations.Nullable;

/// Differences between what is declared and what was observed, and what is decided about them.
final class DriftOffering implements Offering {

    private static final Duration LONGEST_IGNORED = Duration.ofDays(366);

    private final Inventory inventory;

    DriftOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listDrift", inventory.reading(this::list),
                "getDrift", inventory.reading((transaction, call) -> Answer.of(200, find(transaction, call))),
                "acceptDrift", inventory.writing(this::accept),
                "ignoreDrift", inventory.writing(this::ignore),
                "rejectDrift", inventory.writing(this::reject));
    }

    private Answer list(Transaction transaction, Call call) {
        var wanted = Pages.of(call);
        var filter = new DriftBook.Filter(
                call.parameter("datacenter").orElse(null),
                Inventory.choice(call, "severity", DriftSeverity.class),
                Inventory.choice(call, "state", DriftState.class));
        var read = inventory.drift.list(transaction, filter, wanted.after(), wanted.toRead());
        return wanted.page(read, found -> found.id().uuid(), shown -> shown);
    }

    private Drift find(Transaction transaction, Call call) {
        var id = Inventory.id(call, "drift", IdKind.DRIFT);
        return inventory.drift.find(transaction, id).orElseThrow(() -> Adoption.missing(id));
    }

    private Answer accept(Change change) {
        var id = Inventory.id(change.call(), "drift", IdKind.DRIFT);
        var accepted = inventory.adoption.accept(change.transaction(), id, Inventory.operator(change));
        change.audit("drift.accept", id, accepted.subject(), null, null);
        return Answer.of(200, accepted);
    }

    private Answer ignore(Change change) {
        var body = change.call().body(DriftIgnore.class);
        var now = Instant.now();
        if (!body.until().isAfter(now) || body.until().isAfter(now.plus(LONGEST_IGNORED))) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "/until: must be ahead, and a year at most.");
        }
        return decide(change, DriftState.IGNORED, body.until(), body.reason(), "drift.ignore");
    }

    private Answer reject(Change change) {
        var reason = change.call().body(DriftReject.class).reason();
        return decide(change, DriftState.REJECTED, null, reason, "drift.reject");
    }

    private Answer decide(Change change, DriftState state, @Nullable Instant until, String reason, String action) {
        var transaction = change.transaction();
        inventory.elements.lock(transaction);
        var found = find(transaction, change.call());
        if (found.state() == DriftState.PENDING_APPROVAL) {
            throw Failure.of(
                            ProblemCode.RESOURCE_BUSY,
                            "It waits for a second operator, as " + found.trustChange() + ".")
                    .hint("Reject that first: dv trust-change reject " + found.trustChange());
        }
        inventory.drift.decide(transaction, found.id(), state, until, reason, null);
        change.audit(action, found.id(), found.subject(), null, null);
        return Answer.of(200, find(transaction, change.call()));
    }
}
