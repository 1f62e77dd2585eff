package no.dataverket.maskin.placement.decision;

/// What makes one host better than another that would do as well.
public enum Strategy {

    /// The emptiest: load is even, and the loss of a host hits few machines.
    SPREAD,

    /// The fullest that has room: large machines find empty hosts, and hosts can be switched off.
    BIN_PACK
}
