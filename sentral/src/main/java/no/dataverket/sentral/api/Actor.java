package no.dataverket.sentral.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// Who asks, and what they may do where. A scope that an actor can't see is answered as if it were not there;
/// one that they can see but not change is answered with `ACTION_FORBIDDEN`.
public record Actor(Principal principal) {

    public String name() {
        return principal.name();
    }

    public boolean operator() {
        return principal.roles().stream().anyMatch(binding -> binding.role() == Role.PLATFORM_OPERATOR);
    }

    /// What the actor may know of.
    public Visibility visibility() {
        var projects = bindings(Role.PROJECT_EDITOR, Role.PROJECT_VIEWER).toList();
        return new Visibility(
                operator(),
                bindings(Role.TENANT_ADMIN)
                        .map(binding -> Objects.requireNonNull(binding.tenant()))
                        .toList(),
                projects.stream()
                        .map(binding -> Objects.requireNonNull(binding.project()))
                        .toList(),
                projects.stream()
                        .map(binding -> Objects.requireNonNull(binding.tenant()))
                        .toList());
    }

    /// Tenants that the actor may name.
    public List<Id> tenants() {
        var visible = visibility();
        return Stream.concat(visible.tenants().stream(), visible.tenantsOfProjects().stream())
                .distinct()
                .toList();
    }

    public boolean seesTenant(Id tenant) {
        return operator() || tenants().contains(tenant);
    }

    public boolean sees(@Nullable Id tenant, @Nullable Id project) {
        return level(tenant, project).compareTo(Access.VIEWER) >= 0;
    }

    /// Refuses unless the actor may do this in a scope that they can see.
    ///
    /// @throws Failure `ACTION_FORBIDDEN`
    public void require(Access least, @Nullable Id tenant, @Nullable Id project) {
        if (level(tenant, project).compareTo(least) < 0) {
            throw Failure.of(ProblemCode.ACTION_FORBIDDEN, "This needs the role " + role(least) + " here.");
        }
    }

    /// Whether the actor may do this in a scope.
    public boolean may(Access least, @Nullable Id tenant, @Nullable Id project) {
        return level(tenant, project).compareTo(least) >= 0;
    }

    private Access level(@Nullable Id tenant, @Nullable Id project) {
        if (operator()) {
            return Access.OPERATOR;
        }
        var best = Access.AUTHENTICATED;
        for (var binding : principal.roles()) {
            var level = switch (binding.role()) {
                case TENANT_ADMIN -> Objects.equals(binding.tenant(), tenant) ? Access.TENANT_ADMIN : best;
                case PROJECT_EDITOR -> isIn(binding, project) ? Access.EDITOR : best;
                case PROJECT_VIEWER -> isIn(binding, project) ? Access.VIEWER : best;
                case PLATFORM_OPERATOR -> best;
            };
            best = level.compareTo(best) > 0 ? level : best;
        }
        return best;
    }

    private static boolean isIn(RoleBinding binding, @Nullable Id project) {
        return project != null && project.equals(binding.project());
    }

    private Stream<RoleBinding> bindings(Role... roles) {
        return principal.roles().stream().filter(binding -> List.of(roles).contains(binding.role()));
    }

    /// The role that gives an access.
    static Role role(Access least) {
        return switch (least) {
            case PUBLIC, AUTHENTICATED, VIEWER -> Role.PROJECT_VIEWER;
            case EDITOR -> Role.PROJECT_EDITOR;
            case TENANT_ADMIN -> Role.TENANT_ADMIN;
            case OPERATOR -> Role.PLATFORM_OPERATOR;
        };
    }
}
