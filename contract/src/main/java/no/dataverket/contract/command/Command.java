package no.dataverket.contract.command;

/// Asks a service for an effect. The effect is idempotent by task and step, and guarded by the envelope's
/// epoch.
public interface Command {

    /// Whom it is for, and what it asks.
    static Message message(Class<?> type) {
        var message = type.getAnnotation(Message.class);
        if (message == null) {
            throw new IllegalArgumentException(type + " has no @Message");
        }
        return message;
    }
}
