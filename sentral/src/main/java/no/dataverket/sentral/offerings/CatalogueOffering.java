package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.OfferingInfo;
import no.dataverket.contract.api.OfferingInfo.Prerequisite;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.inventory.ResourceFilter;
import no.dataverket.sentral.tenancy.Scope;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// What can be used in a scope, and what is missing for it, each miss with the command that mends it.
public final class CatalogueOffering implements Offering {

    private static final Visibility EVERYTHING = new Visibility(true, List.of(), List.of(), List.of());

    private final Context context;

    public CatalogueOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("listOfferings", this::list, "getOffering", this::get);
    }

    private Answer list(Call call) {
        var offerings = all(call);
        return Pages.of(call).page(offerings, offering -> Id.next(IdKind.EVENT).uuid(), shown -> shown);
    }

    private Answer get(Call call) {
        var named = call.named("offering");
        return Answer.of(
                200,
                all(call).stream()
                        .filter(offering -> offering.name().equals(named))
                        .findFirst()
                        .orElseThrow(
                                () -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no offering " + named + ".")
                                        .hint("See what there is: dv offering list")));
    }

    private List<OfferingInfo> all(Call call) {
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            return List.of(
                    project(transaction, actor, scope),
                    network(transaction, actor, scope),
                    vm(transaction, actor, scope));
        });
    }

    private OfferingInfo project(Transaction transaction, Actor actor, ScopeFinder.Found scope) {
        boolean may = actor.may(Access.TENANT_ADMIN, scope.tenantId(), null);
        return new OfferingInfo(
                "project",
                "A body of work inside a tenant, with environments",
                true,
                false,
                may,
                Map.of(),
                Map.of(),
                List.of(scoped(
                        "tenant",
                        scope.tenant().or(() -> tenantOf(transaction, scope)),
                        "dv tenant list; then repeat with --tenant NAME")));
    }

    private OfferingInfo network(Transaction transaction, Actor actor, ScopeFinder.Found scope) {
        var prerequisites = new ArrayList<>(environment(scope));
        prerequisites.add(datacenter(transaction));
        return workload(
                "network",
                "An isolated segment with a prefix of its own",
                "network.create",
                List.of(Dimensions.NETWORKS),
                prerequisites,
                transaction,
                actor,
                scope);
    }

    private OfferingInfo vm(Transaction transaction, Actor actor, ScopeFinder.Found scope) {
        var prerequisites = new ArrayList<>(environment(scope));
        prerequisites.add(datacenter(transaction));
        prerequisites.add(ready(
                transaction,
                IdKind.IMAGE,
                null,
                "an operator registers one: dvce image create NAME --version V --datacenter DC --source DIR"));
        prerequisites.add(
                ready(
                        transaction,
                        IdKind.HYPERVISOR,
                        null,
                        "an operator registers one: dvce hypervisor create NAME --datacenter DC --driver libvirt --endpoint URI"));
        prerequisites.add(ready(
                transaction,
                IdKind.NETWORK,
                scope.environmentId() == null ? scope.projectId() : scope.environmentId(),
                "dvnet network create NAME --project P --env E --datacenter DC"));
        return workload(
                "vm",
                "A virtual machine",
                "vm.create",
                List.of(Dimensions.VMS, Dimensions.VCPUS, Dimensions.MEMORY_MIB),
                prerequisites,
                transaction,
                actor,
                scope);
    }

    private OfferingInfo workload(
            String name,
            String description,
            String saga,
            List<String> dimensions,
            List<Prerequisite> prerequisites,
            Transaction transaction,
            Actor actor,
            ScopeFinder.Found scope) {
        var dependencies = new LinkedHashMap<String, Boolean>();
        for (var service : context.engine().services(saga)) {
            dependencies.put(service, context.services().of(service).up());
        }
        var quotas = new LinkedHashMap<String, String>();
        quotas(transaction, "tenant", scope.tenantId(), dimensions, quotas);
        quotas(transaction, "project", scope.projectId(), dimensions, quotas);
        quotas(transaction, "environment", scope.environmentId(), dimensions, quotas);
        boolean may = actor.may(Access.EDITOR, scope.tenantId(), scope.projectId());
        return new OfferingInfo(name, description, true, true, may, quotas, dependencies, prerequisites);
    }

    private void quotas(
            Transaction transaction,
            String label,
            @Nullable Id owner,
            List<String> dimensions,
            Map<String, String> quotas) {
        if (owner != null) {
            for (var budget : context.budgets().of(transaction, owner)) {
                if (dimensions.contains(budget.dimension())) {
                    var most = budget.most();
                    quotas.put(
                            label + " " + budget.dimension(),
                            budget.used() + "/" + (most == null ? "unlimited" : most.toString()));
                }
            }
        }
    }

    private List<Prerequisite> environment(ScopeFinder.Found scope) {
        return List.of(
                scoped(
                        "project",
                        scope.project(),
                        "dv project create NAME --tenant TENANT; then repeat with --project"),
                scoped(
                        "environment",
                        scope.environment(),
                        "dv environment create NAME --project P; then repeat with --env"));
    }

    private Prerequisite datacenter(Transaction transaction) {
        var sites = context.datacenters().list(transaction, null, 10);
        return prerequisite(
                "datacenter",
                !sites.isEmpty(),
                String.join(", ", sites.stream().map(site -> site.name()).toList()),
                "an operator registers one: dv datacenter create NAME");
    }

    private Prerequisite ready(Transaction transaction, IdKind kind, @Nullable Id within, String hint) {
        var project = within != null && within.kind() == IdKind.PROJECT ? within : null;
        var environment = within != null && within.kind() == IdKind.ENVIRONMENT ? within : null;
        boolean tenants = kind == IdKind.NETWORK;
        var found = tenants && within == null
                ? List.<String>of()
                : context
                        .resources()
                        .list(
                                transaction,
                                kind,
                                EVERYTHING,
                                ResourceFilter.in(null, project, environment, null),
                                null,
                                500)
                        .stream()
                        .filter(resource -> resource.phase() == Phase.READY)
                        .map(resource -> resource.name())
                        .limit(10)
                        .toList();
        // Hypervisors are nothing that tenants know: that there is one is all they are told.
        var told = kind == IdKind.HYPERVISOR ? found.size() + " ready" : String.join(", ", found);
        return prerequisite(kind.name().toLowerCase(java.util.Locale.ROOT), !found.isEmpty(), told, hint);
    }

    private Optional<Scope> tenantOf(Transaction transaction, ScopeFinder.Found scope) {
        return Optional.ofNullable(scope.tenantId())
                .flatMap(id -> context.scopes().find(transaction, id));
    }

    private static Prerequisite scoped(String name, Optional<Scope> scope, String hint) {
        return prerequisite(name, scope.isPresent(), scope.map(Scope::name).orElse("not named"), hint);
    }

    private static Prerequisite prerequisite(String name, boolean satisfied, String detail, String hint) {
        return new Prerequisite(name, satisfied, satisfied ? detail : "none", satisfied ? "" : hint);
    }
}
