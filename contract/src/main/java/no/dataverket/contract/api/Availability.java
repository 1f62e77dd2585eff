package no.dataverket.contract.api;

/// Who may create what an offering offers. What exists already goes on, whatever is decided.
public enum Availability {
    /// Everybody whose role allows it.
    SELF_SERVICE,
    /// Everybody whose role allows it, once a platform operator has approved the request. Networks only.
    ON_APPROVAL,
    /// Platform operators, for those who ask them.
    OPERATOR_GATED,
    /// Nobody.
    DISABLED
}
