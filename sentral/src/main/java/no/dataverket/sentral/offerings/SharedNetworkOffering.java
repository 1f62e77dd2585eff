package no.dataverket.sentral.offerings;

import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.NetworkShare;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.SharedNetwork;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tenancy.Lineage;

/// Networks that operators provide to tenants and projects which don't make their own.
public final class SharedNetworkOffering implements Offering {

    private final Context context;
    private final Facade facade;

    public SharedNetworkOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listSharedNetworks",
                this::list,
                "shareNetwork",
                call -> context.mutations().run(call, this::share),
                "unshareNetwork",
                call -> context.mutations().run(call, this::unshare));
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var read = SharedNetworks.list(
                    transaction,
                    actor.visibility(),
                    scope.tenantId(),
                    scope.projectId(),
                    wanted.after(),
                    wanted.toRead());
            return wanted.page(
                    read,
                    SharedNetworks.Share::place,
                    shares -> shares.stream()
                            .flatMap(share -> shown(transaction, share).stream())
                            .toList());
        });
    }

    private Answer share(Change change) {
        var transaction = change.transaction();
        var network = network(change);
        var with = with(change);
        if (SharedNetworks.share(transaction, network.id(), with.scope())) {
            tell(change, "network.share", network, with);
        } else {
            change.alreadyDone();
        }
        return Answer.of(200, view(network, with));
    }

    private Answer unshare(Change change) {
        var transaction = change.transaction();
        var network = network(change);
        var with = with(change);
        if (!SharedNetworks.unshare(transaction, network.id(), with.scope())) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_FOUND,
                            network.name() + " is not shared with " + with.address() + ".")
                    .hint("See what is: dvnet shared-network list");
        }
        tell(change, "network.unshare", network, with);
        return Answer.of(200, view(network, with));
    }

    private Resource network(Change change) {
        return facade.lock(change.transaction(), change.call(), IdKind.NETWORK, "network", Access.OPERATOR);
    }

    private Lineage with(Change change) {
        var body = change.call().body(NetworkShare.class);
        var found = context.finder().at(change.transaction(), change.actor(), body.scope());
        if (found.scope().id().kind() == IdKind.ENVIRONMENT) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "Networks are shared with tenants and projects, not with environments.")
                    .hint("Name its project: --scope TENANT/PROJECT");
        }
        return found;
    }

    private static void tell(Change change, String action, Resource network, Lineage with) {
        var what = "network " + network.name() + ": " + with.address();
        change.changes(what).audit(action, network.id(), what, network.tenant(), network.project());
    }

    private Optional<SharedNetwork> shown(Transaction transaction, SharedNetworks.Share share) {
        return context.resources()
                .find(transaction, share.network())
                .flatMap(network ->
                        context.scopes().lineage(transaction, share.scope()).map(with -> view(network, with)));
    }

    private static SharedNetwork view(Resource network, Lineage with) {
        return new SharedNetwork(
                network.id(),
                network.name(),
                network.datacenter(),
                network.status(NetworkOffering.Known.class).prefix(),
                with.scope().id(),
                with.address());
    }
}
