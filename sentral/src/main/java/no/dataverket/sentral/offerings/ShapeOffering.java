package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Shape;
import no.dataverket.contract.api.ShapeCreate;
import no.dataverket.contract.api.ShapeOffer;
import no.dataverket.contract.api.ShapeUse;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tenancy.Lineage;

/// The sizes that machines come in. Operators make them, offer them to all or to some, and retire them.
public final class ShapeOffering implements Offering {

    /// What Maskin knows as classes of hosts.
    private static final Set<String> CLASSES = Set.of("standard", "dedicated", "dense");

    private final Context context;

    public ShapeOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listShapes",
                this::list,
                "getShape",
                this::get,
                "listShapeMachines",
                this::machines,
                "createShape",
                call -> context.mutations().run(call, this::create),
                "offerShape",
                call -> context.mutations().run(call, this::offer),
                "withdrawShape",
                call -> context.mutations().run(call, this::withdraw),
                "retireShape",
                call -> context.mutations().run(call, this::retire));
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        return context.database()
                .call(transaction -> wanted.page(
                        Shapes.list(
                                transaction, actor.visibility(), call.flag("retired"), wanted.after(), wanted.toRead()),
                        shape -> shape.id().uuid(),
                        shapes -> shapes.stream()
                                .map(shape -> view(transaction, shape, actor.operator()))
                                .toList()));
    }

    private Answer get(Call call) {
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var named = call.named("shape");
            var shape = Shapes.find(transaction, named)
                    .filter(found -> Shapes.isVisible(transaction, actor.visibility(), found.id()))
                    .orElseThrow(() -> missing(named));
            return Answer.of(200, view(transaction, shape, actor.operator()));
        });
    }

    private Answer machines(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var wanted = Pages.of(call);
        return context.database().call(transaction -> {
            var named = call.named("shape");
            var shape = Shapes.find(transaction, named).orElseThrow(() -> missing(named));
            return wanted.page(
                    context.resources().machinesOf(transaction, shape.name(), wanted.after(), wanted.toRead()),
                    vm -> vm.id().uuid(),
                    vms -> vms.stream().map(ShapeOffering::use).toList());
        });
    }

    private Answer create(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(ShapeCreate.class);
        requireClass(body);
        var shape = Shapes.create(change.transaction(), body);
        change.creates("shape " + shape.name())
                .becomes(body)
                .audit("shape.create", shape.id(), shape.name(), null, null);
        return Answer.of(201, view(change.transaction(), shape, true)).header("Location", "/v1/shapes/" + shape.id());
    }

    private Answer offer(Change change) {
        var shape = lock(change);
        var to = scope(change);
        requireSome(shape);
        if (Shapes.offer(change.transaction(), shape.id(), to.scope())) {
            tell(change, "shape.offer", shape, to);
        } else {
            change.alreadyDone();
        }
        return Answer.of(200, view(change.transaction(), shape, true));
    }

    private Answer withdraw(Change change) {
        var shape = lock(change);
        var from = scope(change);
        requireSome(shape);
        if (!Shapes.withdraw(change.transaction(), shape.id(), from.scope())) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_FOUND, shape.name() + " is not offered to " + from.address() + ".")
                    .hint("See to whom it is: dvce shape get " + shape.name() + " -o yaml");
        }
        tell(change, "shape.withdraw", shape, from);
        return Answer.of(200, view(change.transaction(), shape, true));
    }

    private Answer retire(Change change) {
        var shape = lock(change);
        if (shape.retiredAt() != null) {
            change.alreadyDone();
            return Answer.of(200, view(change.transaction(), shape, true));
        }
        var retired = Shapes.retire(change.transaction(), shape);
        change.changes("shape " + shape.name() + ": retired")
                .audit("shape.retire", shape.id(), shape.name(), null, null);
        return Answer.of(200, view(change.transaction(), retired, true));
    }

    private static Shapes.Stored lock(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var named = change.call().named("shape");
        return Shapes.lock(change.transaction(), named).orElseThrow(() -> missing(named));
    }

    private Lineage scope(Change change) {
        var body = change.call().body(ShapeOffer.class);
        var found = context.finder().at(change.transaction(), change.actor(), body.scope());
        if (found.scope().id().kind() == IdKind.ENVIRONMENT) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "Shapes are offered to tenants and projects, not to environments.")
                    .hint("Name its project: --scope TENANT/PROJECT");
        }
        return found;
    }

    private static void tell(Change change, String action, Shapes.Stored shape, Lineage scope) {
        change.changes("shape " + shape.name() + ": " + scope.address())
                .audit(
                        action,
                        shape.id(),
                        shape.name() + ": " + scope.address(),
                        scope.scope().tenant(),
                        scope.scope().project());
    }

    private static void requireSome(Shapes.Stored shape) {
        if (shape.everyone()) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "The shape " + shape.name() + " is for everyone.")
                    .hint("Retire it and create one that is not: dvce shape create NAME --everyone false");
        }
    }

    private static void requireClass(ShapeCreate body) {
        var wanted = body.hypervisorClass();
        if (wanted != null && !CLASSES.contains(wanted)) {
            var detail =
                    "is none of " + String.join(", ", CLASSES.stream().sorted().toList());
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "/hypervisor_class: " + detail)
                    .violations(List.of(new Violation("/hypervisor_class", "ENUM", detail)));
        }
    }

    private Shape view(Transaction transaction, Shapes.Stored shape, boolean operator) {
        return new Shape(
                shape.id(),
                shape.name(),
                shape.description(),
                shape.size().vcpus(),
                shape.size().memoryMib(),
                shape.size().diskGib(),
                operator ? shape.hypervisorClass() : null,
                shape.everyone(),
                operator ? offeredTo(transaction, shape) : null,
                operator ? context.resources().countMachinesOf(transaction, shape.name()) : null,
                shape.retiredAt() != null,
                shape.retiredAt(),
                shape.createdAt());
    }

    private List<String> offeredTo(Transaction transaction, Shapes.Stored shape) {
        return Shapes.offeredTo(transaction, shape.id()).stream()
                .flatMap(scope -> context.scopes().lineage(transaction, scope).stream())
                .map(Lineage::address)
                .toList();
    }

    private static ShapeUse use(Resource vm) {
        return new ShapeUse(
                vm.id(),
                vm.name(),
                Objects.requireNonNull(vm.tenant()),
                Objects.requireNonNull(vm.project()),
                Objects.requireNonNull(vm.environment()),
                vm.datacenter(),
                vm.phase());
    }

    private static Failure missing(String named) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no shape " + named + ".")
                .hint("See what there is: dvce shape list");
    }
}
