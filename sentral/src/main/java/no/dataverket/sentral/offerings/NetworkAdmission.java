package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.contract.api.NetworkCreate;
import no.dataverket.contract.api.Preflight.Requirement;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Lineage;
import org.jspecify.annotations.Nullable;

/// Decides whether a network can be accepted, before anything is written. All that is missing is told at once.
final class NetworkAdmission {

    private static final int USUAL_LENGTH = 24;

    private final Admissions admissions;

    NetworkAdmission(Context context) {
        this.admissions = new Admissions(context);
    }

    /// A network that can be accepted as far as budgets allow it.
    record Admitted(Lineage lineage, String datacenter, NetworkOffering.Spec spec, List<Charge> charges) {}

    /// @throws Failure for the first thing that is missing, with a violation for each
    Admitted admit(Transaction transaction, Actor actor, NetworkCreate body) {
        var checklist = new Checklist();
        var admitted = examine(transaction, actor, body, checklist);
        checklist.requireNone();
        return admitted.orElseThrow();
    }

    /// Looks for all that a network needs.
    ///
    /// @throws Failure `INVALID_REFERENCE` for a project that is not the actor's to know
    Optional<Admitted> examine(Transaction transaction, Actor actor, NetworkCreate body, Checklist checklist) {
        var place = admissions.environment(
                transaction, actor, "network", body.tenant(), body.project(), body.environment(), checklist);
        var datacenter = admissions.datacenter(transaction, body.datacenter(), checklist);
        var spec = checklist.found(Requirement.REQUEST, "the prefix may be used", () -> spec(body));
        return place.flatMap(lineage -> datacenter
                .map(Datacenter::name)
                .flatMap(site -> spec.map(wanted ->
                        new Admitted(lineage, site, wanted, Dimensions.inScope(lineage, Dimensions.NETWORKS, 1)))));
    }

    private static NetworkOffering.Spec spec(NetworkCreate body) {
        var prefix = body.prefix() == null ? null : Prefix.parse(body.prefix());
        requireSameLength(body, prefix);
        int length = prefix != null ? prefix.length() : Objects.requireNonNullElse(body.prefixLength(), USUAL_LENGTH);
        return new NetworkOffering.Spec(
                Objects.requireNonNullElse(body.labels(), Map.of()),
                Objects.requireNonNullElse(body.deletionProtection(), false),
                prefix == null ? null : prefix.toString(),
                length,
                Objects.requireNonNullElse(body.egress(), false));
    }

    private static void requireSameLength(NetworkCreate body, @Nullable Prefix prefix) {
        var length = body.prefixLength();
        if (prefix != null && length != null && prefix.length() != length) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED, "prefix_length is " + length + " but the prefix is " + prefix + ".");
        }
    }
}
