package no.dataverket.contract.api.inventory;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Compares a document with the inventory and keeps the difference as a plan. Nothing else changes.
public record InventoryPlanCreate(
        @Field(
                value = "The inventory as YAML, format dataverket.inventory/v1.",
                min = 1,
                max = InventoryPlanCreate.LONGEST_DOCUMENT,
                example = "format: dataverket.inventory/v1")
        String document,

        @Field(
                value = "Whether to delete what the document's datacenters have and the document does not mention.",
                defaultsTo = "false")
        @Nullable
        Boolean prune) {

    /// Characters of a document: twenty thousand elements.
    public static final int LONGEST_DOCUMENT = 3_000_000;

    /// Bytes of a body with such a document in it, its ends of line and quotation marks escaped.
    public static final int LARGEST = 6 * 1024 * 1024;
}
