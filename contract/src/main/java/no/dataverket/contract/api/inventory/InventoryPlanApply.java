package no.dataverket.contract.api.inventory;

import no.dataverket.contract.Field;

/// Applies a plan that was looked at.
public record InventoryPlanApply(
        @Field(value = "Hash of the plan as it was seen.", max = 100, example = "sha256:9f86d081884c7d65")
        String hash) {}
