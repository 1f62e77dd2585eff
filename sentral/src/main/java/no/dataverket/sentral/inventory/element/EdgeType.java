package no.dataverket.sentral.inventory.element;

/// Kinds of relation. Each reads from source to target, as in "device LOCATED_IN rack".
public enum EdgeType {
    LOCATED_IN,
    CONNECTED_TO,
    POWERED_BY,
    MEMBER_OF,
    RUNS_ON,
    ATTACHED_TO,
    OWNED_BY
}
