package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.contract.api.DatacenterCapacity;
import no.dataverket.contract.api.DatacenterSupply;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.contract.api.PlacementPolicyPatch;
import no.dataverket.contract.command.MaskinMessages.DescribeCapacity;
import no.dataverket.contract.command.MaskinMessages.ExplainPlacement;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.TryPlacement;
import no.dataverket.contract.command.Query;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;

/// Where machines go. Maskin decides and knows; this is where operators ask it, and where tenants are told in one word
/// how much room there is.
public final class PlacementOffering implements Offering {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_VCPUS = 256;
    private static final int LEAST_MEMORY_MIB = 64;
    private static final int MOST_MEMORY_MIB = 4_194_304;

    private final Context context;
    private final Facade facade;

    public PlacementOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "explainPlacement", this::explain,
                "tryPlacement", this::attempt,
                "getCapacity", this::capacity,
                "getSupply", this::supply,
                "getPlacementPolicy", this::policy,
                "updatePlacementPolicy", call -> context.mutations().run(call, this::decide));
    }

    private Answer explain(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var vm = context.database().call(transaction -> facade.find(transaction, call, IdKind.VM, "vm", Access.VIEWER));
        return Answer.of(200, ask(new ExplainPlacement(vm.id()), PlacementDecision.class));
    }

    private Answer attempt(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var violations = new ArrayList<Violation>();
        int vcpus = number(call, "vcpus", 1, MOST_VCPUS, violations);
        int memory = number(call, "memory_mib", LEAST_MEMORY_MIB, MOST_MEMORY_MIB, violations);
        var named = call.parameter("datacenter");
        if (named.isEmpty()) {
            violations.add(new Violation("datacenter", "REQUIRED", "is required"));
        }
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw Failure.of(ProblemCode.VALIDATION_FAILED, first.pointer() + ": " + first.detail())
                    .violations(violations);
        }
        var asked = new PlacementWish(
                null,
                null,
                call.flag("restartable"),
                call.parameter("residency")
                        .map(text -> List.of(text.split(",")))
                        .orElse(null));
        var datacenter = datacenter(named.orElseThrow());
        var wish = PlacementWish.under(
                asked, context.database().call(transaction -> PlacementPolicies.of(transaction, datacenter.name())));
        return Answer.of(
                200, ask(new TryPlacement(datacenter.name(), vcpus, memory, null, wish), PlacementDecision.class));
    }

    private Answer capacity(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        return Answer.of(200, capacity(datacenter(call.named("datacenter"))));
    }

    private Answer supply(Call call) {
        var datacenter = datacenter(call.named("datacenter"));
        return Answer.of(
                200,
                new DatacenterSupply(datacenter.name(), capacity(datacenter).supply()));
    }

    private Answer policy(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var datacenter = datacenter(call.named("datacenter"));
        var policy = context.database().call(transaction -> PlacementPolicies.of(transaction, datacenter.name()));
        return Answer.of(200, policy).etag(policy.generation());
    }

    private Answer decide(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var named = change.call().named("datacenter");
        var found = context.datacenters().find(transaction, named).orElseThrow(() -> unknown(named));
        var datacenter = context.datacenters().lock(transaction, found.name());
        var policy = PlacementPolicies.of(transaction, datacenter.name());
        Preconditions.ifMatch(change.call(), policy.generation());
        var before = new PlacementPolicyPatch(policy.strategy());
        var after = Bodies.read(Json.mergePatch(Json.tree(before), change.call().tree()), PlacementPolicyPatch.class);
        var stored = PlacementPolicies.decide(transaction, datacenter.name(), after.strategy());
        change.changes("placement policy of " + datacenter.name() + ": " + after.strategy())
                .was(before)
                .becomes(after)
                .audit("placement-policy.update", datacenter.id(), datacenter.name(), null, null);
        return Answer.of(200, stored).etag(stored.generation());
    }

    private DatacenterCapacity capacity(Datacenter datacenter) {
        return ask(new DescribeCapacity(datacenter.name()), DatacenterCapacity.class);
    }

    private Datacenter datacenter(String named) {
        return context.database()
                .call(transaction -> context.datacenters().find(transaction, named))
                .orElseThrow(() -> unknown(named));
    }

    private static Failure unknown(String named) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no datacenter " + named + ".")
                .hint("See what there is: dv datacenter list");
    }

    private static int number(Call call, String name, int least, int most, List<Violation> violations) {
        Optional<Long> number = call.number(name);
        if (number.isEmpty() || number.get() < least || number.get() > most) {
            violations.add(new Violation(name, "RANGE", "must be from " + least + " to " + most));
            return least;
        }
        return Math.toIntExact(number.get());
    }

    private <A> A ask(Query<A> query, Class<A> answer) {
        var origin = Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
        return context.bus().ask(query, answer, origin, PATIENCE);
    }
}
