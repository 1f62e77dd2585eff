package no.dataverket.contract.api.inventory;

import no.dataverket.contract.Field;

/// The inventory as a document that can be imported again.
public record InventoryDocument(
        @Field(value = "Format and version.", example = "dataverket.inventory/v1")
        String format,

        @Field("Generation of the inventory that it shows.") long generation,
        @Field("The document, YAML.") String document) {}
