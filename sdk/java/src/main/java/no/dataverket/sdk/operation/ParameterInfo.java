package no.dataverket.sdk.operation;

/// A parameter of the path, which is always required, or of the query, which never is.
public record ParameterInfo(String name, boolean inPath, FieldKind kind, String description) {}
