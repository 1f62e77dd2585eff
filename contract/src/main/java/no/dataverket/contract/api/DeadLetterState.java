package no.dataverket.contract.api;

/// What became of a message that could not be taken.
public enum DeadLetterState {
    /// It is held until an operator decides.
    OPEN,
    /// It was taken again; should that fail too, it is a new dead letter.
    REPLAYED,
    /// It was given up, and the step that it belonged to failed.
    DISCARDED
}
