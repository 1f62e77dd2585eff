package no.dataverket.sdk.operation;

/// The closed set of kinds that a field can be of.
public enum FieldKind {
    STRING,
    TIME,
    INTEGER,
    BOOLEAN,
    OBJECT,
    LIST,
    MAP
}
