package no.dataverket.sentral.offerings;

import no.dataverket.contract.api.PlacementPolicy;
import no.dataverket.contract.api.PlacementStrategy;
import no.dataverket.core.db.Transaction;

/// How operators want the hypervisors of each datacenter filled.
final class PlacementPolicies {

    private PlacementPolicies() {}

    /// What holds in a datacenter now.
    static PlacementPolicy of(Transaction transaction, String datacenter) {
        return transaction
                .first(
                        "SELECT strategy, generation FROM offerings.placement_policy WHERE datacenter = ?",
                        row -> new PlacementPolicy(
                                datacenter, PlacementStrategy.valueOf(row.text("strategy")), row.number("generation")),
                        datacenter)
                .orElse(PlacementPolicy.usual(datacenter));
    }

    /// Decides anew. Whoever does holds the datacenter.
    static PlacementPolicy decide(Transaction transaction, String datacenter, PlacementStrategy strategy) {
        transaction.update("""
                INSERT INTO offerings.placement_policy AS known (datacenter, strategy, generation) VALUES (?, ?, 2)
                ON CONFLICT (datacenter) DO UPDATE SET strategy = excluded.strategy, generation = known.generation + 1
                """, datacenter, strategy);
        return of(transaction, datacenter);
    }
}
