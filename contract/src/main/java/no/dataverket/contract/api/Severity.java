package no.dataverket.contract.api;

/// How soon somebody should look. When in doubt, the higher one is right.
public enum Severity {
    /// Now: something that is used is at risk.
    CRITICAL,
    /// Today: work waits or room gets scarce; nothing is lost.
    WARNING,
    /// By its owner's need.
    NOTICE
}
