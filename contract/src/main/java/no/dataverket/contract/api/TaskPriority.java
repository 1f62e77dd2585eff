package no.dataverket.contract.api;

/// The lane that a task runs in. Each lane has room of its own at every service, so that a flood in one does
/// not delay the other.
public enum TaskPriority {
    /// Somebody waits for it.
    INTERACTIVE,
    /// Nobody waits for it: only so many of its commands are under way at a service at once.
    BACKGROUND
}
