package no.dataverket.contract.api.inventory;

/// How far a declaration may be relied on.
public enum Trust {
    /// Somebody wrote it down.
    DECLARED,
    /// Written down, and an observation agreed.
    OBSERVED,
    /// A second operator approved it; only this is acted upon.
    TRUSTED,
    /// Changed since it was trusted; the older values are acted upon until a second operator approves.
    PENDING_APPROVAL
}
