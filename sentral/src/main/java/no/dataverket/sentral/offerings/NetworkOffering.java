package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Network;
import no.dataverket.contract.api.Network.NetworkStatus;
import no.dataverket.contract.api.NetworkCreate;
import no.dataverket.contract.api.NetworkPatch;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.contract.command.NettMessages.CreateNetwork;
import no.dataverket.contract.command.NettMessages.DeleteNetwork;
import no.dataverket.contract.command.NettMessages.NetworkCreated;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Consent;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import no.dataverket.sentral.tenancy.Budgets;
import no.dataverket.sentral.tenancy.Budgets.Budget;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Networks: isolated segments with a prefix of their own.
public final class NetworkOffering implements Offering {

    private final Context context;
    private final Facade facade;
    private final NetworkAdmission admission;
    private final Policies policies = new Policies();

    public NetworkOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.admission = new NetworkAdmission(context);
    }

    /// What is wanted of a network.
    record Spec(
            Map<String, String> labels,
            boolean deletionProtection,
            @Nullable String prefix,
            int prefixLength,
            boolean egress) {}

    /// What is known of a network.
    record Known(
            @Nullable String prefix,
            @Nullable String gateway,
            @Nullable Integer vlan,
            long observedGeneration,
            List<Condition> conditions) {}

    private record Nothing() {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listNetworks",
                        call -> facade.list(
                                call,
                                IdKind.NETWORK,
                                (transaction, networks, blockers) -> networks.stream()
                                        .map(network -> view(transaction, network, blockers.apply(network)))
                                        .toList()),
                "getNetwork", this::get,
                "createNetwork", call -> context.mutations().run(call, this::create),
                "preflightNetwork", this::preflight,
                "updateNetwork", call -> context.mutations().run(call, this::update),
                "deleteNetwork", call -> context.mutations().run(call, this::delete));
    }

    @Override
    public List<Saga> sagas() {
        var create = Saga.of("network.create", 1)
                .step(
                        "allocate",
                        "prefix, gateway and VLAN allocated",
                        NettMessages.SERVICE,
                        this::allocation,
                        progress -> new DeleteNetwork(progress.target()))
                .build(new Creation());
        var delete = Saga.of("network.delete", 1)
                .finalStep(
                        "withdraw",
                        "network withdrawn from every host",
                        NettMessages.SERVICE,
                        progress -> new DeleteNetwork(progress.target()))
                .build(new Deletion());
        return List.of(create, delete);
    }

    private CreateNetwork allocation(SagaProgress progress) {
        var wanted = progress.input(Wanted.class);
        return new CreateNetwork(
                progress.target(), wanted.datacenter(), wanted.prefix(), wanted.prefixLength(), wanted.egress());
    }

    private record Wanted(String datacenter, @Nullable String prefix, int prefixLength, boolean egress) {}

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var network = facade.find(transaction, call, IdKind.NETWORK, "network", Access.VIEWER);
            return Answer.of(200, view(transaction, network, facade.blockers(transaction, network)))
                    .etag(network.generation());
        });
    }

    private Answer create(Change change) {
        var body = change.call().body(NetworkCreate.class);
        var transaction = change.transaction();
        var admitted = admission.admit(transaction, change.actor(), body);
        var environment = admitted.lineage().scope();
        var spec = admitted.spec();
        var network = new Resource(
                change.approved().map(NetworkOffering::networkOf).orElseGet(() -> Id.next(IdKind.NETWORK)),
                environment.tenant(),
                environment.project(),
                environment.id(),
                admitted.datacenter(),
                body.name(),
                1,
                Phase.PROVISIONING,
                JsonText.of(spec),
                JsonText.of(new Known(null, null, null, 0, List.of())),
                null,
                java.time.Instant.now());
        consentToCreation(change, environment, network);
        context.resources().insert(transaction, network);
        var prefix = spec.prefix();
        if (prefix != null) {
            claim(transaction, network, prefix);
        }
        context.budgets().set(transaction, network.id(), Dimensions.ADDRESSES, Prefix.usable(spec.prefixLength()));
        change.chargesLast(() -> context.budgets().charge(transaction, Facade.consumer(network), admitted.charges()));
        change.creates("network " + network.name());
        var task = change.begin(
                "network.create",
                network,
                1,
                new Wanted(network.datacenter(), prefix, spec.prefixLength(), spec.egress()));
        return answer(transaction, network.id(), task, Phase.PROVISIONING);
    }

    private void consentToCreation(Change change, Scope environment, Resource network) {
        var transaction = change.transaction();
        var least = policies.least(transaction, change.actor(), "network", environment.tenant(), environment.project());
        change.needs(new Consent(
                "network.create",
                new Sensitivity(Reach.RESOURCE, true, DataRisk.NONE),
                least,
                Access.OPERATOR,
                environment.id(),
                network.name(),
                environment.generation(),
                environment.tenant(),
                environment.project(),
                environment.id(),
                network.datacenter(),
                null,
                approval -> view(transaction, network.identifiedBy(networkOf(approval)), List.of())));
    }

    /// The network that an approval makes: its identifier is known as soon as it is asked for.
    private static Id networkOf(Id approval) {
        return new Id(IdKind.NETWORK, approval.uuid());
    }

    private Answer preflight(Call call) {
        return new Preflights(context).answer(call, "network", "network.create", this::create, (change, findings) -> {
            var body = change.call().body(NetworkCreate.class);
            var transaction = change.transaction();
            return admission
                    .examine(transaction, change.actor(), body, findings)
                    .map(found -> new Preflights.Subject(
                            IdKind.NETWORK,
                            found.lineage().scope().id(),
                            body.name(),
                            found.datacenter(),
                            found.charges()));
        });
    }

    private Answer update(Change change) {
        var transaction = change.transaction();
        var network = facade.lock(transaction, change.call(), IdKind.NETWORK, "network", Access.EDITOR);
        Preconditions.ifMatch(change.call(), network.generation());
        var spec = network.spec(Spec.class);
        var before = new NetworkPatch(spec.labels(), spec.deletionProtection());
        var after = Bodies.read(Json.mergePatch(Json.tree(before), change.call().tree()), NetworkPatch.class);
        var patched =
                new Spec(after.labels(), after.deletionProtection(), spec.prefix(), spec.prefixLength(), spec.egress());
        context.resources().respecify(transaction, network.id(), patched);
        change.changes("network " + network.name()).becomes(patched).audit("network.update", network);
        var stored = context.resources().find(transaction, network.id()).orElseThrow();
        return Answer.of(200, view(transaction, stored, List.of())).etag(stored.generation());
    }

    private Answer delete(Change change) {
        var transaction = change.transaction();
        var network = facade.lock(transaction, change.call(), IdKind.NETWORK, "network", Access.EDITOR);
        Preconditions.ifMatch(change.call(), network.generation());
        Facade.requireIdle(network);
        Facade.requireUnprotected(
                network.name(), network.spec(Spec.class).deletionProtection(), "dvnet network update");
        var users = Interfaces.machinesOn(transaction, network.id());
        if (!users.isEmpty()) {
            var names = new ArrayList<String>();
            users.forEach(vm -> context.resources().find(transaction, vm).ifPresent(found -> {
                boolean known = change.actor().sees(found.tenant(), found.project());
                names.add(known ? found.name() : "one that is not yours to see");
            }));
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            "Machines are attached to " + network.name() + ": " + String.join(", ", names) + ".")
                    .dependents(names.stream().map(name -> "vm/" + name).toList());
        }
        facade.consentToDeletion(
                change, network, "network.delete", DataRisk.NONE, () -> view(transaction, network, List.of()));
        change.deletes("network " + network.name());
        var task = change.begin("network.delete", network, network.generation(), new Nothing());
        return answer(transaction, network.id(), task, Phase.DELETING);
    }

    private Answer answer(Transaction transaction, Id network, Id task, Phase phase) {
        context.resources().occupy(transaction, network, task, phase);
        var stored = context.resources().find(transaction, network).orElseThrow();
        var blockers = facade.blockers(transaction, stored);
        return facade.accepted(transaction, task, view(transaction, stored, blockers), stored.generation());
    }

    private static void claim(Transaction transaction, Resource network, String prefix) {
        try {
            transaction.update("""
                    INSERT INTO offerings.prefix_claim (network, datacenter, prefix) VALUES (?, ?, ?::cidr)
                    ON CONFLICT (network) DO UPDATE SET prefix = excluded.prefix
                    """, network.id(), network.datacenter(), prefix);
        } catch (DatabaseFailure failure) {
            if (failure.violates("prefix_claim_overlap")) {
                throw Failure.of(
                        ProblemCode.PREFIX_OVERLAP,
                        prefix + " overlaps a prefix that is in use in " + network.datacenter() + ".");
            }
            throw failure;
        }
    }

    private Network view(Transaction transaction, Resource network, List<Blocker> blockers) {
        var spec = network.spec(Spec.class);
        var known = network.status(Known.class);
        var addresses = context.budgets().of(transaction, network.id()).stream()
                .filter(budget -> budget.dimension().equals(Dimensions.ADDRESSES))
                .findFirst()
                .orElse(new Budget(Dimensions.ADDRESSES, Budgets.EVERYWHERE, 0, 0L));
        return new Network(
                network.id(),
                network.name(),
                Objects.requireNonNull(network.tenant()),
                Objects.requireNonNull(network.project()),
                Objects.requireNonNull(network.environment()),
                network.datacenter(),
                spec.labels(),
                spec.egress(),
                spec.deletionProtection(),
                network.generation(),
                network.createdAt(),
                new NetworkStatus(
                        network.phase(),
                        known.conditions(),
                        known.prefix() == null ? spec.prefix() : known.prefix(),
                        known.gateway(),
                        known.vlan(),
                        Objects.requireNonNullElse(addresses.most(), 0L),
                        addresses.used(),
                        known.observedGeneration(),
                        blockers,
                        network.activeTask()));
    }

    private final class Creation implements Saga.Hooks {
        @Override
        public void stepDone(Transaction transaction, SagaProgress progress, String step, JsonNode result) {
            var created = Json.convert(result, NetworkCreated.class);
            claim(transaction, facade.target(transaction, progress), created.prefix());
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var network = facade.target(transaction, progress);
            var created = progress.result("allocate", NetworkCreated.class);
            var known = new Known(
                    created.prefix(),
                    created.gateway(),
                    created.vlan(),
                    progress.generation(),
                    Facade.ready("The network has its numbers; hosts realise it as machines attach."));
            context.resources().settle(transaction, network.id(), Phase.READY, known);
            facade.auditEnd(transaction, progress, "network.create", network, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var network = facade.target(transaction, progress);
            var conditions = Facade.failed(progress, cancelled, undone);
            var known = new Known(null, null, null, 0, conditions);
            context.resources().settle(transaction, network.id(), Phase.FAILED, known);
            if (undone) {
                forget(transaction, network.id());
            }
            facade.auditEnd(transaction, progress, "network.create", network, cancelled ? "CANCELLED" : "FAILED");
        }
    }

    private final class Deletion implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var network = facade.target(transaction, progress);
            forget(transaction, network.id());
            context.budgets().remove(transaction, network.id());
            SharedNetworks.forgetNetwork(transaction, network.id());
            context.resources().delete(transaction, network.id());
            facade.auditEnd(transaction, progress, "network.delete", network, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var network = facade.target(transaction, progress);
            context.resources().settle(transaction, network.id(), Phase.DEGRADED);
            facade.auditEnd(transaction, progress, "network.delete", network, cancelled ? "CANCELLED" : "FAILED");
        }
    }

    private void forget(Transaction transaction, Id network) {
        transaction.update("DELETE FROM offerings.prefix_claim WHERE network = ?", network);
        context.budgets().release(transaction, network);
    }
}
