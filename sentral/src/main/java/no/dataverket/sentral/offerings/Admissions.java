package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Preflight.Requirement;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.tenancy.Lineage;
import org.jspecify.annotations.Nullable;

/// What everything needs that is created in an environment: the environment, the role, the offering, a
/// datacenter.
final class Admissions {

    private final Context context;
    private final Policies policies = new Policies();

    Admissions(Context context) {
        this.context = context;
    }

    /// The environment, held until the transaction ends, with what it hangs under.
    ///
    /// @throws Failure `INVALID_REFERENCE` for a project that is not the actor's to know
    Optional<Lineage> environment(
            Transaction transaction,
            Actor actor,
            String offering,
            @Nullable String tenant,
            String project,
            String environment,
            Checklist checklist) {
        var line = context.finder().holdOfBody(transaction, actor, tenant, project, environment);
        if (line.isPresent()) {
            allowed(transaction, actor, offering, ScopeFinder.Found.of(line.get()), checklist);
            return checklist.found(Requirement.PARENT, "environment " + environment, line::get);
        }
        ScopeFinder.Found scope;
        try {
            scope = context.finder().ofBody(transaction, actor, tenant, project, environment);
        } catch (Failure missing) {
            var around = context.finder().projectOfBody(transaction, actor, tenant, project);
            checklist.miss(missing.hint("See what there is: dv environment list --project " + project
                    + "; or create it: dv environment create " + environment + " --project " + project));
            allowed(transaction, actor, offering, around, checklist);
            return Optional.empty();
        }
        allowed(transaction, actor, offering, scope, checklist);
        var id = scope.environment().orElseThrow().id();
        return checklist.found(
                Requirement.PARENT,
                "environment " + environment,
                () -> context.scopes()
                        .hold(transaction, id)
                        .flatMap(held -> context.scopes().lineage(transaction, id))
                        .orElseThrow(() -> Failure.of(
                                ProblemCode.INVALID_REFERENCE,
                                "There is no environment " + environment + " any more.")));
    }

    /// A datacenter, by name or identifier.
    Optional<Datacenter> datacenter(Transaction transaction, String named, Checklist checklist) {
        var detail = "There is no datacenter " + named + ".";
        return checklist.found(
                Requirement.REFERENCE,
                "datacenter " + named,
                () -> context.datacenters()
                        .find(transaction, named)
                        .orElseThrow(() -> Failure.of(ProblemCode.INVALID_REFERENCE, detail)
                                .hint("See what there is: dv datacenter list")
                                .violations(List.of(new Violation("/datacenter", "REFERENCE", detail)))));
    }

    private void allowed(
            Transaction transaction, Actor actor, String offering, ScopeFinder.Found scope, Checklist checklist) {
        var tenant = scope.tenantId();
        var project = scope.projectId();
        checklist.check(Requirement.ROLE, "your role allows it", () -> actor.require(Access.EDITOR, tenant, project));
        checklist.check(
                Requirement.AVAILABILITY,
                "the offering is open to you",
                () -> policies.require(transaction, actor, offering, tenant, project));
    }
}
