package no.dataverket.sentral.offerings;

import java.util.Map;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.VmDrift.VmDriftState;
import no.dataverket.contract.api.VmDriftKind;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.VmDriftBook;

/// Where hypervisors and what was decided about their machines differ, for those who run them.
public final class VmDriftOffering implements Offering {

    private final Context context;

    public VmDriftOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("listVmDrift", this::list);
    }

    private Answer list(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var wanted = Pages.of(call);
        var filter = new VmDriftBook.Filter(
                call.parameter("datacenter").orElse(null),
                call.parameter("kind").map(VmDriftKind::valueOf).orElse(null),
                call.parameter("state").map(VmDriftState::valueOf).orElse(null));
        var read = context.database()
                .call(transaction -> VmDriftBook.list(transaction, filter, wanted.after(), wanted.toRead()));
        return wanted.page(read, drift -> drift.id().uuid(), shown -> shown);
    }
}
