package no.dataverket.contract.command;

import java.time.Instant;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.DeadLetterState;
import org.jspecify.annotations.Nullable;

/// What services tell of the messages that they could not take, and what they are asked to do with them.
public final class DeadLetterMessages {

    private static final String DEPENDENCY = "dead letter ";

    private DeadLetterMessages() {}

    /// A message that could not be taken, as it is now. Told again whenever it changes.
    ///
    /// @param service that keeps it
    /// @param subject that it came on
    /// @param cause why it could not be taken
    /// @param content the message without its secrets
    /// @param version rises with each change
    /// @param timesSeen how often it came
    public record DeadLetterChanged(
            Id id,
            String service,
            String subject,
            DeadLetterState state,
            String cause,
            String content,
            @Nullable Id task,
            @Nullable String step,
            long version,
            int timesSeen,
            Instant firstSeen,
            Instant lastSeen) {}

    /// Take the message again.
    @Message(service = Message.ANY, name = "replay-dead-letter")
    public record ReplayDeadLetter(Id id) implements Query<DeadLetterChanged> {}

    /// Give the message up; the step that it belongs to fails.
    @Message(service = Message.ANY, name = "discard-dead-letter")
    public record DiscardDeadLetter(Id id) implements Query<DeadLetterChanged> {}

    /// What a step waits for whose message is a dead letter.
    public static String dependency(Id letter) {
        return DEPENDENCY + letter;
    }

    /// Whether a step waits for what an operator does with a dead letter, and nothing else helps.
    public static boolean isDependency(String dependency) {
        return dependency.startsWith(DEPENDENCY + IdKind.DEAD_LETTER.prefix());
    }
}
