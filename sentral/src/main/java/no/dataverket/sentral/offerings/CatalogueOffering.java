package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Availability;
import no.dataverket.contract.api.OfferingInfo;
import no.dataverket.contract.api.OfferingInfo.OfferingLimit;
import no.dataverket.contract.api.OfferingInfo.PlacementRule;
import no.dataverket.contract.api.OfferingPolicy;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Role;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.offerings.Policies.Policy;
import no.dataverket.sentral.tenancy.Lineage;
import org.jspecify.annotations.Nullable;

/// What can be used in a scope: by whom, how much of it, where, and what is missing for it.
public final class CatalogueOffering implements Offering {

    private static final List<Product> PRODUCTS = List.of(
            new Product(
                    "project",
                    "A body of work inside a tenant, with environments",
                    Role.TENANT_ADMIN,
                    Access.TENANT_ADMIN,
                    null,
                    List.of()),
            new Product(
                    "environment",
                    "A stage of a project, as production or test; workloads live in one",
                    Role.PROJECT_EDITOR,
                    Access.EDITOR,
                    null,
                    List.of()),
            new Product(
                    "network",
                    "An isolated segment with a prefix of its own",
                    Role.PROJECT_EDITOR,
                    Access.EDITOR,
                    "network.create",
                    List.of(Dimensions.NETWORKS)),
            new Product(
                    "volume",
                    "A disk with a life of its own, for one machine at a time",
                    Role.PROJECT_EDITOR,
                    Access.EDITOR,
                    "volume.create",
                    List.of(Dimensions.DISK_GIB)),
            new Product(
                    "vm",
                    "A virtual machine",
                    Role.PROJECT_EDITOR,
                    Access.EDITOR,
                    "vm.create",
                    List.of(
                            Dimensions.VMS,
                            Dimensions.VCPUS,
                            Dimensions.RUNNING_VCPUS,
                            Dimensions.MEMORY_MIB,
                            Dimensions.DISK_GIB)));

    private final Context context;
    private final Policies policies = new Policies();
    private final Prerequisites prerequisites;

    public CatalogueOffering(Context context) {
        this.context = context;
        this.prerequisites = new Prerequisites(context);
    }

    /// What is always true of an offering.
    ///
    /// @param saga that creates one; null for what is there at once
    /// @param dimensions that it uses
    private record Product(
            String name,
            String description,
            Role role,
            Access access,
            @Nullable String saga,
            List<String> dimensions) {

        boolean inEnvironment() {
            return saga != null;
        }

        /// Whether a request can be kept until an operator has approved it: not where it can hold secrets.
        boolean onApproval() {
            return name.equals("network");
        }
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listOfferings",
                this::list,
                "getOffering",
                this::get,
                "setOfferingAvailability",
                call -> context.mutations().run(call, this::decide));
    }

    private Answer list(Call call) {
        var actor = new Actor(call.actor());
        var wanted = Pages.behind(call, Function.identity());
        var after = wanted.after();
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            int first = after == null ? 0 : names().indexOf(after) + 1;
            var read = PRODUCTS.stream()
                    .skip(first)
                    .limit(wanted.toRead())
                    .map(product -> info(transaction, actor, product, scope))
                    .toList();
            return wanted.page(read, OfferingInfo::name);
        });
    }

    private Answer get(Call call) {
        var actor = new Actor(call.actor());
        var product = product(call);
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            return Answer.of(200, info(transaction, actor, product, scope));
        });
    }

    private Answer decide(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var product = product(change.call());
        var body = change.call().body(OfferingPolicy.class);
        var transaction = change.transaction();
        var scope = Optional.ofNullable(body.scope())
                .map(address -> context.finder().at(transaction, change.actor(), address))
                .map(CatalogueOffering::tenantOrProject);
        var availability = body.availability();
        if (availability == Availability.ON_APPROVAL && !product.onApproval()) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "No request for a " + product.name() + " is kept until it is approved.")
                    .hint(
                            "Close it: --availability OPERATOR_GATED; members then ask for a project: dv project request NAME");
        }
        policies.set(
                transaction,
                product.name(),
                scope.map(found -> found.scope().id()).orElse(null),
                availability);
        var action = "offering."
                + (availability == null ? "inherit" : availability.name().toLowerCase(Locale.ROOT));
        change.changes("offering " + product.name());
        if (scope.isPresent()) {
            change.audit(action, scope.get().scope());
        } else {
            change.audit(action, Id.next(IdKind.EVENT), product.name(), null, null);
        }
        return Answer.of(200, info(transaction, change.actor(), product, found(scope)));
    }

    private static Lineage tenantOrProject(Lineage found) {
        if (found.scope().id().kind() == IdKind.ENVIRONMENT) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "Offerings are decided about for tenants and projects, not for environments.")
                    .hint("Name its project: --scope TENANT/PROJECT");
        }
        return found;
    }

    private static ScopeFinder.Found found(Optional<Lineage> scope) {
        var line = scope.map(Lineage::downwards).orElse(List.of());
        return new ScopeFinder.Found(
                line.stream().findFirst(), line.stream().skip(1).findFirst(), Optional.empty());
    }

    private static Product product(Call call) {
        var named = call.named("offering");
        return PRODUCTS.stream()
                .filter(product -> product.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no offering " + named + ".")
                        .hint("See what there is: dv offering list"));
    }

    private OfferingInfo info(Transaction transaction, Actor actor, Product product, ScopeFinder.Found scope) {
        var policy = policies.of(transaction, product.name(), scope.tenantId(), scope.projectId());
        var dependencies = new LinkedHashMap<String, Boolean>();
        if (product.saga() != null) {
            for (var service : context.engine().services(product.saga())) {
                dependencies.put(service, context.services().of(service).up());
            }
        }
        var lineage = lineage(transaction, scope);
        var quotas = new LinkedHashMap<String, String>();
        var limits = new ArrayList<OfferingLimit>();
        lineage.ifPresent(line -> limits(transaction, line, product.dimensions(), quotas, limits));
        boolean role = actor.may(
                product.access(), scope.tenantId(), product.access() == Access.TENANT_ADMIN ? null : scope.projectId());
        return new OfferingInfo(
                product.name(),
                product.description(),
                policy.availability() != Availability.DISABLED,
                policy.availability(),
                decidedBy(lineage, policy),
                product.inEnvironment(),
                product.role(),
                role && policy.admits(actor) && (policy.availability() != Availability.ON_APPROVAL || actor.operator()),
                quotas,
                limits,
                product.name().equals("vm") ? placement(transaction) : List.of(),
                dependencies,
                prerequisites.of(transaction, product.name(), scope));
    }

    private Optional<Lineage> lineage(Transaction transaction, ScopeFinder.Found scope) {
        return scope.environment()
                .or(scope::project)
                .or(scope::tenant)
                .flatMap(nearest -> context.scopes().lineage(transaction, nearest.id()));
    }

    private void limits(
            Transaction transaction,
            Lineage lineage,
            List<String> dimensions,
            Map<String, String> quotas,
            List<OfferingLimit> limits) {
        for (var scope : lineage.downwards()) {
            var level = scope.id().kind().name().toLowerCase(Locale.ROOT);
            for (var budget : context.budgets().of(transaction, scope.id())) {
                if (!dimensions.contains(budget.dimension())) {
                    continue;
                }
                var most = budget.most();
                var datacenter = budget.datacenter().isEmpty() ? null : budget.datacenter();
                quotas.put(
                        level + " " + budget.dimension() + (datacenter == null ? "" : " in " + datacenter),
                        budget.used() + "/" + (most == null ? "unlimited" : most.toString()));
                if (most != null) {
                    limits.add(new OfferingLimit(
                            scope.id(),
                            lineage.address(scope),
                            budget.dimension(),
                            datacenter,
                            most,
                            budget.used(),
                            Math.max(0, most - budget.used())));
                }
            }
        }
    }

    private List<PlacementRule> placement(Transaction transaction) {
        return context.datacenters().list(transaction, null, 500).stream()
                .map(site -> {
                    var largest = context.resources().largestHypervisor(transaction, site.name());
                    return new PlacementRule(site.name(), largest.vcpus() > 0, largest.vcpus(), largest.memoryMib());
                })
                .toList();
    }

    private static String decidedBy(Optional<Lineage> lineage, Policy policy) {
        var decider = policy.scope();
        if (decider == null) {
            return "platform";
        }
        return lineage.flatMap(line -> line.downwards().stream()
                        .filter(scope -> scope.id().uuid().equals(decider))
                        .findFirst()
                        .map(scope -> scope.id().kind().name().toLowerCase(Locale.ROOT) + " " + line.address(scope)))
                .orElse("platform");
    }

    private static List<String> names() {
        return PRODUCTS.stream().map(Product::name).toList();
    }
}
