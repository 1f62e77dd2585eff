package no.dataverket.contract.api;

/// What fails together: a host, a rack, a power feed, a room.
public enum PlacementLevel {
    HOST,
    RACK,
    POWER,
    ROOM
}
