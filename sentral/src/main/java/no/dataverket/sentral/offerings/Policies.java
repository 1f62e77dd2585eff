package no.dataverket.sentral.offerings;

import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.Availability;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import org.jspecify.annotations.Nullable;

/// Who may create what, as operators decided it. The nearest level that decided counts: the project, the
/// tenant, the platform. Where nobody decided, everybody may whose role allows it.
final class Policies {

    private static final UUID PLATFORM = new UUID(0, 0);

    /// What holds, and which scope decided it.
    ///
    /// @param scope null for the platform
    record Policy(Availability availability, @Nullable UUID scope) {

        static final Policy USUAL = new Policy(Availability.SELF_SERVICE, null);

        /// Whether the actor may create, given that their role allows it.
        boolean admits(Actor actor) {
            return switch (availability) {
                case SELF_SERVICE, ON_APPROVAL -> true;
                case OPERATOR_GATED -> actor.operator();
                case DISABLED -> false;
            };
        }
    }

    /// How much consent it takes to create, for an actor who may.
    AutomationClass least(
            Transaction transaction, Actor actor, String offering, @Nullable Id tenant, @Nullable Id project) {
        var policy = of(transaction, offering, tenant, project);
        return policy.availability() == Availability.ON_APPROVAL && !actor.operator()
                ? AutomationClass.ONE_APPROVAL
                : AutomationClass.AUTO;
    }

    /// What holds in a scope.
    Policy of(Transaction transaction, String offering, @Nullable Id tenant, @Nullable Id project) {
        return transaction
                .first("""
                        SELECT scope, availability FROM offerings.policy
                        WHERE offering = ?::text AND scope IN (?::uuid, ?::uuid, ?::uuid)
                        ORDER BY scope = ?::uuid DESC NULLS LAST, scope = ?::uuid DESC NULLS LAST LIMIT 1
                        """, Policies::policy, offering, PLATFORM, tenant, project, project, tenant)
                .orElse(Policy.USUAL);
    }

    /// @throws Failure `OFFERING_NOT_ENABLED`, `OFFERING_GATED`
    void require(Transaction transaction, Actor actor, String offering, @Nullable Id tenant, @Nullable Id project) {
        var policy = of(transaction, offering, tenant, project);
        if (policy.admits(actor)) {
            return;
        }
        var scope = project == null ? tenant : project;
        var code = policy.availability() == Availability.DISABLED
                ? ProblemCode.OFFERING_NOT_ENABLED
                : ProblemCode.OFFERING_GATED;
        var detail = policy.availability() == Availability.DISABLED
                ? "The offering " + offering + " is not enabled here."
                : "Here, each new " + offering + " is created by a platform operator.";
        var request = offering.equals("project") && policy.availability() == Availability.OPERATOR_GATED
                ? "Ask for one, which waits for an operator's approval: dv project request NAME. "
                : "";
        throw Failure.of(code, detail)
                .hint(request + "Ask a platform operator, who may open it: dv offering set " + offering
                        + " --availability SELF_SERVICE" + (scope == null ? "" : " --scope " + scope));
    }

    /// Decides for a scope, or for the platform where it is null; null leaves it to the level above.
    void set(Transaction transaction, String offering, @Nullable Id scope, @Nullable Availability availability) {
        var where = scope == null ? PLATFORM : scope.uuid();
        if (availability == null) {
            transaction.update("DELETE FROM offerings.policy WHERE scope = ? AND offering = ?", where, offering);
        } else {
            transaction.update("""
                    INSERT INTO offerings.policy (scope, offering, availability) VALUES (?, ?, ?)
                    ON CONFLICT (scope, offering) DO UPDATE SET availability = excluded.availability
                    """, where, offering, availability);
        }
    }

    /// Forgets what was decided for a scope that is gone.
    void remove(Transaction transaction, Id scope) {
        transaction.update("DELETE FROM offerings.policy WHERE scope = ?", scope);
    }

    private static Policy policy(Row row) {
        var scope = row.uuid("scope");
        return new Policy(Availability.valueOf(row.text("availability")), scope.equals(PLATFORM) ? null : scope);
    }
}
