package no.dataverket.contract.api.inventory;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// Values on which others rely, waiting for a second operator. Until then the older ones hold.
public record TrustChange(
        @Field("Identifier.") Id id,

        @Field("Digest of all that is to be trusted; deciding needs it.")
        String hash,

        @Field("Where it stands.") TrustChangeState state,

        @Field(value = "What it comes from: a plan or a drift.", example = "plan")
        String origin,

        @Field("How many elements it is about.") int elements,

        @Field("What is to be trusted, element by element; empty in lists.")
        List<InventoryAction> actions,

        @Field("Who asked.") String requestedBy,
        @Field("When.") Instant requestedAt,
        @Field("When it lapses.") Instant expiresAt,
        @Field("Who decided.") @Nullable String decidedBy,
        @Field("When.") @Nullable Instant decidedAt,
        @Field("Why.") @Nullable String comment) {

    /// Where a trust change stands.
    public enum TrustChangeState {
        PENDING_APPROVAL,
        APPROVED,
        REJECTED,
        /// What it was about has changed since, or nobody decided in time.
        VOID
    }
}
