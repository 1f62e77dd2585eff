package no.dataverket.contract.api.inventory;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A change of the inventory that was worked out and can be applied as it is, once, on the generation that it
/// was made for.
public record InventoryPlan(
        @Field("Identifier.") Id id,

        @Field("Digest of all that the plan does; applying needs it.")
        String hash,

        @Field("Whether it is applied, and whether it still can be.")
        PlanState state,

        @Field("Generation of the inventory that it was made for.")
        long parentGeneration,

        @Field("Whether what was not mentioned is deleted.") boolean prune,
        @Field("Who made it.") String createdBy,
        @Field("When it was made.") Instant createdAt,
        @Field("Who applied it.") @Nullable String appliedBy,
        @Field("When it was applied.") @Nullable Instant appliedAt,
        @Field("Elements that it creates.") int creates,
        @Field("Elements that it changes.") int changes,
        @Field("Elements that it deletes.") int deletes,

        @Field("Elements of the document that are so already.")
        int unchanged,

        @Field("All that it does, in order; empty in lists.")
        List<InventoryAction> actions,

        @Field("What the document's datacenters have and it does not mention; deleted with prune only, empty in lists.")
        List<String> unmentioned,

        @Field("Trust change that a second operator decides, where the plan touches what only they make trusted.")
        @Nullable
        Id trustChange) {

    /// What can become of a plan.
    public enum PlanState {
        /// It can be applied.
        CURRENT,
        /// It was applied.
        APPLIED,
        /// The inventory changed since it was made; make it again.
        STALE
    }
}
