package no.dataverket.contract.api;

/// What makes one hypervisor better than another that would do as well: `SPREAD` takes the emptiest, `BIN_PACK` the
/// fullest that has room.
public enum PlacementStrategy {
    SPREAD,
    BIN_PACK
}
