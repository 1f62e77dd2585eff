package no.dataverket.maskin.placement;

import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.core.db.Transaction;

/// What was decided about each machine. That of a machine with a place goes with it; that of one that was refused is
/// kept for people to read.
final class Decisions {

    private static final int DAYS_KEPT = 30;

    private Decisions() {}

    static void keep(Transaction transaction, Id vm, PlacementDecision decision) {
        transaction.write("""
                INSERT INTO maskin.placement_decision (vm, outcome, policy_version, document) VALUES (?, ?, ?, ?)
                ON CONFLICT (vm) DO UPDATE
                SET outcome = excluded.outcome, policy_version = excluded.policy_version,
                    document = excluded.document, decided_at = excluded.decided_at
                """, vm, decision.placed() ? "PLACED" : "REFUSED", decision.policyVersion(), decision);
        if (!decision.placed()) {
            transaction.write(
                    "DELETE FROM maskin.placement_decision"
                            + " WHERE outcome = 'REFUSED' AND decided_at < now() - make_interval(days => ?)",
                    DAYS_KEPT);
        }
    }

    static Optional<PlacementDecision> of(Transaction transaction, Id vm) {
        return transaction.first(
                "SELECT document::text AS document FROM maskin.placement_decision WHERE vm = ?",
                row -> row.json("document", PlacementDecision.class),
                vm);
    }

    static void forget(Transaction transaction, Id vm) {
        transaction.write("DELETE FROM maskin.placement_decision WHERE vm = ?", vm);
    }
}
