package no.dataverket.sentral.inventory.document;

/// The format of the document.
public final class InventoryYaml {

    /// Name and version. A reader refuses versions that it does not know; fields are only added within one.
    public static final String FORMAT = "dataverket.inventory/v1";

    /// Most elements that one document may have.
    public static final int MOST_ELEMENTS = 20_000;

    private InventoryYaml() {}
}
