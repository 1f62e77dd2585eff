package no.dataverket.sentral.offerings;

import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.DatacenterCreate;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;

/// Datacenters.
public final class DatacenterOffering implements Offering {

    private final Context context;

    public DatacenterOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listDatacenters", this::list,
                "getDatacenter", this::get,
                "createDatacenter", call -> context.mutations().run(call, this::create));
    }

    /// Brings a datacenter's budget to what its hypervisors offer now.
    public static void budget(Context context, Transaction transaction, String datacenter) {
        var locked = context.datacenters().lock(transaction, datacenter);
        var capacity = context.resources().capacity(transaction, datacenter);
        context.budgets().set(transaction, locked.id(), Dimensions.VCPUS, capacity.vcpus());
        context.budgets().set(transaction, locked.id(), Dimensions.MEMORY_MIB, capacity.memoryMib());
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        return context.database()
                .call(transaction -> wanted.page(
                        context.datacenters().list(transaction, wanted.after(), wanted.toRead()),
                        found -> found.id().uuid(),
                        shown -> shown));
    }

    private Answer get(Call call) {
        var named = call.named("datacenter");
        return context.database()
                .call(transaction -> Answer.of(
                        200,
                        context.datacenters()
                                .find(transaction, named)
                                .orElseThrow(() -> Failure.of(
                                                ProblemCode.RESOURCE_NOT_FOUND, "There is no datacenter " + named + ".")
                                        .hint("See what there is: dv datacenter list"))));
    }

    private Answer create(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(DatacenterCreate.class);
        var transaction = change.transaction();
        var id = Id.next(IdKind.DATACENTER);
        context.datacenters().insert(transaction, id, body.name(), Objects.requireNonNullElse(body.description(), ""));
        budget(context, transaction, body.name());
        change.creates("datacenter " + body.name())
                .becomes(body)
                .audit("datacenter.create", id, body.name(), null, null);
        return Answer.of(
                        201,
                        context.datacenters().find(transaction, body.name()).orElseThrow())
                .header("Location", "/v1/datacenters/" + id);
    }
}
