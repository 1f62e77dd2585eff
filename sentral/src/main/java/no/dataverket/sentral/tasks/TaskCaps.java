package no.dataverket.sentral.tasks;

/// How many tasks of a project may be on their way at once. Those that a task begins go with it.
///
/// @param tasks all of them
/// @param destructive those that destroy
public record TaskCaps(int tasks, int destructive) {

    /// As many as there are.
    public static final TaskCaps NONE = new TaskCaps(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
