package no.dataverket.nett.host;

/// What a switch can do beyond keeping networks apart, which every one must.
public enum Capability {
    /// Machines reach the outside under the host's address.
    EGRESS,
    /// A packet whose source does not belong to its network gets nowhere.
    SOURCE_CHECK,
    /// A port that is on the wrong network can be put right.
    RETAG
}
