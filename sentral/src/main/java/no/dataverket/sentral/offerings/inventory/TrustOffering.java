package no.dataverket.sentral.offerings.inventory;

import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.inventory.TrustChange.TrustChangeState;
import no.dataverket.contract.api.inventory.TrustDecision;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.offerings.Offering;

/// What a second operator decides before others rely on it.
final class TrustOffering implements Offering {

    private final Inventory inventory;

    TrustOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listTrustChanges", inventory.reading(this::list),
                "getTrustChange", inventory.reading(this::get),
                "approveTrustChange", inventory.writing(change -> decide(change, true)),
                "rejectTrustChange", inventory.writing(change -> decide(change, false)));
    }

    private Answer list(Transaction transaction, Call call) {
        var wanted = Pages.of(call);
        var state = Inventory.choice(call, "state", TrustChangeState.class);
        var read = inventory.trust.list(transaction, state, wanted.after(), wanted.toRead());
        return wanted.page(read, change -> change.id().uuid(), shown -> shown);
    }

    private Answer get(Transaction transaction, Call call) {
        var id = Inventory.id(call, "trust_change", IdKind.TRUST_CHANGE);
        var kept = inventory
                .trust
                .find(transaction, id)
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no trust change " + id + ".")
                        .hint("See what there is: dv trust-change list"));
        return Answer.of(200, kept.change());
    }

    private Answer decide(Change change, boolean approve) {
        var body = change.call().body(TrustDecision.class);
        var id = Inventory.id(change.call(), "trust_change", IdKind.TRUST_CHANGE);
        var operator = Inventory.operator(change);
        var principal = change.actor().principal();
        if (approve && principal.kind() == PrincipalKind.MACHINE) {
            throw Failure.of(
                    ProblemCode.APPROVER_NOT_ELIGIBLE, "Programs approve nothing; " + principal.name() + " is one.");
        }
        var transaction = change.transaction();
        var decided = approve
                ? inventory.decisions.approve(transaction, id, body.hash(), operator, body.comment())
                : inventory.decisions.reject(transaction, id, body.hash(), operator, body.comment());
        change.audit(approve ? "trust-change.approve" : "trust-change.reject", id, body.hash(), null, null);
        return Answer.of(200, decided);
    }
}
