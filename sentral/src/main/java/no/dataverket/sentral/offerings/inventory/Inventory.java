package no.dataverket.sentral.offerings.inventory;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.Operator;
import no.dataverket.sentral.inventory.graph.Topology;
import no.dataverket.sentral.inventory.observation.DriftBook;
import no.dataverket.sentral.inventory.observation.ObservationLog;
import no.dataverket.sentral.inventory.plan.Planner;
import no.dataverket.sentral.inventory.plan.Plans;
import no.dataverket.sentral.inventory.trust.Adoption;
import no.dataverket.sentral.inventory.trust.Decisions;
import no.dataverket.sentral.inventory.trust.TrustChanges;
import no.dataverket.sentral.offerings.Context;
import no.dataverket.sentral.offerings.Offering;
import org.jspecify.annotations.Nullable;

/// The parts of the inventory, put together.
public final class Inventory {

    final Context context;
    final Elements elements = new Elements();
    final Plans plans = new Plans();
    final TrustChanges trust = new TrustChanges();
    final ObservationLog log = new ObservationLog();
    final DriftBook drift = new DriftBook(elements, log);
    final Planner planner;
    final Adoption adoption;
    final Decisions decisions;

    public Inventory(Context context) {
        this.context = context;
        this.planner = new Planner(elements, context.datacenters(), plans, trust, drift);
        this.adoption = new Adoption(elements, trust, planner, drift);
        this.decisions = new Decisions(elements, trust, planner, drift);
    }

    /// Its operations.
    public List<Offering> offerings() {
        return List.of(
                new ElementOffering(this),
                new GraphOffering(this),
                new PlanOffering(this),
                new ObservationOffering(this),
                new DriftOffering(this),
                new TrustOffering(this),
                new DatacenterCardOffering(this));
    }

    /// Forgets observations, plans and trust changes that nobody needs any more.
    public void forgetOld() {
        context.database().run(transaction -> {
            log.forgetOld(transaction);
            plans.forgetOld(transaction);
            trust.forgetOld(transaction);
        });
    }

    /// The failure domains, by what is trusted.
    Topology topology(Transaction transaction) {
        return new Topology(elements.places(transaction));
    }

    /// An operation that reads.
    Endpoint reading(BiFunction<Transaction, Call, Answer> work) {
        return call -> {
            new Actor(call.actor()).require(Access.OPERATOR, null, null);
            return context.database().call(transaction -> work.apply(transaction, call));
        };
    }

    /// An operation that writes.
    Endpoint writing(Function<Change, Answer> work) {
        return call -> context.mutations().run(call, change -> {
            change.actor().require(Access.OPERATOR, null, null);
            return work.apply(change);
        });
    }

    static Operator operator(Change change) {
        return new Operator(change.call().actor().id().uuid(), change.actor().name());
    }

    /// The identifier in the path.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` if it is none of that kind
    static Id id(Call call, String parameter, IdKind kind) {
        return Id.tryParse(call.named(parameter))
                .filter(id -> id.kind() == kind)
                .orElseThrow(() -> Failure.of(
                        ProblemCode.RESOURCE_NOT_FOUND,
                        "There is no " + parameter.replace('_', ' ') + " " + call.named(parameter) + "."));
    }

    /// A value of the query that must be one of a few.
    ///
    /// @throws Failure `VALIDATION_FAILED`
    static <E extends Enum<E>> @Nullable E choice(Call call, String parameter, Class<E> type) {
        var given = call.parameter(parameter).orElse(null);
        if (given == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(given)) {
                return constant;
            }
        }
        throw Failure.of(
                ProblemCode.VALIDATION_FAILED,
                parameter + " can't be " + given + "; it is one of " + List.of(type.getEnumConstants()) + ".");
    }
}
