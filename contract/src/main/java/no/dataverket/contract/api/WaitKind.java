package no.dataverket.contract.api;

/// What kind of thing a task waits for.
public enum WaitKind {
    /// A service, or something that a service needs.
    DEPENDENCY,
    /// What an operator decides about a message that could not be taken.
    DEAD_LETTER,
    /// Room in its lane.
    LANE,
    /// Other tasks.
    TASKS,
    /// A server that knows the version of the definition that the task began with.
    DEFINITION,
    /// An approval, which is named by its identifier.
    APPROVAL
}
