package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.OfferingInfo.Prerequisite;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.inventory.LabelSelector;
import no.dataverket.sentral.inventory.ResourceFilter;
import no.dataverket.sentral.tenancy.Scope;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// What must be there before an offering can be used in a scope, each miss with the command that mends it.
final class Prerequisites {

    private static final Visibility EVERYTHING = new Visibility(true, List.of(), List.of(), List.of());
    private static final int MENTIONED = 10;

    private final Context context;

    Prerequisites(Context context) {
        this.context = context;
    }

    List<Prerequisite> of(Transaction transaction, String offering, ScopeFinder.Found scope) {
        var needs = new ArrayList<Prerequisite>();
        switch (offering) {
            case "project" -> needs.add(tenant(transaction, scope));
            case "environment" -> needs.add(project(scope));
            case "network", "volume" -> {
                needs.add(project(scope));
                needs.add(environment(scope));
                needs.add(datacenter(transaction));
            }
            default -> {
                needs.add(project(scope));
                needs.add(environment(scope));
                needs.add(datacenter(transaction));
                needs.add(image(transaction));
                needs.add(hypervisor(transaction));
                needs.add(network(transaction, scope));
            }
        }
        return needs;
    }

    private Prerequisite tenant(Transaction transaction, ScopeFinder.Found scope) {
        var tenant = scope.tenant()
                .or(() -> Optional.ofNullable(scope.tenantId())
                        .flatMap(id -> context.scopes().find(transaction, id)));
        return scoped("tenant", tenant, "dv tenant list; then repeat with --tenant NAME");
    }

    private static Prerequisite project(ScopeFinder.Found scope) {
        return scoped(
                "project", scope.project(), "dv project create NAME --tenant TENANT; then repeat with --project NAME");
    }

    private static Prerequisite environment(ScopeFinder.Found scope) {
        var project = scope.project().map(Scope::name).orElse("PROJECT");
        return scoped(
                "environment",
                scope.environment(),
                "dv environment create NAME --project " + project + "; then repeat with --env NAME");
    }

    private Prerequisite datacenter(Transaction transaction) {
        var sites = context.datacenters().list(transaction, null, MENTIONED);
        return prerequisite(
                "datacenter",
                !sites.isEmpty(),
                String.join(", ", sites.stream().map(site -> site.name()).toList()),
                "an operator registers one: dv datacenter create NAME");
    }

    private Prerequisite image(Transaction transaction) {
        var ready = ready(transaction, IdKind.IMAGE, null, null);
        return prerequisite(
                "image",
                !ready.isEmpty(),
                String.join(", ", ready),
                "an operator registers one: dvce image create NAME --version V --datacenter DC --source DIR");
    }

    /// Hypervisors are nothing that tenants know: whether there is one is all they are told.
    private Prerequisite hypervisor(Transaction transaction) {
        return prerequisite(
                "hypervisor",
                !ready(transaction, IdKind.HYPERVISOR, null, null).isEmpty(),
                "there is one that takes machines",
                "an operator registers one: dvce hypervisor create NAME --datacenter DC --driver libvirt --endpoint URI");
    }

    private Prerequisite network(Transaction transaction, ScopeFinder.Found scope) {
        var ready = new ArrayList<String>();
        var project = scope.projectId();
        var tenant = scope.tenantId();
        if (project != null && tenant != null) {
            ready.addAll(ready(transaction, IdKind.NETWORK, project, scope.environmentId()));
            SharedNetworks.of(transaction, tenant, project).stream()
                    .limit(MENTIONED)
                    .flatMap(network -> context.resources().find(transaction, network).stream())
                    .filter(network -> network.phase() == Phase.READY)
                    .forEach(network -> ready.add(network.name() + " (shared)"));
        }
        return prerequisite(
                "network",
                !ready.isEmpty(),
                String.join(", ", ready),
                "dvnet network create NAME --project "
                        + scope.project().map(Scope::name).orElse("PROJECT") + " --env "
                        + scope.environment().map(Scope::name).orElse("ENV") + " --datacenter DC");
    }

    private List<String> ready(Transaction transaction, IdKind kind, @Nullable Id project, @Nullable Id environment) {
        var filter = new ResourceFilter(null, project, environment, null, Phase.READY, null, LabelSelector.ANY, null);
        return context.resources().list(transaction, kind, EVERYTHING, filter, null, MENTIONED).stream()
                .map(resource -> resource.name())
                .toList();
    }

    private static Prerequisite scoped(String name, Optional<Scope> scope, String hint) {
        return prerequisite(name, scope.isPresent(), scope.map(Scope::name).orElse("not named"), hint);
    }

    private static Prerequisite prerequisite(String name, boolean satisfied, String detail, String hint) {
        return new Prerequisite(
                name.toLowerCase(Locale.ROOT), satisfied, satisfied ? detail : "none", satisfied ? "" : hint);
    }
}
