package no.dataverket.sentral.inventory.element;

/// A rule between elements that a set of declarations breaks.
///
/// @param key the element that should be corrected
/// @param field the field, or empty where it is the element as a whole
public record Breach(String key, String field, String code, String detail) {}
