package no.dataverket.sentral.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Names;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Call;
import no.dataverket.sentral.tenancy.Lineage;
import no.dataverket.sentral.tenancy.Scope;
import no.dataverket.sentral.tenancy.Scopes;
import org.jspecify.annotations.Nullable;

/// Finds tenants, projects and environments by name or identifier, among those that the actor can see and no
/// others.
public final class ScopeFinder {

    private static final List<IdKind> LEVELS = List.of(IdKind.TENANT, IdKind.PROJECT, IdKind.ENVIRONMENT);

    private final Scopes scopes;

    public ScopeFinder(Scopes scopes) {
        this.scopes = scopes;
    }

    /// What a query or a body names; each part may be absent.
    public record Found(Optional<Scope> tenant, Optional<Scope> project, Optional<Scope> environment) {

        /// An environment and what it hangs under.
        public static Found of(Lineage line) {
            return new Found(
                    Optional.of(line.tenant()), Optional.of(line.downwards().get(1)), Optional.of(line.scope()));
        }

        public @Nullable Id tenantId() {
            return project.map(Scope::tenant).or(() -> tenant.map(Scope::id)).orElse(null);
        }

        public @Nullable Id projectId() {
            return project.map(Scope::id).orElse(null);
        }

        public @Nullable Id environmentId() {
            return environment.map(Scope::id).orElse(null);
        }
    }

    /// The scope that a query narrows to.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` naming the part that is not there
    public Found ofQuery(Transaction transaction, Actor actor, Call call) {
        return find(
                transaction,
                actor,
                call.parameter("tenant"),
                call.parameter("project"),
                call.parameter("environment"),
                ProblemCode.RESOURCE_NOT_FOUND);
    }

    /// The environment that a body names.
    ///
    /// @throws Failure `INVALID_REFERENCE` naming the part that is not there
    public Found ofBody(
            Transaction transaction, Actor actor, @Nullable String tenant, String project, String environment) {
        return find(
                transaction,
                actor,
                Optional.ofNullable(tenant),
                Optional.of(project),
                Optional.of(environment),
                ProblemCode.INVALID_REFERENCE);
    }

    /// The environment that a body names, held until the transaction ends, with what it hangs under: in one go, where
    /// names lead to it. Empty where [#ofBody] has to find it, or to say what is missing.
    public Optional<Lineage> holdOfBody(
            Transaction transaction, Actor actor, @Nullable String tenant, String project, String environment) {
        @Nullable
        Id owner = tenant == null && !actor.operator() && actor.tenants().size() == 1
                ? actor.tenants().getFirst()
                : null;
        boolean byName = Stream.of(Optional.ofNullable(tenant), Optional.of(project), Optional.of(environment))
                .flatMap(Optional::stream)
                .allMatch(name -> Id.tryParse(name).isEmpty());
        if (!byName || (tenant == null && owner == null)) {
            return Optional.empty();
        }
        return scopes.holdLine(transaction, tenant, owner, project, environment)
                .filter(line -> line.downwards().stream().allMatch(scope -> visible(actor, scope)));
    }

    /// The project that a body names, whether the environment in it is there or not.
    ///
    /// @throws Failure `INVALID_REFERENCE`
    public Found projectOfBody(Transaction transaction, Actor actor, @Nullable String tenant, String project) {
        return find(
                transaction,
                actor,
                Optional.ofNullable(tenant),
                Optional.of(project),
                Optional.empty(),
                ProblemCode.INVALID_REFERENCE);
    }

    /// A tenant; the actor's only one where none is named.
    public Scope tenant(Transaction transaction, Actor actor, @Nullable String named, ProblemCode missing) {
        if (named != null) {
            return one(transaction, actor, IdKind.TENANT, null, named, missing);
        }
        if (!actor.operator() && actor.tenants().size() == 1) {
            return scopes.find(transaction, actor.tenants().getFirst())
                    .orElseThrow(() -> notFound(missing, IdKind.TENANT, "of this token", Optional.empty()));
        }
        throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "The request names no tenant, and you can see more than one.");
    }

    /// One scope by name or identifier.
    public Scope one(
            Transaction transaction, Actor actor, IdKind kind, @Nullable Id parent, String named, ProblemCode missing) {
        var id = Id.tryParse(named);
        var found = id.isPresent()
                ? id.filter(parsed -> parsed.kind() == kind).flatMap(parsed -> scopes.find(transaction, parsed))
                : scopes.named(transaction, parent, named);
        return found.filter(scope -> parent == null || parent.equals(scope.parent()))
                .filter(scope -> visible(actor, scope))
                .orElseThrow(() -> notFound(
                        missing,
                        kind,
                        named,
                        Optional.ofNullable(parent).flatMap(above -> scopes.find(transaction, above))));
    }

    /// A scope by its identifier, or by its names from the tenant down: `acme/shop/prod`.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND`
    public Lineage at(Transaction transaction, Actor actor, String address) {
        var missing = ProblemCode.RESOURCE_NOT_FOUND;
        var id = Id.tryParse(address);
        if (id.isPresent()) {
            return id.filter(parsed -> LEVELS.contains(parsed.kind()))
                    .flatMap(parsed -> scopes.lineage(transaction, parsed))
                    .filter(found -> visible(actor, found.scope()))
                    .orElseThrow(() -> notFound(address));
        }
        var names = List.of(address.split("/", -1));
        if (names.size() > LEVELS.size()) {
            throw notFound(address);
        }
        var line = new ArrayList<Scope>();
        for (int i = 0; i < names.size(); i++) {
            var parent = line.isEmpty() ? null : line.getLast().id();
            line.add(one(transaction, actor, LEVELS.get(i), parent, names.get(i), missing));
        }
        return new Lineage(line);
    }

    /// A project by name, in the tenant named or in the only one that has it.
    public Scope project(Transaction transaction, Actor actor, Optional<String> tenantName, String name) {
        var missing = ProblemCode.RESOURCE_NOT_FOUND;
        var tenant = tenantName.map(named -> one(transaction, actor, IdKind.TENANT, null, named, missing));
        return project(transaction, actor, tenant, name, missing);
    }

    private Found find(
            Transaction transaction,
            Actor actor,
            Optional<String> tenantName,
            Optional<String> projectName,
            Optional<String> environmentName,
            ProblemCode missing) {
        var tenant = tenantName.map(name -> one(transaction, actor, IdKind.TENANT, null, name, missing));
        var project = projectName.map(name -> project(transaction, actor, tenant, name, missing));
        if (environmentName.isEmpty()) {
            return new Found(tenant, project, Optional.empty());
        }
        var name = environmentName.get();
        boolean byName = Id.tryParse(name).isEmpty();
        if (byName && project.isEmpty()) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "An environment is found by its name only in a project.")
                    .hint("Say which project: ?project=NAME, or use the environment's identifier.");
        }
        var parent = project.map(Scope::id).orElse(null);
        var environment = one(transaction, actor, IdKind.ENVIRONMENT, parent, name, missing);
        var owner = project.or(() -> scopes.find(transaction, Objects.requireNonNull(environment.project())));
        return new Found(tenant, owner, Optional.of(environment));
    }

    private Scope project(
            Transaction transaction, Actor actor, Optional<Scope> tenant, String name, ProblemCode missing) {
        if (tenant.isPresent() || Id.tryParse(name).isPresent()) {
            var parent = tenant.map(Scope::id).orElse(null);
            return one(transaction, actor, IdKind.PROJECT, parent, name, missing);
        }
        var tenants = actor.operator() ? null : actor.tenants();
        var found = scopes.projectsNamed(transaction, name, tenants).stream()
                .filter(scope -> visible(actor, scope))
                .toList();
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one tenant has a project " + name + ".");
        }
        return found.stream().findFirst().orElseThrow(() -> notFound(missing, IdKind.PROJECT, name, tenant));
    }

    private static boolean visible(Actor actor, Scope scope) {
        return scope.id().kind() == IdKind.TENANT
                ? actor.seesTenant(scope.id())
                : actor.sees(scope.tenant(), scope.project());
    }

    /// @param parent in which it was looked for, where that is known
    private static Failure notFound(ProblemCode code, IdKind kind, String named, Optional<Scope> parent) {
        var noun = noun(kind);
        var hint = "See what there is: dv " + noun + " list";
        if (code == ProblemCode.INVALID_REFERENCE && Names.isName(named)) {
            hint += "; or create it: dv " + noun + " create " + named
                    + parent.map(scope -> " --" + noun(scope.id().kind()) + " " + scope.name())
                            .orElse("");
        }
        return Failure.of(code, "There is no " + noun + " " + named + " that you can see.")
                .hint(hint)
                .dependents(List.of(noun + "/" + named));
    }

    private static Failure notFound(String address) {
        return Failure.of(
                        ProblemCode.RESOURCE_NOT_FOUND,
                        "There is no tenant, project or environment " + address + " that you can see.")
                .hint("See what there is: dv tenant list, dv project list, dv environment list")
                .dependents(List.of(address));
    }

    private static String noun(IdKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
