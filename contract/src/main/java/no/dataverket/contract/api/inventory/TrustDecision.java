package no.dataverket.contract.api.inventory;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// A second operator's decision.
public record TrustDecision(
        @Field(value = "Hash of the trust change as it was seen.", max = 100, example = "sha256:9f86d081884c7d65")
        String hash,

        @Field(value = "Why.", max = 500) @Nullable String comment) {}
